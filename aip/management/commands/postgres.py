import os
import sys
from contextlib import suppress

from django.core.management.base import CommandError
from django.db import connections
from django.template.defaultfilters import filesizeformat

from aip.management.command import StrictCommand, in_words
from aip.postgres.base import DatabaseWrapper
from aip.postgres.server import ServerError


class Command(StrictCommand):
    help = (
        "Look at the embedded PostgreSQL server, or stop it. No command starts it: whatever first needs the database "
        "does so (the site, the shell, migrate, a test) and leaves it running."
    )
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument(
            "action",
            choices=["status", "stop"],
            help="status: say whether the server runs and where its data is; ends with 0 if it runs, with 3 if not. "
            "stop: stop it and wait; its clients are cut off, and nothing committed is lost.",
        )

    def handle(self, *, action, **options):
        connection = connections["default"]
        if not isinstance(connection, DatabaseWrapper):
            self.stdout.write(
                "The database is on a server that is not ours (DATABASE_URL): look at it or stop it there."
            )
            return
        try:
            getattr(self, action)(connection.server)
        except (ServerError, OSError) as error:
            raise CommandError(str(error) if isinstance(error, ServerError) else in_words(error)) from error

    def status(self, server):
        pid = server.pid()
        self.stdout.write(f"PostgreSQL is running (pid {pid})." if pid else "PostgreSQL is stopped.")
        if server.data.exists():
            self.stdout.write(f"data    {server.data} ({filesizeformat(_size(server.data))})")
        if pid is None:
            sys.exit(3)
        self.stdout.write(f"socket  {server.socket_folder}\nlog     {server.log}")

    def stop(self, server):
        self.stdout.write("PostgreSQL is stopped." if server.stop() else "PostgreSQL was not running.")


def _size(folder):
    """Return the bytes that the files of a folder take on the disk."""
    size = 0
    for path, _, names in os.walk(folder):
        for name in names:
            with suppress(FileNotFoundError):  # a running server removes files, too
                size += os.lstat(os.path.join(path, name)).st_blocks * 512
    return size
