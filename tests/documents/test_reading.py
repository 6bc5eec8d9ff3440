"""Article files: what is read, and what is said of files that cannot be."""

import json
import os
import re
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aip.documents import ArticleErrors, read_articles
from aip.documents.shape import ArticleDocument
from aip.figures import Bound, Figure

HEAD = "article: {publisher: AIbase, language: de}\n"


def read(folder, text, name="a.yaml"):
    file = folder / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    (article,) = read_articles([file])
    return article.document


def faults(folder, text, name="a.yaml"):
    """Return the faults of a file as "line:column message"."""
    with pytest.raises(ArticleErrors) as errors:
        read(folder, text, name)
    return [f"{fault.line}:{fault.column} {fault.message}" for fault in errors.value.faults]


def test_values_are_read_as_what_they_mean(tmp_path):
    document = read(
        tmp_path,
        HEAD
        + """
organizations:
  - {name: "  Örsted\\tA/S ", country: NO, kind: utility, aliases: Ørsted}
investments:
  - key: a
    amount: about 13 billion USD
    announced: 2025
    cite: {field: amount, quote: rund 13}
forecasts:
  - {key: f, year: 2034, value: 3 GW}
""",
    )
    organization = document.organizations[0]
    assert (organization.name, organization.country, organization.aliases) == ("Örsted A/S", "NO", ["Ørsted"])
    assert document.investments[0].amount == Figure(Decimal("13e9"), "USD", Bound.ABOUT)
    assert document.investments[0].announced == "2025"
    assert document.investments[0].cite[0].quote == "rund 13"
    assert document.forecasts[0].year == 2034


def test_what_is_left_out_is_not_said(tmp_path):
    document = read(tmp_path, HEAD + "investments:\n  - {key: a, stage: , amount: undisclosed}\n")
    assert document.investments[0].said() == {"amount": Figure(None, bound=Bound.UNDISCLOSED)}


def test_json_of_the_same_shape(tmp_path):
    content = {
        "article": {"publisher": {"name": "AIbase"}, "language": "de", "title": 'Ein "Bündnis" 😀', "published": 2025},
        "forecasts": [{"key": "f", "year": 2034, "value": "more than 1580 TWh"}],
    }
    document = read(tmp_path, json.dumps(content, indent="\t"), "a.json")
    assert document.article.title == 'Ein "Bündnis" 😀'
    assert document.article.published == "2025"
    assert document.forecasts[0].year == 2034


def test_a_byte_order_mark_and_windows_line_ends_are_no_matter(tmp_path):
    document = read(tmp_path, b"\xef\xbb\xbf" + HEAD.replace("\n", "\r\n").encode())
    assert document.article.publisher.name == "AIbase"


