"""The database laid over the statements on one fact: what a row holds comes to be what the files say."""

from dataclasses import dataclass, field
from typing import Any

from pydantic import TypeAdapter, ValidationError

from aip.documents.shape import Entry as EntryShape
from aip.dumping.entries import SHAPES, Cited, Entry
from aip.dumping.knowing import Known
from aip.figures import read_figure, spell_figure
from aip.loading.differing.wording import UNITS, figure_words, said_words
from aip.loading.storing.tables import FIGURES, Columns, Field, Table, figure_columns, spell
from aip.models.columns import stated_figure

UNDISCLOSED = "undisclosed"
NOTHING: Columns = (None, None, "", "")
LEFT_OUT = ""  # of a citation that no file can hold


@dataclass(frozen=True)
class Decided:
    """What was accepted for a field: what a citation states, or its article where that is no figure."""

    article: int
    figure: Columns


@dataclass
class Fact:
    """A row with every entry on it, and what became of its citations."""

    table: Table
    row: dict[str, Any]
    entries: list[Entry]
    decided: dict[str, Decided] = field(default_factory=dict)  # field → what was accepted last
    states: dict[int, str] = field(default_factory=dict)  # citation → the figure that it states, or LEFT_OUT
    not_held: list[str] = field(default_factory=list)
    undone: dict[str, str] = field(default_factory=dict)  # fields that hold something else than was decided, in words

    def lose(self, words: str) -> None:
        """Note what no file can hold."""
        self.not_held.append(f"{self.called}: {words}")

    @property
    def called(self) -> str:
        """What a report calls it."""
        name = self.row.get("key") or self.row.get("name") or ", ".join(self.entries[-1].words.values())
        return f"{self.table.kind.replace('_', ' ')} {name}"

    def stating(self, name: str) -> list[Entry]:
        """Return the entries that say something of a field, the accepted one last."""
        return [entry for entry in self.entries if name in entry.values]


def lay(fact: Fact, known: Known) -> None:
    """Lay the columns of a row over what the entries on it say, so that loading them makes this row again."""
    for name, column in fact.table.fields.items():
        if (fact.table.kind, name) not in (("organization", "name"), ("article", "publisher")):
            _lay_field(fact, name, column, known)


def _lay_field(fact: Fact, name: str, column: Field, known: Known) -> None:
    stating = fact.stating(name)
    held = tuple(fact.row[each] for each in column.columns)
    said = column.read(stating[-1].values[name], known) if stating else column.empty
    if name in fact.decided:
        accepted = _accepted(fact, name, column, known, held)
        if held != accepted:
            was, now = ((figure_words if len(each) > 1 else _in_words)(name, each) for each in (accepted, held))
            fact.undone[name] = (
                f"{fact.called}: {name}: the accepted article says {was}, the database holds {now or 'nothing'}"
            )
    elif said != held:
        words = spelled(fact, name, column, held, known)
        if words is not None:
            (stating or fact.entries)[-1].put(name, words)
        elif name in fact.table.required:  # a figure; everything else that is required is never empty
            fact.lose(f"that it has no {name}, as a file must state one")
        elif held == column.empty:
            for entry in stating:
                entry.put(name, None)
    elif name in fact.table.required and not stating:
        fact.entries[-1].put(name, UNDISCLOSED)
        fact.lose(f"that it has no {name}, as a file must state one")


def _in_words(name: str, held: Columns) -> str:
    return said_words(held[0])


def _accepted(fact: Fact, name: str, column: Field, known: Known, held: Columns) -> Columns:
    """Return what loading a decision writes; what a row holds where the article of the decision says nothing else."""
    decided = fact.decided[name]
    if len(held) > 1:
        return decided.figure[: len(held)]
    made = [entry for entry in fact.entries if entry.article == decided.article and entry.statement]
    first = min(made, key=lambda entry: entry.statement or 0, default=None)
    return column.read(first.values[name], known) if first and name in first.values else held


