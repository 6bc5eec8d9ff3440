import os
import pwd
import shutil
import signal
import stat
import subprocess
import sys
import time
from contextlib import closing, contextmanager, suppress

import pytest

from aip.postgres.server import MAJOR, find_program

needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can arrange this")
needs_proc = pytest.mark.skipif(sys.platform != "linux", reason="finds the server's processes in /proc")

WRITER = """
import itertools
for number in itertools.count(int(sys.argv[2]) * 1_000_000):
    ask(f"INSERT INTO line VALUES ({number})")
    print(number, flush=True)
"""
READY = "ask('SELECT 1'); print('ready', flush=True); sys.stdin.read()"


def wait_until(condition):
    deadline = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.002)


def crash(client):
    """Kill every process of the server, with no time for a last word."""
    for pid in client.server_processes():
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    wait_until(lambda: not client.server_processes())


# Starting


def test_six_processes_that_start_at_once_share_one_server(client):
    postmaster = "print(ask(\"SELECT split_part(pg_read_file('postmaster.pid'), chr(10), 1)\"))"
    printed = {client.finish(process) for process in [client.process(postmaster) for _ in range(6)]}
    assert printed == {f"{client.server.pid()}\n"}
    assert client.server.log.read_text().count("starting PostgreSQL") == 1
    assert not client.server.log.with_suffix(".old").exists()


def test_server_outlives_its_starter_and_the_terminal(client):
    starter = client.process(READY, stdin=subprocess.PIPE, start_new_session=True)
    assert starter.stdout.readline() == "ready\n"
    pid = client.server.pid()
    for number in (signal.SIGINT, signal.SIGHUP, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.killpg(starter.pid, number)
    starter.communicate()
    assert client.ask() == 1
    assert client.server.pid() == pid


def test_server_that_was_stopped_starts_again_with_its_data(client):
    client.ask("CREATE TABLE kept ()")
    assert client.server.stop()
    assert not client.server.stop()
    assert client.ask("SELECT count(*) FROM kept") == 0


def test_settings_are_safe(client):
    settings = {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on", "listen_addresses": ""}
    names = ", ".join(f"'{name}'" for name in settings)
    assert client.ask(f"SELECT json_object_agg(name, setting) FROM pg_settings WHERE name IN ({names})") == settings
    assert client.ask("SELECT datlocale FROM pg_database WHERE datname = 'aip' AND datlocprovider = 'b'") == "C.UTF-8"


# Crashes


@needs_proc
def test_killed_server_loses_no_commit(client):
    client.ask("CREATE TABLE line (number bigint PRIMARY KEY)")
    acknowledged = set()
    for turn in range(3):
        writers = [client.process(WRITER, str(2 * turn + half)) for half in range(2)]
        for writer in writers:
            acknowledged.add(int(writer.stdout.readline()))
        time.sleep(0.4)
        crash(client)
        for writer in writers:
            writer.kill()
            acknowledged.update(int(line) for line in writer.communicate()[0].splitlines())
        connection = client.handler()["default"]
        with connection.cursor() as cursor:
            cursor.execute("SELECT number FROM line")
            found = {number for (number,) in cursor.fetchall()}
        assert acknowledged <= found
    assert len(acknowledged) > 50


@needs_proc
def test_killed_postmaster_alone_is_replaced(client):
    client.ask("CREATE TABLE kept ()")
    os.kill(client.server.pid(), signal.SIGKILL)
    assert client.ask("SELECT count(*) FROM kept") == 0


@pytest.mark.parametrize("whose", ["ours", "the system's"])
@needs_proc
def test_pid_of_a_dead_server_may_be_that_of_any_process(client, whose):
    client.ask("CREATE TABLE kept ()")
    crash(client)
    notes = [client.server.data / name for name in ("postmaster.pid", ".s.PGSQL.5432.lock")]
    with subprocess.Popen(["sleep", "60"]) as sleep:
        try:
            for note in notes:
                rest = note.read_text().partition("\n")[2]
                note.write_text(f"{sleep.pid if whose == 'ours' else 1}\n{rest}")
            assert client.server.pid() is None
            assert not client.server.stop()
            assert client.ask("SELECT count(*) FROM kept") == 0
            assert sleep.poll() is None
        finally:
            sleep.kill()


@needs_proc
def test_server_started_by_hand_is_left_alone(client):
    client.ask()
    pid = client.server.pid()
    client.server.lock.unlink()  # a server started by hand has none
    (client.server.data / ".s.PGSQL.5432").unlink()
    try:
        assert f"kill -INT {pid}" in client.refusal()
        assert client.server_processes()
        assert (client.server.data / "postmaster.pid").exists()
    finally:
        os.kill(pid, signal.SIGINT)
        wait_until(lambda: not client.server_processes())
    assert client.ask() == 1


def test_starter_killed_while_it_makes_the_data_folder_does_no_harm(client):
    starter = client.process("ask('SELECT 1')")
    wait_until((client.server.folder / "data.new" / "base").exists)
    starter.kill()
    starter.communicate()
    assert client.ask() == 1
    assert not (client.server.folder / "data.new").exists()


# Folders


@pytest.mark.parametrize(
    "name",
    ['an ü, a space, "quotes" and $HOME `true`', "long " * 25, "a,comma", os.fsdecode(b"no UTF-8: \xfc")],
    ids=["odd", "long", "comma", "bytes"],
)
def test_folder_may_have_any_name(make_client, folder, name):
    (folder / name).mkdir()
    client = make_client(folder / name / ".postgres")
    assert client.ask() == 1
    assert len(os.fsencode(client.server.socket_folder)) < 90
    assert stat.S_IMODE(client.server.socket_folder.stat().st_mode) == 0o700


def test_modes_and_owners_around_the_server_stay_as_they_are(make_client, folder):
    outer, inner = folder / "outer", folder / "outer" / "inner"
    outer.mkdir(mode=0o700)
    inner.mkdir(mode=0o711)
    before = [(path.stat().st_mode, path.stat().st_uid) for path in (folder, outer, inner)]
    client = make_client(inner / ".postgres")
    assert client.ask() == 1
    assert [(path.stat().st_mode, path.stat().st_uid) for path in (folder, outer, inner)] == before
    assert stat.S_IMODE(client.server.folder.stat().st_mode) == 0o700


@pytest.mark.parametrize("trap", ["symlink", "open", pytest.param("foreign", marks=needs_root)])
def test_socket_folder_prepared_by_somebody_else_is_refused(make_client, folder, trap):
    client = make_client(folder / ("long " * 25) / ".postgres")
    client.server.folder.mkdir(parents=True)
    place = client.server.socket_folder
    try:
        if trap == "symlink":
            place.symlink_to(folder)
        else:
            place.mkdir(mode=0o755 if trap == "open" else 0o700)
        if trap == "foreign":
            shutil.chown(place, "nobody")
        assert str(place) in client.refusal()
        assert client.server.pid() is None
    finally:
        place.unlink() if place.is_symlink() else place.rmdir()


def test_data_of_another_major_version_is_refused_and_kept(client):
    client.ask("CREATE TABLE kept ()")
    client.server.stop()
    version = client.server.data / "PG_VERSION"
    version.write_text("16\n")
    sentence = client.refusal()
    assert all(part in sentence for part in ("PostgreSQL 16", f"PostgreSQL {MAJOR}", str(client.server.data), "aside"))
    version.write_text(f"{MAJOR}\n")
    assert client.ask("SELECT count(*) FROM kept") == 0


def test_server_that_does_not_start_is_explained_by_its_log(client):
    client.ask()
    client.server.stop()
    (client.server.data / "postgresql.auto.conf").write_text("shared_buffers = 'plenty'\n")
    sentence = client.refusal()
    assert str(client.server.log) in sentence
    assert 'invalid value for parameter "shared_buffers"' in sentence


def test_folder_that_cannot_be_made_is_named(make_client, folder):
    place = folder / "missing" / ".postgres"
    assert str(place) in make_client(place).refusal()


@needs_root
def test_full_disk_is_named_and_heals_once_there_is_room(make_client, folder):
    with small_disk(folder / "disk") as disk, closing(make_client(disk / ".postgres")) as client:
        assert "full" in client.refusal()
        resize(disk, "200m")
        client.ask("CREATE TABLE kept ()")
        client.server.stop()
        fill(disk / "ballast")
        assert "full" in client.refusal()
        (disk / "ballast").unlink()
        assert client.ask("SELECT count(*) FROM kept") == 0


@contextmanager
def small_disk(folder):
    folder.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "aip-test", folder], capture_output=True).returncode:
        pytest.skip("this system lets root mount nothing")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


