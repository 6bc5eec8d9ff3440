import pytest
from django.core.management import call_command
from django.db.utils import ConnectionHandler

from aip.management.commands import postgres


@pytest.fixture
def call(monkeypatch, client, capsys):
    """Call the command on the client's server, and return what it prints."""

    def call(*arguments, connections=None):
        monkeypatch.setattr(postgres, "connections", connections or client.handler())
        call_command(postgres.Command(), *arguments)
        return capsys.readouterr().out

    return call


def test_status_of_a_running_server(client, call):
    client.ask()
    printed = call("status")
    assert f"running (pid {client.server.pid()})" in printed
    assert f"{client.server.data} (" in printed
    assert "MB" in printed
    assert str(client.server.log) in printed


def test_status_of_a_stopped_server_ends_with_3(client, call, capsys):
    with pytest.raises(SystemExit) as caught:
        call("status")
    assert caught.value.code == 3
    assert capsys.readouterr().out == "PostgreSQL is stopped.\n"
    assert not client.server.folder.exists()


def test_stop(client, call):
    client.ask()
    assert call("stop") == "PostgreSQL is stopped.\n"
    assert client.server.pid() is None
    assert call("stop") == "PostgreSQL was not running.\n"


def test_stop_creates_nothing(client, call):
    assert call("stop") == "PostgreSQL was not running.\n"
    assert not client.server.folder.exists()


@pytest.mark.parametrize("action", ["status", "stop"])
def test_server_of_database_url_is_left_alone(call, action):
    elsewhere = ConnectionHandler({"default": {"ENGINE": "django.db.backends.postgresql", "NAME": "aip"}})
    assert "not ours" in call(action, connections=elsewhere)
