from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aip.figures import Bound, Figure, FigureError, format_figure, parse_figure, read_figure
from aip.figures.lexicon.currencies import codes

LANGUAGES = ["de", "en", "es", "fr"]
PEOPLE = [
    ("about 13 billion USD", "es", "unos 13.000 millones de dólares estadounidenses"),
    ("about 13 billion USD", "fr", "environ 13 milliards de dollars des États-Unis"),
    ("1.5 trillion EUR", "es", "1,5 billones de euros"),
    ("1 million EUR", "es", "1 millón de euros"),
    ("20 billion EUR", "fr", "20 milliards d’euros"),
    ("1580 TWh", "fr", "1\u202f580 TWh"),
    ("95 billion SEK", "de", "95 Mrd. Schwedische Kronen"),
    ("1.125 TWh", "en", "1,125 GWh"),  # "1.125" might be thousands
    ("2.494 GW", "en", "2,494 MW"),
    ("2.494 GW", "de", "2.494 MW"),
    ("0.5 to 2.494 GW", "en", "500–2,494 MW"),
    ("2.4949 GW", "en", "2.4949 GW"),
    ("1.125 kWh", "en", "1.1250 kWh"),  # no smaller unit
    ("6.60 billion USD", "en", "USD 6.6 bn"),
    ("1.125 billion USD", "en", "USD 1.125 bn"),
]


@pytest.mark.parametrize(("spelling", "language", "words"), PEOPLE)
def test_format_figure(spelling, language, words):
    assert format_figure(read_figure(spelling), language=language) == words
    assert parse_figure(words, language=language) == read_figure(spelling)


values = st.one_of(
    st.decimals(min_value=Decimal("0.000001"), max_value=Decimal("1e15"), places=6, allow_nan=False),
    st.integers(min_value=1, max_value=10**13).map(Decimal),
    st.integers(min_value=1, max_value=9999).map(lambda number: Decimal(number) * 10**6),
)
units = st.one_of(st.sampled_from(["MW", "MWh", "USD", "EUR"]), st.sampled_from(sorted(codes())))
bounds = st.sampled_from([bound for bound in Bound if bound not in (Bound.RANGE, Bound.UNDISCLOSED)])


@given(values, units, bounds, st.sampled_from(LANGUAGES))
def test_every_figure_is_read_back_as_it_was_written(value, unit, bound, language):
    figure = Figure(value, unit, bound)
    assert parse_figure(format_figure(figure, language=language), language=language) == figure


@given(values, values, units, st.sampled_from(LANGUAGES))
def test_every_range_is_read_back_as_it_was_written(one, other, unit, language):
    if one != other:
        figure = Figure(min(one, other), unit, Bound.RANGE, max(one, other))
        assert parse_figure(format_figure(figure, language=language), language=language) == figure


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_currency_is_read_back(language):
    for code in codes():
        for figure in (Figure(Decimal(5), code), Figure(Decimal("5e9"), code)):
            assert parse_figure(format_figure(figure, language=language), language=language) == figure


@pytest.mark.parametrize("language", LANGUAGES)
def test_undisclosed_is_read_back(language):
    figure = Figure(None, bound=Bound.UNDISCLOSED)
    assert parse_figure(format_figure(figure, language=language), language=language) == figure


PARSED = [
    ("de", "rund 13 Milliarden US-Dollar", "about 13 billion USD"),
    ("de", "zwischen 620 und 1.050 Terawattstunden", "620 to 1050 TWh"),
    ("en", "  about USD 13 bn ", "about 13 billion USD"),
    ("en", "$30bn", "30 billion USD"),
    ("en", "AMD 300 m", "300 million AMD"),  # in a text AMD is a firm
]


@pytest.mark.parametrize(("language", "phrase", "spelling"), PARSED)
def test_parse_figure(language, phrase, spelling):
    assert parse_figure(phrase, language=language) == read_figure(spelling)


REFUSED = [
    ("de", "", "is no figure"),
    ("de", "Milliarden", "is no figure"),
    ("de", "13", "is no figure"),
    ("de", "80 Euro pro MWh", "is no figure"),
    ("de", "mehrere Milliarden Euro", "is no figure"),
    ("de", "rund 13 Mrd. US-Dollar pro Jahr", "“pro Jahr” was not understood"),
    ("en", "a $5bn deal", "“a” was not understood"),
    ("en", "$5bn and 3 GW", "“and 3 GW” was not understood"),
]


@pytest.mark.parametrize(("language", "phrase", "reason"), REFUSED)
def test_a_phrase_that_is_not_one_figure_is_refused_with_a_reason(language, phrase, reason):
    with pytest.raises(FigureError, match=reason):
        parse_figure(phrase, language=language)


def test_an_unknown_language_is_an_error_not_a_guess():
    with pytest.raises(ValueError, match="“xx”"):
        parse_figure("5 GW", language="xx")


@given(st.text(), st.sampled_from(LANGUAGES))
def test_no_phrase_makes_it_fail_in_another_way(text, language):
    try:
        parse_figure(text, language=language)
    except FigureError:
        pass
