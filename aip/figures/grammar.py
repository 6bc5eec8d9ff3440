"""A figure: one amount or two, with the words around them. What is not understood is no figure."""

from dataclasses import dataclass, replace
from decimal import Decimal

from aip.figures.amounts import Amount, read_amount
from aip.figures.context import is_change, is_dated, is_rate, is_year, may_begin, may_end
from aip.figures.figure import Bound, Figure
from aip.figures.hedges import hedges_after, hedges_before
from aip.figures.lexicon.words import listed
from aip.figures.numbers import Reading
from aip.figures.numerals import Number, Reader
from aip.figures.quotes import is_quote
from aip.figures.tokens import BREAK, SIGN, WORD, Token, over_hyphen

_LARGE = frozenset(
    listed("GW|TW|GWh|TWh|PWh")
)  # "a gigawatt" is a figure, "a kilowatt-hour" what others are counted by
_AFTER_ONE = frozenset(
    listed("of|or|by|in|for|from|and|to|at|with|worth|as|per|over|on|is|was|will|would|every|within|a|each")
)

_BETWEEN = frozenset(listed("between|zwischen|entre|anywhere|somewhere|irgendwo"))
_BY = frozenset({"by", "um"})
_FAR = 3  # times as much is no likely range: "by 2 to 35 billion euros"


@dataclass(frozen=True)
class Match:
    """What begins at a token: a figure, or something understood that is none (a rate), up to token `end`."""

    start: int
    end: int
    figure: Figure | None = None
    rate: bool = False


def match_figure(reader: Reader, at: int) -> Match | None:
    """Return what begins with the number or currency at token `at`, hedges before it included."""
    low = read_amount(reader, at)
    if not low or not may_begin(reader, at) or _spaced_doubtfully(reader, low):
        return None
    return _match_range(reader, low) or _match_one(reader, low)


def _match_one(reader: Reader, amount: Amount) -> Match | None:
    value = amount.value()
    if value is None:
        return None
    nothing = _match_nothing(reader, amount, amount.start)
    if nothing:
        return nothing
    before, after = hedges_before(reader, amount.start), hedges_after(reader, amount.end)
    if is_quote(reader, amount, before.at):
        return Match(before.at, amount.end, rate=True)
    own = (Bound.AT_LEAST,) if amount.number.plus else (Bound.ABOUT,) if amount.number.about else ()
    bound = replace(before, bounds=(*before.bounds, *after.bounds, *own)).bound()
    if _shares_scale(reader, amount) or not bound or value <= 0 or not _worth_one(reader, amount, bool(before.bounds)):
        return Match(amount.start, amount.end)
    return Match(before.at, after.at, Figure(value, amount.unit, bound))


def _match_nothing(reader: Reader, amount: Amount, start: int) -> Match | None:
    """Return the rate or the other thing that the amount is a part of."""
    if not may_end(reader, amount):
        return Match(start, amount.end)
    rate = is_rate(reader, amount)
    return Match(start, rate, rate=True) if rate else None


def _shares_scale(reader: Reader, amount: Amount) -> bool:
    """Return whether the scale of the next amount may be this one's too: "$4, $5 and $6 billion"."""
    if amount.scale or not amount.prefixed or amount.number.reading.value >= 1000:
        return False
    at = amount.end
    for _ in range(4):
        following = read_amount(reader, at + 1) if reader.any_of("also", at) else None
        if not following or following.scale:
            return following is not None
        at = following.end
    return False


def _worth_one(reader: Reader, amount: Amount, hedged: bool) -> bool:
    """Return whether an article before a unit counts: "over a gigawatt of power", not "a gigawatt campus"."""
    if not amount.number.article or amount.scale or hedged:
        return True
    following = reader.tokens[amount.end]
    plain = reader.lexicon.language != "en" or following.kind != WORD or following.text in _AFTER_ONE
    return amount.code in _LARGE and plain


