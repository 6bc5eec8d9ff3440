"""Numbers in digits: which separators mean what in which language, and where two readings are possible."""

import re
from dataclasses import dataclass
from decimal import Decimal

MOST_DIGITS = 24
_PLAIN = re.compile(r"0|[1-9][0-9]*+")
_SPACED = re.compile(r"[1-9][0-9]{0,2}(?: [0-9]{3})++(?:[.,][0-9]++)?+")
_INDIAN = re.compile(r"[1-9][0-9]?(?:,[0-9]{2}){1,6},[0-9]{3}(?:\.[0-9]++)?+")
_HEAD, _GROUP = re.compile("[1-9][0-9]{0,2}"), re.compile("[0-9]{3}")
_DECIMAL = re.compile(r"(0|[1-9][0-9]*+)([.,])([0-9]++)")


@dataclass(frozen=True)
class Reading:
    """A number as its language reads it; `other` is a second reading that the digits allow ("1.050")."""

    value: Decimal
    other: Decimal | None = None


def read_number(text: str, decimal: str) -> Reading | None:
    """Return the number that `text` spells where `decimal` is the decimal separator; None if there is no one reading.

    A separator that can only be the other kind is read so: "13.5" in German is thirteen and a half.
    """
    if len(text) > MOST_DIGITS and sum(character.isdigit() for character in text) > MOST_DIGITS:
        return None
    if _PLAIN.fullmatch(text):
        return Reading(Decimal(text))
    if _SPACED.fullmatch(text):
        return Reading(Decimal(text.replace(" ", "").replace(",", ".")))
    if _INDIAN.fullmatch(text) and decimal == ".":
        return Reading(Decimal(text.replace(",", "")))
    return _grouped(text) or _one_separator(text, decimal)


def _grouped(text: str) -> Reading | None:
    """Read what only thousands explain: two groups or more, or a decimal separator after them."""
    for group, point in ((".", ","), (",", "."), ("'", "."), ("'", ",")):
        whole, _, fraction = text.partition(point)
        head, *groups = whole.split(group)
        if not groups or not _HEAD.fullmatch(head) or not all(_GROUP.fullmatch(each) for each in groups):
            continue
        if (len(groups) > 1 or fraction or group == "'") and (fraction.isdigit() or point not in text):
            return Reading(Decimal(f"{head}{''.join(groups)}" + (f".{fraction}" if fraction else "")))
    return None


def _one_separator(text: str, decimal: str) -> Reading | None:
    match = _DECIMAL.fullmatch(text)
    if not match:
        return None
    whole, separator, fraction = match.groups()
    point = Decimal(f"{whole}.{fraction}")
    if len(fraction) != 3 or whole == "0" or len(whole) > 3:
        return Reading(point)
    thousands = Decimal(whole + fraction)
    return Reading(point, thousands) if separator == decimal else Reading(thousands, point)
