"""Which value a field comes to hold: the latest published statement, unless an editor has had a hand in it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from aip.loading.tables import Columns, Names, Table

OTHER_NAMES = ("aliases", "former", "legal", "short")


@dataclass(frozen=True)
class Stated:
    """What one article says of a fact, and where it stands among all that say something of it."""

    order: tuple[date, str]
    values: dict[str, Any]


@dataclass
class Settled:
    """The columns a row comes to have, which fields of it change, and where file and editor differ."""

    columns: dict[str, Any]
    changed: list[str] = field(default_factory=list)
    kept: dict[str, tuple[Any, Any]] = field(default_factory=dict)  # field → what the file says, what the row keeps


def accepted(statements: Iterable[Stated]) -> dict[str, Any]:
    """Return field by field what the last statement says that says anything."""
    statements = list(statements)
    if len(statements) == 1:
        return statements[0].values
    merged: dict[str, Any] = {}
    ordered = sorted(statements, key=lambda stated: stated.order)
    for stated in ordered:
        merged.update(stated.values)
    if any("name" in stated.values for stated in ordered):
        merged["name"] = _main_name(ordered)
    return merged


def _main_name(statements: list[Stated]) -> str:
    """Return the last name by which a file calls it and that no file gives as another name only."""
    others = {name for stated in statements for kind in OTHER_NAMES for name in stated.values.get(kind, [])}
    names: list[str] = [stated.values["name"] for stated in statements if "name" in stated.values]
    return next((name for name in reversed(names) if name not in others), names[-1])


def new_row(table: Table, id: int, identity: Columns, now: dict[str, Any], names: Names) -> Columns:
    """Return the columns of a row that is made of what the files say."""
    row = [id, *identity]
    for name, column in table.fields.items():
        row += column.read(now[name], names) if name in now else column.empty
    return tuple(row)


def settle(
    table: Table,
    row: dict[str, Any],
    before: dict[str, Any],
    now: dict[str, Any],
    names: Names,
    *,
    decided: Iterable[str] = (),
    overwrite: bool = False,
) -> Settled:
    """Return what becomes of a row.

    `before` is what the files said when last loaded, `now` what they say; a row that differs from `before` was edited
    by hand. The editor's value stays, and so does a decided one; with `overwrite` the files' comes instead.
    """
    settled = Settled(dict(row))
    for name, column in table.fields.items():
        new = column.read(now[name], names) if name in now else column.empty
        held: Columns = tuple(row[each] for each in column.columns)
        old = column.read(before[name], names) if name in before else column.empty
        if held == new:
            continue
        if name not in decided and (held == old or overwrite):
            settled.columns.update(zip(column.columns, new, strict=True))
            settled.changed.append(name)
        elif new != old or held != old:
            settled.kept[name] = (now.get(name), held)
    return settled
