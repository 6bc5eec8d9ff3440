"""Why a fact that no file states any more stays all the same: edited, cited, referred to, or named elsewhere."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.db.models import Exists, ForeignKey, OuterRef

from aip.figures import read_figure
from aip.loading.differing.candidates import OF_ORGANIZATIONS, events_of
from aip.loading.differing.differences import (
    Source,
    Sources,
    fields_that_differ,
    identifiers_that_differ,
    names_that_differ,
)
from aip.loading.stating.citations import FIGURE
from aip.loading.stating.identity import DEALS, ORGANIZATIONS, PARTS, Identities
from aip.loading.storing.tables import FIGURES, TABLES
from aip.models import Citation, Decision, KnownName
from aip.models.columns import stated_figure
from aip.models.facts import BY_HAND
from aip.models.sources import SUBJECTS

Ref = tuple[str, int]  # kind of fact, and the row
KIND_OF = {table.model: kind for kind, table in TABLES.items()}
CALLED = {"commitment": "investment__key", "membership": "partnership__key", "position": "person__name"}


@dataclass
class Leaving:
    """What has left the files: statements, the facts that nothing else states, and which of their citations go too."""

    gone: dict[int, tuple[str, int | None, Source]]  # by statement: the fact, None where it was deleted by hand
    stated: dict[str, Sources]  # facts that others state too, with what the others say
    alone: dict[str, Sources]  # facts that nobody else states
    citations: dict[int, int] = field(default_factory=dict)  # citation → the statement that made it
    stays: dict[Ref, list[str]] = field(default_factory=lambda: defaultdict(list))  # facts of `alone`, and why

    def find_what_stays(self) -> None:
        """Fill in `citations` and `stays`, in a fixed number of queries."""
        self._match_citations()
        for reasons in (self._edited, self._cited, self._named):
            for ref, why in reasons():
                self.stays[ref].append(why)
        self._spread([*self._referred(), *self._of_articles()])

    def goes(self, kind: str, id: int) -> bool:
        """Whether a fact is to be removed."""
        return id in self.alone.get(kind, {}) and (kind, id) not in self.stays

    def _match_citations(self) -> None:
        made: dict[Any, tuple[int | None, Any]] = {}
        for statement, (kind, fact, source) in self.gone.items():
            for cite in source.values.get("cite", []) if fact else []:
                figure = read_figure(source.values[cite["field"]]) if cite["field"] in FIGURES[kind] else None
                identity = (source.article, kind, fact, cite["field"], cite["quote"], cite["paragraph"])
                made[identity] = (statement, figure)
        for kind in SUBJECTS:
            facts = {fact for each, fact, _ in self.gone.values() if each == kind and fact}
            rows = Citation.objects.filter(**{f"{kind}__in": facts}, note="").exclude(
                Exists(Decision.objects.filter(citation=OuterRef("pk")))
            )
            columns = ("pk", "article__key", f"{kind}_id", "field", "quote", "paragraph", *FIGURE)
            for pk, article, fact, name, quote, paragraph, *held in rows.values_list(*columns) if facts else []:
                maker, figure = made.get((article, kind, fact, name, quote, paragraph), (None, None))
                if maker and stated_figure(*held) == figure:
                    self.citations[pk] = maker

    def _edited(self) -> Iterator[tuple[Ref, str]]:
        names = Identities()
        for kind, sources in self.alone.items():
            for each in fields_that_differ(kind, sources, names):
                yield (kind, each.fact), f"edited by hand: {each.field}"
        organizations = self.alone.get("organization", {})
        for each in (*names_that_differ(organizations), *identifiers_that_differ(organizations)):
            yield ("organization", each.fact), f"edited by hand: {each.field}"
        for model in OF_ORGANIZATIONS:
            by_hand = Exists(events_of(model)._base_manager.filter(BY_HAND, pgh_obj=OuterRef("pk")))
            for row in model._default_manager.filter(by_hand, organization__in=organizations):
                yield ("organization", row.organization_id), f"edited by hand: {row}"

    def _cited(self) -> Iterator[tuple[Ref, str]]:
        for kind, facts in self.alone.items():
            column = "article" if kind == "article" else kind
            if kind != "article" and kind not in SUBJECTS:
                continue
            rows = Citation.objects.filter(**{f"{column}__in": facts}).exclude(pk__in=self.citations)
            for fact, article, quote in rows.values_list(f"{column}_id", "article__key", "quote"):
                yield (kind, fact), f"{article} cites “{quote}”" if kind != "article" else f"“{quote}” is cited from it"

    def _named(self) -> Iterator[tuple[Ref, str]]:
        owners = _names_of(self.alone)
        for name, article in used_names(owners, self.gone):
            yield owners[name], f"{article} names it “{name}”"
        for field_, kind in DEALS.items():
            keys = dict(_keys_of(kind, self.alone.get(kind, {})))
            for key, article in _used_keys(field_, keys, self.gone):
                yield (kind, keys[key]), f"{article} names it as {field_}"

    def _referred(self) -> Iterator[tuple[Ref, Ref, str]]:
        """Yield which row refers to which fact, and how."""
        for kind, table in TABLES.items():
            for column in table.model._meta.fields:
                target = KIND_OF.get(column.related_model) if isinstance(column, ForeignKey) else None
                if target and self.alone.get(target):
                    rows = table.model._default_manager.filter(**{f"{column.name}__in": self.alone[target]})
                    for id, fact, called in rows.values_list("pk", column.attname, _called(kind)):
                        yield (kind, id), (target, fact), f"{_word(kind)} {called} has it as {column.verbose_name}"

    def _of_articles(self) -> Iterator[tuple[Ref, Ref, str]]:
        """An article stays for as long as something stays that only it states."""
        articles = {source.article: id for id, sources in self.alone.get("article", {}).items() for source in sources}
        for kind, fact, source in self.gone.values():
            if fact in self.alone.get(kind, {}) and kind != "article" and source.article in articles:
                yield (kind, fact), ("article", articles[source.article]), f"it states {_word(kind)} {source.named}"

    def _spread(self, edges: list[tuple[Ref, Ref, str]]) -> None:
        """Let stay what something that stays refers to."""
        held = True
        while held:
            held = False
            for referring, referred, why in edges:
                if self.goes(*referred) and not self.goes(*referring):
                    self.stays[referred].append(why)
                    held = True


def _called(kind: str) -> str:
    columns = {column.name for column in TABLES[kind].model._meta.fields}
    return CALLED.get(kind) or ("key" if "key" in columns else "name")


def _word(kind: str) -> str:
    return str(TABLES[kind].model._meta.verbose_name)


def _names_of(alone: dict[str, Sources]) -> dict[str, Ref]:
    """Return the names by which files could refer to an organization; a publisher needs no entry of its own."""
    known = KnownName.objects.filter(organization__in=alone.get("organization", {}))
    return {name: ("organization", id) for name, id in known.values_list("folded", "organization_id")}


def _keys_of(kind: str, ids: Collection[int]) -> Any:
    return TABLES[kind].model._default_manager.filter(pk__in=ids).values_list("key", "pk")


def used_names(names: Collection[str], gone: Collection[int]) -> list[tuple[str, str]]:
    """Return each of the names, as compared, by which a statement refers to something, with an article that does."""
    if not names:
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            USED_NAMES, {"fields": list(ORGANIZATIONS), "parts": list(PARTS), "names": list(names), "gone": list(gone)}
        )
        return list(cursor.fetchall())


# A part is called “holder/organization/role”; a name may itself hold a stroke, so every run of pieces is compared.
USED_NAMES = """
    SELECT folded, min(a.key) FROM (
        SELECT s.id, s.article_id, aip_fold(v.value) AS folded
        FROM aip_statement s, jsonb_each_text(s."values") v
        WHERE s.kind <> 'article' AND v.key = ANY(%(fields)s)
        UNION ALL
        SELECT s.id, s.article_id, aip_fold(array_to_string(p.pieces[i:j], '/'))
        FROM aip_statement s, LATERAL (SELECT string_to_array(s.named, '/') AS pieces) p,
            generate_series(1, cardinality(p.pieces)) i, generate_series(i, cardinality(p.pieces)) j
        WHERE s.kind = ANY(%(parts)s)
    ) used JOIN aip_article a ON a.id = used.article_id
    WHERE folded = ANY(%(names)s) AND used.id <> ALL(%(gone)s) GROUP BY folded"""


def _used_keys(name: str, keys: Collection[str], gone: Collection[int]) -> list[tuple[str, str]]:
    if not keys:
        return []
    with connection.cursor() as cursor:
        cursor.execute(USED_KEYS, {"field": name, "keys": list(keys), "gone": list(gone)})
        return list(cursor.fetchall())


USED_KEYS = """
    SELECT s."values" ->> %(field)s, min(a.key) FROM aip_statement s JOIN aip_article a ON a.id = s.article_id
    WHERE s."values" ->> %(field)s = ANY(%(keys)s) AND s.id <> ALL(%(gone)s) GROUP BY 1"""