def resize(disk, size):
    subprocess.run(["mount", "-o", f"remount,size={size}", disk], check=True)


def fill(path):
    with suppress(OSError), path.open("wb", buffering=0) as ballast:
        while True:
            ballast.write(bytes(2**16))


# Users


@needs_root
def test_root_without_user_namespaces_is_told_of_database_url(client, folder, monkeypatch):
    (folder / "unshare").write_text("#!/bin/sh\nexit 1\n")
    (folder / "unshare").chmod(0o755)
    monkeypatch.setenv("PATH", str(folder), prepend=os.pathsep)
    assert "DATABASE_URL" in client.refusal()


@pytest.fixture
def as_nobody(folder):
    """Have an ordinary user own the folder; return what makes a client's process theirs."""
    with suppress(KeyError):
        account = pwd.getpwnam("nobody")
        user = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
        os.chown(folder, account.pw_uid, account.pw_gid)
        with suppress(PermissionError):
            subprocess.run([find_program("postgres"), "--version"], check=True, capture_output=True, **user)
            # Only once everything is imported, as they may not be allowed to read root's Python.
            become = f"os.setgroups([]); os.setgid({account.pw_gid}); os.setuid({account.pw_uid})"
            return f"import os; connection.vendor; {become}\n"
    pytest.skip("no user nobody, or it may not enter this checkout")


@needs_root
def test_ordinary_user_has_a_server_of_their_own(client, folder, as_nobody):
    assert client.finish(client.process(as_nobody + "print(ask('SELECT 1'))")) == "1\n"
    assert client.server.folder.stat().st_uid == folder.stat().st_uid
    assert client.ask() == 1  # root may use it
    client.server.stop()
    assert "belongs to another user" in client.refusal()  # but not start it


@needs_root
def test_ordinary_user_without_the_right_to_write_is_told(make_client, folder, as_nobody):
    (folder / "closed").mkdir(mode=0o755)
    client = make_client(folder / "closed" / ".postgres")
    err = client.process(as_nobody + "ask('SELECT 1')").communicate()[1]
    assert "Permission denied" in err.splitlines()[-1]


@needs_root
def test_another_user_is_kept_out(make_client, folder, as_nobody):
    os.chown(folder, 0, 0)
    client = make_client(folder / ".postgres")
    client.ask()
    for path in (folder, client.server.folder, client.server.data):
        path.chmod(0o755)  # even then
    err = client.process(as_nobody + "ask('SELECT 1')").communicate()[1]
    assert "belongs to another user" in err.splitlines()[-1]
