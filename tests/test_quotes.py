import pytest

from aip.quotes import paragraphs, paragraphs_with

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
