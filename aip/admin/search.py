"""Search of any table, word by word: a row is found where each word begins one in its texts or in a name it knows.

A path that ends at an organization stands for every name by which that organization is known. Each path is a query
of its own, so that each uses its own index; a condition across joins would read whole tables.
"""

from django.contrib.postgres.search import SearchVector
from django.db.models import Model, QuerySet

from aip.models import Organization
from aip.models.columns import beginnings, words_of

MOST_WORDS = 8


def find(rows: QuerySet, paths: list[str], words: str) -> QuerySet:
    """Return those of `rows` that every word of `words` finds along one of `paths`; all of them if there is none."""
    for word in words_of(words)[:MOST_WORDS]:
        first, *others = (_found(rows.model, path, word).order_by().values("pk") for path in paths)
        rows = rows.filter(pk__in=first.union(*others) if others else first)
    return rows


def _found(model: type[Model], path: str, word: str) -> QuerySet:
    """Return the rows of `model` in which `word` begins a word at the end of `path`."""
    relation, _, column = path.rpartition("__")
    target = _end(model, relation)
    field = target._meta.get_field(column)
    if field.is_relation:
        return model._base_manager.filter(**{f"{path}__in": Organization.objects.search(word)})
    having = target._base_manager.alias(words=SearchVector(column, config="simple")).filter(words=beginnings(word))
    return model._base_manager.filter(**{f"{relation}__in": having}) if relation else having


def _end(model: type[Model], relation: str) -> type[Model]:
    for name in filter(None, relation.split("__")):
        model = model._meta.get_field(name).related_model
    return model
