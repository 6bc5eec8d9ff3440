"""How rows reach their tables: new ones by COPY, changed ones by COPY beside and one INSERT … SELECT.

The only module that talks to the database driver itself.
"""

import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from functools import cache
from typing import Any

from django.db import IntegrityError, connection, models, transaction

from aip.loading.storing.aside import is_aside, spare_ids, turn, write_aside
from aip.loading.storing.tables import TABLES, Columns
from aip.models import (
    Citation,
    KnownName,
    OrganizationName,
    Statement,
)

AT_ONCE = 50_000  # ids that a load of many articles takes when it runs out, so as not to ask in every batch
WAY_OF_LOADING = 1  # to be counted up when the same file comes to mean other rows


def take_ids(model: type[models.Model], count: int) -> list[int]:
    """Return that many unused ids, so that rows can point at each other before any is written."""
    spare = spare_ids(model._meta.db_table)
    if len(spare) < count:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
                [model._meta.db_table, max(count - len(spare), AT_ONCE if is_aside() else 0)],
            )
            spare += [row[0] for row in cursor.fetchall()]
    taken = spare[:count]
    del spare[:count]
    return taken


def take_range(model: type[models.Model], count: int) -> range:
    """Return that many unused ids at once, of a table into which only loads write, one at a time."""
    if not count:
        return range(0)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT setval(s.name, nextval(s.name) + %s - 1) FROM pg_get_serial_sequence(%s, 'id') s(name)",
            [count, model._meta.db_table],
        )
        last = cursor.fetchone()[0]
    return range(last - count + 1, last + 1)


def write(
    model: type[models.Model],
    columns: Sequence[str],
    new: list[Columns],
    changed: list[Columns],
    *,
    only_new: Sequence[str] = (),
) -> dict[int, list[str]]:
    """Insert new rows and update those that changed, each in one statement; the first column is the id.

    `only_new` are columns that an update leaves alone. Returns, and then writes nothing, the names of the check
    constraints that each id's row breaks. IntegrityError where the database refuses the rows for another reason.
    """
    if new and not changed:
        if write_aside(_copier(model._meta.db_table, columns, new)):
            return {}
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                _copy(cursor, model._meta.db_table, columns, new)
            return {}
        except IntegrityError as error:
            broken = broken_rules(model, columns, new)
            if not broken:
                raise error
            return broken
    return _write_staged(model, columns, [*new, *changed], only_new) if new or changed else {}


def _copier(table: str, columns: Sequence[str], rows: list[Columns]) -> Callable[[], None]:
    """Return what copies the rows, in any thread: Django's connection is each thread's own, the driver's is not."""
    driver, (statement, lines) = connection.connection, _to_copy(table, columns, rows)

    def copy() -> None:
        with driver.cursor() as cursor:
            cursor.copy_expert(statement, lines)

    return copy


def _copy(cursor: Any, table: str, columns: Sequence[str], rows: Iterable[Columns]) -> None:
    statement, lines = _to_copy(table, columns, rows)
    with connection.wrap_database_errors, turn():
        cursor.cursor.copy_expert(statement, lines)


def _to_copy(table: str, columns: Sequence[str], rows: Iterable[Columns]) -> tuple[str, io.StringIO]:
    """Return the COPY of some rows, and the rows as it reads them."""
    names = ", ".join(f'"{column}"' for column in columns)
    return f'COPY "{table}" ({names}) FROM STDIN', io.StringIO("".join(map(_line, rows)))


def broken_rules(model: type[models.Model], columns: Sequence[str], rows: list[Columns]) -> dict[int, list[str]]:
    """Return the names of the check constraints that each id's row would break."""
    with _staged(model, columns, rows) as (cursor, staging):
        return _broken(cursor, model._meta.db_table, staging)


@contextmanager
def _staged(model: type[models.Model], columns: Sequence[str], rows: list[Columns]) -> Iterator[tuple[Any, str]]:
    """Yield a cursor, and the name of a table for the moment that holds the rows."""
    table, staging = model._meta.db_table, f"new_{model._meta.db_table}"
    with connection.cursor() as cursor:
        cursor.execute(f'CREATE TEMPORARY TABLE {staging} (LIKE "{table}" INCLUDING GENERATED) ON COMMIT DROP')
        _copy(cursor, staging, columns, rows)
        yield cursor, staging
        cursor.execute(f"DROP TABLE {staging}")


