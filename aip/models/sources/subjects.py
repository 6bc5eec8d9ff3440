"""What a source can be about: the kinds of fact, and the foreign keys that lead to exactly one of them."""

from django.db import models
from django.db.models import (
    Case,
    F,
    Func,
    IntegerField,
    Q,
    Value,
    When,
)
from django.db.models.functions import Cast, Concat

from aip.models.deals import Commitment, Investment, Membership, Partnership
from aip.models.energy import EnergyDeal, Forecast
from aip.models.facts import Fact
from aip.models.observations import Observation
from aip.models.organizations import Organization, Person, Position
from aip.models.sources.publishing import Publisher

# The nine kinds of fact that a citation can support, by the name of its foreign key.
SUBJECTS: dict[str, type[Fact]] = {
    "organization": Organization,
    "position": Position,
    "partnership": Partnership,
    "membership": Membership,
    "investment": Investment,
    "commitment": Commitment,
    "energy_deal": EnergyDeal,
    "forecast": Forecast,
    "observation": Observation,
}

# The kinds of fact of which an article file can say something: what can be cited, and what is only named.
STATED: dict[str, type[Fact]] = {**SUBJECTS, "person": Person, "publisher": Publisher}


def about(subjects: dict[str, type[Fact]], on_delete) -> type[models.Model]:
    """Return an abstract model with a foreign key to each kind of fact, so that the database guards every one."""
    keys = {
        name: models.ForeignKey(model, on_delete, null=True, blank=True, db_index=False)
        for name, model in subjects.items()
    }
    meta = type("Meta", (), {"abstract": True})
    return type("AboutOneFact", (models.Model,), {"__module__": __name__, "Meta": meta, "subjects": subjects, **keys})


def fact_indexes(table: str, subjects: dict[str, type[Fact]]) -> list[models.Index]:
    return [
        models.Index(fields=[name], condition=Q(**{f"{name}__isnull": False}), name=f"{table}_{name}")
        for name in subjects
    ]


def count_of(subjects: dict[str, type[Fact]]) -> Func:
    return Func(*[F(name) for name in subjects], function="num_nonnulls", output_field=IntegerField())


def address_of_fact() -> models.GeneratedField:
    """Return the generated column that names the fact, such as "investment:12", to group and to compare by."""
    whens = [
        When(
            **{f"{name}__isnull": False},
            then=Concat(Value(f"{name}:"), Cast(f"{name}_id", models.TextField()), output_field=models.TextField()),
        )
        for name in SUBJECTS
    ]
    return models.GeneratedField(
        expression=Case(*whens, output_field=models.TextField()),
        output_field=models.TextField(),
        db_persist=True,
        serialize=False,
    )
