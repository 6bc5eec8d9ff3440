"""Rows on their way into the database while the next ones are made ready: one thread, one connection, one order."""

import queue
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from contextvars import ContextVar
from typing import Any

from django.db import connection

Job = Callable[[], None]
MOST_WAITING = 6  # jobs, so that memory stays flat


class WriteFailed(Exception):
    """The database refused rows that were written aside; the load has to be done again, step by step, to say which."""


class _Writer:
    def __init__(self) -> None:
        self._jobs: queue.Queue[Job | None] = queue.Queue(MOST_WAITING)
        self._error: BaseException | None = None
        self.spare_ids: dict[str, list[int]] = defaultdict(list)
        self.turn = threading.Lock()  # on the connection: the driver minds nobody who speaks while it copies
        self._thread = threading.Thread(target=self._work, daemon=True)
        self._thread.start()

    def put(self, job: Job) -> None:
        """Have a job done after those before it."""
        self.check()
        self._jobs.put(job)

    def wait(self) -> None:
        """Wait until every job is done."""
        self._jobs.join()
        self.check()

    def check(self) -> None:
        """WriteFailed where a job failed."""
        if self._error:
            raise WriteFailed from self._error

    def stop(self) -> None:
        """Leave undone what waits, and end."""
        self._error = self._error or WriteFailed()
        self._jobs.put(None)
        self._thread.join()

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            with self.turn:
                self._do(job)
            self._jobs.task_done()

    def _do(self, job: Job) -> None:
        try:
            if not self._error:
                job()
        except BaseException as error:  # told to whoever waits, or speaks to the connection next
            self._error = error


_writer: ContextVar[_Writer | None] = ContextVar("writer", default=None)


@contextmanager
def writing_aside() -> Iterator[None]:
    """Let `write_aside` write in a thread of its own until the block ends."""
    writer = _Writer()
    token = _writer.set(writer)

    def in_turn(execute: Any, *question: Any) -> Any:
        with writer.turn:
            writer.check()
            return execute(*question)

    try:
        with connection.execute_wrapper(in_turn):
            yield
            writer.wait()
    finally:
        _writer.reset(token)
        writer.stop()


def is_aside() -> bool:
    """Whether rows are written aside: a load of many articles."""
    return _writer.get() is not None


def spare_ids(table: str) -> list[int]:
    """Return the ids that were taken for a table and are not used yet, for whoever takes some."""
    writer = _writer.get()
    return writer.spare_ids[table] if writer else []


def write_aside(job: Job) -> bool:
    """Have a job done aside, if this is a load that does so; return whether it is."""
    writer = _writer.get()
    if writer:
        writer.put(job)
    return writer is not None


def turn() -> AbstractContextManager[Any]:
    """Return what has to be held by whoever speaks to the connection past Django's cursor."""
    writer = _writer.get()
    return writer.turn if writer else nullcontext()


def catch_up() -> None:
    """Wait for what is written aside: what comes next reads it. WriteFailed where the database refused some of it."""
    if writer := _writer.get():
        writer.wait()