def _write_staged(
    model: type[models.Model], columns: Sequence[str], rows: list[Columns], only_new: Sequence[str]
) -> dict[int, list[str]]:
    names = ", ".join(f'"{column}"' for column in columns)
    updated = [column for column in columns[1:] if column not in only_new]
    changes = ", ".join(f'"{column}" = EXCLUDED."{column}"' for column in updated)
    now, old = (", ".join(f'{side}."{column}"' for column in updated) for side in ("EXCLUDED", "t"))
    with _staged(model, columns, rows) as (cursor, staging):
        broken = _broken(cursor, model._meta.db_table, staging)
        if not broken:
            cursor.execute(
                f'INSERT INTO "{model._meta.db_table}" AS t ({names}) SELECT {names} FROM {staging} '
                f"ON CONFLICT (id) DO UPDATE SET {changes} WHERE ({now}) IS DISTINCT FROM ({old})"
            )
    return broken


def analyze() -> None:
    """Let the planner know what a load has written so far; nobody else sees rows that are not committed."""
    written: list[Any] = [*(table.model for table in TABLES.values()), OrganizationName, KnownName, Citation, Statement]
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE " + ", ".join(model._meta.db_table for model in written))


def remove(model: type[models.Model], ids: Iterable[int]) -> int:
    """Delete rows in one statement, and return how many; what refers to them has to be gone when the load ends."""
    with connection.cursor() as cursor:
        cursor.execute(f'DELETE FROM "{model._meta.db_table}" WHERE id = ANY(%s)', [list(ids)])
        return int(cursor.rowcount)


def stamp(digest: bytes) -> str:
    """Return by what an unchanged file is known again; files of an older way of loading are read once more."""
    return f"{WAY_OF_LOADING}:{digest.hex()}"


def keep_digests(digests: list[tuple[int, bytes]]) -> None:
    """Remember by article which file was loaded, so that an unchanged one need not be read again."""
    articles, contents = [article for article, _ in digests], [stamp(digest) for _, digest in digests]
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO aip_loadedfile AS t (article_id, digest) SELECT * FROM unnest(%s::bigint[], %s::text[]) "
            "ON CONFLICT (article_id) DO UPDATE SET digest = EXCLUDED.digest WHERE t.digest <> EXCLUDED.digest",
            [articles, contents],
        )


def _broken(cursor: Any, table: str, staging: str) -> dict[int, list[str]]:
    """Return the names of the table's check constraints that rows of the staging table break, by id."""
    cursor.execute(
        "SELECT conname, pg_get_expr(conbin, conrelid) FROM pg_constraint "
        "WHERE conrelid = %s::regclass AND contype = 'c' ORDER BY conname",
        [table],
    )
    rules = cursor.fetchall()
    names = ", ".join(f"CASE WHEN NOT {rule} THEN '{name}' END" for name, rule in rules)
    cursor.execute(f"SELECT id, array_remove(ARRAY[{names or 'NULL'}]::text[], NULL) FROM {staging}".replace("%", "%%"))
    return {row: found for row, found in cursor.fetchall() if found}


_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def _line(row: Columns) -> str:
    """Return a row as a line of COPY's text format."""
    return "\t".join(map(_cell, row)) + "\n"


_NEEDS_ESCAPE = re.compile(r"[\\\t\n\r]").search


_JSON = json.JSONEncoder(ensure_ascii=False).encode


class Cells(str):
    """Several columns of a row, as COPY writes them."""


@cache
def _around(kinds: tuple[str, ...], kind: str) -> tuple[str, str]:
    place = kinds.index(kind)
    return "\\N\t" * place, "\t\\N" * (len(kinds) - place - 1)


def one_of(kinds: tuple[str, ...], kind: str, id: int | None) -> Cells:
    """Return the foreign keys to some kinds of fact, of which one at most is set."""
    if kind not in kinds or id is None:
        return Cells("\t".join(["\\N"] * len(kinds)))
    before, after = _around(kinds, kind)
    return Cells(f"{before}{id}{after}")


def _cell(value: Any) -> str:
    kind = type(value)
    if value is None:
        return "\\N"
    if kind is int:
        return str(value)
    if kind is Cells:
        return str(value)
    if isinstance(value, str):
        return value.translate(_ESCAPES) if _NEEDS_ESCAPE(value) else value
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, dict):
        return _JSON(value).translate(_ESCAPES)
    if isinstance(value, list):
        return "{" + ",".join(value) + "}"  # of words of a closed list, which need no quotes
    return str(value)
