"""What a load did, and what it found: new, changed in the file, edited by hand, both, neither, removed."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from aip.loading.sayings import Saying
from aip.loading.settling import Answer, Difference, Differing, Settled
from aip.loading.tables import Table
from aip.loading.wording import excerpts, short

KINDS = {
    "publisher": "publishers",
    "article": "articles",
    "organization": "organizations",
    "name": "other names",
    "identifier": "identifiers",
    "person": "people",
    "position": "positions",
    "partnership": "partnerships",
    "membership": "members",
    "investment": "investments",
    "commitment": "commitments",
    "energy_deal": "energy deals",
    "forecast": "forecasts",
    "observation": "observations",
    "citation": "citations",
    "decision": "decisions",
}
MOST = 30  # lines of a list
HEADS = ("new", "file changed", "edited by hand", "both", "neither", "removed")


@dataclass
class Report:
    """How many rows of each kind a load made, changed, left alone and removed, and where files and editors differ.

    A fact counts once in every column that is true of one of its fields, and under “neither” where none is.
    """

    overwrite: bool = False
    new: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)  # since the files were last loaded, in the files
    edited: Counter[str] = field(default_factory=Counter)  # in the database
    both: Counter[str] = field(default_factory=Counter)  # here and there, to different values
    unchanged: Counter[str] = field(default_factory=Counter)
    removed: Counter[str] = field(default_factory=Counter)
    overwritten: int = 0
    differences: list[tuple[str, Difference]] = field(default_factory=list)  # with file and line
    confirmed: int = 0  # differences that an editor has confirmed
    left: list[str] = field(default_factory=list)  # said by a file once, and no longer, and what became of it
    pending: list[tuple[Table, int, Saying, str, Differing]] = field(default_factory=list)  # differences in the making

    def count(self, kind: str, *, new: bool, changed: bool) -> None:
        """Count one row."""
        counter = self.new if new else self.changed if changed else self.unchanged
        counter[kind] += 1

    @property
    def changes(self) -> bool:
        """Whether the load wrote anything."""
        return bool(self.new.total() + self.changed.total() + self.removed.total() + self.overwritten)

    @property
    def kept(self) -> list[str]:
        """The fields in which file and editor differ, in lines."""
        return [_line(place, difference) for place, difference in sorted(self.differences, key=_by_place)]

    def settled(self, table: Table, id: int, saying: Saying, *, new: bool, settled: Settled) -> None:
        """Count a fact, and note each of its fields in which file and editor differ."""
        answers = settled.answers
        if new or not answers:
            self.count(table.kind, new=new, changed=False)
        for answer in answers:
            self._counters()[answer][table.kind] += 1
        self.overwritten += any(settled.differing[name].answer is not Answer.FILE_CHANGED for name in settled.changed)
        for name, differing in settled.differing.items():
            if differing.answer is not Answer.FILE_CHANGED or differing.decided:
                self.pending.append((table, id, saying, name, differing))

    def differs(self, difference: Difference, place: str) -> None:
        """List a difference, unless an editor has confirmed it."""
        if difference.confirmed:
            self.confirmed += 1
        else:
            self.differences.append((place, difference))

    def _counters(self) -> dict[Answer, Counter[str]]:
        return {Answer.FILE_CHANGED: self.changed, Answer.EDITED: self.edited, Answer.BOTH: self.both}

    def __str__(self) -> str:
        counters = (self.new, self.changed, self.edited, self.both, self.unchanged, self.removed)
        rows = [(name, [counter[kind] for counter in counters]) for kind, name in KINDS.items()]
        head = f"{'':<15}" + "".join(f"{words:>{len(words) + 3}}" for words in HEADS)
        table = [
            f"{name:<15}" + "".join(f"{n:>{len(words) + 3},}" for n, words in zip(counts, HEADS, strict=True))
            for name, counts in rows
            if any(counts)
        ]
        return "\n".join([head, *table, *self._lists()] if table else ["There is nothing in these files."])

    def _lists(self) -> Iterable[str]:
        what = "the file's value is taken" if self.overwrite else "the database's value stays"
        yield from listed(f"Edited by hand; {what}, but a decided one stays:", self.kept)
        if self.confirmed:
            yield from ("", f"{self.confirmed:,} more differences stay, as an editor has confirmed.")
        yield from listed("No longer in its file:", sorted(self.left))


def place_of(saying: Saying, *steps: str | int) -> str:
    """Return file and line of what a file says."""
    return f"{saying.article.source.file}:{saying.article.source.place((*saying.path, *steps))[0]}"


def listed(title: str, lines: list[str]) -> list[str]:
    """Return a list under its title, cut where nobody would read on."""
    more = [f"… and {len(lines) - MOST:,} more"] if len(lines) > MOST else []
    return ["", title, *lines[:MOST], *more] if lines else []


def _by_place(differing: tuple[str, Difference]) -> tuple[str, int, str]:
    file, _, line = differing[0].rpartition(":")
    return (file, int(line), differing[1].label) if line.isdecimal() else (differing[0], 0, differing[1].label)


def _line(place: str, difference: Difference) -> str:
    says, held = excerpts(difference.says, difference.held)
    file = f"the file says {says}"
    if difference.answer is not Answer.EDITED:
        file = f"the file said {short(difference.said)} and now says {says}"
    decided = " (decided)" if difference.decided else ""
    return f"{place}: {difference.named}, {difference.label}: {difference.answer}: {file}, the database {held}{decided}"