FAULTS = [
    ("not yaml", "article: [1, 2\nb: }", "2:2 not YAML"),
    ("not json", '{"article": {},}', "1:16 not JSON"),
    ("empty", "", "1:1 the file is empty"),
    ("comment only", "# later\n", "1:1 the file is empty"),
    ("a list", "- article\n", "1:1 an article file is a mapping"),
    ("a word", "article\n", "1:1 an article file is a mapping"),
    ("not utf-8", HEAD.encode() + b"# Stra\xdfe\n", "2:7 not UTF-8: byte 0xdf; save the file as UTF-8"),
    ("utf-16", HEAD.encode("utf-16"), "1:1 not UTF-8: UTF-16; save the file as UTF-8"),
    ("tabs", HEAD + "people:\n\t- name: X\n", "3:1 not YAML: while scanning for the next token, found character that cannot start any token; lines are indented by blanks"),
    ("a colon within a text", HEAD + "people:\n  - name: A: B\n", "3:12 not YAML: mapping values are not allowed in this context; a text that holds “: ” stands in quotes"),
    ("a quote without its end", HEAD + 'people:\n  - name: "A\n', "3:11 not YAML: while scanning a quoted scalar, found unexpected end of stream; this quotation mark is never closed"),
    ("keys not below each other", HEAD + "people:\n  - name: A\n   note: B\n", "4:4 not YAML: while parsing a block collection, did not find expected '-' indicator; entries of a list begin"),
    ("200 levels", HEAD + f"people: {'[' * 200}{']' * 200}\n", "nested more than 12 deep"),
    ("control character", HEAD + "x: \x01\n", "2:4 character U+0001"),
    ("nul in an escape", HEAD + 'organizations: [{name: "a\\0b"}]\n', "2:24 character U+0000"),
    ("lone surrogate", '{"article": {"publisher": "\\ud800", "language": "de"}}', "1:27 character U+D800"),
    ("two documents", HEAD + "---\narticle: {}\n", "2:1 a file holds one article"),
    ("repeated key", HEAD + "people: []\npeople: []\n", "3:1 “people” is said twice, first in line 2"),
    ("repeated key in json", '{"article": {"publisher": "A", "publisher": "B", "language": "de"}}', "“publisher” is said twice"),
    ("unknown key", HEAD + "investment: []\n", "2:1 unknown key “investment”; do you mean “investments”?"),
    ("unknown inner key", HEAD + "investments: [{key: a, recipent: x}]\n", "2:24 unknown key “recipent”; do you mean “recipient”?"),
    ("misspelt key of what is required", HEAD + "organizations: [{nmae: X}]\n", "2:18 unknown key “nmae”; do you mean “name”?"),
    ("misspelt key of what is cited", HEAD + "investments: [{key: a, amout: 3 USD, cite: {field: amount, quote: x}}]\n", "2:24 unknown key “amout”; do you mean “amount”?"),
    ("a key of the article at the margin", HEAD + "language: de\n", "2:1 unknown key “language”; it belongs under “article”, further in"),
    ("misspelt first key", "artikle: {publisher: A, language: de}\n", "1:1 unknown key “artikle”; do you mean “article”?"),
    ("misspelt quote", HEAD + "people: []\npartnerships: [{key: p, members: [{organization: A, cite: {qoute: x}}]}]\n", "do you mean “quote”?"),
    ("long name", HEAD + f"organizations: [{{name: {'N' * 10_000}}}]\n", "2:24 “name” is longer than 200 characters"),
    ("long figure", HEAD + f"investments: [{{key: a, amount: {'9' * 400} USD}}]\n", f"2:32 “{'9' * 100}…” is not a plain number"),
    ("no month", "article: {publisher: A, language: de, published: 2025-13}\n", "1:50 “2025-13” is not a day of the calendar"),
    ("no date", "article: {publisher: A, language: de, published: 12/10/2025}\n", "“12/10/2025” is not a date such as 2025"),
    ("anchor", HEAD + "people: &a []\n", "“&a”: anchors are not used"),
    ("alias", HEAD + "people: *a\n", "“*a”: aliases are not used"),
    ("tag", HEAD + "people: !!python/tuple []\n", "tags are not used"),
    ("missing", "article: {language: de}\n", "1:10 “publisher” is missing"),
    ("list for a mapping", "article: []\n", "1:10 “article” is a mapping (key: value), not a list"),
    ("mapping for a list", HEAD + "people: {a: b}\n", "2:9 “people” is a list, not a mapping"),
    ("list for a text", HEAD + "organizations: [{name: [a]}]\n", "2:24 “name” is a text, not a list"),
    ("boolean for a text", '{"article": {"publisher": "A", "language": true}}', "“language” is a text, not true or false"),
    ("empty name", HEAD + 'organizations: [{name: " "}]\n', "2:24 “name” is empty"),
    ("impossible date", "article: {publisher: A, language: de, published: 2025-02-30}\n", "1:50 “2025-02-30” is not a day"),
    ("scientific number", HEAD + "investments: [{key: a, amount: 1e9 USD}]\n", "2:32 “1e9” is not a plain number"),
    ("scientific year", HEAD + "forecasts: [{key: a, year: 2e3}]\n", "2:28 “2e3” is not a plain whole number"),
    ("number for an amount", HEAD + "investments: [{key: a, amount: 13}]\n", "“13” has no unit"),
    ("list for an amount", HEAD + "investments: [{key: a, amount: [13]}]\n", "a figure is written as plain text"),
    ("no such currency", HEAD + "investments: [{key: a, amount: 5 XXX}]\n", "“XXX” is no currency of ISO 4217"),
    ("power for money", HEAD + "investments: [{key: a, amount: 5 MW}]\n", "“5 MW” is power; this field holds money"),
    ("energy for power", HEAD + "energy_deals: [{key: a, capacity: 5 MWh}]\n", "“5 MWh” is energy; this field holds power"),
    ("too exact", HEAD + "investments: [{key: a, amount: 5.001 USD}]\n", "more decimals than the database holds"),
    ("too much", HEAD + f"investments: [{{key: a, amount: {'9' * 20} USD}}]\n", "more than the database holds"),
    ("no such country", HEAD + "organizations: [{name: A, country: UK}]\n", "“UK” is no country of ISO 3166-1"),
    ("no such language", "article: {publisher: A, language: ger}\n", "“ger” is no language of ISO 639-1"),
    ("no such word", HEAD + "investments: [{key: a, stage: closd}]\n", "“closd” is unknown here; do you mean “closed”?"),
    ("no such word at all", HEAD + "investments: [{key: a, stage: x}]\n", "one of: rumoured, target"),
    ("money without a unit", HEAD + "investments: [{key: a, amount: 13}]\n", "“13” has no unit: a currency code"),
    ("a share of nothing", HEAD + "investments: [{key: a, amount: 27 %}]\n", "is share; this field holds money"),
    ("no such region", HEAD + "forecasts: [{key: a, region: mars}]\n", "“mars” is no region"),
    ("wrong check digit", HEAD + "organizations: [{name: A, identifiers: {isin: US5949181046}}]\n", "no ISIN"),
    ("no such scheme", HEAD + "organizations: [{name: A, identifiers: {lie: X}}]\n", "do you mean “lei”?"),
    ("no key", HEAD + "investments: [{key: Big Deal}]\n", "“Big Deal” is no key"),
    ("no web address", "article: {publisher: A, language: de, url: javascript:x}\n", "is no web address"),
    ("same key twice", HEAD + "investments: [{key: a}, {key: a}]\n", "2:25 “a” is said twice, first in line 2"),
    ("same member twice", HEAD + "partnerships: [{key: a, members: [{organization: B}, {organization: B, role: member}]}]\n", "“B, member” is said twice"),
    ("cites no field", HEAD + "investments: [{key: a, cite: {field: amunt, quote: x}}]\n", "do you mean “amount”?"),
    ("cites what is not said", HEAD + "investments: [{key: a, cite: {field: amount, quote: x}}]\n", "the entry says nothing of it"),
    ("long quote", HEAD + f"people: []\norganizations: [{{name: A, cite: {{quote: {'w ' * 13}}}}}]\n", "at most 12 words, this one has 13"),
    ("text of no kind", "article: {publisher: A, language: de, text: Text}\n", "say with “text_is” what the text is"),
    ("no text of a kind", "article: {publisher: A, language: de, text_is: digest}\n", "say with “text_is” what the text is"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "message"), [fault[1:] for fault in FAULTS], ids=[fault[0] for fault in FAULTS])
