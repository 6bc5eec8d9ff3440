"""Processes that work for another one: they leave Ctrl-C to it, and end with it even where it is killed.

Knows no Django until it starts it: a process is begun by this before it can import gc
import anything that does.
"""

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


def begin() -> None:
    """Begin in a process that has just been started."""
    import django

    threading.Thread(target=_end_with_parent, daemon=True).start()
    gc.disable()  # reading makes no circles, and there is much to look through
    django.setup()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)


@contextmanager
def deaf() -> Iterator[None]:
    """Hear no Ctrl-C until the end of this, and have the processes that are started meanwhile never hear one."""
    heard = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, heard)
