"""How fields of article files become columns of tables."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from django.db import models

from aip.figures import Figure, read_figure, spell_figure
from aip.figures.figure import UNDISCLOSED
from aip.models import (
    Article,
    Commitment,
    EnergyDeal,
    Forecast,
    Investment,
    Membership,
    Observation,
    Organization,
    Partnership,
    Person,
    Position,
    Publisher,
)

Columns = tuple[Any, ...]


class Names(Protocol):
    """What turns the names and keys of a file into ids; None for what was deleted by hand."""

    def organization(self, name: str) -> int | None: ...
    def publisher(self, name: str) -> int | None: ...
    def deal(self, kind: str, key: str) -> int | None: ...


@dataclass(frozen=True)
class Field:
    """A field of an article file: its columns, what they hold when nobody says anything, and the way between."""

    columns: tuple[str, ...]
    empty: Columns
    read: Callable[[Any, Names], Columns]


def _plain(column: str, empty: Any = "") -> Field:
    return Field((column,), (empty,), lambda value, names: (value,))


def _organization(column: str) -> Field:
    return Field((f"{column}_id",), (None,), lambda name, names: (names.organization(name),))


def _key(column: str, kind: str) -> Field:
    return Field((f"{column}_id",), (None,), lambda key, names: (names.deal(kind, key),))


def _figure(name: str, *, bound: str = "", unit: str = "", empty: str = "") -> Field:
    columns = (name, f"{name}_high", bound or f"{name}_bound", *([unit] if unit else []))
    nothing = (None, None, empty, *([""] if unit else []))
    return Field(columns, nothing, lambda spelled, names: figure_columns(read_figure(spelled))[: len(columns)])


def figure_columns(figure: Figure) -> Columns:
    """Return value, high value, bound and unit."""
    return figure.value, figure.value_high, figure.bound.value, figure.unit


def with_line_feeds(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row with its lines ended as files end them; a browser sends others."""
    return {name: line_feeds(value) for name, value in row.items()}


def line_feeds(value: Any) -> Any:
    """Return a value; of a text, with its lines ended as files end them."""
    if isinstance(value, str) and "\r" in value:
        return value.replace("\r\n", "\n").replace("\r", "\n")
    return value


def spell(value: Any) -> Any:
    """Return a value of a document as JSON holds it, in the file's own words."""
    if isinstance(value, Figure):
        return spell_figure(value)
    if isinstance(value, dict):
        return {str(key): spell(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [spell(each) for each in value]
    return str(value) if isinstance(value, str) else value


@dataclass(frozen=True)
class Table:
    """A table that article files fill: by which columns a row is named, and what some file must say."""

    kind: str
    model: type[models.Model]
    identity: tuple[str, ...]
    fields: dict[str, Field]
    required: tuple[str, ...] = ()

    @property
    def columns(self) -> list[str]:
        """Every column that a load writes, id and identity first."""
        return ["id", *self.identity, *(column for field in self.fields.values() for column in field.columns)]


NOTE = {"note": _plain("note")}
MONEY = _figure("amount", unit="currency", empty=UNDISCLOSED.bound.value)
TABLES = {
    table.kind: table
    for table in [
        Table("publisher", Publisher, ("name",), {"country": _plain("country"), "kind": _plain("kind"), **NOTE}),
        Table(
            "article",
            Article,
            ("key",),
            {
                "publisher": Field(("publisher_id",), (None,), lambda name, names: (names.publisher(name),)),
                "text_is": _plain("text_is", "none"),
                **{
                    name: _plain(name)
                    for name in (
                        "title",
                        "url",
                        "language",
                        "published",
                        "source_name",
                        "source_sha256",
                        "text",
                        "note",
                    )
                },
            },
        ),
        Table(
            "organization",
            Organization,
            (),
            {
                "name": _plain("name"),
                "kind": _plain("kind"),
                "country": _plain("country"),
                "parent": _organization("parent"),
                "website": _plain("website"),
                **NOTE,
            },
        ),
        Table("person", Person, ("name",), NOTE),
        Table(
            "position",
            Position,
            ("person_id", "organization_id", "title"),
            {"since": _plain("since"), "until": _plain("until"), **NOTE},
        ),
        Table(
            "partnership",
            Partnership,
            ("key",),
            {
                "name": _plain("name"),
                "kind": _plain("kind"),
                "announced": _plain("announced"),
                "purpose": _plain("purpose"),
                "binding": _plain("binding", "unknown"),
                "acts_as": _organization("acts_as"),
                **NOTE,
            },
            required=("name",),
        ),
        Table(
            "membership",
            Membership,
            ("partnership_id", "organization_id", "role"),
            {"joined": _plain("joined"), "left": _plain("left"), **NOTE},
        ),
        Table(
            "investment",
            Investment,
            ("key",),
            {
                "title": _plain("title"),
                "recipient": _organization("recipient"),
                "partnership": _key("partnership", "partnership"),
                "amount": MONEY,
                "basis": _plain("basis", "unspecified"),
                "stage": _plain("stage"),
                "announced": _plain("announced"),
                "closed": _plain("closed"),
                "draws_on": _key("draws_on", "investment"),
                **NOTE,
            },
            required=("stage",),
        ),
        Table(
            "commitment",
            Commitment,
            ("investment_id", "investor_id"),
            {"role": _plain("role"), "amount": MONEY, **NOTE},
        ),
        Table(
            "energy_deal",
            EnergyDeal,
            ("key",),
            {
                "supplier": _organization("supplier"),
                "offtaker": _organization("offtaker"),
                "partnership": _key("partnership", "partnership"),
                "kind": _plain("kind"),
                "technology": _plain("technology", []),
                "capacity": _figure("capacity"),
                "energy": _figure("energy"),
                "term_years": _plain("term_years", None),
                "starts": _plain("starts"),
                "site": _plain("site"),
                "country": _plain("country"),
                "stage": _plain("stage"),
                "announced": _plain("announced"),
                **NOTE,
            },
            required=("kind", "stage"),
        ),
        Table(
            "forecast",
            Forecast,
            ("key",),
            {
                "metric": _plain("metric"),
                "region": _plain("region"),
                "year": _plain("year", None),
                "value": _figure("value", unit="unit"),
                "forecaster": _organization("forecaster"),
                **NOTE,
            },
            required=("metric", "region", "year", "value"),
        ),
        Table(
            "observation",
            Observation,
            ("key",),
            {
                "measure": _plain("measure"),
                "organization": _organization("organization"),
                "partnership": _key("partnership", "partnership"),
                "investment": _key("investment", "investment"),
                "energy_deal": _key("energy_deal", "energy_deal"),
                "site": _plain("site"),
                "value": _figure("value", unit="unit"),
                "words": _plain("words"),
                "as_of": _plain("as_of"),
                **NOTE,
            },
            required=("measure",),
        ),
    ]
}
FIGURES = {kind: {n for n, f in table.fields.items() if len(f.columns) > 1} for kind, table in TABLES.items()}
