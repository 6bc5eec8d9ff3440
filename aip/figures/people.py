"""Figures for people: "about USD 13 bn", "rund 13 Mrd. US-Dollar", "environ 13 milliards de dollars des États-Unis"."""

from decimal import Decimal

from aip.figures.figure import COUNT, SHARE, Bound, Figure
from aip.figures.lexicon.currencies import plural_names
from aip.figures.spelling import largest_step, plain, unit_steps

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
    "es": {
        Bound.ABOUT: "unos",
        Bound.AT_LEAST: "al menos",
        Bound.MORE_THAN: "más de",
        Bound.UP_TO: "hasta",
        Bound.LESS_THAN: "menos de",
        Bound.UNDISCLOSED: "no revelado",
    },
    "fr": {
        Bound.ABOUT: "environ",
        Bound.AT_LEAST: "au moins",
        Bound.MORE_THAN: "plus de",
        Bound.UP_TO: "jusqu'à",
        Bound.LESS_THAN: "moins de",
        Bound.UNDISCLOSED: "non communiqué",
    },
}
SCALES = {  # German and Spanish count Billion and billón where English counts trillion
    "en": [(12, "tn"), (9, "bn"), (6, "m")],
    "de": [(12, "Bio."), (9, "Mrd."), (6, "Mio.")],
    "es": [(12, "billones"), (6, "millones")],
    "fr": [(12, "billions"), (9, "milliards"), (6, "millions")],
}
_PIECES = {  # no larger unit
    COUNT: dict.fromkeys(HEDGES, ""),
    SHARE: dict.fromkeys(HEDGES, "%"),
}
SEPARATORS = {"en": (",", "."), "de": (".", ","), "es": (".", ","), "fr": ("\u202f", ",")}  # thousands, decimals


def format_figure(figure: Figure, *, language: str) -> str:
    """Return `figure` as people write it in `language` (de, en, es, fr), so that `parse_figure` reads it back.

    Nothing is rounded. ValueError for any other language.
    """
    if language not in HEDGES:
        raise ValueError(f"no words for figures in language “{language}”: {', '.join(HEDGES)}")
    if figure.value is None:
        return HEDGES[language][Bound.UNDISCLOSED]
    steps = [(0, _PIECES[figure.unit][language])] if figure.unit in _PIECES else unit_steps(figure.unit)
    ends = [figure.value, *([figure.value_high] if figure.value_high is not None else [])]
    exponent, scale = _step(ends, steps or [*SCALES[language], (0, "")], bare=bool(steps))
    number = _number(figure.value, exponent, language, bool(steps))
    if figure.value_high is not None:
        number += f"–{_number(figure.value_high, exponent, language, bool(steps))}"
    if figure.unit == SHARE and language == "en":
        number, scale = f"{number}%", ""
    words = [number, scale] if steps else _money(figure.unit, number, scale, language)
    return " ".join(filter(None, [HEDGES[language].get(figure.bound), *words]))


def _step(ends: list[Decimal], steps: list[tuple[int, str]], *, bare: bool) -> tuple[int, str]:
    """Return the largest step in which the ends read in one way: "1,125 MW", since "1.125 GW" might be thousands."""
    step = largest_step(ends[-1], steps)
    smaller = steps[steps.index(step) + 1 :]
    might_be_thousands = any(_might_be_thousands(*_parts(end, step[0]), bare or not step[0]) for end in ends)
    return smaller[0] if smaller and might_be_thousands else step


def _parts(value: Decimal, exponent: int) -> tuple[str, str]:
    whole, _, fraction = plain(value.scaleb(-exponent)).partition(".")
    return whole, fraction


def _might_be_thousands(whole: str, fraction: str, bare: bool) -> bool:
    return bare and len(fraction) == 3 and len(whole) < 4


def _money(unit: str, number: str, scale: str, language: str) -> list[str]:
    if language == "en":
        return [unit, number, scale]
    name = plural_names(language).get(unit, unit)
    if language in ("es", "fr") and scale:
        elided = language == "fr" and name[0] in "aeiouyéè" and not name.startswith("yuan")
        name = f"d’{name}" if elided else f"de {name}"
    if language != "de" and number == "1" and scale:
        scale = {"millones": "millón", "billones": "billón"}.get(scale, scale.rstrip("s"))
    return [number, scale, name]


def _number(value: Decimal, exponent: int, language: str, bare: bool) -> str:
    """Spell a number so that it reads in one way: "1.1250 kWh", where no smaller unit spares the last zero."""
    thousands, point = SEPARATORS[language]
    whole, fraction = _parts(value, exponent)
    if _might_be_thousands(whole, fraction, bare or not exponent):
        fraction += "0"
    groups = f"{int(whole):,}".split(",")
    grouped = (thousands if bare or exponent < 9 or language in ("en", "fr") else "").join(groups)
    return f"{grouped}{point}{fraction}" if fraction else grouped
