"""What each article's file comes to say of each fact, before it is put together."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from aip.documents.checks import SECTIONS
from aip.documents.shape import Header, Part, PersonEntry, PublisherEntry
from aip.loading.stating.sayings import KINDS
from aip.loading.storing.tables import Columns

SHAPES: dict[str, type[Part]] = {"publisher": PublisherEntry, "article": Header, "person": PersonEntry}
HOLDERS: dict[str, tuple[str, str]] = {}  # kind of a part → kind of what holds it, and under which key
for _section, (_shape, _field, _part) in SECTIONS.items():
    if _shape:
        SHAPES[KINDS[_section]] = _shape
    if _part:
        SHAPES[KINDS[_field]] = _part
        HOLDERS[KINDS[_field]] = (KINDS[_section], _field)


@dataclass(frozen=True)
class Cited:
    """A citation, as the database holds it."""

    id: int
    article: int
    field: str
    paragraph: int | None
    quote: str
    figure: Columns
    note: str = ""

    @property
    def said(self) -> tuple[str, int | None, str]:
        """What a file says of it."""
        return self.field, self.paragraph, self.quote


@dataclass(eq=False)
class Entry:
    """What one file says of one fact: at first its statement, then with what the database holds laid over it."""

    kind: str
    fact: int
    article: int | None  # None: no article's, but of the file of what is uncited
    order: tuple[date, str] = (date.min, "")
    named: str | None = None  # what the file calls it; None where it does not speak of it yet
    values: dict[str, Any] = field(default_factory=dict)
    statement: int | None = None
    words: dict[str, str] = field(default_factory=dict)  # what names it in the file
    holder: int | None = None  # the fact that it is a part of
    holder_words: dict[str, str] = field(default_factory=dict)
    cites: list[Cited] = field(default_factory=list)
    changed: bool = False

    def __post_init__(self) -> None:
        self.cited = [(cite["field"], cite["paragraph"], cite["quote"]) for cite in self.values.pop("cite", [])]
        self.was = dict(self.values)

    def put(self, name: str, value: Any) -> None:
        """Say a value, or nothing where it is None or empty."""
        if value in (None, [], {}):
            if name in self.values:
                del self.values[name]
                self.changed = True
        elif self.values.get(name) != value:
            self.values[name] = value
            self.changed = True

    def call(self, words: dict[str, str]) -> None:
        """Name the fact in other words."""
        if self.words != words:
            self.words = words
            self.changed = True

    @property
    def called(self) -> str:
        """The fact for people."""
        return ", ".join([*self.holder_words.values(), *(self.words.values() or [self.values["name"]])])

    @property
    def place(self) -> tuple[tuple[date, str], str, str]:
        """Where it stands among all that say something of the fact."""
        return self.order, (self.named or "").casefold(), self.named or ""


def place_citations(entries: list[Entry], citations: list[Cited]) -> None:
    """Give each citation to the entry of its article that made it, or else to the last that the article has."""
    by_article: dict[int | None, list[Entry]] = {}
    for entry in entries:
        by_article.setdefault(entry.article, []).append(entry)
    for citation in citations:
        own = by_article[citation.article]
        maker = own[-1]
        if len(own) > 1:
            maker = next((entry for entry in own if citation.said in entry.cited), maker)
        maker.cites.append(citation)


def in_words(kind: str, named: str) -> dict[str, str] | None:
    """Return the words by which a file names a fact, of what its statement calls it; None where that is unclear."""
    if kind == "organization":
        return {}
    if kind in ("person", "publisher"):
        return {"name": named}
    if kind == "membership":
        organization, role = named.split("/", 1)[1].rsplit("/", 1)
        return {"organization": organization, "role": role}
    if kind == "commitment":
        return {"investor": named.split("/", 1)[1]}
    if kind == "position":
        words = named.split("/")
        return {"organization": words[1], "title": words[2]} if len(words) == 3 else None
    return {"key": named}
