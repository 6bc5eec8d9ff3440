import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest
from django.db import OperationalError
from django.db.utils import ConnectionHandler

from aip.postgres.server import Server

# What a process begins with that uses Django on the server of the folder sys.argv[1].
CLIENT = """
import sys
from django.conf import settings
settings.configure(DATABASES={"default": {"ENGINE": "aip.postgres", "NAME": "aip", "DATA_DIR": sys.argv[1]}})
from django.db import connection

def ask(question):
    with connection.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchone()[0] if cursor.description else None
"""
CHECKOUT = Path(__file__).parents[2]


class Client:
    """Uses the server of a folder through Django, in this process or in one of its own."""

    def __init__(self, folder):
        self.server = Server(folder)
        self.connections = []

    def handler(self, name="aip"):
        database = {"ENGINE": "aip.postgres", "NAME": name, "DATA_DIR": self.server.folder}
        handler = ConnectionHandler({"default": database})
        self.connections.append(handler["default"])
        return handler

    def ask(self, question="SELECT 1", name="aip"):
        """Connect anew, and return the first column of the answer's first row."""
        with self.handler(name)["default"].cursor() as cursor:
            cursor.execute(question)
            return cursor.fetchone()[0] if cursor.description else None

    def process(self, script, *arguments, **options):
        command = [sys.executable, "-c", CLIENT + script, str(self.server.folder), *arguments]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
        return subprocess.Popen(command, cwd=CHECKOUT, **pipes, **options)

    def finish(self, process):
        """Return what a process printed, which should end well."""
        out, err = process.communicate(timeout=60)
        assert process.returncode == 0, err
        return out

    def refusal(self):
        """Return the sentence with which Django ends when the server cannot be had."""
        with pytest.raises(OperationalError) as caught:
            self.ask()
        return str(caught.value)

    def server_processes(self):
        """Return the ids of the server's processes: those that work in its data folder."""
        pids = [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdecimal()]
        return [pid for pid in pids if working_folder(pid) == str(self.server.data)]

    def close(self):
        for connection in self.connections:
            connection.close()
        self.server.stop()
        if self.server.socket_folder.parent == Path("/tmp"):
            shutil.rmtree(self.server.socket_folder, ignore_errors=True)


def working_folder(pid):
    with suppress(OSError):  # it has ended, or may not be looked at
        return os.readlink(f"/proc/{pid}/cwd")


@pytest.fixture
def folder():
    """A folder that only its owner can enter, with a path short enough for the sockets in it."""
    parent = Path(tempfile.mkdtemp(prefix="aip-test-", dir="/tmp"))
    yield parent
    shutil.rmtree(parent)


@pytest.fixture
def make_client(django_db_blocker, folder):
    clients = []

    def make_client(folder):
        clients.append(Client(folder))
        return clients[-1]

    with django_db_blocker.unblock():
        yield make_client
    for client in clients:
        client.close()


@pytest.fixture
def client(make_client, folder):
    """A client of a server that has never run."""
    return make_client(folder / ".postgres")
