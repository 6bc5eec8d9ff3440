"""What a load did, and what it found: new, changed in the file, edited by hand, both, neither, removed."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from aip.loading.differing.wording import excerpts, short
from aip.loading.listing import ALL, Listing
from aip.loading.stating.sayings import Saying
from aip.loading.stating.settling import Answer, Difference, Differing, Settled
from aip.loading.storing.tables import Table

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
ONE = {"person": "person"}  # where it is not the other without its s
HEADS = ("new", "file changed", "edited by hand", "both", "neither", "removed")


@dataclass(frozen=True)
class Pending:
    """A field in which file and editor differ, before that is put into words."""

    table: Table
    id: int
    named: str  # what the file calls the fact
    article: str
    name: str
    differing: Differing


@dataclass
class Report:
    """How many rows of each kind a load made, changed, left alone and removed, and where files and editors differ.

    A fact counts once in every column that is true of one of its fields, and under “neither” where none is.
    """

    overwrite: bool = False
    listing: Listing = field(default_factory=Listing)
    new: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)  # since the files were last loaded, in the files
    edited: Counter[str] = field(default_factory=Counter)  # in the database
    both: Counter[str] = field(default_factory=Counter)  # here and there, to different values
    unchanged: Counter[str] = field(default_factory=Counter)
    removed: Counter[str] = field(default_factory=Counter)
    overwritten: int = 0
    differences: list[tuple[str, Difference]] = field(default_factory=list)  # with file and line
    decided: int = 0  # fields that a decision holds against what the files come to
    confirmed: int = 0  # differences that an editor has confirmed
    left: list[str] = field(default_factory=list)  # said by a file once, and no longer, and what became of it
    absent: list[str] = field(default_factory=list)  # articles that are in none of the files, and stay
    question: str = ""  # what has to be answered before so much is removed
    pending: dict[tuple[str, int, str], Pending] = field(default_factory=dict)  # differences in the making
    organizations: set[int] = field(default_factory=set)  # that this load looked at
    articles: set[int] = field(default_factory=set)  # the same
    files: dict[str, Path] = field(default_factory=dict)  # by the keys of all articles that were to be loaded
    twice: list[str] = field(default_factory=list)  # articles that seem to be said twice
    contradicted: list[str] = field(default_factory=list)  # the first citations that are against their facts
    contradictions: int = 0  # how many there are
    skipped: int = 0  # files that are as they were loaded last

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
        return [_line(place, difference) for place, difference in self.differences]

    def settled(self, table: Table, id: int, saying: Saying, settled: Settled) -> None:
        """Count a fact that was known, and note each of its fields in which file and editor differ."""
        answers = settled.answers
        if not answers:
            self.unchanged[table.kind] += 1
        for answer in answers:
            self._counters()[answer][table.kind] += 1
        self.overwritten += any(settled.differing[name].answer is not Answer.FILE_CHANGED for name in settled.changed)
        for name, differing in settled.differing.items():
            if differing.answer is not Answer.FILE_CHANGED:
                self._keep(Pending(table, id, saying.named, saying.article.key, name, differing))

    def _keep(self, pending: Pending) -> None:
        """Keep a difference; where another batch of files met it, that both have changed is still true."""
        key = (pending.table.kind, pending.id, pending.name)
        met = self.pending.get(key)
        if met and met.differing.answer is Answer.BOTH:
            answer = {"answer": Answer.BOTH, "said": met.differing.said}
            pending = replace(pending, differing=replace(pending.differing, **answer))
        self.pending[key] = pending

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
        skipped = (
            [f"{self.skipped:,} {'file is as it was' if self.skipped == 1 else 'files are as they were'} loaded last."]
            if self.skipped
            else []
        )
        return "\n".join([*([head, *table] if table else []), *skipped, *self._lists()])

    def _lists(self) -> Iterable[str]:
        new, changed, losing = self.listing.new, self.listing.changed, self.listing.losing
        files = [f"{file}: {_kinds(counts)}" for file, counts in sorted(new.items())]
        yield from self._listed("New:", files, len(files) + self.listing.more_new)
        yield from self._listed("Changed in the files:", changed.lines, changed.count)
        lose = "1 changed statement loses" if losing.count == 1 else f"{losing.count:,} changed statements lose"
        yield from self._listed(f"{lose} to a later article, and the fact stays:", losing.lines, losing.count)
        what = "the file's value is taken" if self.overwrite else "the database's value stays"
        yield from self._listed(f"Edited by hand; {what}:", self.kept)
        if self.decided:
            yield from ("", f"{_count(self.decided, 'field')} as decided, against the article published last.")
        if self.confirmed:
            yield from ("", f"{_count(self.confirmed, 'difference')} as confirmed.")
        yield from self._listed("No longer in its file:", sorted(self.left))
        yield from self._absent()
        yield from self._listed("Said twice?", self.twice)
        if self.question:
            yield from ("", self.question)

    def doubts(self) -> str:
        """Return the list of citations that are against their facts, which is known once they are checked."""
        return "\n".join(self._listed("Contradicted by their quotes:", self.contradicted, self.contradictions))

    def _absent(self) -> list[str]:
        """Tell in a line of the articles that are in none of the files; name them where all is listed."""
        count, first = len(self.absent), ", ".join([*self.absent[:1], *(["…"] if len(self.absent) > 1 else [])])
        many = "articles are" if count > 1 else "article is"
        words = f"{count:,} {many} in none of these files ({first}); with --prune would go what nothing else holds."
        if not count:
            return []
        return self._listed(words, self.absent) if self.listing.most == ALL else ["", words]

    def _listed(self, title: str, lines: list[str], count: int | None = None) -> list[str]:
        """Return a list under its title, cut where nobody would read on; `count` is how many lines there would be."""
        shown = lines[: self.listing.most]
        more = (len(lines) if count is None else count) - len(shown)
        return ["", title, *shown, *([f"… and {more:,} more; --all lists them"] if more else [])] if lines else []


def _count(count: int, noun: str) -> str:
    return f"{count:,} {noun} stays" if count == 1 else f"{count:,} {noun}s stay"


def _kinds(counts: Counter[str]) -> str:
    """Return how many rows of which kinds, in words."""
    return ", ".join(f"{counts[kind]:,} {_noun(kind, counts[kind])}" for kind in KINDS if counts[kind])


def _noun(kind: str, count: int) -> str:
    return KINDS[kind] if count != 1 else ONE.get(kind, KINDS[kind].removesuffix("s"))


def _line(place: str, difference: Difference) -> str:
    says, held = excerpts(difference.says, difference.held)
    what = f"{place}: {difference.named}, {difference.label}"
    if difference.undoes_decision:
        return f"{what}: not as decided: the accepted article says {says}, the database holds {held}"
    file = f"the file says {says}"
    if difference.has_left:
        file = f"the file said {says}, which has left it and counts until --prune"
    if difference.answer is not Answer.EDITED:
        file = f"the file said {short(difference.said)} and now says {says}"
    return f"{what}: {difference.answer}: {file}, the database {held}"
