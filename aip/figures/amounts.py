"""One amount: a number, its scale, its unit, word by word."""

from dataclasses import dataclass, replace
from decimal import Decimal

from aip.figures.figure import ENERGY, POWER
from aip.figures.lexicon.symbols import UNITS
from aip.figures.lexicon.words import listed
from aip.figures.numbers import Reading
from aip.figures.numerals import ONE, Number, Reader, read_numeral
from aip.figures.tokens import BREAK, NUMBER, WORD, over_hyphen

_STREETS = frozenset(listed("st|street|ave|avenue|blvd|boulevard|rd|road|drive|lane|ln|pkwy|parkway|hwy|highway"))
_SHARED = {  # currencies that share a sign: "$5 billion AUD"
    "USD": frozenset(listed("USD|AUD|CAD|HKD|SGD|TWD|NZD|MXN|CLP|COP|ARS|JMD|TTD|NAD")),
    "JPY": frozenset(["CNY"]),
    "INR": frozenset(listed("PKR|LKR|NPR|MUR")),
}


@dataclass(frozen=True)
class Amount:
    """A number with what scale and unit it has of its own, from token `start` to token `end`."""

    start: int
    end: int
    number: Number
    scale: Decimal | None = None
    code: str = ""  # ISO 4217 code or a unit of power or energy
    prefixed: bool = False
    weak: str = ""  # "?": its unit counts only with a scale; "!": only glued to one; "+": not after a year

    @property
    def unit(self) -> str:
        """The unit of the figure, or "" where the amount has none of its own."""
        return UNITS[self.code][0] if self.code in UNITS else self.code

    @property
    def money(self) -> bool:
        """Whether it has a currency."""
        return bool(self.code) and self.unit not in (POWER, ENERGY)

    def value(self) -> Decimal | None:
        """Return the number in base units, or None where it can be read in two ways."""
        number = self._plain()
        if number is None or not self.code or self._too_weak():
            return None
        return number * (self.scale or ONE) * (UNITS[self.code][1] if self.code in UNITS else ONE)

    def _plain(self) -> Decimal | None:
        """Choose between "1.050" as a decimal and as thousands, or refuse to."""
        value, other = self.number.reading.value, self.number.reading.other
        if other is None or self.code == "GW" or (value < other and self.scale and self.scale >= 1000):
            return value
        if value < other:
            return None
        odd = value % 10 != 0  # "2.345 Milliarden" may be a slip for 2,345; "1.200 Milliarden" is none
        return None if odd and self.scale and self.scale >= 10**9 else value

    def _too_weak(self) -> bool:
        if self.weak == "!":
            return not self.scale or self.scale < 10**5
        if not self.weak or self.scale or self.number.dash:
            return False
        value = self.number.reading.value
        if self.weak == "+":
            return self.number.bare or (self.number.digits and value < 10)
        return not (self.prefixed and value >= 1000 and not (self.number.bare and 1900 <= value < 2100))


def read_amount(reader: Reader, at: int, after_prefix: bool = False) -> Amount | None:
    """Return the amount that begins at token `at`, with or without a unit, or None.

    `after_prefix`: it is the upper end of a range whose currency stands before the lower one.
    """
    prefix = _prefix(reader, at)
    start = prefix[1] if prefix else at
    number = read_numeral(reader, start)
    if not number:
        return None
    amount = Amount(at, number.end, number)
    if prefix:
        amount = _with_code(reader, replace(amount, prefixed=True), prefix[0], number.end)
    if amount.scale:  # "MSEK 1,245"
        return None if read_scale(reader, amount.end, True) else amount
    amount = _with_scale(reader, amount, after_prefix)
    amount = _with_unit(reader, amount)
    return amount if _article_is_one(reader, amount) else None


def _prefix(reader: Reader, at: int) -> tuple[str, int] | None:
    found = reader.lexicon.before.match(reader.tokens, at)
    if not found and reader.whole:
        found = reader.lexicon.all_codes.match(reader.tokens, at)
    if not found:
        return None
    code, index = found
    gap = reader.tokens[index].gap
    if gap == BREAK or (gap and code[0] == "!"):
        return None
    return (code, index) if "*" in code or is_tight(reader, at, index) else None


def is_tight(reader: Reader, start: int, end: int) -> bool:
    """Return whether no space parts the letters and the sign of "A$" ("a $40bn deal"); "US $" is common enough."""
    parted = any(reader.tokens[index].gap for index in range(start + 1, end))
    return not parted or reader.tokens[start].raw in ("US", "USD")


def _with_code(reader: Reader, amount: Amount, code: str, end: int) -> Amount:
    """Return the amount with a currency as the tables mark it: "?SEK", "!NGN", "SEK*6" (millions)."""
    name, _, power = code.lstrip("?!+").partition("*")
    weak = code[0] if code[0] in "?!+" and not reader.whole else ""
    if not power:
        return replace(amount, code=name, weak=weak, end=end)
    if amount.scale or (amount.number.bare and 1900 <= amount.number.reading.value < 2100):
        return replace(amount, code="", end=end)  # "in EUR m 2024 2023", the head of a table
    return replace(amount, code=name, scale=Decimal(1).scaleb(int(power)), end=end)


def _with_scale(reader: Reader, amount: Amount, after_prefix: bool) -> Amount:
    found = read_scale(reader, amount.end, amount.prefixed or after_prefix)
    if not found:
        return amount
    scale, end = found
    half = reader.lexicon.halves.match(reader.tokens, end)
    if half and amount.number.reading.value % 1 == 0:
        end = half[1]
        number = replace(amount.number, reading=Reading(amount.number.reading.value + half[0]))
        return replace(amount, number=number, scale=scale, end=end)
    return _with_smaller(reader, replace(amount, scale=scale, end=end))


