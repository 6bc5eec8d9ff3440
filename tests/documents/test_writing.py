"""Canonical article files: what is written is read back the same, and written again the same."""

import json
from datetime import date
from decimal import Decimal
from types import UnionType
from typing import Union, get_args, get_origin

import pytest
import yaml
from django.conf import settings as django_settings
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aip import codes
from aip.documents import values
from aip.documents.scalars import in_line
from aip.documents.shape import ArticleDocument, Cite, DecisionEntry, DecisionsDocument, Part
from aip.documents.syntax import read_source
from aip.documents.writing import write_document, write_json
from aip.figures import Bound, Figure, Kind, spell_figure

FIXTURES = sorted((django_settings.BASE_DIR / "fixtures").glob("20*.yaml"))  # articles, not decisions
SHAPES = (ArticleDocument, DecisionsDocument)


def read(folder, text, shape=ArticleDocument, name="a.yaml"):
    file = folder / name
    file.write_bytes(text.encode())
    source = read_source(file)
    assert not source.faults, (source.faults, text)
    return shape.model_validate(source.data)


def said(part):
    """Return what a part says, whatever the order of its entries; an empty list says nothing, and a role is one."""
    if isinstance(part, Part):
        names = {*part.model_fields_set, *getattr(part, "identity", ())}
        return {name: said(value) for name in sorted(names) if (value := getattr(part, name)) not in ([], {})}
    if isinstance(part, list) and part and isinstance(part[0], Part) and not isinstance(part[0], Cite):
        return sorted((said(each) for each in part), key=repr)
    return [said(each) for each in part] if isinstance(part, list) else part


@pytest.mark.parametrize("file", FIXTURES, ids=lambda file: file.stem)
def test_the_article_files_come_out_as_they_are(tmp_path, file):
    assert write_document(read(tmp_path, file.read_text())) == file.read_text()


# Documents of every shape, with values that are hard to write. -------------------------------------------------------

NASTY = [
    "", " ", "\n", "\n\n", "a", " a", "a ", "\ta", "a\t", "\na", "\n a", " \n a", "a\n", "a\n\n", "a\n\n\n", "a\n ", "a\n \n",
    "  a\nb\n", "\ta\n", "a\n\n# b\n", "# a", "a # b", "a\n\tb", "a: b", "a:", "- a", "-", "---", "...", "---\n", "?", "? a", ": a",
    "[a", "{a", "]", "*a", "&a", "!a", "!!str a", "%a", "@a", "`a", "|", "> a", "'a'", '"a"', 'a "b" \\n c', "NO", "no", "Yes",
    "y", "on", "null", "NULL", "~", "1e3", "1", "+1", "0x1F", "0o17", "017", "1_000", "1,000", "1.5", ".5", ".inf", ".NaN",
    "12:30:00", "2025", "2025-03", "2025-03-01", "2025-03-01 10:00", "=", "<<", "a, b", "a]", "a}", "a\x20\u00a0", "\u00a0a",
    "\u2028", "a\u2028b", "a\n\u2029b\n", "\ufeffa", "a\ufffe", "\U0001f600", "\U0010ffff", "e\u0301", "\\u0041", "\\", "true",
    "x" * 3000, ("w " * 400).strip(), "\u202eabc", "a\u0000"[:1], "a\n\n  b\n    c\nd", "\n\n\na\n\n\n", "# yaml\n#\n", "TODO",
]  # fmt: skip
MARKS = " \n\t#:-a\u2028'\"|,[]{}\\"
characters = st.characters(exclude_categories=("Cc", "Cs"), include_characters="\n\t")


@st.composite
def _texts(draw):
    kinds = st.sampled_from(NASTY), st.text(characters, max_size=12), st.text(st.sampled_from(MARKS), max_size=12)
    return draw(st.one_of(kinds))


texts = _texts()
lines = texts.map(values._line).filter(bool)


def _number(places):
    scaled = st.integers(1, 10**11).map(lambda number: Decimal(number).scaleb(-places))
    return st.one_of(scaled, st.integers(1, 100).map(lambda number: Decimal(number) * 10**9))


