"""From the tables of words to what the grammar walks."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TypeVar

from aip.figures.figure import Bound
from aip.figures.lexicon import currencies, de, en, es, fr, symbols
from aip.figures.lexicon.words import Words, listed
from aip.figures.tokens import Phrases

WORDS = {"de": de.WORDS, "en": en.WORDS, "es": es.WORDS, "fr": fr.WORDS}
LANGUAGES = tuple(WORDS)
Key = TypeVar("Key", str, Bound)


@dataclass(frozen=True)
class Lexicon:
    """One language's words, ready to be matched token by token.
    A currency with "?" in front needs a scale, with "!" one and no space before the number; "SEK*6" counts millions.
    """

    language: str
    words: Words
    numerals: Phrases[Decimal]
    fractions: Phrases[Decimal]
    halves: Phrases[Decimal]
    scales: Phrases[Decimal]
    letters: Mapping[str, Decimal]
    singular: Phrases[bool]
    linking: Phrases[bool]
    units: Phrases[str]
    symbols: Phrases[str]
    currencies: Phrases[str]
    currency_signs: Phrases[str]
    before: Phrases[str]  # currencies before a number
    all_codes: Phrases[str]  # ISO codes that only a whole phrase may use: in a text AMD and ALL are other things
    hedges: Phrases[Bound]
    trailing: Phrases[Bound]
    openers: Phrases[Phrases[bool]]
    to: Phrases[bool]
    per: Phrases[str]
    not_per: Phrases[bool]
    periods: Phrases[bool]
    things: Phrases[bool]
    fillers: Phrases[bool]
    prices: Phrases[bool]
    singly: Phrases[bool]
    sets: Mapping[str, frozenset[str]]
    starts: frozenset[str]  # words and fractions with which an amount can begin
    heads: frozenset[str]  # currencies with which it can begin, capitals as written


@cache
def lexicon_of(language: str) -> Lexicon:
    """Return the words of `language`; ValueError where there are none."""
    if language not in WORDS:
        raise ValueError(f"no words for figures in language “{language}”: {', '.join(LANGUAGES)}")
    words = WORDS[language]
    numerals = dict(_each(words.numerals))
    fractions = {word: Decimal(value) for word, value in _each(words.fractions)}
    signs = currencies.weak_codes() | symbols.CODES | symbols.SIGNS
    names = currencies.names(language) | {word: code for code, word in _inverse(_declined(words.currencies))}
    before = signs | symbols.BEFORE | symbols.scaled_before(language)
    sets = {name: frozenset(listed(getattr(words, name))) for name in SETS} | {"foreign": _foreign(language)}
    return Lexicon(
        language=language,
        words=words,
        numerals=Phrases(numerals),
        fractions=Phrases(fractions),
        halves=Phrases((word, Decimal(value)) for word, value in _each(words.halves)),
        scales=Phrases(_scales(words)),
        letters={letter: Decimal(1).scaleb(power) for letter, power in words.letters.items()},
        singular=_set(words.singular),
        linking=_set(words.linking),
        units=Phrases((word, unit) for unit, word in _inverse(words.units)),
        symbols=Phrases(symbols.SYMBOLS, exact=True),
        currencies=Phrases(names),
        currency_signs=Phrases(signs | symbols.AFTER | symbols.SCALED, exact=True),
        before=Phrases(before, exact=True),
        all_codes=Phrases({code: code for code in currencies.codes()}, exact=True),
        hedges=Phrases((word, bound) for bound, word in _inverse(words.hedges)),
        trailing=Phrases((word, bound) for bound, word in _inverse(words.trailing)),
        openers=Phrases((word, _set(between)) for word, between in words.openers.items()),
        to=_set(words.to),
        per=Phrases((word, word) for word in listed(words.per)),
        not_per=_set(words.not_per),
        periods=_set(words.periods),
        things=_set(words.things),
        fillers=_set(words.fillers),
        prices=_set(words.prices),
        singly=_set(words.singly),
        sets=sets | {"sized_one": sets["round_one"] | sets["whole_one"]},
        starts=frozenset([*Phrases(numerals | fractions).firsts(), *listed(words.articles)])
        | frozenset(symbols.FRACTIONS),
        heads=frozenset(Phrases(before, exact=True).firsts()),
    )


SETS = listed(
    "articles|strengtheners|transparent|alternatives|also|only_things|the|vague|times"
    "|concerning|contracts|carries|leading|close|dating|rises|spreads"
    "|phrasal|collects|headings|coins|quoted|quoting|among|odd|round_one|whole_one|draws"
    "|numbered|closing|compared|against|dearer|point|multiples|traded|pronouns|costs|lately"
)


def _each(table: Mapping[str, object]) -> Iterator[tuple[str, Decimal]]:
    for words, value in table.items():
        for word in listed(words):
            yield word, Decimal(str(value))


def _inverse(table: Mapping[Key, str]) -> Iterator[tuple[Key, str]]:
    for value, words in table.items():
        for word in listed(words):
            yield value, word


def _declined(table: Mapping[str, str]) -> dict[str, str]:
    """Spell out "schwedisch* kronen" with every ending."""
    found = {}
    for code, words in table.items():
        forms = [word.replace("*", ending) for word in listed(words) for ending in currencies.ENDINGS]
        found[code] = "|".join(dict.fromkeys(forms))
    return found


def _scales(words: Words) -> dict[str, Decimal]:
    found = {word: Decimal(1).scaleb(power) for power, names in words.scales.items() for word in listed(names)}
    return found | {word: Decimal(value) for word, value in words.parts.items()}


def _foreign(language: str) -> frozenset[str]:
    """Return the words for scales that are another language's, and no scale here."""
    of = {each: {name for names in WORDS[each].scales.values() for name in listed(names)} for each in WORDS}
    others = {name for each in WORDS for name in of[each] if each != language} - of[language]
    return frozenset(name for name in others if " " not in name) | ({"billion"} if language == "de" else set())


def _set(words: str | Iterable[str]) -> Phrases[bool]:
    return Phrases((word, True) for word in (listed(words) if isinstance(words, str) else words))
