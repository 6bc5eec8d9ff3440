from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aip.figures import Bound, Figure, FigureError, Kind, format_figure, read_figure, spell_figure

SPELLINGS = [
    ("about 13 billion USD", Figure(Decimal("13e9"), "USD", Bound.ABOUT)),
    ("up to 100 billion USD", Figure(Decimal("100e9"), "USD", Bound.UP_TO)),
    ("12.5 million EUR", Figure(Decimal("12.5e6"), "EUR")),
    ("1.5 trillion EUR", Figure(Decimal("1.5e12"), "EUR")),
    ("500000 SEK", Figure(Decimal(500000), "SEK")),
    ("at least 800 MW", Figure(Decimal(800), "MW", Bound.AT_LEAST)),
    ("less than 1.2 GW", Figure(Decimal(1200), "MW", Bound.LESS_THAN)),
    ("more than 1580 TWh", Figure(Decimal("1.58e9"), "MWh", Bound.MORE_THAN)),
    ("0.5 kWh", Figure(Decimal("0.0005"), "MWh")),
    ("620 to 1050 TWh", Figure(Decimal("620e6"), "MWh", Bound.RANGE, Decimal("1050e6"))),
    ("0.9 to 1.2 billion USD", Figure(Decimal("0.9e9"), "USD", Bound.RANGE, Decimal("1.2e9"))),
    ("about 80", Figure(Decimal(80), "1", Bound.ABOUT)),
    ("1000000", Figure(Decimal("1e6"), "1")),
    ("6 to 7", Figure(Decimal(6), "1", Bound.RANGE, Decimal(7))),
    ("27 %", Figure(Decimal(27), "%")),
    ("6.7 to 12 %", Figure(Decimal("6.7"), "%", Bound.RANGE, Decimal(12))),
    ("undisclosed", Figure(None, bound=Bound.UNDISCLOSED)),
]
OTHER_SPELLINGS = [
    ("13000 million USD", "13 billion USD"),
    ("900 million to 1.2 billion USD", "0.9 to 1.2 billion USD"),
    ("1500 MW", "1.5 GW"),
    ("13.50 billion USD", "13.5 billion USD"),
]
REFUSED = [
    "",
    "about",
    "1e9 USD",
    "1,000 USD",
    "1.000.000 USD",
    "13 Milliarden USD",
    "13 Billion USD",
    "13 billion",
    "13 billion billion USD",
    "13 billion GW",
    "13 usd",
    "$13 billion",
    "about about 13 USD",
    "about 3 to 4 GW",
    "4 to 3 GW",
    "3 GW to 4 GWh",
    "3 to",
    "0 USD",
    "-5 USD",
    "٣ GW",
    "13 USD more",
    "Undisclosed",
]


@pytest.mark.parametrize(("spelling", "figure"), SPELLINGS)
def test_spelling_and_figure_are_one(spelling, figure):
    assert read_figure(spelling) == figure
    assert spell_figure(figure) == spelling


@pytest.mark.parametrize(("other", "canonical"), OTHER_SPELLINGS)
def test_other_spellings_are_read_too(other, canonical):
    assert spell_figure(read_figure(other)) == canonical


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_figure_is_refused(text):
    with pytest.raises(FigureError):
        read_figure(text)


values = st.decimals(min_value=Decimal("0.000001"), max_value=Decimal("1e15"), places=6, allow_nan=False)
units = st.sampled_from(["USD", "EUR", "MW", "MWh"])
hedges = st.sampled_from([bound for bound in Bound if bound not in (Bound.RANGE, Bound.UNDISCLOSED)])


@given(values, units, hedges)
def test_every_figure_is_read_back_as_it_was_spelled(value, unit, bound):
    figure = Figure(value, unit, bound)
    assert read_figure(spell_figure(figure)) == figure


@given(values, values, units)
def test_every_range_is_read_back_as_it_was_spelled(one, other, unit):
    if one != other:
        figure = Figure(min(one, other), unit, Bound.RANGE, max(one, other))
        assert read_figure(spell_figure(figure)) == figure


@given(st.text())
def test_no_text_makes_it_fail_in_another_way(text):
    try:
        read_figure(text)
    except FigureError:
        pass


@pytest.mark.parametrize(
    "parts",
    [
        (None, "USD"),
        (Decimal(5), ""),
        (Decimal(0), "USD"),
        (Decimal(5), "USD", Bound.RANGE),
        (Decimal(5), "", Bound.UNDISCLOSED),
    ],
)
def test_a_figure_that_contradicts_itself_cannot_be_made(parts):
    with pytest.raises(ValueError, match=r"figure|range"):
        Figure(*parts)


def test_power_is_not_energy():
    assert read_figure("1 MW").kind is Kind.POWER
    assert read_figure("1 MWh").kind is Kind.ENERGY
    assert read_figure("1 USD").kind is Kind.MONEY
    assert read_figure("undisclosed").kind is None


PEOPLE = [
    ("about 13 billion USD", "about USD 13 bn", "rund 13 Mrd. US-Dollar"),
    ("1.5 trillion EUR", "EUR 1.5 tn", "1,5 Bio. Euro"),
    ("up to 960 MW", "up to 960 MW", "bis zu 960 MW"),
    ("more than 1580 TWh", "more than 1,580 TWh", "mehr als 1.580 TWh"),
    ("620 to 1050 TWh", "620–1,050 TWh", "620–1.050 TWh"),
    ("2.5 to 3 billion USD", "USD 2.5–3 bn", "2,5–3 Mrd. US-Dollar"),
    ("undisclosed", "undisclosed", "nicht bekannt"),
]


@pytest.mark.parametrize(("spelling", "english", "german"), PEOPLE)
def test_figures_for_people(spelling, english, german):
    assert format_figure(read_figure(spelling), language="en") == english
    assert format_figure(read_figure(spelling), language="de") == german


def test_an_unknown_language_is_an_error_not_a_guess():
    with pytest.raises(ValueError, match="“xx”"):
        format_figure(read_figure("1 USD"), language="xx")
