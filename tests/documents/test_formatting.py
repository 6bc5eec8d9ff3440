"""`manage.py format_articles`: every valid file canonical, every other left alone."""

import errno
import io
import os

import pytest
from django.core.management import CommandError, call_command

from aip.documents import files, formatting

CANONICAL = "article:\n  publisher: A\n  language: de\n"
OTHER = "article: {language: de, publisher: A}\n"
FAULTY = "article: {language: xx, publisher: A}\npeople: 1\n"


def run(*paths, **options):
    """Return what the command says, and what it complains of."""
    out = io.StringIO()
    try:
        call_command("format_articles", *paths, stdout=out, **options)
    except CommandError as error:
        return out.getvalue(), str(error)
    return out.getvalue(), ""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "canonical.yaml").write_text(CANONICAL)
    (tmp_path / "other.yaml").write_text(OTHER)
    return tmp_path


def test_it_says_what_it_changed_and_changes_nothing_again(folder):
    assert run(folder) == (f"{folder}/other.yaml: changed\n2 files, 1 changed.\n", "")
    assert (folder / "other.yaml").read_text() == CANONICAL
    before = (folder / "other.yaml").stat()
    assert run(folder) == ("2 files, 0 changed.\n", "")
    assert (folder / "other.yaml").stat() == before


def test_check_changes_nothing_and_fails(folder):
    out, error = run(folder, check=True)
    assert (out, error) == ("", f"{folder}/other.yaml:1:1: not canonical\n1 of 2 files not canonical; 0 changed.")
    assert (folder / "other.yaml").read_text() == OTHER
    assert run(folder / "canonical.yaml", check=True) == ("1 file, 0 changed.\n", "")


def test_check_says_where(folder):
    (folder / "other.yaml").write_text(CANONICAL + "people: []\n")
    assert f"{folder}/other.yaml:4:1: not canonical" in run(folder, check=True)[1]
    (folder / "other.yaml").write_text(CANONICAL + "\n")
    assert f"{folder}/other.yaml:4:1: not canonical" in run(folder, check=True)[1]


def test_all_faults_of_all_files_are_told_and_the_others_changed(folder):
    (folder / "faulty.yaml").write_text(FAULTY)
    (folder / "comment.yaml").write_text(OTHER.replace("}", " # why\n }"))
    out, error = run(folder, folder / "missing.yaml")
    assert "other.yaml: changed" in out
    lines = error.splitlines()
    assert [line.removeprefix(str(folder)).split(" ")[0] for line in lines[:4]] == [
        "/comment.yaml:1:38:", "/faulty.yaml:1:21:", "/faulty.yaml:2:9:", "/missing.yaml:1:1:"
    ]  # fmt: skip
    assert lines[4] == "3 of 5 files left alone; 1 changed."
    assert (folder / "faulty.yaml").read_text() == FAULTY


def test_windows_line_ends_and_json(folder):
    (folder / "other.yaml").write_bytes(b"\xef\xbb\xbf" + CANONICAL.replace("\n", "\r\n").encode())
    (folder / "json.json").write_text(
        '{"article": {"language": "de", "publisher": ["A"][0]}}'.replace('["A"][0]', '"A"')
    )
    assert run(folder)[1] == ""
    assert (folder / "other.yaml").read_bytes() == CANONICAL.encode()
    assert (
        folder / "json.json"
    ).read_text() == '{\n  "article": {\n    "publisher": "A",\n    "language": "de"\n  }\n}\n'


def test_a_file_that_changes_meanwhile_is_told(folder, monkeypatch):
    def read(paths):
        result = reads(paths)
        (folder / "other.yaml").write_text(OTHER + "# new\n")
        return result

    reads = formatting.read_what_is_right
    monkeypatch.setattr(formatting, "read_what_is_right", read)
    assert f"{folder}/other.yaml:1:1: the file was changed while it was read; left alone" in run(folder)[1]
    assert (folder / "other.yaml").read_text() == OTHER + "# new\n"


@pytest.mark.parametrize("code", [errno.EROFS, errno.EACCES, errno.ENOSPC])
def test_a_folder_that_cannot_be_written_ends_in_a_sentence(folder, monkeypatch, code):
    def refuse(*args, **kwargs):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(files.os, "open", refuse)
    assert f"other.yaml:1:1: cannot be written: {os.strerror(code).lower()}" in run(folder)[1]
    assert (folder / "other.yaml").read_text() == OTHER


def test_check_removes_no_leftover_and_a_run_does(folder):
    leftover = folder / ".gone.yaml.unfinished"
    leftover.touch()
    run(folder, check=True)
    assert leftover.exists()
    run(folder)
    assert not leftover.exists()
