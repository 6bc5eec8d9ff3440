"""Every field in which the database and the files as last loaded differ, however long ago either changed."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from aip.figures import read_figure
from aip.loading.differing.candidates import find_candidates, rows_of
from aip.loading.differing.wording import Wording, figure_words, named_columns, said_words
from aip.loading.stating.citations import FIGURE
from aip.loading.stating.decided import Decided, find_decided
from aip.loading.stating.identity import Identities
from aip.loading.stating.names import stated_identifiers, stated_names
from aip.loading.stating.sayings import order_of
from aip.loading.stating.settling import Difference, Stated, accepted
from aip.loading.storing.tables import FIGURES, TABLES, Columns
from aip.models import Citation, Confirmation, Organization, OrganizationIdentifier, OrganizationName, Statement
from aip.models.columns import Fold, stated_figure
from aip.models.sources import SUBJECTS
from aip.models.sources.stating import DELETED

WHOLE = "the whole"  # what a fact deleted by hand differs in
NAMES = {"alias": "aliases", "former": "former", "legal": "legal", "short": "short"}  # kind of name → field of files


@dataclass(frozen=True)
class Source(Stated):
    """A statement, with what it takes to tell where it stands."""

    id: int
    article: str
    named: str
    has_left: bool = False  # its file says it no longer


Sources = dict[int, list[Source]]


def find_differences(only: Callable[[str, int], bool] = lambda kind, id: True) -> list[Difference]:
    """Return every difference, in a number of queries that does not depend on how many there are.

    `only` says of which facts, given kind and id. A fact that was edited back is no difference.
    """
    names, wording = Identities(), Wording()
    found: list[Found] = []
    for kind, ids in find_candidates().items():
        sources = read_sources(kind, {id for id in ids if only(kind, id)})
        if sources:
            found += fields_that_differ(kind, sources, names)
            found += _in_parts(kind, sources)
    for each in found:
        if isinstance(each.held, tuple):
            wording.note(TABLES[each.kind], each.field, each.held)
    wording.learn()
    deleted = [_deleted(*row) for row in sources_of(Statement.objects.filter(DELETED))]
    return _with_confirmations([*(each.told(wording) for each in found), *deleted])


def _with_confirmations(found: list[Difference]) -> list[Difference]:
    rows = Confirmation.objects.filter(statement__in={each.statement for each in found})
    made = set(rows.values_list("statement_id", "field", "said", "held"))
    return [replace(each, confirmed=(each.statement, each.label, each.says, each.held) in made) for each in found]


def read_sources(kind: str, ids: Collection[int]) -> Sources:
    """Return every statement on some facts, by the row's id."""
    found: Sources = defaultdict(list)
    rows = Statement.objects.filter(kind=kind, **{f"{kind}__in": ids})
    column = "article_id" if kind == "article" else f"{kind}_id"
    for id, source, _ in sources_of(rows, column):
        found[id].append(source)
    return found


def sources_of(rows: Any, column: str = "pk") -> Iterator[tuple[int, Source, str]]:
    """Yield the value of a column, the statement itself, and the kind of fact it is on."""
    names = (column, "pk", "article__key", "article__published", "named", "values", "kind", "left_at")
    for id, pk, article, published, named, values, kind, left in rows.values_list(*names):
        yield id, Source(order_of(published, article), values, pk, article, named, left is not None), kind


def sayer_of(field: str, sources: Iterable[Source], value: Any = None) -> Source:
    """Return the statement whose value is accepted, or the last one where none says anything of the field."""
    ordered = sorted(sources, key=lambda source: source.order)
    saying = [source for source in ordered if field in source.values]
    exact = [source for source in saying if value is not None and source.values[field] == value]
    return (exact or saying or ordered)[-1]


@dataclass(frozen=True)
class Found:
    """A difference before its words are known."""

    kind: str
    fact: int
    field: str
    source: Source
    says: Any
    held: Columns | str
    item: str = ""
    decided: bool = False
    undoes_decision: bool = False

    def told(self, wording: Wording) -> Difference:
        held = self.held if isinstance(self.held, str) else wording.words(TABLES[self.kind], self.field, self.held)
        says, source = said_words(self.says), self.source
        place = (source.named, self.field, self.item, source.id, source.article)
        return Difference(self.kind, self.fact, *place, says, held, self.decided, self.undoes_decision, source.has_left)


