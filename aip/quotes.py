"""Where a quote stands in a text: on word boundaries, white space folded, accents composed. Knows no Django."""

import re
import unicodedata


def paragraphs(text: str) -> list[str]:
    """Return the blank-line blocks of `text`. A citation's `paragraph` counts them from 1."""
    return [block.strip() for block in re.split(r"\n[^\S\n]*\n\s*", text.replace("\r\n", "\n")) if block.strip()]


# Signs that print alike: whoever copies a phrase seldom types the same one.
_ALIKE = ["'’‘‛ʼ", '"“”„‟«»', "-‐‑‒–—−"]
_CLASSES = {sign: f"[{re.escape(signs)}]" for signs in _ALIKE for sign in signs}


_ONE_SIGN = str.maketrans({sign: signs[0] for signs in _ALIKE for sign in signs})
_JOINS_BEFORE = re.compile(r"\w$|\d[.,]$")
_JOINS_AFTER = re.compile(r"\w|[.,]\d")


def paragraphs_with(quote: str, text: str) -> list[int]:
    """Return the numbers, from 1, of the paragraphs that hold `quote` as whole words and whole numbers."""
    folded = _folded(quote.replace("\u00ad", ""))
    return [number for number, block in enumerate(paragraphs(text), 1) if folded and _holds(_folded(block), folded)]


def _folded(text: str) -> str:
    """Return a text with one space for any white space, and one sign for those that print alike."""
    return unicodedata.normalize("NFC", " ".join(text.split())).translate(_ONE_SIGN)


def _holds(block: str, quote: str) -> bool:
    start = block.find(quote)
    while start >= 0:
        end = start + len(quote)
        if not _JOINS_BEFORE.search(block[max(start - 2, 0) : start]) and not _JOINS_AFTER.match(block[end : end + 2]):
            return True
        start = block.find(quote, start + 1)
    return False


def pattern_of(quote: str) -> re.Pattern[str]:
    """Return what finds `quote` in a text: whole words and numbers, with any white space, quotes and dashes."""
    composed = unicodedata.normalize("NFC", quote.replace("\u00ad", ""))
    words = ["".join(map(_any_form, word)) for word in composed.split()]
    if not words:
        return re.compile(r"(?!)")
    spaced = r"\s+".join(words)
    return re.compile(rf"(?<!\w)(?<!\d[.,]){spaced}(?!\w)(?![.,]\d)")


def _any_form(sign: str) -> str:
    """Return the pattern of a sign, or of those that print alike, with its accents composed or not."""
    if sign in _CLASSES:
        return _CLASSES[sign]
    parts = unicodedata.normalize("NFD", sign)
    return re.escape(sign) if parts == sign else f"(?:{re.escape(sign)}|{re.escape(parts)})"
