"""What each file says of each fact, before it is known which row that is."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from aip.documents import ArticleFile, Entry, Fault, UncitedFile
from aip.documents.checks import SECTIONS
from aip.documents.reading import read_file
from aip.documents.shape import Cite, OrganizationEntry, Part, PublisherEntry
from aip.documents.syntax import PathTo, Source, read_source
from aip.loading.storing.tables import spell
from aip.stated_dates import read_stated_date

KINDS = {  # section or part of a file → kind of fact
    "organizations": "organization",
    "people": "person",
    "positions": "position",
    "partnerships": "partnership",
    "members": "membership",
    "investments": "investment",
    "commitments": "commitment",
    "energy_deals": "energy_deal",
    "forecasts": "forecast",
    "observations": "observation",
}


@dataclass(eq=False)
class Said:
    """One article file, as a load keeps it: where it stands among all, and what it says."""

    key: str
    file: Path
    published: str
    digest: bytes
    is_uncited: bool = False  # no article, but what no article says
    sayings: list["Saying"] = field(default_factory=list)
    is_new: bool = False  # whether the database holds no such article yet

    @cached_property
    def order(self) -> tuple[date, str]:
        """Where it stands among the articles: of several statements the last one's is accepted."""
        return order_of(self.published, self.key)

    @cached_property
    def source(self) -> Source:
        """The file with the place of everything, read anew: somebody is to be told of a line."""
        return read_source(self.file)

    def fault(self, path: PathTo, message: str) -> Fault:
        """Return what is wrong with the value at `path`, with its place."""
        return Fault(self.file, *self.source.place(path), message)

    def plain(self) -> tuple[Any, ...]:
        """Return it in types that every serialization knows."""
        numbers = {saying: number for number, saying in enumerate(self.sayings)}
        rows = [
            (
                saying.kind,
                saying.path,
                saying.named,
                saying.values,
                saying.words,
                numbers[saying.holder] if saying.holder else None,
            )
            for saying in self.sayings
        ]
        return (self.key, str(self.file), self.published, self.digest, self.is_uncited, rows)

    @classmethod
    def of_plain(cls, plain: tuple[Any, ...]) -> "Said":
        """Return what `plain` was made of."""
        key, file, published, digest, is_uncited, rows = plain
        said = cls(key, Path(file), published, digest, is_uncited)
        sayings = said.sayings
        for kind, path, named, values, words, holder in rows:
            above = sayings[holder] if holder is not None else None
            sayings.append(Saying(said, kind, path, named, values, words, above))
        return said


@dataclass(eq=False, slots=True)
class Saying:
    """One entry of one file."""

    article: Said
    kind: str
    path: PathTo
    named: str  # what the file calls it, its holder's name in front
    values: dict[str, Any]  # what it says, in the file's own words, its citations under "cite"
    words: tuple[str, ...] = ()  # every name of an organization, the main one first; of a part what names it
    holder: "Saying | None" = None
    id: int | None = None  # of the row, once it is known; None for a fact deleted by hand

    @property
    def order(self) -> tuple[date, str]:
        """Where it stands among the statements on a fact: the last one is accepted."""
        return self.article.order

    def alone(self) -> "Saying":
        """Return it without the rest of its file, which so need not stay in memory."""
        article = Said(self.article.key, self.article.file, self.article.published, self.article.digest)
        return Saying(article, self.kind, self.path, self.named, {}, self.words)

    def fault(self, message: str, *steps: str | int) -> Fault:
        """Return what is wrong with it, or with a field of it, and where."""
        return self.article.fault((*self.path, *steps), message)


def order_of(published: str, key: str) -> tuple[date, str]:
    """Return by what statements are ordered: date of publishing, the undated first, then the article's key."""
    return (read_stated_date(published)[0] if published else date.min, key)


def said_by(file: ArticleFile | UncitedFile) -> Said:
    """Return what a file says of its publisher, of the article itself, and of every fact; holders before parts."""
    if isinstance(file, UncitedFile):
        said = Said(file.key, file.source.file, "", file.source.digest, is_uncited=True)
        for number, publisher in enumerate(file.document.publishers):
            said.sayings.append(_of_publisher(said, ("publishers", number), publisher))
    else:
        header = file.document.article
        said = Said(file.key, file.source.file, header.published, file.source.digest)
        said.sayings.append(_of_publisher(said, ("article", "publisher"), header.publisher))
        values = {"publisher": str(header.publisher.name), **_values(header, leave_out="publisher")}
        said.sayings.append(Saying(said, "article", ("article",), said.key, values))
    said.sayings += _sayings(said, file)
    return said


def said_in(file: Path) -> Said | None:
    """Return what an article's file says, read anew: somebody is to be told of a line. None for another file."""
    read = read_file(file)
    return said_by(read) if isinstance(read, ArticleFile) else None


def _of_publisher(said: Said, path: PathTo, publisher: PublisherEntry) -> Saying:
    return Saying(said, "publisher", path, str(publisher.name), _values(publisher, leave_out="name"))


def _sayings(said: Said, file: ArticleFile | UncitedFile) -> Iterator[Saying]:
    for section, (_, part, _) in SECTIONS.items():
        for number, entry in enumerate(getattr(file.document, section)):
            saying = _saying(said, section, (section, number), entry, None)
            yield saying
            for place, each in enumerate(getattr(entry, part) if part else []):
                yield _saying(said, part, (section, number, part, place), each, saying)


def _values(part: Part, leave_out: str) -> dict[str, Any]:
    """Return the values that a part of a file gives, in its own words."""
    fields = [name for name in type(part).model_fields if name in part.model_fields_set and name != leave_out]
    return {name: spell(getattr(part, name)) for name in fields}


def _saying(said: Said, section: str, path: PathTo, entry: Any, holder: Saying | None) -> Saying:
    words: tuple[str, ...] = ()
    if isinstance(entry, Entry):
        named, values = entry.named, {name: spell(value) for name, value in entry.said().items()}
    else:
        named, values = entry.name, {"note": entry.note} if entry.note else {}
    if isinstance(entry, OrganizationEntry):
        values = {"name": entry.name, **values}
        words = (entry.name, *entry.aliases, *entry.former, *entry.legal, *entry.short)
    if holder:
        named = f"{holder.named}/{named}"
        words = tuple(str(getattr(entry, name)) for name in entry.identity)
    if isinstance(entry, Entry) and entry.cite:
        values["cite"] = [_cited(cite) for cite in entry.cite]
    return Saying(said, KINDS[section], path, named, values, words, holder)


def _cited(cite: Cite) -> dict[str, Any]:
    """Return a citation as JSON holds it."""
    said = {"field": cite.field, "paragraph": cite.paragraph, "quote": cite.quote}
    return {**said, **{name: spell(getattr(cite, name)) for name in ("states", "note") if getattr(cite, name)}}
