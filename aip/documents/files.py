"""Files written whole or not at all: beside first, under a hidden name, then renamed into place."""

import contextlib
import fcntl
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

_SUFFIX = ".unfinished"


class NotWritten(Exception):
    """A file was left as it was; the message says why."""


def write_file(file: Path, content: bytes, *, was: bytes | None) -> None:
    """Put `content` in the place of `file`, keeping its mode. `was` is what it holds so far, None where it is new.

    NotWritten, in words for an editor, where it cannot be written or holds something else by now.
    """
    try:
        file = file.resolve()  # a link stays one
        if was is not None and not os.access(file, os.W_OK):
            raise NotWritten("cannot be written: the file is write-protected")
        with _beside(file) as (beside, handle):
            _fill(handle, content, file if was is not None else None)
            if _held(file) != was:
                raise NotWritten("the file was changed meanwhile; left alone")
            beside.replace(file)
        _sync(file.parent)
    except OSError as error:
        raise NotWritten(f"cannot be written: {(error.strerror or str(error)).lower()}") from error


def remove_leftovers(paths: Iterable[Path]) -> list[Path]:
    """Remove, and return, what killed runs left beside files and in folders; what a live run writes stays."""
    removed = []
    for path in paths:
        beside_file = [path.resolve().with_name(f".{path.resolve().name}{_SUFFIX}")]
        for beside in sorted(path.rglob(f".*{_SUFFIX}")) if path.is_dir() else beside_file:
            with contextlib.suppress(OSError, NotWritten):
                handle = _locked(beside, os.O_WRONLY)
                try:
                    beside.unlink()
                    removed.append(beside)
                finally:
                    os.close(handle)
    return removed


@contextlib.contextmanager
def _beside(file: Path) -> Iterator[tuple[Path, int]]:
    """Yield the hidden file beside `file`, empty, with its handle; gone afterwards, unless renamed."""
    beside = file.with_name(f".{file.name}{_SUFFIX}")
    handle = _locked(beside, os.O_WRONLY | os.O_CREAT)
    try:
        os.ftruncate(handle, 0)
        yield beside, handle
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    finally:
        os.close(handle)


def _locked(beside: Path, flags: int) -> int:
    """Open a file that no other run holds; the lock of a killed run is gone with it."""
    handle = os.open(beside, flags | os.O_NOFOLLOW, 0o666)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if not os.path.samestat(os.fstat(handle), os.stat(beside, follow_symlinks=False)):
            raise BlockingIOError
    except OSError as error:
        os.close(handle)
        if isinstance(error, (BlockingIOError, FileNotFoundError)):
            raise NotWritten("another run is writing this file; left alone") from error
        raise
    return handle


def _fill(handle: int, content: bytes, like: Path | None) -> None:
    """Write content through to the disk, with owner and mode of the file that it is to replace."""
    with os.fdopen(os.dup(handle), "wb") as out:
        out.write(content)
        if like:
            status = like.stat()
            with contextlib.suppress(PermissionError):
                os.fchown(handle, status.st_uid, status.st_gid)
            os.fchmod(handle, stat.S_IMODE(status.st_mode))
        out.flush()
        os.fsync(handle)


def _held(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None


def _sync(folder: Path) -> None:
    """Have the folder itself on the disk, where the system can."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)