def _with_smaller(reader: Reader, amount: Amount) -> Amount:
    """Add the second part of "1 Milliarde 200 Millionen"."""
    at = amount.end
    token = reader.tokens[at]
    if token.kind != NUMBER or token.gap != " " or amount.number.reading.other is not None or not amount.scale:
        return amount
    number = read_numeral(reader, at)
    found = read_scale(reader, number.end, False) if number else None
    if not number or not found or number.reading.other is not None or number.plus:
        return amount
    rest = number.reading.value * found[0]
    if rest >= amount.scale:
        return amount
    total = amount.number.reading.value + rest / amount.scale
    return replace(amount, number=replace(amount.number, reading=Reading(total)), end=found[1])


def read_scale(reader: Reader, at: int, prefixed: bool) -> tuple[Decimal, int] | None:
    """Return the power of ten at token `at` and the token after it."""
    index = over_hyphen(reader.tokens, at)
    token = reader.tokens[index]
    if token.gap == BREAK:
        return None
    if reader.lexicon.language == "de" and token.raw == "billion":
        return None  # an English word in a German text
    found = reader.lexicon.scales.match(reader.tokens, index)
    if found and found[0] > 1:
        return found
    letter = reader.lexicon.letters.get(token.raw)
    if letter and (index == at and (token.gap == "" or prefixed or _currency(reader, index + 1))):
        return letter, index + 1
    return None


def _currency(reader: Reader, at: int) -> tuple[str, int] | None:
    """Return the currency that follows a number or a scale."""
    index = over_hyphen(reader.tokens, at)
    if reader.tokens[index].gap == BREAK:
        return None
    tables = [reader.lexicon.currency_signs, reader.lexicon.currencies]
    tables += [reader.lexicon.all_codes] if reader.whole else []
    found = [match for table in tables if (match := table.match(reader.tokens, index))]
    found = [match for match in found if reader.tokens[match[1] - 1].kind == WORD or is_tight(reader, index, match[1])]
    return max(found, key=lambda match: match[1]) if found else None


def _with_unit(reader: Reader, amount: Amount) -> Amount:
    at = amount.end
    linked = reader.lexicon.linking.match(reader.tokens, at) if amount.scale else None
    at = over_hyphen(reader.tokens, linked[1] if linked else at)
    if reader.tokens[at].gap == BREAK:
        return amount
    if not amount.prefixed:
        found = reader.lexicon.symbols.match(reader.tokens, at) or reader.lexicon.units.match(reader.tokens, at)
        if found and _large_enough(reader, amount, at):
            return _with_half(reader, replace(amount, code=found[0], end=found[1]))
    currency = _currency(reader, at)
    if not currency or _belongs_to_next(reader, amount, at, currency[1]):
        return amount
    return _with_suffix(reader, amount, *currency)


def _with_half(reader: Reader, amount: Amount) -> Amount:
    """Add the half of "a gigawatt and a half"."""
    half = reader.lexicon.halves.match(reader.tokens, amount.end) if amount.number.article else None
    if not half or amount.scale:
        return amount
    number = replace(amount.number, reading=Reading(amount.number.reading.value + half[0]), article=False)
    return replace(amount, number=number, end=half[1])


def _large_enough(reader: Reader, amount: Amount, at: int) -> bool:
    """Return whether a lone "W" is watts: "700 W", but not "Room 5 W" or "500 W. Main St"."""
    if reader.tokens[at].raw != "W" or reader.tokens[at].gap == "":
        return True
    if any(reader.text(at + ahead) in _STREETS for ahead in range(1, 5)):
        return False
    value, start = amount.number.reading.value, amount.start
    return value >= 10 or value % 1 != 0 or reader.any_of("draws", start - 1) or _hedged(reader, start)


def _hedged(reader: Reader, at: int) -> bool:
    return bool(reader.lexicon.hedges.match_before(reader.tokens, at))


def _with_suffix(reader: Reader, amount: Amount, code: str, end: int) -> Amount:
    if not amount.prefixed:
        return _with_code(reader, amount, code, end)
    named = code.lstrip("?!+")
    if named == amount.code or named in _SHARED.get(amount.code, ()):
        return replace(amount, code=named, end=end, weak="")
    return replace(amount, code="")  # "€5 billion dollars": two currencies are none


def _belongs_to_next(reader: Reader, amount: Amount, at: int, end: int) -> bool:
    """Return whether a currency opens the next amount: "in 2025 $10 billion"."""
    following = reader.tokens[end]
    if following.kind != NUMBER or following.gap == BREAK or is_note(reader, end):
        return False
    return following.gap == "" or amount.scale is None or amount.prefixed


def is_note(reader: Reader, at: int) -> bool:
    """Return whether the mark of a footnote stands at token `at`: "25 Mio. Euro1)"."""
    token, after = reader.tokens[at], reader.tokens[at + 1]
    return token.kind == NUMBER and len(token.raw) == 1 and after.raw == ")" and after.gap == "" and at > 1


def _article_is_one(reader: Reader, amount: Amount) -> bool:
    """Return whether the number is more than an article: "a billion dollars", but not "a $5bn deal" or "a euro"."""
    if not amount.number.article:
        return True
    first = over_hyphen(reader.tokens, amount.number.end)
    if amount.scale:
        singular = reader.lexicon.singular.match(reader.tokens, first)
        parted = reader.tokens[amount.number.end + 1].raw == "-" and first == amount.number.end
        return bool(singular) and not parted
    if amount.money or not amount.code:
        return not amount.code
    return first > amount.number.end or over_hyphen(reader.tokens, amount.end) == amount.end
