"""What a row holds, in the words in which a file would say it."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import Model

from aip.figures import spell_figure
from aip.figures.figure import ENERGY, POWER
from aip.loading.storing.tables import Columns, Table
from aip.models.columns import stated_figure

UNITS = {"capacity": POWER, "energy": ENERGY}  # of figures that have no column for it


class Wording:
    """The names and keys of rows that fields refer to, fetched in one query a table."""

    def __init__(self) -> None:
        self._wanted: dict[type[Model], set[int]] = defaultdict(set)
        self._names: dict[tuple[type[Model], int], str] = {}

    def note(self, table: Table, name: str, held: Columns) -> None:
        """Note that the words for a field will be asked for."""
        target = _target(table, name)
        if target and held[0]:
            self._wanted[target].add(held[0])

    def learn(self) -> None:
        """Fetch what was noted."""
        for model, ids in self._wanted.items():
            column = "key" if any(each.name == "key" for each in model._meta.fields) else "name"
            rows = model._default_manager.filter(pk__in=ids).values_list("pk", column)
            self._names.update({(model, id): name for id, name in rows})
        self._wanted.clear()

    def words(self, table: Table, name: str, held: Columns) -> str:
        """Return the words for a field; empty where the row holds nothing."""
        target = _target(table, name)
        if target:
            return self._names.get((target, held[0]), f"no. {held[0]}") if held[0] else ""
        if len(held) > 1:
            return figure_words(name, held)
        return said_words(held[0])


def figure_words(name: str, held: Columns) -> str:
    """Return the spelling of a figure's columns."""
    value, high, bound, *unit = held
    figure = stated_figure(value, high, bound, unit[0] if unit else UNITS[name])
    return spell_figure(figure) if figure else ""


def said_words(value: Any) -> str:
    """Return a value of a file in a line."""
    if value is None or value == "":
        return ""
    if isinstance(value, (list, tuple)):
        return ", ".join(map(said_words, value))
    return str(value)


def short(words: str, most: int = 80) -> str:
    """Return words in a line of some length, “nothing” for none."""
    line = " ".join(words.split())
    return (line if len(line) <= most else f"{line[: most - 1]}…") or "nothing"


def excerpts(one: str, other: str, most: int = 80) -> tuple[str, str]:
    """Return two texts in a line each, of some length, from shortly before where they begin to differ."""
    first, second = " ".join(one.split()), " ".join(other.split())
    both = enumerate(zip(first, second, strict=False))
    same = next((place for place, (mine, its) in both if mine != its), min(len(first), len(second)))
    start = max(0, same - most // 2) if max(len(first), len(second)) > most else 0
    return short(_from(first, start), most), short(_from(second, start), most)


def arrow(said: Any, says: Any) -> str:
    """Return what a file said and what it says, in a line."""
    return " → ".join(excerpts(said_words(said), said_words(says)))


def _from(text: str, start: int) -> str:
    return f"…{text[start:]}" if start else text


def _target(table: Table, name: str) -> type[Model] | None:
    (column, *more) = table.fields[name].columns
    if more or not column.endswith("_id"):
        return None
    return table.model._meta.get_field(column.removesuffix("_id")).related_model


def named_columns(columns: Iterable[str], row: dict[str, Any]) -> Columns:
    """Return the values of some columns of a row."""
    return tuple(row[column] for column in columns)
