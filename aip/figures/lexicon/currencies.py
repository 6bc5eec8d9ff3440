"""Names of currencies in each language, from CLDR by way of Babel: what `format_figure` writes can be read back."""

import re
from collections import Counter
from datetime import date
from functools import cache

from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name, get_territory_currencies

from aip.figures.folding import fold
from aip.figures.lexicon.words import listed

_WORDS = re.compile(r"[^\W\d_]+(?:[ '’.-]{1,2}[^\W\d_]+)*")  # no years in brackets, no digits
ENDINGS = ("e", "er", "en", "em", "es")


@cache
def codes() -> frozenset[str]:
    """Return the ISO 4217 code of every currency that was legal tender anywhere since 2000."""
    found: set[str] = set()
    for territory in get_global("territory_currencies"):
        found |= set(get_territory_currencies(territory, date(2000, 1, 1), date.today()))
    return frozenset(found)


_OTHER_THINGS = frozenset(listed("ALL|AMD|TOP|CUP|GIP|SHP|BAM|STN|MOP|NAD|SOS|CHE|CHW|USN|USS|GHC"))  # AMD makes chips


@cache
def weak_codes() -> dict[str, str]:
    """Return every ISO code by itself, but for those that are words or firms, marked as one that needs a scale."""
    return {code: f"?{code}" for code in codes() - _OTHER_THINGS}


@cache
def plural_names(language: str) -> dict[str, str]:
    """Return name in the plural by code, without names that two currencies share."""
    locale = Locale(language)
    names = {code: get_currency_name(code, count=2, locale=locale) for code in codes()}
    shared = Counter(name.lower() for name in names.values())
    return {code: name for code, name in names.items() if shared[name.lower()] == 1 and _WORDS.fullmatch(name)}


@cache
def names(language: str) -> dict[str, str]:
    """Return code by name, in small letters: singular and plural, in German with every ending of the adjective."""
    found: dict[str, str] = {}
    singular = {code: get_currency_name(code, locale=Locale(language)) for code in plural_names(language)}
    for table in (singular, plural_names(language)):
        for code, name in table.items():
            if name == code:
                continue
            found.setdefault(fold(name).text.lower(), code)
            first, _, rest = name.lower().partition(" ")
            stem = re.fullmatch(r"(.*isch)(?:e|er|es)", first)
            if language == "de" and stem and rest:
                found |= {f"{stem[1]}{ending} {rest}": code for ending in ENDINGS}
    return found
