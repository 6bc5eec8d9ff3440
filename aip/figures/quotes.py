"""Prices of one piece, which are no sums: "shares closed at $231.48", "the euro bought $1.16"."""

from collections.abc import Iterator

from aip.figures.amounts import Amount, read_amount
from aip.figures.context import is_by_period
from aip.figures.numerals import Reader
from aip.figures.tokens import BREAK, NUMBER

_CLAUSE = frozenset(".,;:!?—")
_WINDOW, _FAR = 10, 40
_MANY = 3  # times as much, or as little, is likely another thing's


def is_quote(reader: Reader, amount: Amount, start: int) -> bool:
    """Return whether the amount, hedges from token `start` on included, is a price, or what falls on one piece."""
    if not amount.money or reader.whole:
        return False
    if _is_costed(reader, start, has_scale=bool(amount.scale)):
        return True
    if amount.scale:
        return False
    value = amount.number.reading.value
    if isinstance(value.as_tuple().exponent, int) and value.as_tuple().exponent <= -4:  # type: ignore[operator]
        return True  # "1.1743 dollars" are a rate of exchange
    if reader.lexicon.singly.match_before(reader.tokens, start):
        return True  # "5000 Aktien zu je 1,00 Euro"
    priced = reader.any_of("quoting", start - 2 if reader.any_of("lately", start - 1) else start - 1)
    moved = priced and value < 1000
    for index in _back_in_clause(reader, start):
        moved = moved or (value < 1000 and reader.any_of("dearer", index))
        named = moved and "*" + reader.text(index) in reader.lexicon.sets["quoted"] and reader.any_of("the", index - 1)
        if named or (priced and reader.any_of("quoted", index)) or (value < 1000 and _by_the_piece(reader, index)):
            return True
        if value < 10_000 and reader.lexicon.prices.match(reader.tokens, index):
            return True  # "a price target of $750"
        if priced and value < 1000 and reader.any_of("traded", index):
            return not is_by_period(reader, amount)  # "the units closed 4 cents higher at $2.31"
    return False


def _back_in_clause(reader: Reader, start: int) -> Iterator[int]:
    """Yield the tokens before token `start`, the last one first, as far as its clause goes."""
    for index in range(start - 1, max(start - _WINDOW, -1), -1):
        raw = reader.tokens[index].raw
        apart = raw in _CLAUSE and index != start - 2  # "the stock, at $92"
        apart = apart and not (raw == ":" and index == start - 1)  # "EPS: $1.22"
        if apart or reader.tokens[index + 1].gap == BREAK:
            return
        yield index


def _is_costed(reader: Reader, start: int, *, has_scale: bool) -> bool:
    """Return whether "cost per megawatt" stands before token `start`, or "cost per GPU" and there are no millions."""
    costs = reader.lexicon.sets["costs"]
    if not any(token.text in costs for token in reader.tokens[max(start - _WINDOW, 0) : start]):
        return False
    return any(
        reader.any_of("costs", index) and _is_per_one(reader, index + 1, unit_only=has_scale)
        for index in _back_in_clause(reader, start)
    )


def _is_per_one(reader: Reader, at: int, *, unit_only: bool) -> bool:
    found = reader.lexicon.per.match(reader.tokens, at)
    if not found or reader.lexicon.periods.match(reader.tokens, found[1]):
        return False
    words, at = reader.lexicon, found[1]
    if words.units.match(reader.tokens, at) or words.symbols.match(reader.tokens, at):
        return True
    return not unit_only and bool(words.things.match(reader.tokens, at))


def is_same_rate(reader: Reader, rate: tuple[int, int], at: int) -> bool:
    """Return whether the amount at token `at` goes on with a rate: "$329.17 per MW-day, up from $269.92".

    `rate`: the tokens at which the amount of the rate before it begins and the rate ends.
    """
    if at - rate[1] > _FAR:
        return False
    first, amount = read_amount(reader, rate[0]), read_amount(reader, at)
    if not first or not amount or not amount.money or first.code != amount.code or first.scale or amount.scale:
        return False
    if at == rate[1] + 1 and reader.any_of("also", rate[1]):
        return True  # "der Kurs stieg von 6,40 Euro auf 115 Euro"
    if any(reader.ends_sentence(index) for index in range(rate[1], at)):
        return False
    if is_by_period(reader, amount):
        return False
    low, high = sorted((first.number.reading.value, amount.number.reading.value))
    return high <= _MANY * low


def _by_the_piece(reader: Reader, at: int) -> bool:
    """Return whether "per share" at token `at` belongs to no amount before it: "earnings per share of $0.81"."""
    if reader.text(at) == "eps":
        return True
    if not reader.lexicon.per.match(reader.tokens, at) or not reader.lexicon.things.match(reader.tokens, at + 1):
        return False
    if reader.lexicon.periods.match(reader.tokens, at + 1):
        return False
    return all(reader.tokens[index].kind != NUMBER for index in range(max(at - 3, 0), at))
