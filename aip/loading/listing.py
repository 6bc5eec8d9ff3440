"""What each file of a load changes, line by line: kept are the lines that are shown, the others only counted."""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any

from aip.documents.syntax import PathTo, read_source
from aip.loading.differing.wording import arrow, excerpts, said_words
from aip.loading.stating.facts import Facts
from aip.loading.stating.sayings import Said, Saying
from aip.loading.stating.settling import OTHER_NAMES, Answer, Settled, Stated

MOST = 30  # lines of a list
ALL = sys.maxsize


@dataclass(frozen=True, order=True)
class Change:
    """A field of a fact of which a file says something else than when it was last loaded."""

    file: str
    named: str  # what the file calls the fact
    label: str
    words: str
    path: PathTo = field(default=(), compare=False)


class First:
    """The first changes in the order of the files, and how many there are in all."""

    def __init__(self, most: int) -> None:
        self.most, self.count = most, 0
        self.lines: list[str] = []  # the changes that are shown, once they have their places
        self._kept: list[Change] = []

    def add(self, saying: Saying, name: str, words: str) -> None:
        """Note what a file changes of a field."""
        self.count += 1
        self._kept.append(Change(str(saying.article.file), saying.named, name, words, (*saying.path, name)))
        if len(self._kept) > 2 * self.most:
            self._kept = sorted(self._kept)[: self.most]

    def place(self) -> None:
        """Find the lines in which the files say so now, or else where the entry begins; one file after the other."""
        shown = sorted(self._kept)[: self.most]
        for file, changes in groupby(shown, attrgetter("file")):
            source = read_source(Path(file))
            placed = sorted((source.place(each.path)[0], each) for each in changes)
            self.lines += [f"{file}:{line}: {each.named}, {each.label}: {each.words}" for line, each in placed]


class Listing:
    """What the files change of known facts, which changed statements lose to a later article's, and what is new."""

    def __init__(self, most: int = MOST, *, with_new_files: bool = False) -> None:
        """`with_new_files` says to list what is new of articles that are new themselves, too."""
        self.most, self.with_new_files = most, with_new_files
        self.changed, self.losing = First(most), First(most)
        self.new: dict[str, Counter[str]] = defaultdict(Counter)  # file → new rows by kind
        self.more_new = 0  # files that are not in `new` any more
        self._first: dict[str, int] = {}  # kind → the least id that was given to a new row

    def add_new(self, kind: str, said: Said, id: int | None = None) -> None:
        """Count something new by its file."""
        if id:
            self._first[kind] = min(id, self._first.get(kind, ALL))
        if self.with_new_files or not said.is_new:
            self.new[str(said.file)][kind] += 1

    def is_new(self, kind: str, id: int) -> bool:
        """Whether this load itself made the row, in an earlier batch; ids only grow."""
        return id >= self._first.get(kind, ALL)

    def place(self) -> None:
        """Put into lines what is shown."""
        self.changed.place()
        self.losing.place()

    def forget(self) -> None:
        """Forget, at the end of a batch, the new of files for which no line is left."""
        beyond = sorted(self.new)[self.most :]
        self.more_new += len(beyond)
        for file in beyond:
            del self.new[file]

    def add(self, facts: Facts, id: int, settled: Settled, now: dict[str, Any]) -> None:
        """Note what the files change of a fact that was known; `now` is what all articles come to."""
        sayings = facts.sayings[id]
        for name in settled.changed:
            differing = settled.differing[name]
            if differing.answer is Answer.FILE_CHANGED:
                saying = max(sayings, key=lambda each: (_moves(each, name, facts), each.order))
                self.changed.add(saying, name, arrow(differing.said, differing.says))
        for saying in sayings:
            stored = facts.batch.stored.get(saying)
            if stored and stored.values != saying.values:
                for name, said, says in _parts(stored.values, saying.values):
                    self.changed.add(saying, name, arrow(said, says))
                for name in facts.table.fields.keys() - facts.decided[id]:
                    if name in now and _moves(saying, name, facts) and saying.values.get(name) != now[name]:
                        self._add_losing(saying, name, facts.now[id], now[name])

    def _add_losing(self, saying: Saying, name: str, stated: list[Stated], value: Any) -> None:
        winner = max((each.order for each in stated if each.values.get(name) == value), default=saying.order)
        if winner > saying.order:  # else it has left off what it said, and the fact changes
            why = "published later" if winner[0] > saying.order[0] else "the later key"
            says, other = excerpts(said_words(saying.values.get(name)), said_words(value))
            self.losing.add(saying, name, f"now says {says}; {winner[1]}, {why}, says {other}")


def _moves(saying: Saying, name: str, facts: Facts) -> bool:
    """Whether a file says something else of a field than when it was last loaded, or says it for the first time."""
    stored = facts.batch.stored.get(saying)
    return saying.values.get(name) != (stored.values.get(name) if stored else None)


def _parts(before: dict[str, Any], now: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield field, what was said and what is said; a name given no longer is told of as what left its file."""
    for name in OTHER_NAMES:
        yield from ((name, "", each) for each in now.get(name, []) if each not in before.get(name, []))
    known = _identifiers(before)
    yield from (("identifiers", "", each) for each in _identifiers(now) if each not in known)
    said, says = _cites(before), _cites(now)
    for cite in {**says, **said}:
        if said.get(cite) != says.get(cite):
            yield "cite", said.get(cite, ""), says.get(cite, "")


def _identifiers(values: dict[str, Any]) -> list[str]:
    return [f"{scheme} {value}" for scheme, each in values.get("identifiers", {}).items() for value in each]


def _cites(values: dict[str, Any]) -> dict[Any, str]:
    """Return each citation of an entry in words, by what tells it from others."""
    return {
        (cite["field"], cite["quote"], cite["paragraph"]): " ".join(
            filter(None, [cite["field"], f"“{cite['quote']}”", cite.get("states"), cite.get("note")])
        )
        for cite in values.get("cite", [])
    }
