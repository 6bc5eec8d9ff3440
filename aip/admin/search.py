"""Search of any table, word by word: a row is found where each word begins one in its texts or in a name it knows.

A path that ends at an organization stands for every name by which that organization is known. Each path is a query
of its own, so that each uses its own index; a condition across joins would read whole tables.
"""

from django.contrib.postgres.search import SearchVector
from django.db.models import Model, QuerySet, Value

from aip.admin.pages import NEAREST
from aip.models import KnownName
from aip.models.columns import Fold, beginnings, words_of

MOST_WORDS = 8


def known_as(words: str) -> list[int]:
    """Return the organizations known as `words`, then those with a name that has words beginning so: `NEAREST` at most.

    They are fetched by themselves: PostgreSQL cannot tell a rare word from a common one, and would read every name.
    """
    words = " ".join(words_of(words)[:MOST_WORDS])
    if not words:
        return []
    exactly = KnownName.objects.filter(folded=Fold(Value(words))).values_list("organization_id")
    nearly = KnownName.objects.filter(words=beginnings(words)).values_list("organization_id")
    return list(dict.fromkeys(id for (id,) in exactly.union(nearly[:NEAREST], all=True)))[:NEAREST]


def find(rows: QuerySet, paths: list[str], words: str) -> QuerySet:
    """Return those of `rows` that every word of `words` finds along one of `paths`; all of them if there is none."""
    for word in words_of(words)[:MOST_WORDS]:
        known = known_as(word)
        first, *others = (_found(rows.model, path, word, known).order_by().values("pk") for path in paths)
        rows = rows.filter(pk__in=first.union(*others) if others else first)
    return rows


def _found(model: type[Model], path: str, word: str, known: list[int]) -> QuerySet:
    """Return the rows of `model` in which `word` begins a word at the end of `path`, or names what stands there."""
    relation, _, column = path.rpartition("__")
    target = _end(model, relation)
    field = target._meta.get_field(column)
    if field.is_relation:
        return model._base_manager.filter(**{f"{path}__in": known})
    if column == "key":  # which PostgreSQL would not read as words: of "2024-10-kairos" it makes minus ten
        having = target._base_manager.filter(key__regex=f"(^|-){word.lower()}")
    else:
        vector = SearchVector(column, config="simple")
        having = target._base_manager.alias(vector=vector).filter(vector=beginnings(word))
    return model._base_manager.filter(**{f"{relation}__in": having}) if relation else having


def _end(model: type[Model], relation: str) -> type[Model]:
    for name in filter(None, relation.split("__")):
        model = model._meta.get_field(name).related_model
    return model
