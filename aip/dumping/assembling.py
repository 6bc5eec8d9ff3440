"""Articles with their statements, citations and changes → documents, a batch of articles at a time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import F
from django.db.models.functions import Coalesce
from pydantic import ValidationError

from aip.documents.checks import SECTIONS
from aip.documents.shape import ArticleDocument, Cite, UncitedDocument
from aip.dumping.entries import HOLDERS, Cited, Entry, in_words, place_citations
from aip.dumping.laying import LEFT_OUT
from aip.dumping.reading import FIGURE, Changes
from aip.loading.stating.sayings import KINDS
from aip.loading.storing.tables import line_feeds
from aip.models import Article
from aip.models.sources import STATED
from aip.quotes import paragraphs_with

BATCH = 200  # articles at a time
WHY = "Typed in by hand; no article is cited for it."
HOLDER_IDS = ("membership__partnership_id", "commitment__investment_id", "position__person_id")
SECTION_OF = {kind: section for section, kind in KINDS.items()}
Item = dict[str, Any]


class Unwritable(Exception):
    """An article that no file can hold as it is, with the reason."""


def documents(changes: Changes, keys: list[str] | None = None) -> Iterator[tuple[str, ArticleDocument | Unwritable]]:
    """Yield key and document of each article, or why it has none."""
    articles = Article.objects.order_by("key")
    if keys is not None:
        articles = articles.filter(key__in=keys)
    last = ""
    while batch := dict(articles.filter(key__gt=last).values_list("pk", "key")[:BATCH]):
        entries = _entries(batch, changes)
        cites = _citations(batch, changes)
        for id, key in batch.items():
            for (kind, fact), each in cites[id].items():
                place_citations([entry for entry in entries[id] if (entry.kind, entry.fact) == (kind, fact)], each)
            yield key, _document(key, entries[id], changes)
        last = key


def uncited(changes: Changes) -> UncitedDocument | None:
    """Return the file of what no article says, None where there is nothing."""
    entries = changes.new.get(None, [])
    if not entries:
        return None
    sections = _sections(entries, lambda entry: [])
    publishers = [{**entry.words, **_plain(entry.values)} for entry in entries if entry.kind == "publisher"]
    data = {"uncited": WHY, **({"publishers": publishers} if publishers else {}), **sections}
    return UncitedDocument.model_validate(data)


def _entries(articles: dict[int, str], changes: Changes) -> dict[int, list[Entry]]:
    """Return the entries of each article's file."""
    found: dict[int, list[Entry]] = defaultdict(list)
    rows = (
        changes.left.statements_of(article_id__any=list(articles))
        .annotate(fact=Coalesce(*(F(f"{kind}_id") for kind in STATED)), holder=Coalesce(*map(F, HOLDER_IDS)))
        .order_by("pk")
    )
    columns = ("pk", "article_id", "kind", "named", "values", "fact", "holder", "article__publisher")
    for pk, article, kind, named, values, fact, holder, publisher in rows.values_list(*columns):
        entry = changes.changed.get(pk)
        if entry:
            entry.cites = []
        else:
            fact = article if kind == "article" else fact
            if fact is None or (kind == "publisher" and fact != publisher):
                continue
            entry = Entry(kind, fact, article, named=named, values=values, statement=pk, holder=holder)
            entry.words = in_words(kind, named) or {}
        found[article].append(entry)
    for article in articles:
        for entry in changes.new.get(article, []):
            entry.cites = []
            found[article].append(entry)
    return found


def _citations(articles: Iterable[int], changes: Changes) -> dict[int, dict[tuple[str, int], list[Cited]]]:
    """Return the citations of each article by the fact that they support."""
    found: dict[int, dict[tuple[str, int], list[Cited]]] = defaultdict(lambda: defaultdict(list))
    rows = changes.left.citations_of(article_id__any=list(articles)).order_by("pk")
    columns = ("pk", "article_id", "address", "field", "paragraph", "quote", "note", *FIGURE)
    for pk, article, address, field, paragraph, quote, note, *figure in rows.values_list(*columns):
        kind, fact = address.split(":")
        found[article][kind, int(fact)].append(
            Cited(pk, article, field, paragraph, quote, tuple(figure), line_feeds(note))
        )
    return found


def _document(key: str, entries: list[Entry], changes: Changes) -> ArticleDocument | Unwritable:
    header = next(entry for entry in entries if entry.kind == "article")
    publisher = next(entry for entry in entries if entry.kind == "publisher")
    said = {**header.values, "publisher": {**publisher.words, **publisher.values}}
    citing = _Citing(
        key, said.get("text", ""), "text" in header.was and said.get("text") == header.was["text"], changes
    )
    data = {"article": said, **_sections(entries, citing.cites)}
    try:
        return ArticleDocument.model_validate(data)
    except ValidationError as errors:
        error = errors.errors()[0]
        place = ", ".join(str(step) for step in error["loc"])
        return Unwritable(f"{key}: no file can hold {place}: {error['msg'].removeprefix('Value error, ')}")


