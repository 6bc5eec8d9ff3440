"""The one spelling of a figure in article files: "about 13 billion USD", "620 to 1050 TWh", "27 %", "undisclosed".

    figure = "undisclosed" | [bound] number [scale] unit | number [scale] [unit] "to" number [scale] unit
           | [bound] number | number "to" number
    bound  = "about" | "at least" | "more than" | "up to" | "less than"
    scale  = "million" | "billion" (10^9) | "trillion" (10^12)        money only
    unit   = ISO 4217 code | kW MW GW | kWh MWh GWh TWh | %

A number by itself is a count: what is counted stands beside it.

Numbers are plain: a full stop for decimals, nothing between thousands, no exponent.
"""

import re
from decimal import Decimal

from aip.figures.figure import COUNT, ENERGY, POWER, SHARE, UNDISCLOSED, Bound, Figure

SCALES = {"trillion": 12, "billion": 9, "million": 6}
UNITS = {  # unit in files → (base unit, power of ten), the largest first
    "GW": (POWER, 3),
    "MW": (POWER, 0),
    "kW": (POWER, -3),
    "TWh": (ENERGY, 6),
    "GWh": (ENERGY, 3),
    "MWh": (ENERGY, 0),
    "kWh": (ENERGY, -3),
    "%": (SHARE, 0),
}
BOUNDS = {
    "about": Bound.ABOUT,
    "at least": Bound.AT_LEAST,
    "more than": Bound.MORE_THAN,
    "up to": Bound.UP_TO,
    "less than": Bound.LESS_THAN,
}
_HEDGES = {bound: words for words, bound in BOUNDS.items()}
_NUMBER = re.compile(r"(0|[1-9][0-9]{0,29})(\.[0-9]{1,24})?")
_CURRENCY = re.compile(r"[A-Z]{3}")


class FigureError(ValueError):
    """A text that is not a figure, with what was not understood."""


def read_figure(text: str) -> Figure:
    """Return the figure that `text` spells. FigureError says what was not understood."""
    if text == "undisclosed":
        return UNDISCLOSED
    words = text.split()
    hedge = next((hedge for hedge in BOUNDS if words[: len(hedge.split())] == hedge.split()), None)
    bound = Bound.EXACT
    if hedge:
        bound, words = BOUNDS[hedge], words[len(hedge.split()) :]
    if "to" in words:
        return _read_range(words, text, hedge)
    value, unit = _read_end(words, text)
    return _figure(text, value, unit, bound)


def _read_range(words: list[str], text: str, hedge: str | None) -> Figure:
    if hedge:
        raise FigureError(f"“{text}”: a range takes no “{hedge}”")
    split = words.index("to")
    low, high = words[:split], words[split + 1 :]
    value_high, unit = _read_end(high, text)
    if len(low) == 1:
        low = low + high[1:]  # an end without scale and unit of its own takes the other's
    elif len(low) == 2 and low[1] in SCALES:
        low = [*low, high[-1]]
    value, low_unit = _read_end(low, text)
    if low_unit != unit:
        raise FigureError(f"“{text}”: both ends of a range have the same unit")
    return _figure(text, value, unit, Bound.RANGE, value_high)


def _read_end(words: list[str], text: str) -> tuple[Decimal, str]:
    """Return value and base unit of "13 billion USD", split into words."""
    if not words:
        raise FigureError(f"“{text}” has no number")
    if not _NUMBER.fullmatch(words[0]):
        raise FigureError(f"“{words[0]}” is not a plain number: write 1580 or 13.5, no separators, no exponent")
    if len(words) == 1:
        return Decimal(words[0]), COUNT
    *scale, unit = words[1:]
    if unit not in UNITS and not _CURRENCY.fullmatch(unit):
        raise FigureError(f"“{unit}” is no unit: a currency code such as USD, or one of {', '.join(UNITS)}")
    if len(scale) > 1 or (scale and scale[0] not in SCALES):
        raise FigureError(f"“{' '.join(scale)}” is no scale: million, billion or trillion")
    if scale and unit in UNITS:
        raise FigureError(f"“{text}”: {unit} takes no “{scale[0]}”, use a larger unit")
    base, exponent = UNITS.get(unit, (unit, 0))
    return Decimal(words[0]).scaleb(exponent + (SCALES[scale[0]] if scale else 0)), base


def _figure(text: str, value: Decimal, unit: str, bound: Bound, value_high: Decimal | None = None) -> Figure:
    try:
        return Figure(value, unit, bound, value_high)
    except ValueError as error:
        raise FigureError(f"“{text}”: {error}") from None


def spell_figure(figure: Figure) -> str:
    """Return the one spelling of `figure`, so that equal figures are spelled alike and nothing is rounded."""
    if figure.value is None:
        return "undisclosed"
    exponent, unit = _largest(figure.value_high or figure.value, figure.unit) if figure.unit != COUNT else (0, "")
    number = plain(figure.value.scaleb(-exponent))
    if figure.value_high is not None:
        number = f"{number} to {plain(figure.value_high.scaleb(-exponent))}"
    return " ".join(filter(None, [_HEDGES.get(figure.bound), number, unit]))


def _largest(value: Decimal, unit: str) -> tuple[int, str]:
    """Return power of ten and words of the largest scale or unit that leaves `value` at one or more."""
    scales = [(exponent, f"{name} {unit}") for name, exponent in SCALES.items()]
    return largest_step(value, unit_steps(unit) or [*scales, (0, unit)])


def unit_steps(unit: str) -> list[tuple[int, str]]:
    """Return power of ten and name of each larger and smaller unit; nothing for a currency."""
    return [(exponent, name) for name, (base, exponent) in UNITS.items() if base == unit]


def largest_step(value: Decimal, steps: list[tuple[int, str]]) -> tuple[int, str]:
    """Return the first of descending steps that leaves `value` at one or more, or the last."""
    return next((step for step in steps if value >= Decimal(1).scaleb(step[0])), steps[-1])


def plain(number: Decimal) -> str:
    """Return `number` without exponent and without trailing zeros."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
