import pytest

from aip.quotes import paragraphs, paragraphs_with, pattern_of

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


@pytest.mark.parametrize("quote", ["\u00e9lectricit\u00e9", "e\u0301lectricite\u0301"])
@pytest.mark.parametrize("text", ["l'\u00e9lectricit\u00e9 verte", "l'e\u0301lectricite\u0301 verte"])
def test_accents_are_alike_however_they_are_composed(quote, text):
    assert paragraphs_with(quote, text) == [1]
    assert pattern_of(quote).search(text)
    assert not pattern_of("electricite").search(text)
