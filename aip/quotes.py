"""Where a quote stands in a text: on word boundaries, white space folded. Knows no Django."""

import re


def paragraphs(text: str) -> list[str]:
    """Return the blank-line blocks of `text`. A citation's `paragraph` counts them from 1."""
    return [block.strip() for block in re.split(r"\n[^\S\n]*\n\s*", text.replace("\r\n", "\n")) if block.strip()]


def paragraphs_with(quote: str, text: str) -> list[int]:
    """Return the numbers, from 1, of the paragraphs that hold `quote` as whole words and whole numbers."""
    pattern = _pattern(quote)
    return [number for number, block in enumerate(paragraphs(text), 1) if pattern.search(block)]


def _pattern(quote: str) -> re.Pattern[str]:
    """Return what matches `quote` with any white space between words, and not as a piece of a word or a number."""
    words = r"\s+".join(re.escape(word) for word in quote.split())
    return re.compile(rf"(?<!\w)(?<!\d[.,]){words}(?!\w)(?![.,]\d)" if words else r"(?!)")