class _Citing:
    """Citations of one article → what its file says of them."""

    def __init__(self, key: str, text: str, same_text: bool, changes: Changes) -> None:
        self.key, self.text, self.same_text, self.changes = key, text, same_text, changes

    def cites(self, entry: Entry) -> list[Item]:
        """Return the citations of an entry, in the order in which the file had them, new ones last."""
        places = {said: place for place, said in enumerate(entry.cited)}
        ordered = sorted(entry.cites, key=lambda cite: places.get(cite.said, len(places)))
        found = []
        for cite in ordered:
            states = self.changes.states.get(cite.id)
            item = {
                "field": cite.field,
                "paragraph": cite.paragraph and str(cite.paragraph),
                "quote": cite.quote,
                "states": states,
                "note": cite.note,
            }
            item = {name: value for name, value in item.items() if value}
            if states != LEFT_OUT and ((self.same_text and cite.said in places) or self._stands(cite, item)):
                found.append(item)
        return found

    def _stands(self, cite: Cited, item: Item) -> bool:
        """Whether a file can hold a citation: the quote stands in the text, and is short enough."""
        try:
            Cite.model_validate(item)
        except ValidationError as errors:
            return self._lost(cite, errors.errors()[0]["msg"].removeprefix("Value error, "))
        if not self.text.strip():
            return True
        found = paragraphs_with(cite.quote, self.text)
        if not found:
            return self._lost(cite, "the text does not hold it")
        if (cite.paragraph or found[0]) not in found or (cite.paragraph is None and len(found) > 1):
            item["paragraph"] = str(min(found, key=lambda number: abs(number - (cite.paragraph or 1))))
            words = (
                f"stands in paragraph {item['paragraph']}, not {cite.paragraph}"
                if cite.paragraph
                else "gets a paragraph"
            )
            self.changes.not_held.append(f"{self.key}: the citation “{cite.quote}” {words}, in its file")
        return True

    def _lost(self, cite: Cited, why: str) -> bool:
        self.changes.lost.add(cite.id)
        self.changes.not_held.append(f"{self.key}: the citation “{cite.quote}” is left out: {why}")
        return False


def _sections(entries: list[Entry], cites: Any) -> dict[str, list[Item]]:
    """Return entries as the sections of a file, parts within what holds them."""
    sections: dict[str, dict[tuple[str, ...], Item]] = {}
    holders: dict[tuple[str, int], list[tuple[str | None, Item]]] = defaultdict(list)
    ordered = sorted(entries, key=lambda entry: entry.kind in HOLDERS)
    for entry in ordered:
        if entry.kind in HOLDERS:
            kind, field = HOLDERS[entry.kind]
            item = _holder(entry, kind, holders, sections)
            _add(item.setdefault(field, {}), entry, cites)
        elif entry.kind in SECTION_OF:
            item = _add(sections.setdefault(SECTION_OF[entry.kind], {}), entry, cites)
            holders[entry.kind, entry.fact].append((entry.named, item))
    return {name: [_listed(item) for item in sections[name].values()] for name in SECTIONS if name in sections}


def _holder(entry: Entry, kind: str, holders: Any, sections: dict[str, dict[tuple[str, ...], Item]]) -> Item:
    """Return the entry that a part belongs in: the one it stood in, or any on the same fact, or a new one."""
    own = holders[kind, entry.holder]
    if not own:
        item: Item = dict(entry.holder_words)
        sections.setdefault(SECTION_OF[kind], {})[tuple(item.values())] = item
        own.append((None, item))
    return next((item for named, item in own if named and (entry.named or "").startswith(f"{named}/")), own[0][1])


def _add(found: dict[tuple[str, ...], Item], entry: Entry, cites: Any) -> Item:
    """Add an entry to its section; one that is named alike already takes what it says."""
    item: Item = {**entry.words, **_plain(entry.values)}
    names = tuple(entry.words.values()) or (item["name"],)
    if names in found:
        for name, value in item.items():
            old = found[names].get(name)
            found[names][name] = (
                [*old, *(each for each in value if each not in old)] if isinstance(old, list) else value
            )
    else:
        found[names] = item
    said = cites(entry)
    if said:
        found[names]["cite"] = [*found[names].get("cite", []), *said]
    return found[names]


def _plain(values: Item) -> Item:
    """Return values as they are typed in a file: numbers are words there."""
    return {name: str(value) if isinstance(value, int) else value for name, value in values.items()}


def _listed(item: Item) -> Item:
    """Return an entry with its parts in lists."""
    return {name: list(value.values()) if name in _PARTS else value for name, value in item.items()}


_PARTS = {field for _, field in HOLDERS.values()}
