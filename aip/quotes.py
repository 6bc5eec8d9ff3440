"""Where a quote stands in a text: on word boundaries, white space folded. Knows no Django."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache


def paragraphs(text: str) -> list[str]:
    """Return the blank-line blocks of `text`. A citation's `paragraph` counts them from 1."""
    return [block.strip() for block in re.split(r"\n[^\S\n]*\n\s*", text.replace("\r\n", "\n")) if block.strip()]


# Signs that print alike: whoever copies a phrase seldom types the same one.
_ALIKE = ["'’‘‛ʼ", '"“”„‟«»', "-‐‑‒–—−"]
_ONE_SIGN = str.maketrans({sign: signs[0] for signs in _ALIKE for sign in signs})
_JOINS_BEFORE = re.compile(r"\w$|\d[.,]$")
_JOINS_AFTER = re.compile(r"\w|[.,]\d")


@dataclass(frozen=True)
class Text:
    """A text as quotes are sought in it: its paragraphs on a line each, and again with one sign for those alike."""

    lines: list[str]
    folded: list[str]


@lru_cache(maxsize=4)  # the quotes of an article are sought one after the other
def read_text(text: str) -> Text:
    """Return the paragraphs of a text with one space for any white space; a place in one is the same in the other.

    Accents are composed, as they print alike whether they are or not.
    """
    lines = [unicodedata.normalize("NFC", " ".join(block.split())) for block in paragraphs(text)]
    return Text(lines, [line.translate(_ONE_SIGN) for line in lines])


def places_of(quote: str, text: str, paragraph: int | None = None) -> Iterator[tuple[int, int, int]]:
    """Yield where `quote` stands in a text as whole words and numbers: a paragraph from 1, and the span in its line.

    With a `paragraph`, only in that one. Takes time in proportion to the text.
    """
    composed = unicodedata.normalize("NFC", " ".join(quote.replace("\u00ad", "").split()))
    sought = composed.translate(_ONE_SIGN)
    lines = read_text(text).folded
    numbers = (
        range(1, len(lines) + 1) if paragraph is None else range(max(paragraph, 1), min(paragraph, len(lines)) + 1)
    )
    for number in numbers:
        for start, end in _spans(sought, lines[number - 1]):
            yield number, start, end


def paragraphs_with(quote: str, text: str) -> list[int]:
    """Return the numbers, from 1, of the paragraphs that hold `quote` as whole words and whole numbers."""
    return list(dict.fromkeys(number for number, _, _ in places_of(quote, text)))


def _spans(sought: str, line: str) -> Iterator[tuple[int, int]]:
    start = line.find(sought) if sought else -1
    while start >= 0:
        end = start + len(sought)
        is_whole = not _JOINS_BEFORE.search(line[max(start - 2, 0) : start]) and not _JOINS_AFTER.match(
            line[end : end + 2]
        )
        if is_whole:
            yield start, end
        start = line.find(sought, end if is_whole else start + 1)
