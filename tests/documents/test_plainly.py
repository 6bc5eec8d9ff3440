"""Whatever the fast reader reads, the reader that knows line and column reads alike."""

import json
from pathlib import Path

import pytest
import yaml
from django.conf import settings
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from aip.documents.plainly import read_plainly
from aip.documents.syntax import read_fast, read_source

FIXTURES = sorted((settings.BASE_DIR / "fixtures").glob("*.yaml"))
PLAIN = [
    "a: b\n",
    "country: NO\nkind: yes\n",
    "a:\nb: ~\nc: null\n",
    "a: 2034\nb: 2025-03\nc: 12:30:00\nd: '007'\ne: \"0x1F\"\n",
    "a: [x, y, 'z, w']\nb: {c: d, e: \"f: g\"}\n",
    "a: |\n  text: of\n   lines # with\n\n  and more\n",
    "a: >-\n  folded\n  text\n",
    "a: plain\n  over lines\nb: 'quoted\n\n  over lines'\n",
    "- a\n- b: c\n  d: e\n",
    "url: https://a.b/c?d=e#f # a comment\n",
    'a: "\\u00fc\\t\\n"\n',
]
LEFT_TO_THE_SLOW = [
    "a: 007\n", "a: 0x1F\n", "a: 0o17\n", "a: 1_000\n", "a: +5\n", "a: -0\n", "a: 1.50\n", "a: 1e3\n", "a: .inf\n", "a: true\n",
    "a: Null\n", "a: NULL\n", "a: &x b\n", "a: *x\n", "a: !x b\n", "a: !!str b\n", "<<: {a: b}\n", "a: b\na: c\n", "1: a\n", "? a\n: b\n",
    "--- a\n", "a: b\n---\nc: d\n", "%YAML 1.1\n", "a: b\tc\n", "a: \x85b\n", "a: b", "a: \ufeffb\n", "a: [b\n", "a: 'b\n", "", "\n",
    "a: " + "[" * 20 + "]" * 20 + "\n",
]  # fmt: skip


def both(tmp_path, text, name="a.yaml"):
    file = tmp_path / name
    file.write_text(text, newline="")
    return read_fast(file), read_source(file)


@pytest.mark.parametrize("text", PLAIN)
def test_plain_text_is_read_fast_and_alike(tmp_path, text):
    fast, slow = both(tmp_path, text)
    assert fast is not None
    assert not slow.faults
    assert fast.data == slow.data


@pytest.mark.parametrize("text", LEFT_TO_THE_SLOW)
def test_what_parsers_may_see_differently_is_left_to_the_slow_reader(text):
    assert read_plainly(text, is_json=False) is None


@pytest.mark.parametrize("file", FIXTURES, ids=lambda file: file.stem)
def test_every_article_file_that_is_read_fast_is_read_alike(file):
    fast = read_fast(file)
    assert fast is None or fast.data == read_source(file).data


def test_hardly_any_article_file_is_left_to_the_slow_reader():
    """Such as “100,000 chips” in a text, of which the fast one cannot tell that 000 is no number of a list."""
    left = [file.stem for file in FIXTURES if read_fast(file) is None]
    assert len(left) < len(FIXTURES) / 20


def test_places_are_found_when_somebody_asks(tmp_path):
    fast, slow = both(tmp_path, "article:\n  title: A\n  url: B\n")
    assert fast.place(("article", "url")) == slow.place(("article", "url")) == (3, 8)


words = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=20) | st.sampled_from(
    ["", "null", "~", "no", "1e3", "0x1", "007", "+1", "a: b", "a #b", "#b", "- a", "[a", "{a", "*a", "&a", "!a", "|", ">", "%a", "@a", "`a", "'", '"', "\n", " a ", "a\nb\n\n", "=", "<<", "?", "?a", "-", ":", ":a", "1_0", ".5", "1.", "2025-03-01", "12:30:00"]
)  # fmt: skip
data = st.recursive(
    words | st.none() | st.integers(0, 10**6),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=4),
    max_leaves=12,
)


@effort(deadline=None, max_examples=800)
@given(data=data, style=st.sampled_from([None, False, True]), width=st.sampled_from([20, 120]))
def test_written_data_is_read_alike_or_left_to_the_slow_reader(tmp_path_factory, data, style, width):
    text = yaml.safe_dump({"a": data}, default_flow_style=style, allow_unicode=True, width=width)
    agree(tmp_path_factory.mktemp("agree"), text)


@effort(deadline=None, max_examples=1500)
@given(pieces=st.lists(st.sampled_from(["a", "b: ", "- ", ": ", "\n", "\n  ", "\n    ", "[", "]", "{", "}", ", ", "'", '"', "#", " #", "|", ">", "|2", ">-", "1", "0", "~", "x y", "\\", "\\n", "?", "-", ":", "&", "*", "!"]), max_size=14))  # fmt: skip
def test_any_text_is_read_alike_or_left_to_the_slow_reader(tmp_path_factory, pieces):
    agree(tmp_path_factory.mktemp("agree"), "k: " + "".join(pieces) + "\n")


keyed = st.recursive(
    words | st.none() | st.integers(0, 10**6),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abcö", max_size=3), inner, max_size=4),
    max_leaves=12,
)


@given(data=keyed)
def test_json_is_read_alike_or_left_to_the_slow_reader(tmp_path_factory, data):
    agree(tmp_path_factory.mktemp("agree"), json.dumps({"a": data}, ensure_ascii=False), "a.json")


def test_json_with_a_key_said_twice_is_left_to_the_slow_reader():
    assert read_plainly('{"a": 1, "a": 2}', is_json=True) is None


def agree(folder: Path, text: str, name: str = "a.yaml") -> None:
    fast, slow = both(folder, text, name)
    if fast is not None:
        assert not slow.faults, slow.faults
        assert fast.data == slow.data
