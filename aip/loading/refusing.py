"""What keeps a load from its end, in words: somebody else writing the same, no room, a server or a process gone."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError, InterfaceError, InternalError, OperationalError

REFUSALS = (IntegrityError, OperationalError, InternalError, InterfaceError)
DEADLOCK, SERIALIZATION, LOCKED, NO_ROOM = "40P01", "40001", "55P03", "53100"  # PostgreSQL's codes
TAKEN, REFERENCE_GONE = "23505", "23503"
NOTHING = "Nothing was written."


class LoadError(Exception):
    """A load that the database refused as a whole, in words for an editor."""


def may_be_tried_again(error: Exception) -> bool:
    """Whether somebody else was quicker, so that the same load may well succeed now."""
    return _code(error) in (DEADLOCK, SERIALIZATION, TAKEN, REFERENCE_GONE)


def refusal(error: Exception) -> str:
    """Return in words what the database refused."""
    words, code = str(error).strip(), _code(error)
    if code in (DEADLOCK, SERIALIZATION):
        return f"An editor was saving the same facts. {NOTHING} Run it again."
    if code == LOCKED:
        return f"Somebody else has been writing the same facts for too long. {NOTHING} Run it again."
    if code == NO_ROOM:
        return f"The database has no room left: {words}\n{NOTHING} Make room, and run it again."
    if isinstance(error, IntegrityError):
        return f"{words}\n{NOTHING}"
    return f"The database does not answer: {words}\nA load is written as a whole or not at all. Run it again."


def _code(error: Exception) -> str:
    return getattr(error.__cause__, "pgcode", None) or ""


@contextmanager
def spooling() -> Iterator[None]:
    """Have a temporary folder that takes no more end in words."""
    try:
        yield
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        words = f"What the files say cannot be kept in the temporary folder: {why}. {NOTHING}"
        raise LoadError(f"{words} Make room there, or name another folder by TMPDIR.") from error