def _spaced_doubtfully(reader: Reader, amount: Amount) -> bool:
    """Return whether plain spaces in "Reaktor 1 200 MW" may part two numbers."""
    token = reader.tokens[amount.number.end - 1]
    if not amount.number.digits or " " not in token.raw or reader.whole:
        return False
    before = reader.tokens[amount.start - 1] if amount.start else None
    if amount.prefixed:
        return False
    if reader.lexicon.language == "en" and _parts_units(reader, amount, before):
        return True
    if before is None or amount.start == 1 or hedges_before(reader, amount.start).bounds:
        return False
    return before.kind == WORD and before.raw[0].isupper() and reader.tokens[amount.start].gap != BREAK


def _parts_units(reader: Reader, amount: Amount, before: Token | None) -> bool:
    """Return whether "2 700 MW" may be two of 700 MW each: "2 700 MW units", "phase 2 700 MW", no word before it."""
    if reader.tokens[amount.number.end - 1].raw.count(" ") > 1:
        return False
    if before is None or reader.any_of("numbered", amount.start - 1) or amount.start == 1:
        return True
    following = reader.tokens[over_hyphen(reader.tokens, amount.end)]
    plural = following.kind == WORD and following.text.endswith("s") and not reader.any_of("closing", amount.end)
    return before.kind != WORD or (plural and amount.scale is None and following.gap != BREAK)


def _match_range(reader: Reader, low: Amount) -> Match | None:
    before = hedges_before(reader, low.start)
    opener = reader.lexicon.openers.match_before(reader.tokens, before.at)
    at, dash = _between(
        reader, low.end, opener is not None and opener[0].match(reader.tokens, _past_hyphen(reader, low.end))
    )
    if not at:
        return None
    bare = not low.code and not low.scale
    if (
        bare
        and low.number.article
        and (dash or reader.text(at - 1) in ("zu", "hin") or reader.lexicon.language == "en")
    ):
        return None  # "an up to $5bn deal"
    ahead = None if dash else reader.lexicon.hedges.match(reader.tokens, at)
    if ahead and (opener or ahead[0] is Bound.ABOUT):
        at = ahead[1]
    if bare and not dash and is_dated(reader, low.start):
        return None
    high = read_amount(reader, at, low.prefixed)
    if not high or reader.tokens[at].gap == BREAK or not _belongs(reader, low, high, dash):
        return None
    part = low.number.reading.value < 1 < high.number.reading.value
    if bare and not low.number.digits and (high.prefixed or part):
        return None  # "rose by half to $10bn"
    if not dash and _changes(reader, low, high, before.at, opener is not None):
        return None
    opener = None if dash and opener and reader.text(opener[1]) not in _BETWEEN else opener
    start = opener[1] if opener and reader.text(opener[1]) not in ("von", "de", "d") else before.at
    start = hedges_before(reader, start).at if opener else start
    return _range_of(reader, low, high, start, dash)


def _past_hyphen(reader: Reader, at: int) -> int:
    """Skip the hyphen of "5- bis 7-Gigawatt"."""
    hanging = reader.tokens[at].raw == "-" and reader.tokens[at].gap == "" and reader.tokens[at + 1].gap == " "
    return at + 1 if hanging else at


def _between(reader: Reader, at: int, opened: tuple[bool, int] | bool | None) -> tuple[int, bool]:
    """Return where the upper end begins, 0 if nowhere, and whether only a dash stands before it."""
    dash = reader.tokens[at]
    even = dash.raw in ("-", "—") and dash.gap == reader.tokens[at + 1].gap and dash.gap != BREAK
    if even and not (dash.gap == "" and reader.lexicon.to.match(reader.tokens, at + 1)):
        return at + 1, True
    if opened and not isinstance(opened, bool):
        return opened[1], False
    index = _past_hyphen(reader, at)
    found = reader.lexicon.to.match(reader.tokens, index) if reader.tokens[index].gap == " " else None
    if (
        not found
        and reader.lexicon.language == "en"
        and reader.tokens[at].gap == ""
        and over_hyphen(reader.tokens, at) > at
    ):
        found = reader.lexicon.to.match(reader.tokens, at + 1)  # "5-to-7 GW"
        found = (True, over_hyphen(reader.tokens, found[1])) if found else None
    return (found[1], False) if found else (0, False)