def test_a_fault_is_told_with_its_place(tmp_path, content, message):
    name = "a.json" if isinstance(content, str) and content.startswith("{") else "a.yaml"
    found = faults(tmp_path, content, name)
    assert any(message in fault for fault in found), found
    assert len(found) == 1, found


TEXT = """
article:
  publisher: A
  language: de
  text_is: digest
  text: |
    Rund 30 Milliarden Euro für
    xAI.

    Rund 130 Milliarden Euro.
organizations:
  - name: xAI
    cite: {%s}
"""
QUOTES = [
    ("quote: 31 Milliarden", "13:19 the text does not hold “31 Milliarden”"),
    ("quote: 0 Milliarden Euro", "“0 Milliarden Euro” as whole words and numbers"),
    ("quote: rund 30", "“rund 30” in these letters"),
    ("quote: Milliarden Euro", "“Milliarden Euro” stands in paragraphs 1, 2: say which"),
    ("paragraph: 2, quote: 30 Milliarden", "13:23 “30 Milliarden” stands in paragraph 1, not 2"),
    ("paragraph: 9, quote: 30 Milliarden", "stands in paragraph 1, not 9"),
]


@pytest.mark.parametrize(("cite", "message"), QUOTES)
def test_a_quote_that_the_text_does_not_hold_there_is_a_fault(tmp_path, cite, message):
    (found,) = faults(tmp_path, (TEXT % cite).lstrip("\n").replace("article:\n", "article:\n", 1))
    assert message.split(" ", 1)[1] in found or message in found


@pytest.mark.parametrize(
    "cite", ["quote: 30 Milliarden Euro für xAI.", "quote: Rund 130", "paragraph: 2, quote: Milliarden Euro"]
)
def test_a_quote_that_the_text_holds_is_none(tmp_path, cite):
    assert read(tmp_path, TEXT % cite).organizations[0].cite


def test_every_fault_of_every_file_is_told_at_once(tmp_path):
    (tmp_path / "one.yaml").write_text(
        "article: {language: xx, publishr: A}\ninvestments: [{key: a, stage: x}, {key: a}]\n"
    )
    (tmp_path / "two.yaml").write_text("- a")
    (tmp_path / "Three.yaml").write_text(HEAD)
    with pytest.raises(ArticleErrors) as errors:
        read_articles([tmp_path])
    assert len(errors.value.faults) == 6
    assert str(errors.value).endswith("6 faults; nothing was written.")
    assert re.search(r"one\.yaml:1:25: unknown key “publishr”; do you mean “publisher”\?", str(errors.value))


def test_of_ten_thousand_faults_a_hundred_are_shown(tmp_path):
    lines = "".join(f"  - {{key: k{number}, stage: x}}\n" for number in range(10_000))
    with pytest.raises(ArticleErrors) as errors:
        read(tmp_path, HEAD + "investments:\n" + lines)
    assert len(errors.value.faults) == 10_000
    shown = str(errors.value).splitlines()
    assert len(shown) == 102
    assert shown[-2:] == ["… and 9,900 more", "10,000 faults; nothing was written."]


