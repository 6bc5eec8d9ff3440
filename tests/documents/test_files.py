"""Files written whole or not at all."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from aip.documents import files
from aip.documents.files import NotWritten, remove_leftovers, write_file


def left(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_with_its_mode(tmp_path):
    file = tmp_path / "a.yaml"
    file.write_bytes(b"old")
    file.chmod(0o640)
    write_file(file, b"new", was=b"old")
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"new", 0o640)
    assert left(tmp_path) == ["a.yaml"]


def test_a_new_file_is_written_as_any_other(tmp_path):
    write_file(tmp_path / "a.yaml", b"new", was=None)
    (tmp_path / "b").touch()
    assert (tmp_path / "a.yaml").stat().st_mode == (tmp_path / "b").stat().st_mode


@pytest.mark.parametrize("was", [b"older", None])
def test_a_file_that_changed_is_left_alone(tmp_path, was):
    file = tmp_path / "a.yaml"
    file.write_bytes(b"old")
    with pytest.raises(NotWritten, match="changed meanwhile"):
        write_file(file, b"new", was=was)
    assert (file.read_bytes(), left(tmp_path)) == (b"old", ["a.yaml"])


def test_a_file_that_went_is_not_brought_back(tmp_path):
    with pytest.raises(NotWritten, match=r"write-protected|no such file|changed meanwhile"):
        write_file(tmp_path / "a.yaml", b"new", was=b"old")
    assert left(tmp_path) == []


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.yaml").write_bytes(b"old")
    (tmp_path / "a.yaml").symlink_to("real/a.yaml")
    write_file(tmp_path / "a.yaml", b"new", was=b"old")
    assert (tmp_path / "a.yaml").is_symlink()
    assert (tmp_path / "real" / "a.yaml").read_bytes() == b"new"


def test_a_full_disk_ends_in_a_sentence(tmp_path, monkeypatch):
    def full(handle):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    file = tmp_path / "a.yaml"
    file.write_bytes(b"old")
    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(NotWritten, match="cannot be written: no space left on device"):
        write_file(file, b"new", was=b"old")
    assert (file.read_bytes(), left(tmp_path)) == (b"old", ["a.yaml"])


KILLED = """
import os, signal, sys
from pathlib import Path
from aip.documents import files
files.os.fsync = lambda handle: os.kill(os.getpid(), signal.SIGKILL)
files.write_file(Path(sys.argv[1]), b"new", was=b"old")
"""


def test_what_a_killed_run_left_is_removed_and_no_hindrance(tmp_path):
    file = tmp_path / "a.yaml"
    file.write_bytes(b"old")
    for clean in (
        lambda: remove_leftovers([tmp_path]),
        lambda: remove_leftovers([file]),
        lambda: write_file(file, b"new", was=b"old"),
    ):
        subprocess.run([sys.executable, "-c", KILLED, str(file)], check=False, cwd=Path(files.__file__).parents[2])
        assert (file.read_bytes(), left(tmp_path)) == (b"old", [".a.yaml.unfinished", "a.yaml"])
        clean()
        assert left(tmp_path) == ["a.yaml"]
    assert file.read_bytes() == b"new"


def test_what_a_live_run_writes_stays(tmp_path):
    file = tmp_path / "a.yaml"
    file.write_bytes(b"old")
    with files._beside(file):
        assert remove_leftovers([tmp_path]) == []
        with pytest.raises(NotWritten, match="another run is writing this file"):
            write_file(file, b"new", was=b"old")
        assert left(tmp_path) == [".a.yaml.unfinished", "a.yaml"]
