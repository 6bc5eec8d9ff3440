"""What each file says of each fact, before it is known which row that is."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from aip.documents import ArticleFile, Entry, Fault, UncitedFile
from aip.documents.checks import SECTIONS
from aip.documents.shape import Cite, OrganizationEntry, Part
from aip.documents.syntax import PathTo
from aip.loading.tables import spell
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
class Saying:
    """One entry of one file."""

    article: ArticleFile | UncitedFile
    kind: str
    path: PathTo
    named: str  # what the file calls it, its holder's name in front
    values: dict[str, Any]  # what it says, in the file's own words
    entry: Any = None
    holder: "Saying | None" = None
    cites: list[Cite] = field(default_factory=list)
    id: int | None = None  # of the row, once it is known; None for a fact deleted by hand

    @property
    def order(self) -> tuple[date, str]:
        """Where it stands among the statements on a fact: the last one is accepted."""
        return order_of(self.article.published, self.article.key)

    def fault(self, message: str, *steps: str | int) -> Fault:
        """Return what is wrong with it, or with a field of it, and where."""
        return self.article.fault((*self.path, *steps), message)

    def cited(self) -> list[dict[str, Any]]:
        """Return its citations as JSON holds them."""
        return [
            {
                **{name: spell(getattr(cite, name)) for name in ("states", "note") if getattr(cite, name)},
                **{name: getattr(cite, name) for name in ("field", "paragraph", "quote")},
            }
            for cite in self.cites
        ]


def order_of(published: str, key: str) -> tuple[date, str]:
    """Return by what statements are ordered: date of publishing, the undated first, then the article's key."""
    return (read_stated_date(published)[0] if published else date.min, key)


def sayings_of(article: ArticleFile | UncitedFile) -> Iterator[Saying]:
    """Yield what a file says of its publisher, of the article itself, and of every fact; holders before their parts."""
    if isinstance(article, UncitedFile):
        for number, publisher in enumerate(article.document.publishers):
            said = _said(publisher, leave_out="name")
            yield Saying(article, "publisher", ("publishers", number), publisher.name, said, publisher)
    else:
        header = article.document.article
        publisher = header.publisher
        said = _said(publisher, leave_out="name")
        yield Saying(article, "publisher", ("article", "publisher"), publisher.name, said, publisher)
        said = {"publisher": publisher.name, **_said(header, leave_out="publisher")}
        yield Saying(article, "article", ("article",), article.key, said, header)
    for section, (_, part, _) in SECTIONS.items():
        for number, entry in enumerate(getattr(article.document, section)):
            saying = _saying(article, section, (section, number), entry, None)
            yield saying
            for place, each in enumerate(getattr(entry, part) if part else []):
                yield _saying(article, part, (section, number, part, place), each, saying)


def _said(part: Part, leave_out: str) -> dict[str, Any]:
    """Return the values that a part of a file gives, in its own words."""
    fields = [name for name in type(part).model_fields if name in part.model_fields_set and name != leave_out]
    return {name: spell(getattr(part, name)) for name in fields}


def _saying(
    article: ArticleFile | UncitedFile, section: str, path: PathTo, entry: Any, holder: Saying | None
) -> Saying:
    if isinstance(entry, Entry):
        named, values, cites = entry.named, entry.said(), entry.cite
    else:
        named, values, cites = entry.name, {"note": entry.note} if entry.note else {}, []
    if isinstance(entry, OrganizationEntry):
        values = {"name": entry.name, **values}
    if holder:
        named = f"{holder.named}/{named}"
    saying = Saying(article, KINDS[section], path, named, spell(values), entry, holder, list(cites))
    if cites:
        saying.values["cite"] = saying.cited()
    return saying
