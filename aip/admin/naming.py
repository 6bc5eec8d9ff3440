"""What the names of rows are made of, so that whoever prints rows fetches that along."""

from django.db.models import Model

from aip.models import (
    Article,
    Citation,
    Commitment,
    Confirmation,
    Decision,
    EnergyDeal,
    Investment,
    Membership,
    Observation,
    Position,
    Statement,
)
from aip.models.sources import SUBJECTS

_NAMED_BY: dict[type[Model], list[str]] = {
    Article: ["publisher"],
    Citation: list(SUBJECTS),
    Commitment: ["investor", "investment"],
    Confirmation: ["statement"],
    Decision: ["citation"],
    EnergyDeal: ["supplier", "offtaker"],
    Investment: ["recipient", "partnership"],
    Membership: ["organization", "partnership"],
    Observation: ["organization", "partnership", "investment", "energy_deal"],
    Position: ["person", "organization"],
    Statement: ["article"],
}


def named_by(model: type[Model]) -> list[str]:
    """Return the relations of which `str(row)` makes use, with those of which they make use in turn."""
    return [path for name in _NAMED_BY.get(model, ()) for path in along(model, name)]


def along(model: type[Model], name: str) -> list[str]:
    """Return the relation `name` of `model`, and those of which the name of the row there is made."""
    target = model._meta.get_field(name).related_model
    return [name, *(f"{name}__{path}" for path in named_by(target))]
