"""Rows, statements and citations → facts, a batch at a time, and what each fact changes in which article's file."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from django.db.models import F, Q, QuerySet
from pydantic import ValidationError

from aip.documents.shape import Cite
from aip.dumping.calling import HOLDER_WORDS, call, splits
from aip.dumping.entries import HOLDERS, Cited, Entry, in_words, place_citations
from aip.dumping.knowing import Known, Lost
from aip.dumping.laying import LEFT_OUT, Decided, Fact, lay, lay_citations
from aip.dumping.left import Left
from aip.dumping.naming import OtherName, lay_names, read_names
from aip.loading.stating.sayings import order_of
from aip.loading.stating.settling import OTHER_NAMES
from aip.loading.storing.tables import TABLES, Table, with_line_feeds
from aip.models import Article, Citation, Decision, Statement
from aip.models.sources import SUBJECTS
from aip.quotes import paragraphs_with

BATCH = 1000  # facts at a time
FIGURE = ("value", "value_high", "bound", "unit")
PARTS = {holder: part for part, (holder, _) in HOLDERS.items()}
Orders = dict[int, tuple[str, str]]  # date and key by article


@dataclass
class Changes:
    """What the database changes in the statements of the files: entries that differ, and those that are new."""

    changed: dict[int, Entry] = field(default_factory=dict)  # by statement
    new: dict[int | None, list[Entry]] = field(default_factory=lambda: defaultdict(list))  # by article; None: uncited
    states: dict[int, str] = field(
        default_factory=dict
    )  # by citation: the figure that it states by itself, or LEFT_OUT
    not_held: list[str] = field(default_factory=list)
    lost: set[int] = field(default_factory=set)  # citations that are in no file
    undone: dict[tuple[str, str], str] = field(default_factory=dict)  # address and field that hold not what was decided
    left: Left = field(default_factory=Left)

    def take(self, fact: Fact) -> None:
        """Keep what a fact changes."""
        for entry in fact.entries:
            if entry.statement is None:
                self.new[entry.article].append(entry)
            elif entry.changed:
                self.changed[entry.statement] = entry
        self.states.update(fact.states)
        self.lost.update(id for id, states in fact.states.items() if states == LEFT_OUT)
        self.not_held += fact.not_held
        address = f"{fact.table.kind}:{fact.row['id']}"
        self.undone.update({(address, name): words for name, words in fact.undone.items()})


def find_changes(left: Left, articles: list[int] | None = None) -> Changes:
    """Return what the database changes in the files of `articles`, or of all and of what is uncited."""
    changes, lost = Changes(left=left), Lost()
    for table in TABLES.values():
        for ids in _batches(table, articles):
            for fact in _facts(table, [id for id in ids if (table.kind, id) not in left.facts], lost, left):
                changes.take(fact)
    return changes


def _batches(table: Table, articles: list[int] | None) -> Iterator[list[int]]:
    """Yield the ids of the rows that are meant."""
    rows: QuerySet[Any] = table.model._default_manager.order_by("pk")
    if articles is not None:
        rows = rows.filter(_said_in(table.kind, articles))
    last = 0
    while ids := list(rows.filter(pk__gt=last).values_list("pk", flat=True)[:BATCH]):
        yield ids
        last = ids[-1]


def _said_in(kind: str, articles: list[int]) -> Q:
    """Return what holds for the facts that some articles state or cite."""
    if kind == "article":
        return Q(pk__in=articles)
    found = Q(pk__in=Statement.objects.filter(article__in=articles, kind=kind).values(f"{kind}_id"))
    if kind == "publisher":
        found |= Q(articles__in=articles)
    for cited in (kind, PARTS.get(kind)):
        if cited in SUBJECTS:
            path = f"{kind}_id" if cited == kind else f"{cited}__{HOLDERS[cited][0]}_id"
            citing = Citation.objects.filter(article__in=articles, **{f"{cited}__isnull": False})
            found |= Q(pk__in=citing.values(path))
    return found


def _facts(table: Table, ids: list[int], lost: Lost, left: Left) -> Iterator[Fact]:
    """Yield facts with the database laid over what the files say of them, in a fixed number of queries."""
    rows = {id: {**row, **left.rows.get((table.kind, id), {})} for id, row in _rows(table, ids).items()}
    orders: Orders = {}
    entries = _statements(table.kind, ids, orders, left)
    cites = _citations(table.kind, ids, orders, left)
    for id, article in _mentions(table.kind, ids, orders, left):
        if article not in {entry.article for entry in entries[id]}:
            entries[id].append(Entry(table.kind, id, article))
    names, identifiers = read_names(ids, left) if table.kind == "organization" else ({}, {})
    known = Known(lost)
    stated = [entry for each in entries.values() for entry in each]
    known.learn(rows.values(), [entry.values for entry in stated], _all_names(rows, stated, names))
    decided = _decided(table.kind, ids)
    for id, row in rows.items():
        fact = Fact(table, row, _sorted(entries[id] or [Entry(table.kind, id, None)], orders), decided[id])
        place_citations(fact.entries, cites[id])
        _repair(fact, known)
        call(fact, known)
        if table.kind == "organization":
            lay_names(fact, names[id], identifiers[id], known)
        lay(fact, known)
        lay_citations(fact, known)
        yield fact


def _rows(table: Table, ids: list[int]) -> dict[int, dict[str, Any]]:
    columns = [*table.columns, *([HOLDER_WORDS[table.kind]] if table.kind in HOLDER_WORDS else [])]
    rows = table.model._default_manager.filter(pk__any=ids).order_by("pk")
    return {row["id"]: with_line_feeds(row) for row in rows.values(*columns)}


def _statements(kind: str, ids: list[int], orders: Orders, left: Left) -> dict[int, list[Entry]]:
    """Return what files say of each fact, and keep by what their articles are ordered."""
    found: dict[int, list[Entry]] = defaultdict(list)
    subject = "article_id" if kind == "article" else f"{kind}_id"
    rows = left.statements_of(kind=kind, **{f"{subject}__any": ids}).order_by("pk")
    if kind == "publisher":  # an article that got another publisher says nothing of the old one
        rows = rows.filter(article__publisher=F("publisher"))
    for pk, id, article, key, published, named, values in rows.values_list(
        "pk", subject, "article_id", "article__key", "article__published", "named", "values"
    ):
        orders[article] = (published, key)
        found[id].append(Entry(kind, id, article, named=named, values=values, statement=pk))
    return found


def _citations(kind: str, ids: list[int], orders: Orders, left: Left) -> dict[int, list[Cited]]:
    found: dict[int, list[Cited]] = defaultdict(list)
    if kind in SUBJECTS:
        rows = left.citations_of(**{f"{kind}_id__any": ids}).order_by("pk")
        for id, key, published, pk, article, name, paragraph, quote, *figure in rows.values_list(
            f"{kind}_id",
            "article__key",
            "article__published",
            "pk",
            "article_id",
            "field",
            "paragraph",
            "quote",
            *FIGURE,
        ):
            orders[article] = (published, key)
            found[id].append(Cited(pk, article, name, paragraph, quote, tuple(figure)))
    return found


def _mentions(kind: str, ids: list[int], orders: Orders, left: Left) -> Iterator[tuple[int, int]]:
    """Yield fact and article of everything that has to stand in an article's file."""
    queries: list[QuerySet[Any]] = []
    if kind in SUBJECTS:
        queries.append(_paths(left.citations_of(**{f"{kind}_id__any": ids}), f"{kind}_id"))
    if part := PARTS.get(kind):
        path = f"{part}__{kind}_id"
        for rows_of in (left.citations_of, left.statements_of):
            queries.append(_paths(rows_of(**{f"{path}__any": ids}), path))
    if kind in ("publisher", "article"):
        path = "publisher_id" if kind == "publisher" else "pk"
        articles = Article.objects.filter(**{f"{path}__any": ids}).order_by("pk")
        queries.append(articles.values_list(path, "pk", "key", "published"))
    for query in queries:
        for id, article, key, published in query:
            orders[article] = (published, key)
            yield id, article