def spelled(fact: Fact, name: str, column: Field, held: Columns, known: Known) -> Any:
    """Return what a row holds in a field as a file says it, None for nothing."""
    if len(column.columns) > 1:
        value, high, bound, unit = held if len(held) > 3 else (*held, UNITS[name])
        figure = stated_figure(value, high, bound, unit)
        words: Any = figure and spell_figure(figure)
    elif column.columns[0].endswith("_id"):
        words = known.words(name, held[0]) if held[0] else None
    else:
        words = held[0]
    return None if words in (None, "", []) else holdable(fact, name, words)


def holdable(fact: Fact, name: str, words: Any) -> Any:
    """Return a value as a file holds it, None where none can; note what is lost."""
    shape = SHAPES[fact.table.kind].model_fields[name]
    try:
        plain = str(words) if isinstance(words, int) else words
        read = spell(TypeAdapter(shape.rebuild_annotation()).validate_python(plain))
    except ValidationError as errors:
        fact.lose(f"{name} cannot stand in a file: {errors.errors()[0]['msg'].removeprefix('Value error, ')}")
        return None
    if read != words:
        fact.lose(f"{name} stands in the file with white space and accents put in order")
    return read


def lay_citations(fact: Fact, known: Known) -> None:
    """Have every entry say what its citations support, with the figures that they state."""
    shape = SHAPES[fact.table.kind]
    citable = shape.citable() if issubclass(shape, EntryShape) else []
    for entry in fact.entries:
        for name in dict.fromkeys(cite.field for cite in entry.cites if cite.field):
            cites = [cite for cite in entry.cites if cite.field == name]
            if name not in citable:
                _leave_out(fact, cites, f"files cite no {name} here")
            elif name in FIGURES[fact.table.kind]:
                _state(fact, entry, name, cites, known)
            elif name not in entry.values and name not in entry.words:
                words = _said_of(fact, name, known)
                entry.put(name, words)
                if words is None:
                    _leave_out(fact, cites, f"it says nothing of {name}")


def _leave_out(fact: Fact, cites: list[Cited], why: str) -> None:
    for cite in cites:
        fact.states[cite.id] = LEFT_OUT
        fact.lose(f"the citation “{cite.quote}” is left out: {why}")


def _said_of(fact: Fact, name: str, known: Known) -> Any:
    """Return what the database holds of a field that is cited, None for nothing."""
    column = fact.table.fields.get(name)
    if column is None:
        return fact.row["others"].get(name)
    return spelled(fact, name, column, tuple(fact.row[each] for each in column.columns), known)


def _state(fact: Fact, entry: Entry, name: str, cites: list[Cited], known: Known) -> None:
    """Have the entry say the figure that its citations state; where it cannot, they say for themselves."""
    stated = list(dict.fromkeys(cite.figure for cite in cites))
    later = any(other.place > entry.place for other in fact.stating(name))
    if (later or name in fact.decided) and stated[0] != NOTHING and _columns(entry, name) not in stated:
        entry.put(name, _spelled(stated[0]))
    if name not in entry.values:
        entry.put(name, _said_of(fact, name, known))
    for cite in cites:
        follows = name in entry.was and cite.figure == figure_columns(read_figure(entry.was[name]))
        if cite.figure == NOTHING:
            if name in entry.values:
                fact.lose(f"the citation “{cite.quote}” states no figure; by the file it states {entry.values[name]}")
            else:
                _leave_out(fact, [cite], f"it says nothing of {name}")
        elif cite.figure != _columns(entry, name) and not (follows and name in entry.values):
            fact.states[cite.id] = _spelled(cite.figure)


def _columns(entry: Entry, name: str) -> Columns:
    return figure_columns(read_figure(entry.values[name])) if name in entry.values else NOTHING


def _spelled(figure: Columns) -> str:
    stated = stated_figure(*figure)
    return spell_figure(stated) if stated else ""