def test_a_large_file_is_refused_unread(tmp_path):
    (found,) = faults(tmp_path, b"a" * 50_000_000)
    assert found == "1:1 50 MB is too large: an article file holds at most 10 MB"


def test_aliases_that_explode_are_refused_at_the_first(tmp_path):
    bomb = "a: &a [x]\n" + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [{f'*{chr(97 + n)}, ' * 9}]\n" for n in range(20))
    assert len(faults(tmp_path, bomb)) == 1


@pytest.mark.parametrize("name", ["a.yaml", "a.json"])
def test_deep_nesting_is_refused(tmp_path, name):
    assert "nested" in faults(tmp_path, "[" * 100_000, name)[0]


def test_two_files_of_one_key_are_refused(tmp_path):
    (tmp_path / "a.yaml").write_text(HEAD)
    (tmp_path / "a.json").write_text('{"article": {"publisher": "A", "language": "de"}}')
    with pytest.raises(ArticleErrors, match="has the same key"):
        read_articles([tmp_path])


def test_a_file_named_twice_is_read_once(tmp_path):
    (tmp_path / "a.yaml").write_text(HEAD)
    assert len(read_articles([tmp_path, tmp_path / "a.yaml"])) == 1


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    content=st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")))
)
def test_no_bytes_make_it_fail_in_another_way(tmp_path, content):
    for name in ("a.yaml", "a.json"):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(ArticleErrors):
            read_articles([tmp_path / name])


leaves = st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=8))
trees = st.recursive(leaves, lambda children: st.lists(children, max_size=3) | st.dictionaries(st.sampled_from([
    "article", "publisher", "language", "organizations", "people", "positions", "investments", "commitments", "name",
    "key", "cite", "quote", "field", "paragraph", "amount", "text", "identifiers", "note",
]), children, max_size=4), max_leaves=25)  # fmt: skip


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(tree=trees)
def test_no_shape_makes_it_fail_in_another_way(tmp_path, tree):
    (tmp_path / "a.json").write_text(json.dumps(tree))
    try:
        read_articles([tmp_path / "a.json"])
    except ArticleErrors as errors:
        assert errors.faults


def test_the_json_schema_names_every_key_and_word():
    schema = ArticleDocument.model_json_schema()
    assert "letter_of_intent" in schema["$defs"]["Stage"]["enum"]
    assert set(schema["properties"]) == {
        "article", "organizations", "people", "partnerships", "investments", "energy_deals", "forecasts", "observations"
    }  # fmt: skip
    assert schema["$defs"]["InvestmentEntry"]["additionalProperties"] is False


def test_what_is_no_article_file_is_told_with_what_to_do(tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "others").mkdir()
    (tmp_path / "others" / "a.txt").write_text("x")
    (tmp_path / "bad.yaml").write_text("- a")
    names = ["nosuch", "nosuch.yaml", "empty", "others", "others/a.txt", "bad.yaml"]
    with pytest.raises(ArticleErrors) as errors:
        read_articles([tmp_path / name for name in names])
    endings = "article files end in .yaml, .yml or .json"
    assert {str(fault.file.relative_to(tmp_path)): fault.message for fault in errors.value.faults} == {
        "nosuch": f"there is no such file or folder; {endings}",
        "nosuch.yaml": "cannot be read: no such file or directory",
        "empty": f"the folder holds nothing; {endings}",
        "others": f"no article files in this folder; {endings}",
        "others/a.txt": f"no article file; {endings}",
        "bad.yaml": "an article file is a mapping that begins with “article:”",
    }


def test_links_that_lead_nowhere_or_round_and_round_are_told(tmp_path):
    (tmp_path / "round.yaml").symlink_to("round.yaml")
    (tmp_path / "nowhere.yaml").symlink_to("gone.yaml")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "up").symlink_to("..")
    with pytest.raises(ArticleErrors) as errors:
        read_articles([tmp_path])
    assert [fault.message for fault in errors.value.faults] == [
        "cannot be read: no such file or directory",
        "cannot be read: too many levels of symbolic links",
    ]


def test_a_folder_that_cannot_be_read_is_told(tmp_path, monkeypatch):
    (tmp_path / "a.yaml").write_text(HEAD)
    (tmp_path / "sub").mkdir()
    scandir = os.scandir

    def refusing(path):
        if str(path).endswith("sub"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    with pytest.raises(ArticleErrors, match="sub:1:1: cannot be read: permission denied"):
        read_articles([tmp_path])
