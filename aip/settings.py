"""Settings: safe as they stand, with the few that differ between machines read from the environment.

DATABASE_URL            any PostgreSQL 15 or later; without it, the embedded server in .postgres/
DJANGO_SECRET_KEY       signs sessions; without it, a random one kept in .local/secret_key
DJANGO_ALLOWED_HOSTS    host names to answer to, separated by commas; without it, this machine only
"""

import contextlib
import os
import secrets
from pathlib import Path

import dj_database_url
import pghistory
from csp.constants import SELF
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
LOCAL_DIR = BASE_DIR / ".local"


def _secret_key() -> str:
    """Return the key of this checkout, made on first use and readable by its owner alone."""
    file = LOCAL_DIR / "secret_key"
    if not file.exists():
        LOCAL_DIR.mkdir(mode=0o700, exist_ok=True)
        draft = LOCAL_DIR / f"secret_key.{os.getpid()}"
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(50))
        with contextlib.suppress(FileExistsError):  # the first of several processes wins
            os.link(draft, file)
        draft.unlink()
    return file.read_text()


SECRET_KEY = os.environ.get("DJANGO_SECRET_KEY") or _secret_key()
DEBUG = False
ALLOWED_HOSTS = os.environ.get("DJANGO_ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]").split(",")

INSTALLED_APPS = [
    "aip",
    "aip.site.AdminConfig",  # django.contrib.admin, with a site of our own
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "pgtrigger",
    "pghistory",
    "csp",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "aip.middleware.HistoryMiddleware",
    "aip.middleware.NullMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "aip.urls"
WSGI_APPLICATION = "aip.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATA_UPLOAD_MAX_MEMORY_SIZE = 20_000_000  # bytes of a form: the text of an article comes in one
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000  # a fact with hundreds of citations has as many rows on its page

# A plan cached by a history trigger for one row is far too slow for ten thousand, so plans are made afresh.
_CONNECTION = {
    "OPTIONS": {"options": "-c plan_cache_mode=force_custom_plan"},
    "CONN_MAX_AGE": 60,
    "CONN_HEALTH_CHECKS": True,
}
if os.environ.get("DATABASE_URL"):
    _URL = os.environ["DATABASE_URL"]
    if not _URL.startswith(("postgres://", "postgresql://")):
        raise ImproperlyConfigured("DATABASE_URL names no PostgreSQL server: postgres://user:password@host:port/name")
    _DATABASE = dj_database_url.parse(_URL)
else:
    _DATABASE = {"ENGINE": "aip.postgres", "NAME": "aip", "DATA_DIR": BASE_DIR / ".postgres"}
DATABASES = {"default": {**_CONNECTION, **_DATABASE}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# Events are looked up by few of the rows that they refer to, and most refer to none: `aip.models.facts` says by which.
PGHISTORY_FOREIGN_KEY_FIELD = pghistory.ForeignKey(db_index=False)
PGHISTORY_OBJ_FIELD = pghistory.ObjForeignKey(db_index=True)

LANGUAGE_CODE = "en"
TIME_ZONE = "UTC"
USE_TZ = True

STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True  # a checkout serves its static files with no collecting step

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": ["'none'"],
        "object-src": ["'none'"],
    }
}
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