@st.composite
def figures(draw, *kinds):
    bound = draw(st.sampled_from(Bound))
    if bound is Bound.UNDISCLOSED:
        return Figure(None, bound=bound)
    kind = draw(st.sampled_from(kinds))
    unit = {Kind.POWER: "MW", Kind.ENERGY: "MWh", Kind.SHARE: "%", Kind.COUNT: "1"}.get(kind) or draw(
        st.sampled_from(sorted(codes.currencies()))
    )
    low = draw(_number(2 if kind is Kind.MONEY else 6))
    return Figure(low, unit, bound, low * draw(st.integers(2, 9)) if bound is Bound.RANGE else None)


days = st.dates(date(1000, 1, 1)).map(str)
dates = st.one_of(
    days, days.map(lambda day: day[:7]), days.map(lambda day: day[:4] + "~"), days.map(lambda day: day[:4])
)
countries = st.sampled_from(sorted(codes.countries()))
IDENTIFIERS = {
    "lei": ["HWUPKR0MPOU8FGXBT394"], "isin": ["US5949181045", "US0378331005"], "wikidata": ["Q2283", "Q1"],
    "ticker": ["XNAS:MSFT", "XNYS:BRK.B"], "cik": ["0000789019"], "company_number": ["GB:07495895", "DE:HRB 1, A"],
}  # fmt: skip
LEAVES = {  # what a field of a kind is read from
    values.Name: lines.map(lambda text: text[:200].strip()),
    values.Line: lines.map(lambda text: text[:500].strip()),
    values.Text: texts,
    values.Key: st.from_regex(r"\A[a-z0-9]{1,4}(-[a-z0-9]{1,4}){0,2}\Z"),
    values.Country: countries,
    values.Language: st.sampled_from(sorted(codes.languages())),
    values.Url: st.sampled_from(["https://a.b", "http://a.b/c?d=e#f:g,h", "https://ü.de/[x]"]),
    values.Number: st.integers(0, 10**9 - 1).map(str),
    values.StatedDate: dates,
    values.Money: figures(Kind.MONEY).map(spell_figure),
    values.Power: figures(Kind.POWER).map(spell_figure),
    values.Energy: figures(Kind.ENERGY).map(spell_figure),
    values.AnyFigure: figures(*Kind).map(spell_figure),
    values.RegionCode: st.one_of(countries, st.sampled_from(["world", "eu"])),
    values.Sha256: st.one_of(st.text("0123456789abcdef", min_size=64, max_size=64), st.text("0123456789e", min_size=64, max_size=64)),
    values.Phrase: lines.map(lambda text: text[:300].strip()),
    values.Quote: lines.map(lambda text: " ".join(text[:300].split()[:12])),
}  # fmt: skip
BY_METADATA = {repr(get_args(kind)[1:]): strategy for kind, strategy in LEAVES.items()}
assert len(BY_METADATA) == len(LEAVES)


def field_values(annotation, metadata=()):
    """Return a strategy of what a field may be read from, by the shape alone."""
    if hasattr(annotation, "__metadata__"):
        inner, *marks = get_args(annotation)
        return field_values(inner, [*marks, *metadata])
    if repr(tuple(metadata)) in BY_METADATA:
        return BY_METADATA[repr(tuple(metadata))]
    if get_origin(annotation) in (Union, UnionType):
        return field_values(next(kind for kind in get_args(annotation) if kind is not type(None)), metadata)
    if get_origin(annotation) is list:
        return st.lists(field_values(get_args(annotation)[0]), max_size=3)
    if get_origin(annotation) is dict:
        return st.fixed_dictionaries(
            {}, optional={scheme: st.lists(st.sampled_from(IDENTIFIERS[scheme]), max_size=2) for scheme in IDENTIFIERS}
        )
    if issubclass(annotation, Part):
        return parts(annotation)
    return st.sampled_from([str(word) for word in annotation])


def parts(shape):
    required, optional = {}, {}
    for name, field in shape.model_fields.items():
        (required if field.is_required() else optional)[name] = field_values(field.annotation, field.metadata)
    return st.fixed_dictionaries(required, optional=optional)


def _rightly(shape, data):
    """Make the few things right that hold between fields."""
    header = data.get("article", {})
    if str(header.get("text", "")).strip():
        header["text_is"] = "digest"
    else:
        header.pop("text_is", None)
    for decision in data.get("decisions", []):
        kinds = [kind for kind in DecisionEntry.kinds if kind in decision]
        for kind in kinds[1:]:
            del decision[kind]
        if not kinds:
            decision["investment"] = "a"
    return shape.model_validate(data)


