"""Who writes, and how, told to the history; COPY and raw cursors would otherwise lose it."""

import getpass
import json
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def signed(source: str) -> Iterator[None]:
    """Sign what is written with a source and the name of whoever is at the keyboard; then as before.

    After an error the transaction that it ends forgets the signature by itself.
    """
    before = _sign(str(uuid.uuid4()), json.dumps({"source": source, "name": getpass.getuser()}))
    yield
    _sign(*before)


def _sign(context: str, metadata: str) -> tuple[str, str]:
    """Set both settings until the end of the transaction, and return what they were."""
    with connection.cursor() as cursor:
        cursor.execute(
            "WITH old AS MATERIALIZED (SELECT coalesce(current_setting('pghistory.context_id', true), '') AS id, "
            "coalesce(current_setting('pghistory.context_metadata', true), '') AS metadata) "
            "SELECT id, metadata, set_config('pghistory.context_id', %s, true), "
            "set_config('pghistory.context_metadata', %s, true) FROM old",
            [context, metadata],
        )
        id, before, *_ = cursor.fetchone()
    return id, before
