"""Dates as precise as their source: a useful part of EDTF, ISO 8601-2. Knows no Django.

2025   2025-10   2025-10-15   2025~ (about)   2025-10? (uncertain)   2026-01/2026-06 (somewhen between)
"""

import calendar
import re
from datetime import date

SUCH_AS = "2025, 2025-10, 2025-10-15, 2025~ or 2026-01/2026-06"
_DAY = re.compile(r"([1-9][0-9]{3})(?:-([0-9]{2})(?:-([0-9]{2}))?)?[~?]?")


def read_stated_date(text: str) -> tuple[date, date]:
    """Return the earliest and the latest day that `text` can mean. ValueError says what is wrong."""
    parts = text.split("/")
    if len(parts) > 2:
        raise ValueError(f"“{text}” is not a date such as {SUCH_AS}")
    days = [_days(part) for part in parts]
    if days[-1][0] < days[0][0]:
        raise ValueError(f"“{text}” ends before it begins")
    return days[0][0], days[-1][1]


def _days(text: str) -> tuple[date, date]:
    match = _DAY.fullmatch(text)
    if not match:
        raise ValueError(f"“{text}” is not a date such as {SUCH_AS}")
    year, month, day = (int(part or 0) for part in match.groups())
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        raise ValueError(f"“{text}” is not a day of the calendar") from None
    if day:
        return first, first
    return first, date(year, month or 12, calendar.monthrange(year, month or 12)[1])


def one_within_the_other(one: str, other: str) -> bool:
    """Whether two dates can mean the same day and differ in precision alone: 2025-10 and 2025-10-15."""
    (first, last), (other_first, other_last) = read_stated_date(one), read_stated_date(other)
    return (first <= other_first and other_last <= last) or (other_first <= first and last <= other_last)
