"""What every fact has: a note, a natural key, its citations, its history."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import pghistory
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Case, Count, Exists, OuterRef, Value, When

from aip.figures import Figure
from aip.vocabulary import Standing, Verdict

PLAIN = (models.CharField, models.TextField, models.IntegerField)
FREE_TEXT = {"key", "name", "title", "measure", "purpose"}
KEY = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LOAD, PRUNE = "load_articles", "load_articles --prune"  # what loads sign their events with
# Of events: whatever no load wrote. That the key is missing is spelled out: a comparison with nothing is not true.
BY_HAND = models.Q(pgh_context__source__isnull=True) | ~models.Q(pgh_context__source__in=[LOAD, PRUNE])


class FactQuerySet(models.QuerySet):
    """Questions that can be asked of any fact. Also the manager that finds a row by its natural key."""

    def get_by_natural_key(self, *values: Any):
        return self.get(**dict(zip(self.model.natural, values, strict=True)))

    def sentences(self) -> list[str]:
        """Return each fact in a line, with its figure."""
        return [fact.sentence for fact in self]

    def cited(self):
        """Facts that at least one citation supports."""
        return self.filter(Exists(self._citations()))

    def uncited(self):
        """Facts that no citation supports."""
        return self.filter(~Exists(self._citations()))

    def of_one_publisher(self):
        """Facts that the articles of a single publisher alone are cited for."""
        return self.alias(publishers=Count("citations__article__publisher", distinct=True)).filter(publishers=1)

    def with_standing(self):
        """Add to each fact its `standing`: what its citations come to, taken together."""
        citations = self._citations()
        worst_first = {
            Standing.CONTRADICTED: citations.errors(),
            Standing.CONFLICTING: citations.disputed(),
            Standing.UNCHECKED: citations.unchecked(),
            Standing.SUPPORTED: citations.filter(verdict=Verdict.SUPPORTED),
            Standing.NOT_JUDGEABLE: citations,
        }
        whens = [When(Exists(found), then=Value(standing.value)) for standing, found in worst_first.items()]
        uncited = Value(Standing.UNCITED.value)
        return self.annotate(standing=Case(*whens, default=uncited, output_field=models.TextField()))

    def _citations(self):
        relation = self.model._meta.get_field("citations")
        return relation.related_model.objects.filter(**{relation.field.attname: OuterRef("pk")})


class Fact(models.Model):
    """A row of the database that a source can support."""

    natural: tuple[str, ...] = ("key",)  # lookups that together name one row, for files that know no numbers
    depends_on: tuple[str, ...] = ()  # the models of those rows
    named_by: tuple[str, ...] = ()  # relations of which `str(row)` makes use

    note = models.TextField(blank=True, help_text="For other editors; not a fact.")

    untracked: tuple[str, ...] = ()  # columns without history
    cited_besides: tuple[str, ...] = ()  # what a quote can support that is no column of this table

    objects = FactQuerySet.as_manager()

    class Meta:
        abstract = True

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if "natural_key" in cls.__dict__:
            return

        def natural_key(self) -> tuple[Any, ...]:
            return tuple(_follow(self, path.split("__")) for path in self.natural)

        if cls.depends_on:  # dumpdata writes those models first; to an empty list it would add as it goes
            natural_key.dependencies = list(cls.depends_on)
        cls.natural_key = natural_key

    @property
    def sentence(self) -> str:
        """The fact in a line, with its figure."""
        return str(self)

    def held(self, field: str) -> Figure | str | None:
        """Return what a field holds: a figure, or a word, date or number as files have it; None for nothing."""
        if hasattr(self, f"stated_{field}"):
            return getattr(self, f"stated_{field}")
        value = getattr(self, field, None)
        return None if value in (None, "") else str(value)

    def in_words(self, field: str, said: Figure | str | None) -> Figure | str | None:
        """Return what is said of a field as people read it: of a closed list, its word."""
        columns = {column.name: column for column in self._meta.fields}  # a quote may be of a fact as a whole
        labels = dict(getattr(columns.get(field), "flatchoices", ()))
        return str(labels.get(said, said)) if isinstance(said, str) else said

    @classmethod
    def citable(cls) -> list[str]:
        """Return the fields that a quote can support; the parts of a figure and the note have no quote of their own."""
        parts = re.compile("id|note|currency|unit|.*_(high|bound|earliest)")
        columns = [field.name for field in cls._meta.fields if not parts.fullmatch(field.name)]
        return [*columns, *cls.cited_besides]

    @classmethod
    def comparable(cls) -> list[str]:
        """Return the fields, besides figures, in which articles can contradict each other: dates, words, numbers.

        Free text is told in many ways that all agree, and a reference in as many as its fact has names.
        """
        columns = [cls._meta.get_field(name) for name in cls.citable() if name not in cls.cited_besides]
        return [field.name for field in columns if isinstance(field, PLAIN) and field.name not in FREE_TEXT]


def named_by(model: type[models.Model]) -> list[str]:
    """Return the relations of which the names of rows are made, with those of which they are made in turn."""
    return [path for name in getattr(model, "named_by", ()) for path in along(model, name)]


def along(model: type[models.Model], name: str) -> list[str]:
    """Return the relation `name` of `model`, and those of which the name of the row there is made."""
    target = model._meta.get_field(name).related_model
    return [name, *(f"{name}__{path}" for path in named_by(target))]


def _follow(row: Any, path: Iterable[str]) -> Any:
    for name in path:
        row = getattr(row, name)
    return row


def key() -> models.CharField:
    """Return a column for the key by which article files name a row."""
    return models.CharField(
        max_length=100,
        unique=True,
        validators=[RegexValidator(KEY, "A key is small letters, digits and single hyphens: microsoft-openai.")],
        help_text="Names the row in article files; small letters, digits, hyphens. Stays as it is once given.",
    )


def key_constraint(table: str) -> models.CheckConstraint:
    """Return the rule that a key is one."""
    return models.CheckConstraint(
        name=f"{table}_key_is_a_key",
        condition=models.Q(key__regex=KEY),
        violation_error_message="A key is small letters, digits and single hyphens: microsoft-openai.",
    )


def track(model: type[models.Model]) -> type[models.Model]:
    """Keep the history of a model: every insert, update and delete, by triggers that see whole statements.

    Each event carries who and from where in its own row, so that it outlives the user and needs no join.
    """
    level = {"level": pghistory.Statement}
    return pghistory.track(
        pghistory.InsertEvent(**level),
        pghistory.UpdateEvent(**level),
        pghistory.DeleteEvent(**level),
        context_field=pghistory.ContextJSONField(),
        append_only=True,
        meta={"indexes": list(_event_indexes(model))},
        exclude=[*(field.name for field in model._meta.fields if field.generated), *model.untracked],
    )(model)


def _event_indexes(model: type[models.Model]) -> Iterator[models.Index]:
    """Yield the indexes of a table of events: what was done by hand, and what a row's page asks for its parts."""
    name = model._meta.model_name
    yield models.Index(fields=["pgh_obj"], condition=BY_HAND, name=f"{name}_by_hand")
    for field in model._meta.fields:
        if field.is_relation:  # most are empty in most rows
            is_set = models.Q(**{f"{field.name}__isnull": False})
            yield models.Index(
                fields=[field.name], condition=is_set, name=f"{name}_{field.name}"[-27:].strip("_") + "_ev"
            )
