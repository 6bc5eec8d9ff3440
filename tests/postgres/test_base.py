import subprocess
import sys
from pathlib import Path

import pytest
from django.db import OperationalError

CHECKOUT = Path(__file__).parents[2]


def test_first_connection_starts_the_server_and_creates_the_database(client):
    assert client.server.pid() is None
    assert client.ask("SELECT current_database()") == "aip"
    assert client.server.pid() is not None


def test_test_database_is_not_created_by_connecting(client):
    with pytest.raises(OperationalError, match="does not exist"):
        client.ask(name="test_aip")
    assert client.ask("SELECT count(*) FROM pg_database WHERE datname = 'test_aip'", name="postgres") == 0


def test_django_makes_and_clones_test_databases(client):
    script = """
import django
django.setup()
connection.creation.create_test_db(verbosity=0, serialize=False)
connection.creation.clone_test_db("gw0", verbosity=0)
"""
    client.finish(client.process(script))
    assert client.ask("SELECT count(*) FROM pg_database WHERE datname IN ('test_aip', 'test_aip_gw0')") == 2


@pytest.mark.parametrize("command", [["check"], ["help"], ["migrate", "--help"], ["makemigrations", "--help"]])
def test_commands_that_need_no_database_start_nothing(client, folder, command):
    client.finish(manage(client, folder, *command))
    assert not client.server.folder.exists()


def test_dbshell_starts_the_server_and_finds_psql(client, folder):
    assert "seen by psql" in client.finish(manage(client, folder, "dbshell", "--", "-c", "SELECT 'seen by psql'"))


def manage(client, folder, *command):
    """Start a command of Django in a project of its own."""
    database = {"ENGINE": "aip.postgres", "NAME": "aip", "DATA_DIR": str(client.server.folder)}
    (folder / "tiny.py").write_text(f"DATABASES = {{'default': {database}}}\nSECRET_KEY = 'x'\n")
    name, *rest = command
    project = ["--settings=tiny", f"--pythonpath={folder}"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    return subprocess.Popen([sys.executable, "-m", "django", name, *project, *rest], cwd=CHECKOUT, **pipes)
