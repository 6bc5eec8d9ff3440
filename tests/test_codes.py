import pytest

from aip import codes

RIGHT = [("lei", "INR2EJN1ERAN0W5ZP974"), ("isin", "US5949181045"), ("wikidata", "Q2283"), ("cik", "0000789019")]
WRONG = [
    ("lei", "INR2EJN1ERAN0W5ZP975"),
    ("lei", "inr2ejn1eran0w5zp974"),
    ("isin", "US5949181046"),
    ("wikidata", "2283"),
    ("wikidata", "Q0"),
    ("cik", "789019"),
    ("ticker", "MSFT"),
]


@pytest.mark.parametrize(("scheme", "value"), RIGHT)
def test_right_identifiers_are_accepted(scheme, value):
    codes.check_identifier(scheme, value)


@pytest.mark.parametrize(("scheme", "value"), WRONG)
def test_wrong_identifiers_are_refused_with_a_word_why(scheme, value):
    with pytest.raises(ValueError, match=value):
        codes.check_identifier(scheme, value)


def test_countries_are_those_of_iso_3166():
    assert len(codes.countries()) == 249
    codes.check_country("NO")
    for code in ("EU", "XK", "UK", "ZZ", "de", "DEU", ""):
        with pytest.raises(ValueError, match="ISO 3166"):
            codes.check_country(code)


def test_currencies_are_those_in_use():
    for code in ("USD", "EUR", "AED", "CHF", "JPY", "INR", "BGN"):
        codes.check_currency(code)
    for code in ("XXX", "XTS", "USB", "BTC", "usd", "DM", ""):
        with pytest.raises(ValueError, match="ISO 4217"):
            codes.check_currency(code)


def test_languages_are_those_of_iso_639():
    codes.check_language("sv")
    for code in ("xx", "ger", "DE", ""):
        with pytest.raises(ValueError, match="ISO 639"):
            codes.check_language(code)


def test_names_come_in_the_language_asked_for():
    assert codes.countries("de")["AE"] == "Vereinigte Arabische Emirate"
    assert codes.currencies("en")["USD"] == "US Dollar"
