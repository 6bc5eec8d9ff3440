"""Statements taken away, and with them the facts, names and quotes that only they held."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from django.db import connection, models
from django.db.models import Case, F, Q, QuerySet, When
from django.db.models.functions import Coalesce

from aip.loading.differing.candidates import rows_of
from aip.loading.differing.differences import Source, Sources, read_sources, sources_of
from aip.loading.differing.holding import Leaving, Ref, used_names
from aip.loading.differing.wording import arrow
from aip.loading.report import Report
from aip.loading.stating.decided import find_decided
from aip.loading.stating.identity import Identities
from aip.loading.stating.names import promote
from aip.loading.stating.settling import Settled, accepted, settle
from aip.loading.storing.signing import signed
from aip.loading.storing.tables import TABLES
from aip.loading.storing.writing import remove, take_ids, write
from aip.models import Citation, Confirmation, LoadedFile, OrganizationIdentifier, OrganizationName, Statement
from aip.models.facts import LOAD, PRUNE
from aip.models.sources import STATED
from aip.vocabulary import NameKind

NAME_COLUMNS = ["id", "organization_id", "name", "kind", "note"]
PARTS: dict[type[models.Model], str] = {OrganizationName: "name", OrganizationIdentifier: "identifier"}

# Of organizations that files state, and never touched by hand.
_BY_LOADS = """
    WHERE n.note = '' AND (%(organizations)s::bigint[] IS NULL OR n.organization_id = ANY(%(organizations)s))
    AND EXISTS (SELECT FROM aip_statement s WHERE s.organization_id = n.organization_id)
    AND NOT EXISTS (
        SELECT FROM {events} e
        WHERE e.pgh_obj_id = n.id AND coalesce(e.pgh_context ->> 'source', '') <> ALL(%(loads)s))
    AND NOT EXISTS (
        SELECT FROM aip_statement s
        WHERE s.organization_id = n.organization_id AND s.id <> ALL(%(gone)s) AND {given})"""
ORPHAN_NAMES = """
    SELECT n.id, o.name, n.name, aip_fold(n.name)
    FROM aip_organizationname n JOIN aip_organization o ON o.id = n.organization_id""" + _BY_LOADS.format(
    events="aip_organizationnameevent",
    given="""EXISTS (
        SELECT FROM jsonb_each(s."values") v, jsonb_path_query(v.value, 'lax $[*]') given
        WHERE v.key IN ('name', 'aliases', 'former', 'legal', 'short')
        AND aip_fold(given #>> '{}') = aip_fold(n.name))""",
)
ORPHAN_IDENTIFIERS = """
    SELECT n.id, o.name, n.scheme || ' ' || n.value, ''
    FROM aip_organizationidentifier n JOIN aip_organization o ON o.id = n.organization_id""" + _BY_LOADS.format(
    events="aip_organizationidentifierevent",
    given="""s."values" -> 'identifiers' -> n.scheme ? n.value""",
)


class Pruning:
    """Prunes, and tells a report of everything that left what became of it."""

    def __init__(self, report: Report, files: dict[str, Path], absent: Collection[str], *, is_tried: bool) -> None:
        """`files` are the articles' by their keys; `absent` articles have none; `is_tried`: all is undone again."""
        self.report = report
        self.files = files
        self.absent = absent
        self.left: set[int] = set()  # other statements on the same facts that have left their files, too
        self.removed = "--prune would remove it" if is_tried else "removed"
        self.moved = "; with --prune " if is_tried else "; "
        self.restated: dict[Ref, str] = {}  # what becomes of facts that others state, in words

    def statements(self, rows: QuerySet[Statement]) -> None:
        """Forget statements; let the facts that others state hold what those say, and remove the others."""
        leaving = find_leaving(rows)
        if not leaving.gone:
            return
        self._find_left(leaving)
        self._restate(leaving)
        leaving.find_what_stays()
        dropped = set()
        for id, (kind, fact, source) in leaving.gone.items():
            if not fact or (kind, fact) not in leaving.stays:
                dropped.add(id)
            what = f"{kind.replace('_', ' ')} {source.named}: {self._outcome(leaving, kind, fact)}"
            self.report.left.append(f"{self.files.get(source.article, source.article)}: {what}")
        with signed(PRUNE):
            quotes = [id for id, statement in leaving.citations.items() if statement in dropped]
            self.report.removed["citation"] += remove(Citation, quotes)
            Confirmation.objects.filter(statement__in=dropped).delete()
            remove(Statement, dropped)
            self._remove_facts(leaving)

    def names(self, organizations: Collection[int] | None) -> None:
        """Remove other names and identifiers that files gave once and none gives now; None means whose ever."""
        for model, word in PARTS.items():
            orphans = find_orphans(model, organizations)
            used = dict(used_names({folded for *_, folded in orphans}, ())) if word == "name" else {}
            for _, organization, name, folded in orphans:
                outcome = f"stays: {used[folded]} refers to it" if folded in used else self.removed
                self.report.left.append(f"{organization}, {word} {name}: no file gives it: {outcome}")
            with signed(PRUNE):
                self.report.removed[word] += remove(model, [id for id, _, _, name in orphans if name not in used])

    def _find_left(self, leaving: Leaving) -> None:
        ids = [source.id for facts in leaving.stated.values() for sources in facts.values() for source in sources]
        left = Q(left_at__isnull=False) | Q(article__key__any=list(self.absent))
        self.left = set(Statement.objects.filter(left, pk__any=ids).values_list("pk", flat=True)) if ids else set()

    def _outcome(self, leaving: Leaving, kind: str, fact: int | None) -> str:
        if not fact:
            return "deleted by hand before"
        if others := leaving.stated.get(kind, {}).get(fact):
            if all(each.id in self.left for each in others):
                return f"stays for now: {others[-1].article} said it too, and has left it as well"
            moved = self.restated.get((kind, fact))
            others = [each for each in others if each.id not in self.left]
            return f"stays, as {others[-1].article} says it too" + (f"{self.moved}{moved}" if moved else "")
        if reasons := leaving.stays.get((kind, fact)):
            return f"stays: {reasons[0]}" + (f" (and {len(reasons) - 1} more)" if len(reasons) > 1 else "")
        return self.removed

    def _remove_facts(self, leaving: Leaving) -> None:
        for kind, sources in leaving.alone.items():
            ids = [id for id in sources if leaving.goes(kind, id)]
            for model, word in PARTS.items() if kind == "organization" else ():
                own = model._default_manager.filter(organization__in=ids).values_list("pk", flat=True)
                self.report.removed[word] += remove(model, own)
            if kind == "article":
                LoadedFile.objects.filter(article__in=ids).delete()
            self.report.removed[kind] += remove(TABLES[kind].model, ids)

    def _restate(self, leaving: Leaving) -> None:
        """Let facts that others state hold what those say, where nobody edited them."""
        names = Identities()
        for kind, sources in leaving.stated.items():
            rows, before = rows_of(kind, set(sources)), read_sources(kind, set(sources))
            names.learn_references(source.values for each in before.values() for source in each)
            settled = dict(_resettled(kind, rows, before, sources, names))
            self.restated.update({(kind, id): _moves(each) for id, each in settled.items()})
            staged = {id: each.columns for id, each in settled.items()}
            if kind == "organization":
                renamed = {id: row["name"] for id, row in staged.items() if row["name"] != rows[id]["name"]}
                promote(renamed)
                kept = _still_used({id: str(rows[id]["name"]) for id in renamed}, leaving.gone)
            self._write(kind, staged)
            if kind == "organization":
                write(OrganizationName, NAME_COLUMNS, kept, [])

    def _write(self, kind: str, staged: dict[int, dict[str, Any]]) -> None:
        table = TABLES[kind]
        lines = {id: (id, *(row[column] for column in table.columns[1:])) for id, row in staged.items()}
        broken = write(table.model, table.columns, [], list(lines.values()))
        if broken:  # what the others say makes no sense by itself: those stay as they are
            write(table.model, table.columns, [], [line for id, line in lines.items() if id not in broken])
            for id in broken:
                self.restated.pop((kind, id), None)
        self.report.changed[kind] += len(lines) - len(broken)


def find_leaving(rows: QuerySet[Statement]) -> Leaving:
    """Return what some statements are on, and which of it others state."""
    gone: dict[int, tuple[str, int | None, Source]] = {}
    facts: dict[str, set[int]] = defaultdict(set)
    about = Case(When(kind="article", then=F("article_id")), default=Coalesce(*(F(f"{kind}_id") for kind in STATED)))
    for fact, source, kind in sources_of(rows.annotate(fact=about), "fact"):
        gone[source.id] = (kind, fact, source)
        if fact:
            facts[kind].add(fact)
    leaving = Leaving(gone, {}, {})
    for kind in TABLES:
        stated = read_sources(kind, facts[kind]) if facts[kind] else {}
        others = {id: [source for source in each if source.id not in gone] for id, each in stated.items()}
        leaving.stated[kind] = {id: sources for id, sources in others.items() if sources}
        leaving.alone[kind] = {id: stated[id] for id, sources in others.items() if not sources}
    return leaving


def restated(
    kind: str, rows: dict[int, dict[str, Any]], before: Sources, now: Sources, names: Identities
) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the rows that change when only the statements `now` are left of those `before`."""
    yield from ((id, settled.columns) for id, settled in _resettled(kind, rows, before, now, names))


def _resettled(
    kind: str, rows: dict[int, dict[str, Any]], before: Sources, now: Sources, names: Identities
) -> Iterator[tuple[int, Settled]]:
    table, decided = TABLES[kind], find_decided(kind, rows)
    for id, row in rows.items():
        was, are = accepted(before[id]), dict(accepted(now[id]))
        are.update({name: was[name] for name in table.required if name in was and name not in are})
        settled = settle(table, row, was, are, names, decided=decided[id])
        if settled.changed:
            yield id, settled


def _moves(settled: Settled) -> str:
    """Return in words what becomes of the fields that change."""
    moves = [(name, settled.differing[name]) for name in settled.changed]
    return "; ".join(f"{name}: {arrow(each.said, each.says)}" for name, each in moves)


def _still_used(old: dict[int, str], gone: Collection[int]) -> list[tuple[Any, ...]]:
    """Return, as other names, the main names that only vanished entries gave and that others use all the same."""
    directory = Identities().directory
    directory.learn(set(old.values()))
    used = {name for name, _ in used_names({directory.folded[name] for name in old.values()}, gone)}
    kept = {id: name for id, name in old.items() if directory.folded[name] in used}
    ids = take_ids(OrganizationName, len(kept))
    return [(pk, id, name, NameKind.ALIAS.value, "") for pk, (id, name) in zip(ids, kept.items(), strict=True)]


def find_orphans(
    model: type[models.Model], organizations: Collection[int] | None, gone: Collection[int] = ()
) -> list[tuple[int, str, str, str]]:
    """Return id, organization, words and compared name of what loads wrote and no statement gives but those `gone`."""
    with connection.cursor() as cursor:
        cursor.execute(
            ORPHAN_NAMES if model is OrganizationName else ORPHAN_IDENTIFIERS,
            {
                "loads": [LOAD, PRUNE],
                "organizations": list(organizations) if organizations is not None else None,
                "gone": list(gone),
            },
        )
        return list(cursor.fetchall())
