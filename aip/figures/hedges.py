"""The words around an amount that say how firmly it is stated."""

from dataclasses import dataclass

from aip.figures.concerning import means_for
from aip.figures.figure import Bound
from aip.figures.numerals import Reader
from aip.figures.tokens import BREAK, NUMBER, WORD

_HYPHENATED = {"plus": Bound.AT_LEAST, "odd": Bound.ABOUT, "ish": Bound.ABOUT}  # "a $2bn-plus deal"
_COMPARATIVE = (Bound.MORE_THAN, Bound.LESS_THAN)


@dataclass(frozen=True)
class Hedges:
    """The bounds that words state, and the token with which they begin or end."""

    bounds: tuple[Bound, ...]
    at: int

    def bound(self) -> Bound | None:
        """Return the one bound, EXACT where nothing is stated, None where they contradict each other."""
        firm = set(self.bounds) - {Bound.ABOUT}
        if firm == {Bound.MORE_THAN, Bound.AT_LEAST}:
            return Bound.MORE_THAN  # "more than $5bn+"
        if len(firm) > 1:
            return None
        return next(iter(firm), Bound.ABOUT if self.bounds else Bound.EXACT)


def hedges_before(reader: Reader, at: int) -> Hedges:
    """Return what the words before token `at` state, read from right to left."""
    bounds: tuple[Bound, ...] = ()
    start = at
    for _ in range(4):
        here = start if bounds else _over_transparent(reader, start)
        found = reader.lexicon.hedges.match_before(reader.tokens, here)
        if (
            not found
            or _is_no_hedge(reader, found[1], here, bounds)
            or (here != start and _is_loose(reader, found[1], here))
        ):
            break
        bound, start = found
        bounds = (bound, *bounds)
        if bound in _COMPARATIVE:
            start = _strengthened(reader, start)
    return Hedges(bounds, start)


def _over_transparent(reader: Reader, at: int) -> int:
    """Skip "another" and articles between a hedge and the number, if a hedge stands before them."""
    here = at
    for _ in range(3):
        if here == 0 or reader.tokens[here].gap == BREAK:
            break
        if reader.lexicon.hedges.match_before(reader.tokens, here):
            return here
        if not reader.any_of("transparent", here - 1):
            break
        here -= 1
    return here if here != at and reader.lexicon.hedges.match_before(reader.tokens, here) else at


def _is_loose(reader: Reader, start: int, end: int) -> bool:
    """Return whether a hedge counts only right before the number: "under a $5bn deal" is no bound."""
    return end == start + 1 and reader.any_of("close", start)


def _is_no_hedge(reader: Reader, start: int, end: int, inner: tuple[Bound, ...]) -> bool:
    first = reader.tokens[start]
    if first.text == "up" and first.gap != BREAK and reader.any_of("phrasal", start - 1):
        return True
    if reader.any_of("concerning", start) and end == start + 1:
        return bool(inner) or means_for(reader, start)
    if reader.any_of("against", start) and end == start + 1:
        opening = start == 0 or reader.tokens[start - 1].raw in (".", ":", "!", "?", "„", "«", "“")
        return not opening and (not reader.any_of("leading", start - 1) or first.gap == BREAK)
    if first.raw in "<>" and first.raw:
        return first.gap == "" and start > 0 and reader.tokens[start - 1].kind in (WORD, NUMBER)
    return first.text == "c" and ((first.gap == "" and start > 0) or first.raw == "C")  # "Series C $50m"


def _strengthened(reader: Reader, at: int) -> int:
    for _ in range(3):
        if at == 0 or reader.tokens[at].gap == BREAK or not reader.any_of("strengtheners", at - 1):
            break
        at -= 1
    while reader.text(at) in ("a", "an") and not _quantifies(reader, at):
        at += 1
    return at


def _quantifies(reader: Reader, at: int) -> bool:
    return reader.text(at + 1) in ("little", "bit", "lot", "touch", "shade", "hair", "tad")


def hedges_after(reader: Reader, at: int) -> Hedges:
    """Return what the words from token `at` on state: "or more", a plus sign."""
    index = at
    behind = _HYPHENATED.get(reader.text(at + 1))
    if reader.tokens[at].raw == "-" and behind and reader.tokens[at].gap == "":
        return Hedges((behind,), at + 2)
    found = reader.lexicon.trailing.match(reader.tokens, index)
    if not found or reader.tokens[at].gap == BREAK:
        return Hedges((), at)
    bound, end = found
    if any((hedge := reader.lexicon.hedges.match(reader.tokens, i)) and hedge[1] > end for i in range(at, end)):
        return Hedges((), at)  # "180 MW und mehr als eine Milliarde"
    sign = reader.tokens[at].raw == "+"
    if reader.text(at) == "plus" and end == at + 1:
        return Hedges((), at)
    following = reader.tokens[end]
    if following.gap != BREAK and (following.kind == NUMBER or (end < len(reader.tokens) and _opens(reader, end))):
        return Hedges((), at)
    if sign and reader.tokens[at].gap != "":
        return Hedges((), at)
    return Hedges((bound,), end)


def _opens(reader: Reader, at: int) -> bool:
    """Return whether an amount begins at token `at`, to which the words before it then belong."""
    return bool(reader.lexicon.before.match(reader.tokens, at) or reader.lexicon.numerals.match(reader.tokens, at))