def documents(shape):
    return parts(shape).map(lambda data: _rightly(shape, data))


many = settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.mark.parametrize("shape", SHAPES)
@many
@given(data=st.data())
def test_what_is_written_is_read_back(tmp_path, shape, data):
    document = data.draw(documents(shape))
    text = write_document(document)
    back = read(tmp_path, text, shape)
    assert said(back) == said(document)
    assert write_document(back) == text
    in_json = write_json(document)
    back = read(tmp_path, in_json, shape, "a.json")
    assert said(back) == said(document)
    assert write_json(back) == in_json


@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=texts, following=st.booleans())
def test_every_text_is_read_back(tmp_path, text, following):
    article = {"publisher": "A", "language": "no", "note": text}
    entries = [{"key": "a", "note": text, **({"cite": {"quote": "a"}} if following else {})}]
    document = ArticleDocument.model_validate({"article": article, "investments": entries, "forecasts": entries})
    written = write_document(document)
    assert read(tmp_path, written) == document
    other = yaml.safe_load(written)
    assert other["article"] == article
    assert [other[section][0]["note"] for section in ("investments", "forecasts")] == [text, text]


PLAIN = [
    "AI Infrastructure Partnership", "NextEra Energy Inc.", "S&P Global", "Microsoft's investment", "a:b", "a#b", "3M", "C3.ai", "2025-03",
    "https://a.b/c?d#e", "000_f723864ab8c364a0.txt", "xAI (Elon Musk's)", "Yes, we can", "no one", "Ørsted A/S", "a - b", "up to 5, or 6",
]  # fmt: skip


@pytest.mark.parametrize("text", PLAIN)
def test_what_may_be_plain_is_plain(text):
    assert in_line(text) == text


MISTAKEN = [
    "",
    " a",
    "a\t",
    "NO",
    "y",
    "null",
    "~",
    "1e3",
    "017",
    "1_000",
    ".5",
    "2025",
    "12:30:00",
    "=",
    "<<",
    "-",
    "- a",
    "a: b",
    "a #b",
]


@pytest.mark.parametrize("text", MISTAKEN)
def test_what_a_reader_might_mistake_is_in_quotes(text):
    assert in_line(text).startswith('"')


def test_one_entry_and_its_values(tmp_path):
    text = (
        "investments: [{cite: [{quote: x}], commitments: [{role: lead, investor: b}, {investor: A}], note: Two, key: k, amount: 1000000000 USD}]\n"
        "article: {language: no, publisher: {kind: wire, name: B}}\n"
        "organizations: [{identifiers: {ticker: 'XNAS:MSFT', lei: HWUPKR0MPOU8FGXBT394}, aliases: [b, a], name: B}, {name: a, aliases: [c]}]\n"
    )
    assert write_document(read(tmp_path, text)) == (
        "article:\n"
        "  publisher: {name: B, kind: wire}\n"
        '  language: "no"\n'
        "\n"
        "organizations:\n"
        "  - name: a\n"
        "    aliases: c\n"
        "  - name: B\n"
        "    aliases: [b, a]\n"
        '    identifiers: {lei: HWUPKR0MPOU8FGXBT394, ticker: "XNAS:MSFT"}\n'
        "\n"
        "investments:\n"
        "  - key: k\n"
        "    amount: 1 billion USD\n"
        "    note: Two\n"
        "    commitments:\n"
        "      - investor: A\n"
        "      - investor: b\n"
        "        role: lead\n"
        '    cite: {quote: "x"}\n'
    )


def test_json_has_the_same_order(tmp_path):
    text = '{"forecasts": [{"year": 2034, "key": "b"}, {"key": "a"}], "article": {"published": 2025, "publisher": "Ü", "language": "de"}}'
    assert json.loads(text)
    assert write_json(read(tmp_path, text, name="a.json")).splitlines()[:6] == [
        "{", '  "article": {', '    "publisher": "Ü",', '    "language": "de",', '    "published": "2025"', "  },"
    ]  # fmt: skip
