"""Which value a field comes to hold: the latest published statement, unless an editor has had a hand in it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from aip.loading.stating.decided import Decided
from aip.loading.storing.tables import Columns, Names, Table

OTHER_NAMES = ("aliases", "former", "legal", "short")


@dataclass(frozen=True)
class Stated:
    """What one article says of a fact, and where it stands among all that say something of it."""

    order: tuple[date, str]
    values: dict[str, Any]


class Answer(StrEnum):
    """What became of a field since the files were last loaded."""

    FILE_CHANGED = "file changed"
    EDITED = "edited by hand"
    BOTH = "both"


@dataclass(frozen=True)
class Differing:
    """A field in which the file now and the row differ, seen from what the file said when last loaded."""

    answer: Answer
    said: Any
    says: Any
    held: Columns


@dataclass(frozen=True)
class Difference:
    """One field of one fact, or one of its names, identifiers or quotes, in which file and database differ."""

    kind: str
    fact: int | None  # None for a fact deleted by hand
    named: str  # what the file calls the fact
    field: str
    item: str  # which name, identifier or quote
    statement: int  # the one whose value is accepted
    article: str
    says: str  # in the file's own words, as `held`
    held: str
    decided: bool = False  # the database holds what somebody decided, against what the files come to
    undoes_decision: bool = False  # the database holds something else than decided, which is what `says` says
    has_left: bool = False  # the file says it no longer, and what it said counts until it is pruned
    confirmed: bool = False  # by an editor, and neither side has changed since
    answer: Answer = Answer.EDITED
    said: str = ""  # what the file said before, where it said something else

    @property
    def label(self) -> str:
        """The field, and which of its names, identifiers or quotes."""
        return f"{self.field}: {self.item}" if self.item else self.field


@dataclass
class Settled:
    """The columns a row comes to have, which fields of it change, and what became of each field that differs."""

    columns: dict[str, Any]
    changed: list[str] = field(default_factory=list)
    differing: dict[str, Differing] = field(default_factory=dict)

    @property
    def answers(self) -> set[Answer]:
        """Every answer that one of the fields gives; none means that neither file nor editor changed the row."""
        return {each.answer for each in self.differing.values()}


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
    decided: Mapping[str, Decided] = MappingProxyType({}),
    overwrite: bool = False,
) -> Settled:
    """Return what becomes of a row.

    `before` is what the files said when last loaded, `now` what they say; a row that differs from `before` was edited
    by hand. The editor's value stays, with `overwrite` the files' comes instead. Of a field that was `decided`, the
    files' value is the decided one. Where file and editor came to the same value, there is no difference.
    """
    settled = Settled(dict(row))
    for name, column in table.fields.items():
        held: Columns = tuple(row[each] for each in column.columns)
        if name in decided:
            new = old = decided[name].columns or held
            said = says = decided[name].says
        else:
            new = column.read(now[name], names) if name in now else column.empty
            old = column.read(before[name], names) if name in before else column.empty
            said, says = before.get(name), now.get(name)
        if held == new:
            continue
        answer = Answer.FILE_CHANGED if held == old else Answer.EDITED if new == old else Answer.BOTH
        settled.differing[name] = Differing(answer, said, says, held)
        if answer is Answer.FILE_CHANGED or overwrite:
            settled.columns.update(zip(column.columns, new, strict=True))
            settled.changed.append(name)
    return settled