def _paths(rows: QuerySet[Any], path: str) -> QuerySet[Any]:
    named = (path, "article_id", "article__key", "article__published")
    return rows.order_by(path, "article_id").values_list(*named).distinct()


def _all_names(rows: dict[int, dict[str, Any]], entries: list[Entry], names: dict[int, list[OtherName]]) -> set[str]:
    """Return every name that has to be compared with another."""
    found = {row["name"] for row in rows.values() if "name" in row}
    found |= {each.name for other in names.values() for each in other}
    for entry in entries:
        if entry.named is None:
            continue
        if entry.kind == "organization":
            found.add(entry.values["name"])
            found.update(name for field in OTHER_NAMES for name in entry.values.get(field, []))
        elif words := in_words(entry.kind, entry.named):
            found.update(word for name, word in words.items() if name in ("name", "organization", "investor"))
        elif entry.kind == "position":
            found.update(split[1] for split in splits(entry.named))
    return found


def _decided(kind: str, ids: list[int]) -> dict[int, dict[str, Decided]]:
    """Return what was accepted last for each field that somebody decided on."""
    found: dict[int, dict[str, Decided]] = defaultdict(dict)
    if kind in SUBJECTS:
        rows = Decision.objects.filter(**{f"citation__{kind}_id__any": ids}).order_by("pk")
        columns = (
            f"citation__{kind}_id",
            "citation__field",
            "citation__article_id",
            "citation__quote",
            "citation__article__text",
            *(f"citation__{name}" for name in FIGURE),
        )
        for id, name, article, quote, text, *figure in rows.values_list(*columns):
            if _stands(quote, text):  # else the decision stands in no file
                found[id][name] = Decided(article, tuple(figure))
    return found


def _stands(quote: str, text: str) -> bool:
    """Whether a file can hold a quote of a text; of no text, any that is short enough."""
    try:
        Cite.model_validate({"quote": quote})
    except ValidationError:
        return False
    return not text.strip() or bool(paragraphs_with(quote, text))


_order_of = lru_cache(50_000)(order_of)


def _sorted(entries: Iterable[Entry], orders: Orders) -> list[Entry]:
    """Return entries in the order in which their statements are accepted, the last one last."""
    entries = list(entries)
    for entry in entries:
        if entry.article is not None:
            entry.order = _order_of(*orders[entry.article])
    return sorted(entries, key=lambda entry: entry.place)


def _repair(fact: Fact, known: Known) -> None:
    """Name what entries refer to by names and keys that still mean something."""
    for entry in fact.entries:
        for name, words in known.repaired(entry.values).items():
            entry.put(name, words)
