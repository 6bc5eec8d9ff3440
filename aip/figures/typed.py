"""What an editor types where only a number is asked for: "6.7 billion", "6,7 Mrd", "13bn", "1.2 GW" where MW stands.

English and German are read at once, so that what they read differently is refused: "1,200" is 1200 in one and 1.2 in
the other. So is whatever is said besides the number: a bound, the end of a range and a unit have inputs of their own.
"""

import re
from decimal import Decimal

from aip.figures.figure import COUNT, ENERGY, POWER, SHARE, Bound, Figure
from aip.figures.finding import parse_figure
from aip.figures.spelling import FigureError, plain

MOST_LETTERS = 60
_PLAIN = re.compile(r"(0|[1-9][0-9]*)(\.[0-9]+)?")
_DOUBTFUL = re.compile(r"(?<![0-9.,])([1-9][0-9]{0,2})[.,]([0-9]{3})(?![0-9]|[.,][0-9])")  # thousands, or decimals
_LETTER = re.compile(r"[0-9 ][A-Za-z]")
_SHARE = re.compile(r"\s*(%|percent|per cent|prozent)$", re.IGNORECASE)
_ENGLISH = re.compile(r"\b(billion|trillion)\b")  # in small letters; the German nouns are a thousand times as much


def read_typed(text: str, unit: str = "") -> Decimal:
    """Return the number that `text` means where the unit is `unit`, "" where it is not known yet.

    A number by itself is one of `unit`; "1.2 GW" is 1200 where that is MW. FigureError says why a text is refused.
    """
    text = " ".join(text.split())
    if len(text) > MOST_LETTERS:
        raise FigureError(f"A number has at most {MOST_LETTERS} characters")
    if doubtful := _DOUBTFUL.search(text):
        whole, rest = doubtful.groups()
        small = plain(Decimal(f"{whole}.{rest}"))
        words = f"{whole}{rest} to some and {small} to others"
        raise FigureError(f"“{doubtful[0]}” is {words}: write {whole}{rest}, or {unmistakable(small)}")
    if not _PLAIN.fullmatch(text):
        return _read(text, unit)
    return Decimal(text)


def unmistakable(number: str) -> str:
    """Return a plain number so that nobody takes its three decimals for thousands: "1.234" is "1.2340"."""
    return f"{number}0" if _DOUBTFUL.fullmatch(number) else number


def _read(text: str, unit: str) -> Decimal:
    languages = ["en"] if _ENGLISH.search(text) else ["en", "de"]
    found = {figure for language in languages if (figure := _figure(text, unit, language))}
    if not found:
        raise FigureError(f"“{text}” is no number: write 6700000000, 6.7 billion, 6,7 Mrd or 13bn")
    if len(found) > 1:
        numbers = sorted(each.value or Decimal(0) for each in found)
        words = " to some and ".join(f"{number:,f}" for number in numbers)
        raise FigureError(f"“{text}” is {words} to others: write {plain(numbers[0])}, or {plain(numbers[-1])}")
    figure = found.pop()
    if figure.value is None or figure.bound is not Bound.EXACT:
        raise FigureError(f"“{text}” is more than a number: bound and upper end have inputs of their own")
    return figure.value


def _figure(text: str, unit: str, language: str) -> Figure | None:
    """Return what a language reads; a number without a unit gets the one that is asked for, or any."""
    own = _parse(text, language)
    if own:
        if unit and own.unit and own.unit != unit:
            raise FigureError(f"“{text}” is in {own.unit}; the unit here is {'pieces' if unit == COUNT else unit}")
        return own
    if unit in (POWER, ENERGY):
        return None if _LETTER.fullmatch(text[-2:]) else _parse(f"{text} {unit}", language)  # 5 M may be 5 MW
    share = _SHARE.search(text) if unit == SHARE else None
    return _parse(f"{text[: share.start()] if share else text} USD", language)


def _parse(text: str, language: str) -> Figure | None:
    try:
        return parse_figure(text, language=language)
    except FigureError:
        return None
