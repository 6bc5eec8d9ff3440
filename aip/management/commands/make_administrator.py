"""`manage.py make_administrator`: somebody who can sign in."""

import os
import secrets

from django.contrib.auth import get_user_model

from aip.management.command import StrictCommand


class Command(StrictCommand):
    help = (
        "Make the administrator “admin”, unless there is an administrator already. The password is that of "
        "DJANGO_SUPERUSER_PASSWORD, or else a random one, printed this once; DJANGO_SUPERUSER_USERNAME is another name."
    )

    def handle(self, **options):
        users = get_user_model().objects
        if users.filter(is_superuser=True).exists():
            return
        name = os.environ.get("DJANGO_SUPERUSER_USERNAME", "admin")
        password = os.environ.get("DJANGO_SUPERUSER_PASSWORD")
        chosen = password or secrets.token_urlsafe(12)
        users.create_superuser(name, email="", password=chosen)
        self.stdout.write(
            f"Administrator “{name}” made"
            + (", with the password of DJANGO_SUPERUSER_PASSWORD." if password else f"; password, shown once: {chosen}")
        )
