"""Who made the differences between files and database, and when, as the history tells."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from aip.admin.history import NOBODY, tracked
from aip.loading.differing.differences import NAMES, WHOLE
from aip.loading.stating.settling import Difference
from aip.loading.storing.tables import TABLES
from aip.models import Citation, KnownName, Organization, OrganizationIdentifier, OrganizationName
from aip.models.facts import BY_HAND

HOLDERS = {"position": "person", "membership": "partnership", "commitment": "investment"}
PARTIES = {"position": "organization", "membership": "organization", "commitment": "investor"}


@dataclass(frozen=True)
class Edit:
    """Who did something by hand, and when."""

    who: str
    at: datetime


def find_editors(differences: Iterable[Difference]) -> dict[Difference, Edit]:
    """Return the latest edit behind each difference, in a query a table; what left no trace is not there."""
    found: dict[Difference, Edit] = {}
    by_table: dict[tuple[str, str], list[Difference]] = defaultdict(list)
    for each in differences:
        by_table[each.kind, _sort(each)].append(each)
    for (kind, sort), group in by_table.items():
        found |= {"field": _of_fields, "whole": _of_deleted}.get(sort, _of_parts)(kind, group)
    return found


def _sort(difference: Difference) -> str:
    if difference.field == WHOLE:
        return "whole"
    return difference.field if difference.item else "field"


def _of_fields(kind: str, group: list[Difference]) -> dict[Difference, Edit]:
    """Return who last changed the columns of each field."""
    table, events = TABLES[kind], tracked()[TABLES[kind].model]
    names = [column for field in table.fields.values() for column in field.columns]
    rows = events._base_manager.filter(pgh_obj__in={each.fact for each in group}).order_by("pgh_obj", "pgh_id")
    last: dict[tuple[Any, str], Any] = {}
    before: dict[str, Any] = {}
    for row in rows.values("pgh_obj", "pgh_created_at", "pgh_context", *names):
        before = before if before.get("pgh_obj") == row["pgh_obj"] else {}
        for name, field in table.fields.items():
            if not before or any(before[column] != row[column] for column in field.columns):
                last[row["pgh_obj"], name] = row
        before = row
    return {each: _edit(last[each.fact, each.field]) for each in group if (each.fact, each.field) in last}


def _of_parts(kind: str, group: list[Difference]) -> dict[Difference, Edit]:
    """Return who last touched each name, identifier or quote by hand."""
    model, column = _part(kind, group[0].field)
    events = tracked()[model]
    words = {Citation: ["quote"], OrganizationIdentifier: ["scheme", "value"], OrganizationName: ["name"]}[model]
    rows = events._base_manager.filter(BY_HAND, **{f"{column}__in": {each.fact for each in group}}).order_by("pgh_id")
    last = {}
    for row in rows.values("pgh_created_at", "pgh_context", column, *words):
        last[row[column], " ".join(row[word] for word in words)] = row
    found = {}
    for each in group:
        item = each.item.partition("“")[2].rpartition("”")[0] if model is Citation else each.item
        if (each.fact, item) in last:
            found[each] = _edit(last[each.fact, item])
    return found


def _part(kind: str, field: str) -> tuple[type, str]:
    if field == "cite":
        return Citation, f"{kind}_id"
    return (OrganizationName if field in NAMES.values() else OrganizationIdentifier), "organization_id"


def _of_deleted(kind: str, group: list[Difference]) -> dict[Difference, Edit]:
    """Return who deleted each fact; of parts, what the file calls them is put together again."""
    table, events = TABLES[kind], tracked()[TABLES[kind].model]
    rows = events._base_manager.filter(BY_HAND, pgh_label="delete").order_by("pgh_id")
    if kind in HOLDERS:
        named = _named_parts(kind, list(rows.values()))
        return {each: _edit(named[_alike(each.named)]) for each in group if _alike(each.named) in named}
    column = (*table.identity, "name")[0]
    rows = rows.filter(**{f"{column}__in": {each.named for each in group}})
    named = {row[column]: row for row in rows.values("pgh_created_at", "pgh_context", column)}
    return {each: _edit(named[each.named]) for each in group if each.named in named}


def _named_parts(kind: str, rows: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return deleted parts by everything that a file may have called them."""
    holder, party, model = f"{HOLDERS[kind]}_id", f"{PARTIES[kind]}_id", TABLES[kind].model
    held = model._meta.get_field(HOLDERS[kind]).related_model
    holders = _once_called(held, "name" if kind == "position" else "key", {row[holder] for row in rows})
    parties = _once_called(Organization, "name", {row[party] for row in rows})
    known = KnownName.objects.filter(organization__in=parties)
    for id, name in known.values_list("organization_id", "folded"):
        parties[id].add(name)
    word = {"position": "title", "membership": "role"}.get(kind)
    return {
        _alike("/".join([one, other, *([row[word]] if word else [])])): row
        for row in rows
        for one in holders[row[holder]]
        for other in parties[row[party]]
    }


def _once_called(model: type, column: str, ids: set[int]) -> dict[int, set[str]]:
    """Return every name or key that rows ever had, deleted ones too."""
    found: dict[int, set[str]] = defaultdict(set)
    for id, name in tracked()[model]._base_manager.filter(pgh_obj__in=ids).values_list("pgh_obj", column):
        found[id].add(name)
    return found


def _alike(name: str) -> str:
    return " ".join(name.casefold().split())


def _edit(row: dict[str, Any]) -> Edit:
    return Edit((row["pgh_context"] or {}).get("name") or NOBODY, row["pgh_created_at"])
