"""Codes of standards, checked against a library's data: countries, currencies, languages, identifiers. Knows no Django.

Each `check_` function returns None for a right code and raises ValueError, with words for an editor, for a wrong one.
Names for people come from CLDR, by way of Babel.
"""

import re
from datetime import date
from functools import cache

from babel import Locale
from babel.core import get_global
from babel.numbers import get_territory_currencies
from stdnum import isin, lei
from stdnum.exceptions import ValidationError

# Codes that CLDR names and ISO 3166-1 does not assign: exceptional reservations, groups, private use.
NOT_COUNTRIES = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"}


@cache
def countries(language: str = "en") -> dict[str, str]:
    """Return name by ISO 3166-1 code."""
    names = Locale.parse(language, sep="-").territories
    return {code: names[code] for code in sorted(names) if re.fullmatch("[A-Z]{2}", code) and code not in NOT_COUNTRIES}


@cache
def currencies(language: str = "en") -> dict[str, str]:
    """Return name by ISO 4217 code, of every currency that was legal tender anywhere since 2000."""
    codes = set()
    for territory in get_global("territory_currencies"):
        codes |= set(get_territory_currencies(territory, date(2000, 1, 1), date.today()))
    names = Locale.parse(language, sep="-").currencies
    return {code: names.get(code, code) for code in sorted(codes)}


@cache
def languages(language: str = "en") -> dict[str, str]:
    """Return name by ISO 639-1 code."""
    names = Locale.parse(language, sep="-").languages
    return {code: names[code] for code in sorted(names) if re.fullmatch("[a-z]{2}", code)}


def check_country(code: str) -> None:
    """Accept an ISO 3166-1 alpha-2 code."""
    if code not in countries():
        raise ValueError(f"“{code}” is no country of ISO 3166-1: two capital letters such as DE or AE")


def check_currency(code: str) -> None:
    """Accept an ISO 4217 code."""
    if code not in currencies():
        raise ValueError(f"“{code}” is no currency of ISO 4217: three capital letters such as EUR or AED")


def check_language(code: str) -> None:
    """Accept an ISO 639-1 code."""
    if code not in languages():
        raise ValueError(f"“{code}” is no language of ISO 639-1: two small letters such as de or en")


_FORMS = {
    "wikidata": (r"Q[1-9][0-9]*", "a Q and a number, such as Q312"),
    "cik": (r"[0-9]{10}", "ten digits, with leading zeros"),
    "ticker": (r"[A-Z0-9]{4}:[A-Z0-9.]+", "exchange (MIC) and symbol, such as XNAS:MSFT"),
    "company_number": (r"[A-Z]{2}:\S.*", "country and number, such as GB:07495895"),
}


def check_identifier(scheme: str, value: str) -> None:
    """Accept an identifier of the scheme: check digits of LEI (ISO 17442) and ISIN (ISO 6166), else the form."""
    if scheme in ("lei", "isin"):
        module = lei if scheme == "lei" else isin
        try:
            if module.validate(value) != value:
                raise ValueError(f"“{value}” is written {module.compact(value)}")
        except ValidationError as error:
            raise ValueError(f"“{value}” is no {scheme.upper()}: {str(error).rstrip('.').lower()}") from None
        return
    form, words = _FORMS[scheme]
    if not re.fullmatch(form, value):
        raise ValueError(f"“{value}” is no {scheme.replace('_', ' ')}: {words}")
