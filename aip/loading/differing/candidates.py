"""Facts in which database and files can differ at all: what somebody other than a load has written, or decided on.

Only these need to be compared, so that a look at a large database costs as much as was edited by hand.
"""

from collections import defaultdict
from itertools import chain
from typing import Any

from django.apps import apps
from django.db.models import CharField, F, Model, QuerySet, Value

from aip.loading.storing.tables import TABLES, with_line_feeds
from aip.models import Citation, Decision, OrganizationIdentifier, OrganizationName
from aip.models.facts import BY_HAND
from aip.models.sources import SUBJECTS

OF_ORGANIZATIONS = (OrganizationName, OrganizationIdentifier)


def events_of(model: type[Model]) -> Any:
    """Return the table in which the history of a model is kept."""
    return apps.get_model("aip", f"{model.__name__}Event")


def find_candidates() -> dict[str, set[int]]:
    """Return the rows, by kind of fact, with events that no load wrote, or with decisions; in four queries."""
    found: dict[str, set[int]] = defaultdict(set)
    first, *others = _touched()
    for kind, id in first.union(*others):
        found[kind].add(id)
    for facts in chain(_cited(), _decided()):
        for kind, id in zip(SUBJECTS, facts, strict=True):
            if id:
                found[kind].add(id)
    return found


def _touched() -> list[QuerySet[Any, Any]]:
    own = [_of(table.kind, events_of(table.model), "pgh_obj_id") for table in TABLES.values()]
    return [*own, *(_of("organization", events_of(model), "organization_id") for model in OF_ORGANIZATIONS)]


def _cited() -> QuerySet[Any, Any]:
    # In two steps: asked for at once, the planner reads every event of every citation.
    events = events_of(Citation)._base_manager.order_by()
    touched = list(events.filter(BY_HAND).values_list("pgh_obj_id", flat=True).distinct())
    cited: QuerySet[Any, Any] = events.filter(pgh_obj_id__any=touched).values_list(*(f"{kind}_id" for kind in SUBJECTS))
    return cited.distinct()


def _decided() -> QuerySet[Any, Any]:
    decided: QuerySet[Any, Any] = Decision.objects.order_by()
    return decided.values_list(*(f"citation__{kind}_id" for kind in SUBJECTS))


def _of(kind: str, event: Any, column: str) -> QuerySet[Any, Any]:
    rows = event._base_manager.filter(BY_HAND).order_by().annotate(sort=Value(kind, CharField()))
    found: QuerySet[Any, Any] = rows.annotate(of=F(column)).values_list("sort", "of")
    return found


def rows_of(kind: str, ids: set[int]) -> dict[int, dict[str, object]]:
    """Return the columns that files fill, by the row's id."""
    table = TABLES[kind]
    rows = table.model._default_manager.filter(pk__in=ids)
    return {row["id"]: with_line_feeds(row) for row in rows.values(*table.columns)}
