"""Figures for people: "about USD 13 bn", "rund 13 Mrd. US-Dollar"."""

from decimal import Decimal

from babel import Locale
from babel.numbers import format_decimal, get_currency_name

from aip.figures.figure import Bound, Figure
from aip.figures.spelling import largest_step, unit_steps

HEDGES = {
    "en": {
        Bound.ABOUT: "about",
        Bound.AT_LEAST: "at least",
        Bound.MORE_THAN: "more than",
        Bound.UP_TO: "up to",
        Bound.LESS_THAN: "less than",
        Bound.UNDISCLOSED: "undisclosed",
    },
    "de": {
        Bound.ABOUT: "rund",
        Bound.AT_LEAST: "mindestens",
        Bound.MORE_THAN: "mehr als",
        Bound.UP_TO: "bis zu",
        Bound.LESS_THAN: "weniger als",
        Bound.UNDISCLOSED: "nicht bekannt",
    },
}
SCALES = {  # German counts Billion where English counts trillion
    "en": [(12, "tn"), (9, "bn"), (6, "m")],
    "de": [(12, "Bio."), (9, "Mrd."), (6, "Mio.")],
}


def format_figure(figure: Figure, *, language: str) -> str:
    """Return `figure` as people write it in `language` ("en" or "de"); ValueError for any other language."""
    if language not in HEDGES:
        raise ValueError(f"no words for figures in language “{language}”: {', '.join(HEDGES)}")
    if figure.value is None:
        return HEDGES[language][Bound.UNDISCLOSED]
    steps = unit_steps(figure.unit)
    exponent, scale = largest_step(figure.value_high or figure.value, steps or [*SCALES[language], (0, "")])
    number = _number(figure.value, exponent, language)
    if figure.value_high is not None:
        number += f"–{_number(figure.value_high, exponent, language)}"
    if steps:
        words = [number, scale]
    elif language == "en":
        words = [figure.unit, number, scale]
    else:
        words = [number, scale, get_currency_name(figure.unit, locale=Locale(language))]
    return " ".join(filter(None, [HEDGES[language].get(figure.bound), *words]))


def _number(value: Decimal, exponent: int, language: str) -> str:
    return format_decimal(value.scaleb(-exponent), format="#,##0.############", locale=Locale(language))
