"""Where a quote stands in a text: on word boundaries, white space folded. Knows no Django."""

import re


def paragraphs(text: str) -> list[str]:
    """Return the blank-line blocks of `text`. A citation's `paragraph` counts them from 1."""
    return [block.strip() for block in re.split(r"\n[^\S\n]*\n\s*", text.replace("\r\n", "\n")) if block.strip()]


def paragraphs_with(quote: str, text: str) -> list[int]:
    """Return the numbers, from 1, of the paragraphs that hold `quote` as whole words and whole numbers."""
    pattern = pattern_of(quote)
    return [number for number, block in enumerate(paragraphs(text), 1) if pattern.search(block)]


# Signs that print alike: whoever copies a phrase seldom types the same one.
_ALIKE = ["'’‘‛ʼ", '"“”„‟«»', "-‐‑‒–—−"]
_CLASSES = {sign: f"[{re.escape(signs)}]" for signs in _ALIKE for sign in signs}


def pattern_of(quote: str) -> re.Pattern[str]:
    """Return what finds `quote` in a text: whole words and numbers, with any white space, quotes and dashes."""
    words = [
        "".join(_CLASSES.get(sign, re.escape(sign)) for sign in word.replace("\u00ad", "")) for word in quote.split()
    ]
    if not words:
        return re.compile(r"(?!)")
    spaced = r"\s+".join(words)
    return re.compile(rf"(?<!\w)(?<!\d[.,]){spaced}(?!\w)(?![.,]\d)")
