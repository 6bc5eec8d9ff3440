import random
import re
from time import perf_counter

import pytest

from aip.quotes import paragraphs, paragraphs_with, places_of, read_text

TEXT = "Rund 1.500.000 Euro, sagt xAI.\n\nNextEra Energy Inc. und\nGE Vernova Inc.\n \nRund 500 Euro."


def test_paragraphs_are_blank_line_blocks():
    assert len(paragraphs(TEXT)) == 3
    assert paragraphs("\n\n  a\n\n\n\nb\r\n\r\nc ") == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("Rund", [1, 3]),
        ("NextEra Energy Inc. und GE Vernova Inc.", [2]),
        ("1.500.000 Euro", [1]),
        ("500.000 Euro", []),
        ("500 Euro", [3]),
        ("1.500", []),
        ("xA", []),
        ("rund", []),
        ("Rund 500 Euro.", [3]),
        ("", []),
        ("NextEra\u00a0Energy Inc.", [2]),
    ],
)
def test_a_quote_stands_as_whole_words_and_numbers(quote, found):
    assert paragraphs_with(quote, TEXT) == found


def test_quotes_and_dashes_that_print_alike_are_alike():
    text = "Das „Bündnis“ – so heißt’s – kostet 85–90 Mrd."
    assert paragraphs_with('Das "Bündnis" - so', text) == [1]
    assert paragraphs_with("heißt's", text) == [1]
    assert paragraphs_with("85-90 Mrd.", text) == [1]


def by_definition(quote, line):
    """Return the spans of a quote as one pattern says it: slow, and plain."""
    alike = ["'’‘‛ʼ", '"“”„‟«»', "-‐‑‒–—−"]
    words = quote.replace("\u00ad", "").split()
    spelled = [
        "".join(next((f"[{re.escape(signs)}]" for signs in alike if sign in signs), re.escape(sign)) for sign in word)
        for word in words
    ]
    pattern = r"(?<!\w)(?<!\d[.,])" + r"\s+".join(spelled) + r"(?!\w)(?![.,]\d)"
    return [found.span() for found in re.finditer(pattern, line)] if words else []


def test_places_are_what_a_pattern_finds():
    chance = random.Random(1)
    for _ in range(3_000):
        text = "".join(chance.choices("ab1.,-–’' \u00a0\n\u00adé„", k=chance.randrange(60)))
        quote = text[(start := chance.randrange(len(text) + 1)) : start + chance.randrange(8)]
        lines = read_text(text).lines
        found = [(number, *span) for number, line in enumerate(lines, 1) for span in by_definition(quote, line)]
        assert list(places_of(quote, text)) == found, (quote, text)
        assert paragraphs_with(quote, text) == sorted({number for number, _, _ in found})
        for number in range(len(lines) + 2):
            assert list(places_of(quote, text, number)) == [each for each in found if each[0] == number]


@pytest.mark.parametrize("line", ["a 1", "11", "US-Dollar. 13 ", "„a“\n\n"])
def test_a_quote_is_sought_in_time_in_proportion_to_the_text(line):
    text = line * (1_000_000 // len(line))
    begun = perf_counter()
    assert list(places_of("1 nowhere", text)) == []
    assert list(places_of("1", text)) is not None
    assert perf_counter() - begun < 5


@pytest.mark.parametrize("quote", ["\u00e9lectricit\u00e9", "e\u0301lectricite\u0301"])
@pytest.mark.parametrize("text", ["l'\u00e9lectricit\u00e9 verte", "l'e\u0301lectricite\u0301 verte"])
def test_accents_are_alike_however_they_are_composed(quote, text):
    assert list(places_of(quote, text)) == [(1, 2, 13)]
    assert paragraphs_with("electricite", text) == []
