"""`manage.py` itself: what it says where there is no database to work on."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.management import CommandError, get_commands, load_command_class
from django.db import connection

BARE = f"aip_test_bare_{os.getpid()}"
COMMAND = f"""
import os, runpy, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "aip.settings"
from django.conf import settings
settings.DATABASES["default"]["NAME"] = "{BARE}"
runpy.run_path("manage.py", run_name="__main__")
"""


@pytest.fixture
def bare(transactional_db):
    with connection.cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {BARE}")
        cursor.execute(f"CREATE DATABASE {BARE}")
        yield
        cursor.execute(f"DROP DATABASE {BARE} WITH (FORCE)")


@pytest.mark.parametrize("words", [["load_articles", "fixtures"], ["check_evidence"], ["dump_articles", "nowhere"]])
def test_a_database_without_tables_is_told_in_a_sentence(words, bare, tmp_path):
    ended = subprocess.run(
        [sys.executable, "-c", COMMAND, *words], cwd=settings.BASE_DIR, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 1
    assert "manage.py migrate" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert not (settings.BASE_DIR / "nowhere").exists()


def test_ctrl_c_as_a_command_starts_ends_in_a_word():
    code = (
        "import runpy, sys; from django.core import management\n"
        "def stopped(*_): raise KeyboardInterrupt\n"
        "management.execute_from_command_line = stopped; runpy.run_path('manage.py', run_name='__main__')"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (1, "manage.py: stopped\n")


def test_whoever_reads_no_further_meets_no_traceback():
    words = [sys.executable, "manage.py", "article_schema"]
    process = subprocess.Popen(words, cwd=settings.BASE_DIR, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    process.stdout.close()
    assert process.stderr.read() == ""
    process.stderr.close()
    process.wait()


@pytest.mark.parametrize(
    "words",
    [
        ["load_articles", "fixtures", "--overwrit"],
        ["dump_articles", "folder", "--prun"],
        ["dumpdata", "aip", "--natural-for"],
        *([each, "--verb", "0"] for each in ("article_schema", "check_evidence", "make_administrator", "serve")),
        ["postgres", "status", "--verb", "0"],
        ["format_articles", "fixtures", "--chec"],
        ["draft_article", "text", "--lang", "de", "--publisher", "A"],
    ],
)
def test_no_option_can_be_abbreviated(words):
    command = load_command_class(get_commands()[words[0]], words[0])
    with pytest.raises(CommandError, match=r"unrecognized arguments|are required: --language"):
        command.create_parser("manage.py", words[0]).parse_args(words[1:])