def _belongs(reader: Reader, low: Amount, high: Amount, dash: bool) -> bool:
    """Return whether the second amount can be the upper end of the first."""
    if not low.code and not high.code:
        return False
    if low.code and high.code and low.unit != high.unit:
        return False
    if high.code or (high.scale and low.code):
        return True
    attached = dash and reader.tokens[low.end].gap == ""
    headed = low.scale is not None and low.end == low.number.end and not dash  # "MSEK 1,200 to 1,300"
    return (
        (attached or headed)
        and low.prefixed
        and high.number.digits
        and (reader.tokens[high.end].gap != "" or reader.tokens[high.end].kind == SIGN)
    )


def _changes(reader: Reader, low: Amount, high: Amount, start: int, opened: bool) -> bool:
    """Return whether the two are what something was and what it became."""
    first = reader.text(start - 1)
    if reader.any_of("spreads", start - 1) or (not opened and reader.any_of("collects", start - 1)):
        return False
    if not opened and first in _BY:
        return _rises_to(reader, low, high)
    if not opened:
        return (
            bool(low.code)
            and reader.tokens[start].gap != BREAK
            and start > 0
            and first.startswith(tuple(reader.lexicon.sets["rises"]))
        )
    if first in _BETWEEN or reader.text(start - 2) == "of":  # "spending of from $91bn to $93bn"
        return False
    return is_change(reader, start - 1, high.end)


def _rises_to(reader: Reader, low: Amount, high: Amount) -> bool:
    """Return whether "by" is followed by a rise and what it led to: "by €2bn to €35bn", and not "by 15 to 18 GW"."""
    if reader.text(low.end) == "bis":
        return False  # what it led to would follow "auf"
    far = high.number.reading.value > _FAR * low.number.reading.value
    return far or bool(low.code or low.scale)


def _range_of(reader: Reader, low: Amount, high: Amount, start: int, dash: bool) -> Match | None:
    whole = Match(start, high.end)
    if dash and _parts_clauses(reader, low, high):
        return None
    if dash and not low.code and is_year(reader.text(low.end - 1)) and reader.tokens[low.end].gap:
        return None  # "im Jahr 2025 – 3000 MW"
    nothing = _match_nothing(reader, high, start)
    if nothing:
        return nothing
    ends = _ends(low, high)
    if ends is None and is_year(reader.text(low.start)) and not low.code:
        return None
    if ends is None:
        return None if low.code and high.code and not dash else whole
    hanging = 1 if high.number.plus else 0
    return replace(whole, figure=Figure(ends[0], low.unit or high.unit, Bound.RANGE, ends[1])) if not hanging else whole


def _of_hundreds(low: Number, high: Decimal) -> Number:
    """Return the two of "zwei- bis dreihundert" as two hundred."""
    for step in (1000, 100):
        if high % step == 0 and low.reading.value < high / step < step:
            return replace(low, reading=Reading(low.reading.value * step))
    return low


def _parts_clauses(reader: Reader, low: Amount, high: Amount) -> bool:
    """Return whether a spaced dash parts two whole amounts: "£38bn — £18bn more than planned"."""
    dash = reader.tokens[low.end]
    if not (dash.gap and low.code and high.code):
        return False
    first, last = low.value(), high.value()
    falls = first is not None and last is not None and last <= first
    return falls or dash.raw == "—" or reader.any_of("compared", high.end)


def _ends(low: Amount, high: Amount) -> tuple[Decimal, Decimal] | None:
    """Return both values, each end with the scale and unit of the other where it has none; None unless they rise."""
    upper = replace(
        high, code=high.code or low.code, scale=high.scale or low.scale, prefixed=high.prefixed or low.prefixed
    )
    lower = replace(low, code=low.code or high.code, scale=low.scale or high.scale)
    if not (low.number.digits or low.scale or high.number.digits):
        lower = replace(lower, number=_of_hundreds(low.number, high.number.reading.value))
    if low.code in ("MW", "GW") and low.code != high.code and high.code:
        lower = replace(lower, scale=low.scale)
    first, last = lower.value(), upper.value()
    if (
        first is not None
        and last is not None
        and not 0 < first < last
        and low.number.reading.value >= 1000
        and low.code
    ):
        first = replace(lower, scale=low.scale).value()  # "$500,000 to $1 million"
    return (first, last) if first is not None and last is not None and 0 < first < last else None
