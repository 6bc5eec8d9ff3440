"""`manage.py serve`: what `make run` runs once the environment is built."""

import os
import socket
import sys

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError

from aip.management.command import StrictCommand, in_words

MOST_WORKERS = 64


class Command(StrictCommand):
    help = (
        "Bring the database up to date, load fixtures/, make an administrator if there is none, and serve the admin on "
        "127.0.0.1. The second time it starts in seconds and changes nothing. Ctrl-C stops it."
    )
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=8000, help="Port on 127.0.0.1; 8000 if not said.")
        parser.add_argument("--workers", type=int, default=2, help=f"How many processes answer, to {MOST_WORKERS}; 2.")

    def handle(self, *, port, workers, **options):
        if not 1 <= workers <= MOST_WORKERS:
            raise CommandError(f"--workers is a number from 1 to {MOST_WORKERS}, and not {workers}.")
        self._refuse_taken_port(port)
        self._say("Bringing the database up to date …")
        call_command("migrate", verbosity=0)
        self._say("Loading fixtures/ …")
        call_command("load_articles", os.path.relpath(settings.BASE_DIR / "fixtures"), quiet=True, stdout=self.stdout)
        call_command("make_administrator", stdout=self.stdout)
        self._say(f"AIP is at http://127.0.0.1:{port}/ – Ctrl-C stops it; `make stop` stops the database too.")
        arguments = ["-m", "gunicorn", "aip.wsgi", f"--bind=127.0.0.1:{port}", f"--workers={workers}", "--threads=4"]
        # The control socket would lie in the home folder; long loads through the admin need more than 30 seconds.
        arguments += ["--no-control-socket", "--timeout=300", "--log-level=warning"]
        os.execv(sys.executable, [sys.executable, *arguments])  # noqa: S606

    def _say(self, words):
        self.stdout.write(words)
        self.stdout.flush()

    def _refuse_taken_port(self, port):
        with socket.socket() as listener:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                listener.bind(("127.0.0.1", port))
            except (OSError, OverflowError) as error:
                raise CommandError(
                    f"Port {port} cannot be used ({in_words(error)}). Name another one: make run PORT=8001"
                ) from error
