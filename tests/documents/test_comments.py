"""Comments of article files: each stays with what it belongs to, or the file is refused."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aip.documents.comments import CommentsRefused, find_comments
from aip.documents.shape import ArticleDocument
from aip.documents.syntax import read_source
from aip.documents.writing import write_document
from tests.documents.test_writing import FIXTURES


def formatted(folder, text):
    file = folder / "a.yaml"
    file.write_text(text)
    source = read_source(file)
    assert not source.faults, source.faults
    return write_document(ArticleDocument.model_validate(source.data), find_comments(text))


BEFORE = """\
# yaml-language-server: $schema=../article.schema.json
# About the investments.
investments:  # money
  # The second.
  - title: '#no comment'   # beside the title
    key: b-2 # beside the key
    cite:
      - quote: "# none"   # beside the quote
    # End of the second.
  # The first.
  - {key: a, amount: 5 USD}    # beside the entry
  # - key: c, left out
# About the article.
article:
  # Which language.
  language: de # German
  note: |  # beside the header
    # no comment

    nor # here
  # The publisher.
  publisher:
    name: A   # beside the name

organizations:
# One.
- aliases:
    # Another name.
    - B
  name: A
  note: two
    lines   # beside two lines
  kind:
    # Of its own.
    company
# The end.
"""
AFTER = """\
# yaml-language-server: $schema=../article.schema.json

# About the article.
article:
  # The publisher.
  publisher: A  # beside the name
  # Which language.
  language: de  # German
  note: |  # beside the header
    # no comment

    nor # here

organizations:
  # One.
  - name: A
    # Of its own.
    kind: company
    # Another name.
    aliases: B
    note: two lines  # beside two lines

# About the investments.
investments:  # money
  # The first.
  - key: a  # beside the entry
    amount: 5 USD
  # The second.
  - key: b-2  # beside the key
    title: "#no comment"  # beside the title
    cite: {quote: "# none"}  # beside the quote
    # End of the second.
  # - key: c, left out

# The end.
"""


def test_comments_stay_with_what_they_belong_to(tmp_path):
    assert formatted(tmp_path, BEFORE) == AFTER
    assert formatted(tmp_path, AFTER) == AFTER


HEAD = "article: {publisher: A, language: de}\n"
REFUSED = [
    ("in a flow list", HEAD + "organizations:\n  - name: A\n    aliases: [B, # b\n      C]\n", "4:18 a comment within [ ] or { }"),
    ("in a list that gets a line", HEAD + "organizations:\n  - name: A\n    aliases:\n      - B # b\n      - C\n", "5:11 this comment at “aliases”"),
    ("of one field of a citation", HEAD + "organizations:\n  - name: A\n    cite:\n      # odd\n      field: name\n      quote: A\n", "5:7 this comment at “field”"),
    ("of an empty value", HEAD + "organizations:\n  - name: A\n    kind: # which?\n", "4:11 this comment at “kind”"),
    ("two in one line", HEAD + "organizations:\n  - name: A\n    cite: # one\n      - quote: A # two\n", "5:18 this comment and that of line 4"),
    ("at the end of a list in a line", HEAD + "organizations:\n  - name: A\n    aliases:\n      - B\n      - C\n      # - D\n", "7:7 this comment at “aliases”"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "reason"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_a_comment_without_a_place_is_refused(tmp_path, text, reason):
    with pytest.raises(CommentsRefused) as refused:
        formatted(tmp_path, text)
    ((line, column), words), *others = refused.value.reasons
    assert f"{line}:{column} {words}".startswith(reason)
    assert not others


def outside_texts(text):
    """Yield number and line of each line that is not in a block of text, nor blank before one."""
    within = None
    for number, line in enumerate(text.splitlines()):
        indent = len(line) - len(line.lstrip())
        if within is not None and (not line or indent > within):
            continue
        within = indent if re.search(r": \|[-+2]*$", line) else None
        yield number, line


def turned(text):
    """Return an article file with its sections and their entries the other way round."""
    sections = re.split(r"\n\n(?=[a-z_]+:)", text.rstrip("\n"))
    for number, section in enumerate(sections[1:], 1):
        name, *entries = section.split("\n  - ")
        sections[number] = "\n  - ".join([name, *reversed(entries)])
    return "\n\n".join(reversed(sections)) + "\n"


@pytest.mark.parametrize("file", FIXTURES, ids=lambda file: file.stem)
def test_every_comment_is_carried_with_its_line(tmp_path, file):
    def commented(text, pattern):
        lines = text.splitlines()
        for number, line in outside_texts(text):
            if line:
                lines[number] = pattern(line, " " * (len(line) - len(line.lstrip())), line.strip())
        return "\n".join(lines) + "\n"

    for pattern in (
        lambda line, indent, words: f"{line}  # {words}",
        lambda line, indent, words: f"{indent}# {words}\n{line}",
    ):
        canonical = commented(file.read_text(), pattern)
        other = commented(turned(file.read_text()), pattern)
        assert formatted(tmp_path, canonical) == canonical
        assert formatted(tmp_path, other) == canonical


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_comment_is_lost_wherever_it_stands(tmp_path, data):
    file = data.draw(st.sampled_from(FIXTURES))
    text = file.read_text()
    lines = text.splitlines()
    outside = dict(outside_texts(text))
    comments = []
    for number in data.draw(
        st.lists(st.sampled_from([each for each in outside if outside[each]]), unique=True, max_size=8)
    ):
        comment = f'# {len(comments)} a: [b] # "c'
        indent = data.draw(st.sampled_from([None, 0, 1, 2, 3, 4, 5, 6, 9]))
        if indent is None:
            lines[number] += f" {comment}"
        else:  # behind a text, what is indented is of the text
            lines[number] = f"{' ' * (indent if number - 1 in outside else 0)}{comment}\n{lines[number]}"
        comments.append(comment)
    once = formatted(tmp_path, "\n".join(lines) + "\n")
    assert sorted(re.findall(r"# \d+ a: \[b\] # \"c$", once, re.M)) == sorted(comments)
    assert formatted(tmp_path, once) == once
    assert re.sub(r" *# \d+ a: .*", "", once).replace("\n", "") == text.replace("\n", "")
