"""A number in digits or words, without scale and unit: "1,050.5", "2½", "500-odd", "eine gute"."""

from dataclasses import dataclass, replace
from decimal import Decimal

from aip.figures.lexicon import Lexicon
from aip.figures.lexicon.symbols import FRACTIONS
from aip.figures.numbers import Reading, read_number
from aip.figures.tokens import BREAK, NUMBER, Token, over_hyphen

ONE = Decimal(1)
_ENDS = frozenset(".!?")
_HALVES = {("1", "2"): Decimal("0.5"), ("1", "4"): Decimal("0.25"), ("3", "4"): Decimal("0.75")}


@dataclass(frozen=True)
class Reader:
    """The tokens of a text, its language's words, and whether the text is one phrase and nothing else."""

    tokens: list[Token]  # ends with an END
    lexicon: Lexicon
    whole: bool = False

    def text(self, index: int) -> str:
        """Return the token at `index` in small letters, or "" where there is none."""
        return self.tokens[index].text if 0 <= index < len(self.tokens) else ""

    def any_of(self, name: str, index: int) -> bool:
        """Return whether the token at `index` is in one of the language's sets."""
        return 0 <= index < len(self.tokens) and self.tokens[index].text in self.lexicon.sets[name]

    def ends_sentence(self, index: int) -> bool:
        """Return whether a sentence ends with a token; the full stop of "3 Mrd. Euro" ends none."""
        if self.tokens[index + 1].gap == BREAK:
            return True
        return self.tokens[index].raw in _ENDS and not self.lexicon.scales.match_before(self.tokens, index + 1)


@dataclass(frozen=True)
class Number:
    """A number without scale and unit, up to token `end`."""

    reading: Reading
    end: int
    digits: bool = False
    article: bool = False  # "a": one, or a mere article
    plus: bool = False
    about: bool = False  # "300-odd", "eine gute Milliarde"
    dash: bool = False  # "20.–"
    bare: bool = False  # four digits and no more, as a year


def read_numeral(reader: Reader, at: int) -> Number | None:
    """Return the number in digits or words at token `at`."""
    token = reader.tokens[at]
    if token.kind == NUMBER:
        reading = read_number(token.raw.replace("\u00a0", " "), reader.lexicon.words.decimal)
        bare = len(token.raw) == 4 and token.raw.isdigit()
        return _after_digits(reader, Number(reading, at + 1, digits=True, bare=bare)) if reading else None
    if token.raw in FRACTIONS:
        return Number(Reading(FRACTIONS[token.raw]), at + 1)
    number = _in_words(reader, at)
    return _nearly(reader, number) if number and not number.article else number


def _in_words(reader: Reader, at: int) -> Number | None:
    found = reader.lexicon.fractions.match(reader.tokens, at)
    if found:
        return Number(Reading(found[0]), found[1])
    article = reader.any_of("articles", at)
    found = reader.lexicon.numerals.match(reader.tokens, at)
    if found and (found[1] > at + 1 or not article or reader.any_of("point", at + 1)):
        return _with_decimals(reader, Number(Reading(found[0]), found[1]))
    return _article(reader, at) if article else None


def _with_decimals(reader: Reader, number: Number) -> Number:
    """Add the digits of "vier Komma fünf"."""
    if not reader.any_of("point", number.end):
        return number
    value, end, place = number.reading.value, number.end + 1, Decimal("0.1")
    while place > Decimal("0.0001") and (found := reader.lexicon.numerals.match(reader.tokens, end)):
        if found[0] >= 10 or found[0] % 1:
            break
        value, end, place = value + found[0] * place, found[1], place / 10
    return replace(number, reading=Reading(value), end=end) if end > number.end + 1 else number


def _article(reader: Reader, at: int) -> Number:
    """Read "a", "eine gute" or "eine gute halbe" as a number."""
    if reader.tokens[at + 1].text not in reader.lexicon.sets["sized_one"]:
        return Number(Reading(ONE), at + 1, article=True)
    about = reader.any_of("round_one", at + 1)
    found = reader.lexicon.fractions.match(reader.tokens, at + 2)
    if found:
        return Number(Reading(found[0]), found[1], about=about)
    return Number(Reading(ONE), at + 2, article=True, about=about)


def _after_digits(reader: Reader, number: Number) -> Number:
    """Take in "½", the dash of "5.000,- Euro" and the plus sign of "500+ MW"."""
    token = reader.tokens[number.end]
    broken = token.gap != BREAK and (token.kind == NUMBER or token.raw in FRACTIONS)
    if broken and number.reading.value % 1 == 0:
        fraction, end = _fraction(reader, number)
        if fraction:
            return _after_digits(reader, replace(number, reading=Reading(number.reading.value + fraction), end=end))
    if token.gap == "" and token.raw in (",", "."):
        end = _over_dash(reader, number.end)
        return replace(number, end=end, dash=end > number.end)
    if token.gap == "" and token.raw == "+" and reader.tokens[number.end + 1].kind != NUMBER:
        return replace(number, end=number.end + 1, plus=True)
    return _nearly(reader, number)


def _fraction(reader: Reader, number: Number) -> tuple[Decimal | None, int]:
    """Return the fraction that follows a whole number, "½" or "1/2", and the token after it."""
    at = number.end
    token = reader.tokens[at]
    if token.raw in FRACTIONS and (token.gap == "" or number.reading.value < 1000):
        return FRACTIONS[token.raw], at + 1
    if token.kind == NUMBER and token.gap == " " and reader.tokens[at + 1].raw == "/" and number.reading.value < 1000:
        tight = reader.tokens[at + 1].gap == reader.tokens[at + 2].gap == ""
        return _HALVES.get((token.raw, reader.tokens[at + 2].raw)) if tight else None, at + 3
    return None, at


def _over_dash(reader: Reader, at: int) -> int:
    """Return the token after the dash of "5.000,- Euro" or "5'000.–", or `at` where there is none."""
    end = at + 1
    while reader.tokens[end].raw in ("-", "—") and reader.tokens[end].gap == "" and end < at + 3:
        end += 1
    glued = reader.tokens[end].gap == "" and reader.tokens[end].kind == NUMBER
    return at if end == at + 1 or glued else end


def _nearly(reader: Reader, number: Number) -> Number:
    """Take in what stands between a number and its unit: "300-odd megawatts", "500-plus MW"."""
    index = over_hyphen(reader.tokens, number.end)
    if reader.tokens[index].gap == BREAK:
        return number
    if reader.any_of("odd", index):
        return replace(number, end=index + 1, about=True)
    if index > number.end and reader.text(index) == "plus":
        return replace(number, end=index + 1, plus=True)
    return number
