"""The record: what a figure is."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

POWER = "MW"
ENERGY = "MWh"
SHARE = "%"
COUNT = "1"  # as in UCUM, the unit of what is only counted


class Bound(StrEnum):
    """How firmly a number is stated."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    UP_TO = "up_to"
    LESS_THAN = "less_than"
    RANGE = "range"
    UNDISCLOSED = "undisclosed"

    @property
    def label(self) -> str:
        """The words for people."""
        return self.value.replace("_", " ")


class Kind(StrEnum):
    """What a figure measures. Power and energy never convert into each other.

    Shares and counts are written in article files; no text is searched for them.
    """

    MONEY = "money"
    POWER = "power"
    ENERGY = "energy"
    SHARE = "share"
    COUNT = "count"


@dataclass(frozen=True)
class Figure:
    """A number in base units: whole currency units, MW, MWh, per cent or pieces.

    `unit` is an ISO 4217 code, "MW", "MWh", "%" or "1". `value_high` is the upper end of a range, else None.
    An undisclosed figure has neither value nor unit. ValueError where the parts contradict each other.
    """

    value: Decimal | None
    unit: str = ""
    bound: Bound = Bound.EXACT
    value_high: Decimal | None = None

    def __post_init__(self) -> None:
        if self.bound is Bound.UNDISCLOSED:
            if self.value is not None or self.value_high is not None or self.unit:
                raise ValueError("an undisclosed figure has neither number nor unit")
            return
        if self.value is None or not self.unit:
            raise ValueError("a figure needs a number and a unit, or is undisclosed")
        if (self.value_high is not None) != (self.bound is Bound.RANGE):
            raise ValueError("a range has an upper end, and nothing else has one")
        if self.value <= 0 or (self.value_high is not None and self.value_high <= self.value):
            raise ValueError("a figure is above zero, and a range goes upwards")

    @property
    def kind(self) -> Kind | None:
        """What it measures, or None where nothing is disclosed."""
        if not self.unit:
            return None
        kinds = {POWER: Kind.POWER, ENERGY: Kind.ENERGY, SHARE: Kind.SHARE, COUNT: Kind.COUNT}
        return kinds.get(self.unit, Kind.MONEY)


UNDISCLOSED = Figure(None, bound=Bound.UNDISCLOSED)


@dataclass(frozen=True)
class FoundFigure:
    """A figure where it stands in a text: `text[start:end] == phrase`, counted in code points."""

    start: int
    end: int
    phrase: str
    figure: Figure

    @property
    def kind(self) -> Kind | None:
        """Money, power or energy."""
        return self.figure.kind

    @property
    def value(self) -> Decimal | None:
        """The number in whole currency units, MW or MWh; the lower end of a range."""
        return self.figure.value

    @property
    def value_high(self) -> Decimal | None:
        """The upper end of a range, else None."""
        return self.figure.value_high

    @property
    def unit(self) -> str:
        """ISO 4217 code, "MW" or "MWh"."""
        return self.figure.unit

    @property
    def bound(self) -> Bound:
        """How firmly the number is stated."""
        return self.figure.bound
