"""Typographic variants folded away: spaces, dashes, quotes, soft hyphens, accents written apart. No span changes."""

import re
import unicodedata
from dataclasses import dataclass, field

_ALIKE = {
    "\u00a0": "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
    "-": "\u2010\u2011\u2012\u2013\u2212\ufe58\ufe63\uff0d",  # the em dash (—) stays: it parts clauses
    "'": "\u2018\u2019\u02bc\u00b4\u2032\uff07",
    "$": "\uff04\ufe69",
    "£": "\uffe1",
    "¥": "\uffe5",
    "~": "\u223c\u2248\uff5e",
    "|": "\u2502",
    "†": "\u00b9\u2070\u2074\u2075\u2076\u2077\u2078\u2079\u207d\u207e",  # marks of footnotes, or powers
    "‡": "\u00b2\u00b3",  # or squares and cubes: "80 m²"
}
_FOLDED = str.maketrans({other: sign for sign, others in _ALIKE.items() for other in others})
# Invisible characters inside words, and letters with their accents apart ("u" + "¨").
_UNEVEN = re.compile("[\u00ad\u200b\u2060\ufeff]+|[A-Za-z][\u0300-\u036f]{1,4}")


@dataclass(frozen=True)
class Folded:
    """A text as the grammar reads it, and where each of its characters stands in the original."""

    original: str
    text: str
    places: list[int] | None = field(default=None, repr=False)

    def place(self, index: int) -> int:
        """Return where in the original the character at `index` begins."""
        return index if self.places is None else self.places[index]

    def place_end(self, index: int) -> int:
        """Return where in the original the character before `index` ends."""
        return index if self.places is None else self.places[index - 1] + self._width(index - 1)

    def _width(self, index: int) -> int:
        end = self.place(index) + 1
        while end < len(self.original) and "\u0300" <= self.original[end] <= "\u036f":
            end += 1
        return end - self.place(index)


def fold(text: str) -> Folded:
    """Return `text` with every typographic variant as its plain sign."""
    if text.isascii():
        return Folded(text, text)
    plain = text.translate(_FOLDED)
    if not _UNEVEN.search(plain):
        return Folded(text, plain)
    pieces: list[str] = []
    places: list[int] = []
    last = 0
    for match in _UNEVEN.finditer(plain):
        whole = unicodedata.normalize("NFC", match[0]) if match[0][0].isascii() else ""
        pieces += (plain[last : match.start()], whole)
        places += (*range(last, match.start()), *[match.start()] * len(whole))
        last = match.end()
    pieces.append(plain[last:])
    places += range(last, len(plain))
    return Folded(text, "".join(pieces), places)
