"""Numbers as editors type them: understood in English and German, or refused; never wrong by a thousand."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aip.figures import FigureError, read_typed, unmistakable

UNDERSTOOD = [
    ("6700000000", "USD", "6700000000"),
    ("6.7 billion", "USD", "6700000000"),
    ("6,7 Mrd", "EUR", "6700000000"),
    ("6,7 Milliarden", "EUR", "6700000000"),
    ("13bn", "USD", "13000000000"),
    ("13 bn", "", "13000000000"),
    ("$13bn", "USD", "13000000000"),
    ("13 billion EUR", "", "13000000000"),
    ("1 Billionen", "EUR", "1000000000000"),
    ("1,200,000", "USD", "1200000"),
    ("1.200.000", "EUR", "1200000"),
    ("1 200 000", "EUR", "1200000"),
    ("1.200,50", "EUR", "1200.5"),
    ("8,5", "MW", "8.5"),
    ("0.125", "MW", "0.125"),
    ("1.2340", "MW", "1.234"),
    ("1.2 GW", "MW", "1200"),
    ("1,2 Gigawatt", "MW", "1200"),
    ("700 kW", "MW", "0.7"),
    ("5 TWh", "MWh", "5000000"),
    ("13 Mio", "MWh", "13000000"),
    ("27 %", "%", "27"),
    ("27 Prozent", "%", "27"),
    ("1.2 million", "1", "1200000"),
]
REFUSED = [
    ("1,200", "USD", "“1,200” is 1200 to some and 1.2 to others: write 1200, or 1.2"),
    ("1.234", "MW", "“1.234” is 1234 to some and 1.234 to others: write 1234, or 1.2340"),
    ("1.200.", "USD", "1200 to some"),
    ("1.200 Mrd", "EUR", "1200 to some"),
    ("1,200 billion", "USD", "1200 to some"),
    ("1.200 GW", "MW", "1200 to some"),
    ("6.7 Billion", "USD", "“6.7 Billion” is 6,700,000,000 to some and 6,700,000,000,000 to others"),
    ("1.2 GWh", "MW", "“1.2 GWh” is in MWh; the unit here is MW"),
    ("13 billion EUR", "USD", "is in EUR; the unit here is USD"),
    ("$13bn", "1", "is in USD; the unit here is pieces"),
    ("5 M", "MW", "is no number"),  # megawatts, or a million of them
    ("27 %", "USD", "is no number"),
    ("about 5", "USD", "is more than a number"),
    ("5 to 6 billion", "USD", "is more than a number"),
    ("undisclosed", "USD", "is more than a number"),
    ("5% of 10", "%", "is no number"),
    ("-5", "USD", "is no number"),
    ("1e9", "USD", "is no number"),
    ("1_000", "USD", "is no number"),
    ("٣", "USD", "is no number"),
    ("9" * 61, "USD", "at most 60 characters"),
]


@pytest.mark.parametrize(("text", "unit", "number"), UNDERSTOOD)
def test_what_is_typed_is_understood(text, unit, number):
    assert read_typed(text, unit) == Decimal(number)


@pytest.mark.parametrize(("text", "unit", "why"), REFUSED)
def test_what_can_be_misunderstood_is_refused(text, unit, why):
    with pytest.raises(FigureError) as error:
        read_typed(text, unit)
    assert why in str(error.value)


@given(st.decimals("0.000001", 10**17, places=6))
def test_a_number_that_a_form_shows_is_read_as_it_is(number):
    shown = f"{number:f}".rstrip("0").rstrip(".")
    assert read_typed(unmistakable(shown)) == number


@given(st.text(max_size=70), st.sampled_from(["", "USD", "MW", "MWh", "%", "1"]))
def test_any_text_is_understood_or_refused(text, unit):
    try:
        assert read_typed(text, unit) >= 0
    except FigureError:
        pass
