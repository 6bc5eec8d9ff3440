"""What a language's table holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from aip.figures.figure import Bound


@dataclass(frozen=True)
class Words:
    """The words of one language, as a table lists them; phrases in small letters, alternatives parted by "|"."""

    decimal: str  # the decimal separator
    numerals: Mapping[str, Decimal]  # numbers in words
    fractions: Mapping[str, str]  # "half a" → 0.5, before a scale or unit
    halves: Mapping[str, str]  # "and a half", after a scale
    articles: str  # words for one that may be mere articles
    scales: Mapping[int, str]  # power of ten → words
    parts: Mapping[str, str]  # words that are a part of a scale: "Viertelmilliarde"
    letters: Mapping[str, int]  # abbreviations, capitals as written → power of ten
    singular: str  # the scales that may follow an article
    linking: str  # between scale and unit: "de"
    units: Mapping[str, str]  # unit of `symbols.UNITS` → words
    currencies: Mapping[str, str]  # code, "?" in front: only with a scale → words; "schwedisch*" with every ending
    hedges: Mapping[Bound, str]
    strengtheners: str  # before a comparative: "well" over
    transparent: str  # between hedge and number: "another"
    close: str  # hedges that count only right before the number: "under", but not "under a"
    trailing: Mapping[Bound, str]
    openers: Mapping[str, str]  # first word of a range → the word between its ends
    to: str  # between the ends of a range without a first word
    alternatives: str  # "or"
    also: str  # words that join two amounts of one rate: "and", "or", "to"
    per: str  # before the thing of a rate
    not_per: str  # what after them is no thing: "pro" rata
    only_things: str  # words of `per` that mean a rate only before one of `things`: French "par"
    periods: str
    things: str  # what rates are counted in
    the: str  # articles before them: $80 "a" ton
    fillers: str  # between an amount and the word for "per": "in cash"
    vague: str  # words before a number that make it no number: "several" hundred
    rises: str  # beginnings of words that say "from … to …" is a change
    spreads: str  # beginnings of words that say it is a range
    times: str  # what after it says that it is a change
    dating: str  # words before a year
    concerning: str  # words that mean "more than" or "about, for": German "über"
    contracts: str  # endings and beginnings ("^…") of words after which it means "for"
    leading: str  # prepositions before them after which they mean "more than" all the same
    carries: str  # words that may stand between
    phrasal: str = ""  # verbs of which "up to" is a part: "add up to"
    collects: str = ""  # verbs that take a range though they may tell of a rise: "raise $8bn to $9bn"
    headings: str = ""  # words whose number names a place: "page 5"
    coins: str = ""  # "the one-dollar coin"
    quoted: str = ""  # what is quoted by the piece: "shares closed at $231.48"; "the euro" only with its article
    quoting: str = ""  # words before such a price
    prices: str = ""  # what is itself the price of a piece: "price target"
    traded: str = ""  # verbs before the price at which a piece changed hands: "closed at $2.31"
    costs: str = ""  # what may be counted by a thing: "cost" per megawatt
    lately: str = ""  # words between "kostete" and the price: "zuletzt"
    singly: str = ""  # words before what falls on one piece: "zu je"
    pronouns: str = ""  # words that stand for a contract before "über": "einen über 5 GW"
    among: str = ""  # "one in five watts"
    point: str = ""  # "four point five"
    multiples: str = ""  # words before the factor of a product: "zweimal 700 MW"
    odd: str = ""  # "300-odd megawatts"
    round_one: str = ""  # "eine gute Milliarde"
    whole_one: str = ""  # "a full gigawatt"
    numbered: str = ""  # words with a number behind them: "phase 2"
    closing: str = ""  # words that end in "s" and are no plural
    compared: str = ""  # "£18bn more"
    against: str = ""  # German "gegen": "about" only after a preposition or verb
    dearer: str = ""  # verbs between a currency and its price: "the euro fell to $1.16"
    draws: str = ""  # words before a small number of watts: "draws 5 W"


def listed(words: str) -> list[str]:
    """Return the alternatives of an entry."""
    return [" ".join(word.split()) for word in words.split("|") if word.strip()]
