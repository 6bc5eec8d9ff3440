"""Lost updates: whoever saves a form that somebody else has overtaken is told so, and decides.

A form carries a version: a digest of the row and of the rows on its page, as they stood when it was opened. It is of
what the rows say rather than of PostgreSQL's `xmin`, which also moves when a check writes a verdict.
"""

import hashlib
from collections.abc import Iterable
from datetime import datetime

from django.db import connection
from django.db.models import Model
from django.utils import timezone

from aip.admin.history import Change, page_of_changes

Parts = list[tuple[type[Model], str]]  # the tables whose rows stand on the page, each with the column of the owner


def version_of(row: Model, parts: Parts) -> str:
    """Return when the version was taken, and the digest of what the page of a row shows, in one query."""
    selects, values = [], []
    for model, column in [(type(row), row._meta.pk.attname), *parts]:
        quoted = [connection.ops.quote_name(name) for name in (model._meta.db_table, column)]
        selects.append(DIGEST.format(*quoted))
        values += [list(getattr(model, "untracked", ())), row.pk]
    with connection.cursor() as cursor:
        cursor.execute("SELECT " + ", ".join(selects), values)
        digest = hashlib.sha256(repr(cursor.fetchone()).encode()).hexdigest()
    return f"{timezone.now().isoformat()} {digest}"


DIGEST = "(SELECT md5(string_agg((to_jsonb(t) - %s::text[])::text, '' ORDER BY id)) FROM {} t WHERE t.{} = %s)"


def lock(row: Model, parts: Parts) -> None:
    """Hold a row, and the rows on its page, until the end of the transaction."""
    for model, column in [(type(row), row._meta.pk.attname), *parts]:
        rows = model._base_manager.filter(**{column: row.pk}).order_by("pk")
        list(rows.select_for_update().values_list("pk"))


def is_same(one: str, other: str) -> bool:
    """Return whether two versions are of the same content."""
    return one.partition(" ")[2] == other.partition(" ")[2]


def what_happened(row: Model, parts: Parts, version: str) -> str:
    """Return in words what has changed since a version."""
    latest = page_of_changes(row, [model for model, _ in parts], 1).object_list
    try:
        opened = datetime.fromisoformat(version.partition(" ")[0])
        since = [change for change in latest if change.at > opened]
    except (ValueError, TypeError):
        since = []
    told = "; ".join(_told(since or latest[:1])) or "nobody left a trace"
    return (
        f"While this form was open, the page changed: {told}. Nothing of yours was saved yet. Compare; saving again "
        "writes what this form says."
    )


def _told(changes: Iterable[Change]) -> Iterable[str]:
    for change in changes:
        fields = ", ".join(
            f"{each.label} “{each.old}” → “{each.new}”" if each.old else f"{each.label} “{each.new}”"
            for each in change.fields
        )
        words = f"{change.who} {change.verb} {change.kind} {change.name} at {change.at:%H:%M} UTC"
        yield f"{words} ({fields})" if fields and change.verb != "deleted" else words