def fields_that_differ(kind: str, sources: Sources, names: Identities) -> Iterator[Found]:
    """Yield each field of some facts in which the row is not what the statements come to."""
    table, rows = TABLES[kind], rows_of(kind, set(sources))
    names.learn_references(source.values for each in sources.values() for source in each)
    decided = find_decided(kind, rows)
    for id, row in rows.items():
        now = accepted(sources[id])
        for name, field in table.fields.items():
            new = field.read(now[name], names) if name in now else field.empty
            held, choice = named_columns(field.columns, row), decided[id].get(name)
            if choice and not choice.is_held(held):
                yield Found(kind, id, name, _decider(choice, sources[id]), choice.says, held, undoes_decision=True)
            elif held != new:
                source = sayer_of(name, sources[id], now.get(name))
                yield Found(kind, id, name, source, now.get(name), held, decided=choice is not None)


def _decider(decided: Decided, sources: list[Source]) -> Source:
    """Return the statement of the article that was accepted, or else of another one."""
    return min(sources, key=lambda source: (source.article != decided.article, source.id))


def _in_parts(kind: str, sources: Sources) -> Iterator[Found]:
    if kind == "organization":
        yield from names_that_differ(sources)
        yield from identifiers_that_differ(sources)
    if kind in SUBJECTS:
        yield from _in_citations(kind, sources)


def names_that_differ(sources: Sources) -> Iterator[Found]:
    rows = OrganizationName.objects.filter(organization__in=sources).annotate(folded=Fold("name"))
    held = {(id, folded): kind for id, folded, kind in rows.values_list("organization_id", "folded", "kind")}
    organizations = Organization.objects.filter(pk__in=sources).annotate(folded=Fold("name"))
    main = set(organizations.values_list("pk", "folded"))
    stated = {id: dict(stated_names(list(each))) for id, each in sources.items()}
    directory = Identities().directory
    directory.learn({name for names in stated.values() for name in names})
    for id, names in stated.items():
        was_main = directory.folded.get(accepted(sources[id]).get("name", ""))
        for name, kind in names.items():
            folded = directory.folded[name]
            if (id, folded) in main or folded == was_main or held.get((id, folded)) == kind:
                continue
            field = NAMES[kind]
            source = next((each for each in sources[id] if name in each.values.get(field, [])), sources[id][-1])
            there = held.get((id, folded))
            yield Found("organization", id, field, source, name, f"{name} ({there})" if there else "", item=name)


def identifiers_that_differ(sources: Sources) -> Iterator[Found]:
    rows = OrganizationIdentifier.objects.filter(organization__in=sources)
    held = set(rows.values_list("organization_id", "scheme", "value"))
    for id, each in sources.items():
        for source in each:
            for scheme, value in stated_identifiers([source]):
                if (id, scheme, value) not in held:
                    yield Found("organization", id, "identifiers", source, value, "", item=f"{scheme} {value}")


def _in_citations(kind: str, sources: Sources) -> Iterator[Found]:
    rows = Citation.objects.filter(**{f"{kind}__in": sources})
    columns = (f"{kind}_id", "article__key", "field", "quote", "paragraph")
    held = {tuple(row[:5]): tuple(row[5:]) for row in rows.values_list(*columns, *FIGURE)}
    for id, each in sources.items():
        for source in each:
            for cite in source.values.get("cite", []):
                identity = (id, source.article, cite["field"], cite["quote"], cite["paragraph"])
                said = cite.get("states", source.values.get(cite["field"]))
                figure = said_words(said) if cite["field"] in FIGURES[kind] else ""
                item = quoted(cite)
                if identity not in held:
                    yield Found(kind, id, "cite", source, cite["quote"], "", item=item)
                elif figure and stated_figure(*held[identity]) != read_figure(figure):
                    yield Found(kind, id, "cite", source, figure, _spelled(held[identity]), item=item)


def quoted(cite: dict[str, Any]) -> str:
    """Return what a quote is called among those of a fact."""
    paragraph = f" in paragraph {cite['paragraph']}" if cite["paragraph"] else ""
    return f"{cite['field'] or WHOLE} “{cite['quote']}”{paragraph}"


def _spelled(figure: Columns) -> str:
    return figure_words("", figure) or "no figure"


def _deleted(_: int, source: Source, kind: str) -> Difference:
    says = f"{TABLES[kind].model._meta.verbose_name} {source.named}"
    return Difference(
        kind, None, source.named, WHOLE, "", source.id, source.article, says, "", has_left=source.has_left
    )
