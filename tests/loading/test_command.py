"""`manage.py load_articles` as a user meets it: two at once, interrupted, killed."""

import os
import signal
import subprocess
import sys
import threading
import time

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from aip.loading.load import LOCK
from aip.models import Organization, Statement

MANY = "article: {publisher: A, language: de}\norganizations:\n" + "".join(f"  - name: O{n}\n" for n in range(3000))


@pytest.fixture
def file(tmp_path):
    file = tmp_path / "many.yaml"
    file.write_text(MANY)
    return file


def start(file):
    """Start a load in a process of its own, into the database of this test."""
    name = connection.settings_dict["NAME"]
    code = (
        "import django, signal; from django.conf import settings; "
        "signal.signal(signal.SIGINT, signal.default_int_handler); "  # which a job in the background comes without
        f"settings.DATABASES['default']['NAME'] = {name!r}; django.setup(); "
        "from django.core.management import execute_from_command_line; "
        f"execute_from_command_line(['manage.py', 'load_articles', {str(file)!r}])"
    )
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    return subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    )


class Lock:
    """Holds the lock that a load holds, as another load would."""

    def __enter__(self):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])

    def __exit__(self, *_):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])


@pytest.mark.django_db(transaction=True)
def test_a_second_load_waits_and_says_so(file):
    with Lock():
        process = start(file)
        assert "Another load is running; waiting" in process.stderr.readline()
        assert not Organization.objects.exists()
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 0, errors
    assert Organization.objects.count() == 3000


@pytest.mark.django_db(transaction=True)
def test_two_loads_of_the_same_files_at_once_make_each_row_once(file):
    processes = [start(file), start(file)]
    for process in processes:
        _, errors = process.communicate(timeout=60)
        assert process.returncode == 0, errors
    assert Organization.objects.count() == Statement.objects.filter(kind="organization").count() == 3000


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("kind", [signal.SIGINT, signal.SIGKILL], ids=["ctrl-c", "kill -9"])
def test_a_load_that_is_stopped_writes_nothing(file, kind):
    with Lock():
        process = start(file)
        process.stderr.readline()
        process.send_signal(kind)
        time.sleep(0.2)
    _, errors = process.communicate(timeout=60)
    assert process.returncode != 0
    assert "Traceback" not in errors
    assert not Organization.objects.exists()
    if kind == signal.SIGINT:
        assert "Stopped. Nothing was written." in errors


@pytest.mark.django_db(transaction=True)
def test_a_load_killed_at_any_moment_writes_all_or_nothing(file):
    for delay in (0.3, 0.5, 0.7, 0.9, 1.1, 1.3):
        process = start(file)
        threading.Timer(delay, process.kill).start()
        process.communicate(timeout=60)
        while _other_sessions():
            time.sleep(0.05)
        assert Organization.objects.count() in (0, 3000)
    call_command("load_articles", file, quiet=True)
    assert Organization.objects.count() == 3000


def _other_sessions():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        return cursor.fetchone()[0]


@pytest.mark.django_db
def test_the_command_says_where_and_why_and_ends_with_1(tmp_path):
    (tmp_path / "bad.yaml").write_text("article: {publisher: A, language: xx}\n")
    with pytest.raises(CommandError, match=r"bad\.yaml:1:35: “xx” is no language"):
        call_command("load_articles", tmp_path)
    with pytest.raises(CommandError) as error:
        call_command("load_articles", tmp_path / "missing.yaml")
    assert error.value.returncode == 1


@pytest.mark.django_db
def test_the_command_counts_rows_of_each_kind(file, capsys):
    call_command("load_articles", file)
    assert "organizations   3,000              0                0      0         0         0" in capsys.readouterr().out
    call_command("load_articles", file, quiet=True)
    assert capsys.readouterr().out == ""
    call_command("load_articles", file, dry_run=True)
    assert "Dry run: nothing was written." in capsys.readouterr().out
