"""The history of rows, read from the events that triggers keep: when, who, from where, and field by field what.

The events of a page are found, and then everything they refer to, in one query a table: never one an event.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import groupby, islice
from operator import itemgetter

from django.apps import apps
from django.core.paginator import Paginator
from django.db.models import CharField, ForeignKey, Model, OuterRef, QuerySet, Subquery, Value
from django.urls import reverse

from aip.models.facts import named_by
from aip.vocabulary import Technology

VERBS = {"insert": "added", "update": "changed", "delete": "deleted"}
LOOK_BACK = 40  # events of each table that the first page looks at
NOBODY = "not known: raw SQL or shell"


@dataclass
class FieldChange:
    """One field of a row: what stood there, and what came."""

    label: str
    old: str
    new: str


@dataclass
class Change:
    """What one statement did to one row."""

    at: datetime
    who: str
    where: str
    verb: str
    kind: str
    name: str
    url: str = ""
    fields: list[FieldChange] = field(default_factory=list)


@dataclass
class Group:
    """What one transaction did: its first changes, and how many more; `is_cut` where there may be still more."""

    changes: list[Change]
    more: int
    is_cut: bool


def tracked() -> dict[type[Model], type[Model]]:
    """Return the table of events by the model whose history it is."""
    models = apps.get_app_config("aip").get_models()
    return {event.pgh_tracked_model: event for event in models if hasattr(event, "pgh_tracked_model")}


def page_of_changes(row: Model, parts: Iterable[type[Model]], number: int | str, per_page: int = 50):
    """Return a page of the changes of `row` and of its rows in the tables `parts`, the latest first."""
    events = tracked()
    found = [_addresses(events[type(row)], pgh_obj=row.pk)]
    for model in parts:
        own = [each.name for each in model._meta.fields if each.related_model is type(row)]
        found += [_addresses(events[model], **{name: row.pk}) for name in own]
    page = Paginator(found[0].union(*found[1:]).order_by("-pgh_created_at", "-pgh_id"), per_page).get_page(number)
    page.object_list = changes(list(page.object_list))
    return page


def latest_changes(tables: Iterable[type[Model]], most: int = 8, lines: int = 4) -> list["Group"]:
    """Return what the latest transactions did to `tables`: the first `lines` of each, and how many more there are."""
    events = tracked()
    found = [_addresses(events[model]).order_by("-pgh_id")[:LOOK_BACK] for model in tables if model in events]
    if not found:
        return []
    latest = found[0].union(*found[1:], all=True).order_by("-pgh_created_at", "-pgh_id") if found[1:] else found[0]
    seen = list(latest)
    groups = [list(group) for _, group in groupby(seen, key=itemgetter(3))][:most]
    named = iter(changes([address for group in groups for address in group[:lines]]))
    since = _seen_since(seen)
    return [
        Group(list(islice(named, min(lines, len(group)))), max(0, len(group) - lines), group[0][3] <= since)
        for group in groups
    ]


def _seen_since(addresses: list[tuple]) -> datetime:
    """Return the time up to which a table may have events that nobody has looked at."""
    times = defaultdict(list)
    for name, _, _, at in addresses:
        times[name].append(at)
    cut = [min(each) for each in times.values() if len(each) == LOOK_BACK]
    return max(cut, default=datetime.min.replace(tzinfo=UTC))


def _addresses(event: type[Model], **of) -> QuerySet:
    """Return where events are to be found: table, number, time, and the event of the same row before."""
    before = event._base_manager.filter(pgh_obj=OuterRef("pgh_obj"), pgh_id__lt=OuterRef("pgh_id"))
    return (
        event._base_manager.filter(**of)
        .annotate(model=Value(event._meta.model_name, CharField()))
        .annotate(before=Subquery(before.order_by("-pgh_id").values("pgh_id")[:1]))
        .order_by()
        .values_list("model", "pgh_id", "before", "pgh_created_at")
    )


def changes(addresses: list[tuple]) -> list[Change]:
    """Return the changes at the addresses, in the same order."""
    events = {event._meta.model_name: event for event in tracked().values()}
    wanted = defaultdict(set)
    for name, id, before, _ in addresses:
        wanted[name] |= {id, before} - {None}
    rows = {name: events[name]._base_manager.in_bulk(ids) for name, ids in wanted.items()}
    names = Names(row for found in rows.values() for row in found.values())
    return [_change(rows[name][id], rows[name].get(before), names) for name, id, before, _ in addresses]


def _change(event: Model, before: Model | None, names: "Names") -> Change:
    model, context = event.pgh_tracked_model, event.pgh_context or {}
    gone = event.pgh_label == "delete"
    old, new = (event, None) if gone else (before, event)
    return Change(
        at=event.pgh_created_at,
        who=context.get("name") or NOBODY,
        where=context.get("url") or context.get("source") or "",
        verb=VERBS.get(event.pgh_label, event.pgh_label),
        kind=model._meta.verbose_name,
        name=names.of(model, event.pgh_obj_id) or _called(event, names),
        url="" if gone else reverse(f"admin:aip_{model._meta.model_name}_change", args=[event.pgh_obj_id]),
        fields=list(_fields(model, old, new, names)),
    )


def _fields(model: type[Model], old: Model | None, new: Model | None, names: "Names"):
    for each in model._meta.fields:
        if each.primary_key or not hasattr(new or old, each.attname):  # not every column has a history
            continue
        values = [getattr(event, each.attname) if event else None for event in (old, new)]
        if values[0] != values[1]:
            words = [_words(each, value, names) for value in values]
            if any(words):
                yield FieldChange(each.verbose_name, *words)


def _words(column, value, names: "Names") -> str:
    """Return the value of a column for people."""
    if value is None or value == "" or value == []:
        return ""
    if isinstance(column, ForeignKey):
        return names.of(column.related_model, value) or f"no. {value}, deleted since"
    if isinstance(value, list):
        return ", ".join(Technology(word).label if word in list(Technology) else str(word) for word in value)
    if column.flatchoices:
        return str(dict(column.flatchoices).get(value, value))
    words = str(value)
    return f"{value.normalize():,f}" if column.get_internal_type() == "DecimalField" else words


def _called(event: Model, names: "Names") -> str:
    """Return what a deleted row was called."""
    for name in ("name", "title", "quote", "value", "key", "reason"):
        if value := getattr(event, name, ""):
            return str(value)
    keys = [each for each in event.pgh_tracked_model._meta.fields if isinstance(each, ForeignKey)]
    return ", ".join(filter(None, (names.of(each.related_model, getattr(event, each.attname)) for each in keys)))


class Names:
    """The names of every row that some events are of or refer to, fetched in one query a table."""

    def __init__(self, events: Iterable[Model]):
        wanted = defaultdict(set)
        for event in events:
            wanted[event.pgh_tracked_model].add(event.pgh_obj_id)
            for each in event.pgh_tracked_model._meta.fields:
                if isinstance(each, ForeignKey):
                    wanted[each.related_model].add(getattr(event, each.attname))
        self._names = {
            (model, row.pk): str(row) for model, ids in wanted.items() for row in _fetch(model, ids - {None})
        }

    def of(self, model: type[Model], id: int | None) -> str:
        """Return the name of a row, or nothing where it is gone."""
        return self._names.get((model, id), "")


def _fetch(model: type[Model], ids: set[int]) -> QuerySet:
    return model._base_manager.filter(pk__in=ids).select_related(*named_by(model))
