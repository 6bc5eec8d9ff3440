"""Prices of one piece, which are no sums: "shares closed at $231.48", "the euro bought $1.16"."""

from aip.figures.amounts import Amount
from aip.figures.numerals import Reader
from aip.figures.tokens import BREAK, NUMBER

_CLAUSE = frozenset(".,;:!?—")
_WINDOW = 10


def is_quote(reader: Reader, amount: Amount, start: int) -> bool:
    """Return whether the amount, hedges from token `start` on included, is a price, or what falls on one piece."""
    if not amount.money or amount.scale or reader.whole:
        return False
    value = amount.number.reading.value
    if isinstance(value.as_tuple().exponent, int) and value.as_tuple().exponent <= -4:  # type: ignore[operator]
        return True  # "1.1743 dollars" are a rate of exchange
    priced = reader.any_of("quoting", start - 1)
    moved = priced and value < 1000
    for index in range(start - 1, max(start - _WINDOW, -1), -1):
        raw = reader.tokens[index].raw
        apart = raw in _CLAUSE and index != start - 2  # "the stock, at $92"
        apart = apart and not (raw == ":" and index == start - 1)  # "EPS: $1.22"
        if apart or reader.tokens[index + 1].gap == BREAK:
            return False
        moved = moved or (value < 1000 and reader.any_of("dearer", index))
        named = moved and "*" + reader.text(index) in reader.lexicon.sets["quoted"] and reader.any_of("the", index - 1)
        if named or (priced and reader.any_of("quoted", index)) or (value < 1000 and _by_the_piece(reader, index)):
            return True
    return False


def _by_the_piece(reader: Reader, at: int) -> bool:
    """Return whether "per share" at token `at` belongs to no amount before it: "earnings per share of $0.81"."""
    if reader.text(at) == "eps":
        return True
    if not reader.lexicon.per.match(reader.tokens, at) or not reader.lexicon.things.match(reader.tokens, at + 1):
        return False
    if reader.lexicon.periods.match(reader.tokens, at + 1):
        return False
    return all(reader.tokens[index].kind != NUMBER for index in range(max(at - 3, 0), at))
