import json
from decimal import Decimal
from pathlib import Path

import pytest

from aip.figures import Bound, Figure, Kind, find_figures, read_figure

HERE = Path(__file__).parent
DEV = HERE.parents[2] / "shared" / "figures" / "dev.jsonl"
LANGUAGES = ["de", "en", "es", "fr"]


def read_phrases(language):
    """Yield each text of `phrases_….txt` with the place and figure of its phrases."""
    for line in (HERE / f"phrases_{language}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        text, figures, rest = "", [], line
        while "{" in rest:
            before, _, rest = rest.partition("{")
            inside, _, rest = rest.partition("}")
            phrase, _, spelling = inside.partition(" = ")
            figures.append((len(text + before), len(text + before + phrase), read_figure(spelling)))
            text += before + phrase
        yield text + rest, figures


@pytest.mark.parametrize(
    ("language", "text", "figures"),
    [(language, *labelled) for language in LANGUAGES for labelled in read_phrases(language)],
)
def test_find_figures_as_people_labelled_them(language, text, figures):
    found = find_figures(text, language=language)
    assert [(each.start, each.end, each.figure) for each in found] == figures
    assert all(text[each.start : each.end] == each.phrase for each in found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_find_figures_of_the_shared_set(language):
    if not DEV.exists():
        pytest.skip("shared/figures/dev.jsonl is not beside this checkout")
    for line in DEV.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["lang"] == language:
            found = [
                (
                    [each.start, each.end],
                    each.kind,
                    each.value,
                    each.value_high,
                    each.unit,
                    each.bound,
                )
                for each in find_figures(row["text"], language=language)
            ]
            assert found == [
                (
                    each["span"],
                    each["kind"],
                    Decimal(each["value"]),
                    Decimal(each["value_high"]) if "value_high" in each else None,
                    each["unit"],
                    each["qualifier"],
                )
                for each in row["figures"]
            ], row["text"]


def test_a_found_figure_says_what_and_where_it_is():
    (found,) = find_figures("Es sind 2 bis 3 GW.", language="de")
    assert (found.start, found.end, found.phrase) == (8, 18, "2 bis 3 GW")
    assert (found.kind, found.unit, found.bound) == (Kind.POWER, "MW", Bound.RANGE)
    assert (found.value, found.value_high) == (Decimal(2000), Decimal(3000))


def test_an_unknown_language_is_an_error_not_a_guess():
    with pytest.raises(ValueError, match="“xx”"):
        find_figures("5 GW", language="xx")


LANGUAGE_MATTERS = [
    ("de", "5 Billionen Dollar", Decimal("5e12")),
    ("fr", "5 billions de dollars", Decimal("5e12")),
    ("es", "5 billones de dólares", Decimal("5e12")),
    ("en", "5 billion dollars", Decimal("5e9")),
]


@pytest.mark.parametrize(("language", "text", "value"), LANGUAGE_MATTERS)
def test_the_same_word_is_another_number_in_another_language(language, text, value):
    assert find_figures(text, language=language)[0].figure == Figure(value, "USD")


NUMBERS = [
    ("de", "13.5 Milliarden Euro", "13.5 billion EUR"),
    ("de", "1.050 TWh", "1050 TWh"),
    ("de", "1.200 Milliarden Euro", "1.2 trillion EUR"),
    ("de", "2.345 Milliarden Euro", None),  # thousands in German, a decimal point after an English original
    ("de", "1,250 Euro", None),
    ("de", "1,125 Milliarden Euro", "1.125 billion EUR"),
    ("de", "0,125 GWh", "125 MWh"),
    ("en", "1.050 TWh", None),
    ("en", "$1.050", None),
    ("en", "1.345 GW", "1.345 GW"),
    ("en", "€1.234.567", "1234567 EUR"),
    ("en", "1,050.5 TWh", "1050.5 TWh"),
    ("en", "€1,5 billion", "1.5 billion EUR"),
    ("en", "1,50,00 MW", None),
    ("en", "1.5.2 MW", None),
    ("en", "007 MW", None),
    ("en", "0 MW", None),
    ("en", ".5 MW", None),
    ("en", "2½ GW", "2.5 GW"),
    ("en", "1e9 MW", None),
    ("en", "10^9 MW", None),
    ("en", "5 500 MW", None),  # 5,500 MW, or five of 500 MW, with no word before it to tell
    ("en", "5\u202f500 MW", "5500 MW"),
    ("en", "1\u2009580\u00a0TWh", "1580 TWh"),
    ("en", "1’580 TWh", "1580 TWh"),
    ("en", "3 × 500 MW", None),
    ("en", "3/5 GW", None),
    ("en", "−5 GW", None),
    ("en", "GPT-5 GW", None),
    ("en", "H100 MW", None),
    ("en", "mid-5 GW", None),
    ("en", "two or three gigawatts", None),
    ("en", "٣ GW", None),
    ("en", "5 mW", None),
    ("en", "5 GW·h", "5 GWh"),
    ("en", "5 kW²", "5 kW"),
    ("en", "5" * 400 + " GW", None),
    ("en", "€5 billion dollars", None),
    ("en", "$4, $5 billion", "5 billion USD"),  # four dollars, or four billion
    ("en", "an up to $5bn deal", "up to 5 billion USD"),
    ("de", "ein bis zu 5 GW großer", "up to 5 GW"),
    ("de", "ein bis zwei GW", "1 to 2 GW"),
    ("de", "Mrd. EUR 1,5", "1.5 billion EUR"),
    ("de", "$5 billion", None),  # an English word: 10⁹, or German 10¹²
    ("de", "$5 Billionen", "5 trillion USD"),
    ("en", "€5 Milliarden", None),
    ("en", "$5bns", None),
    ("en", "in 2020 to 3000 MW", "3000 MW"),
    ("en", "up to at least 5 GW", None),
    ("en", "5 GW\n\n6 GWh", "5 GW"),
]


@pytest.mark.parametrize(("language", "text", "spelling"), NUMBERS)
def test_a_number_is_read_in_its_one_way_or_left_out(language, text, spelling):
    found = find_figures(text, language=language)
    assert (found[0].figure if found else None) == (read_figure(spelling) if spelling else None)


SPANS = [
    ("de", "Es\u00a0sind\u00a0rund\u202f13\u00a0Milli\u00adarden\u00a0US\u2011Dollar.", "rund\u202f13\u00a0Milli\u00adarden\u00a0US\u2011Dollar"),
    ("de", "Der Bau: u\u0308ber fu\u0308nf Gigawatt.", "u\u0308ber fu\u0308nf Gigawatt"),
    ("en", "👩‍💻 says 🚀 $5bn 🚀", "$5bn"),
    ("en", "<b>200 MW</b> of power", "200 MW"),
    ("en", "<p class='a'>It is >5&nbsp;<i>GW</i>, <b>$3bn</b>", "$3bn"),
    ("en", "It is\r\nabout\r\n5 GW", "about\r\n5 GW"),
    ("en", "\u202a$5bn\u202c and 7 GW", "7 GW"),
    ("en", "See https://example.com/5-GW-plan?x=7MW and 3 GW", "3 GW"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "phrase"), SPANS)
def test_spans_count_code_points_of_the_text_as_it_is(language, text, phrase):
    (found,) = find_figures(text, language=language)
    assert found.phrase == text[found.start : found.end] == phrase
