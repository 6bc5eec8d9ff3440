"""Texts of any kind and size: right or left out, never slow, never an error."""

import itertools
import random
import sys
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aip.figures import find_figures

LANGUAGES = ["de", "en", "es", "fr"]
PIECES = [
    *"0123456789",
    *".,'’- –—/()[]<>~+$€£¥₹%&;:\n\t",
    "\u00a0",
    "\u202f",
    "\u00ad",
    "\u202e",
    "\u0308",
    "½",
    "٣",
    "🚀",
]
PIECES += [
    "GW",
    "MWh",
    "kW",
    "Mrd.",
    "Mio",
    "bn",
    "m",
    "billion",
    "Milliarden",
    "millones",
    "milliards",
    "crore",
    "Euro",
]
PIECES += [
    "US",
    "A$",
    "USD",
    "Rs",
    "R",
    "rund",
    "über",
    "mehr als",
    "zwischen",
    "und",
    "bis",
    "between",
    "and",
    "from",
    "to",
]
PIECES += [
    "de",
    "à",
    "y",
    "entre",
    "half a",
    "eine halbe",
    "zwei",
    "two",
    "a",
    "an",
    "per",
    "pro",
    "je",
    "share",
    "Aktie",
]
PIECES += ["or more", "oder mehr", "in cash", "(", ")", "<b>", "&nbsp;", "https://x.y/5GW", "5 GW", "$5bn", "hundred"]


@given(st.text(), st.sampled_from(LANGUAGES))
def test_no_text_makes_it_fail(text, language):
    check(text, language)


@given(st.lists(st.sampled_from(PIECES), max_size=60), st.sampled_from(["", " "]), st.sampled_from(LANGUAGES))
def test_no_mixture_of_its_own_words_makes_it_fail(pieces, joint, language):
    check(joint.join(pieces), language)


def check(text, language):
    found = find_figures(text, language=language)
    assert all(each.phrase == text[each.start : each.end] and each.phrase for each in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
    assert all(each.value > 0 and any(c.isalnum() for c in each.phrase) for each in found)


HEAPS = {
    "prose": "Der Konzern investiert rund 13 Mrd. US-Dollar in ein 1,2-GW-Rechenzentrum, sagte er am 3. Mai 2025. ",
    "figures": "$5bn ",
    "digits": "5",
    "grouped": "1,000",
    "spaced": "1 000 ",
    "years": "2025 ",
    "hedges": "mehr als etwa rund über bis zu ",
    "openers": "zwischen 5 und ",
    "articles": "a half a ",
    "numerals": "two hundred and ",
    "hyphens": "a-5-",
    "brackets": "$5 (",
    "tags": "<b ",
    "addresses": "https://",
    "rates": "$80 and ",
    "spaces": " ",
    "lines": "\n",
    "soft": "Mil\u00adli\u00adar\u00adden 5 ",
    "accents": "u\u0308",
    "emoji": "🚀",
    "bidirectional": "\u202e5 GW\u202c",
    "dots": ".",
    "contracts": "Vertrag über über ",
}


@pytest.mark.parametrize("heap", HEAPS)
@pytest.mark.parametrize("language", ["de", "en"])
def test_four_times_the_text_takes_four_times_the_work(heap, language):
    def calls(size):
        """Return how many functions are called, which no other work on this machine changes."""
        text, count = (HEAPS[heap] * (size // len(HEAPS[heap]) + 1))[:size], itertools.count()
        sys.setprofile(lambda *_: next(count))
        try:
            find_figures(text, language=language)
        finally:
            sys.setprofile(None)
        return next(count)

    find_figures("", language=language)
    assert calls(24_000) <= 4.5 * calls(6_000) + 500


def test_ten_thousand_figures_are_all_found():
    numbers = random.Random(1).choices(range(1, 1000), k=10_000)
    text = ", ".join(f"about ${number} million" for number in numbers)
    found = find_figures(text, language="en")
    assert [each.value for each in found] == [Decimal(number) * 10**6 for number in numbers]
