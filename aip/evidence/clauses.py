"""The clause that a figure stands in, word by word, with the organizations that it names."""

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from aip.evidence.lexicon import AND, AUXILIARIES, CONJUNCTIONS, PREPOSITIONS, RELATIVES
from aip.evidence.mentions import Mention
from aip.figures import FoundFigure

REACH = 300  # characters on either side of a figure that are looked at
_ABBREVIATED = "".join(rf"(?<!\b{word})" for word in ("Inc", "Corp", "Co", "Ltd", "St", r"\d", r"\d\d"))  # “16. Mai”
_END = re.compile(rf"{_ABBREVIATED}[.](?=\s|$)|[!?;:–—\n](?=\s|$)|[()]")
_BRACKETS = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"[^\s,.;:!?()“”„\"«»]+|,")
_GENITIVE = re.compile(r"['’]s?\b|s\b|['’](?=\s)")
_AMOUNT = re.compile(r"[$€£]\d|\d.*(?:bn|mrd|[mg]wh?|megawatt|gigawatt)$")


@dataclass(frozen=True)
class Word:
    """A word or comma of a clause; a name and the figure are a word each."""

    text: str
    mention: Mention | None = None
    is_figure: bool = False
    is_possessive: bool = False  # a name that only tells whose, or what kind of: “Nvidia's”, “Google-backed”

    @property
    def is_amount(self) -> bool:
        """Whether this is part of another figure."""
        return bool(_AMOUNT.match(self.text))


def clause_of(text: str, language: str, figure: FoundFigure, mentions: Sequence[Mention]) -> list[Word]:
    """Return the words of the clause that a figure stands in, without what is put in between commas."""
    first = max(figure.start - REACH, 0)
    around = _BRACKETS.sub(_blank(figure, first), text[first : figure.end + REACH])
    place = slice(figure.start - first, figure.end - first)
    begin = bisect_left(mentions, first, key=lambda each: each.start)
    end = bisect_left(mentions, first + len(around), key=lambda each: each.start)
    names = {(each.start - first, each.end - first): each for each in mentions[begin:end]}
    whole = [*names, (place.start, place.stop)]  # in which no clause ends: “Inc.”
    ends = [stop for stop in _END.finditer(around) if not any(start <= stop.start() < after for start, after in whole)]
    left = max((stop.end() for stop in ends if stop.start() < place.start), default=0)
    right = min((stop.start() for stop in ends if stop.start() >= place.stop), default=len(around))
    return _clause(_words(around, left, right, place, names), language)


def _blank(figure: FoundFigure, first: int) -> Callable[[re.Match[str]], str]:
    """Return what replaces brackets by spaces, but for those that the figure stands in."""

    def blank(match: re.Match[str]) -> str:
        holds_it = match.start() < figure.start - first < match.end()
        return match[0] if holds_it else " " * len(match[0])

    return blank


def _words(text: str, left: int, right: int, figure: slice, names: Mapping[tuple[int, int], Mention]) -> list[Word]:
    spans = [(start, end, mention) for (start, end), mention in names.items()
             if left <= start and end <= right and (end <= figure.start or start >= figure.stop)
             and not text[start].isspace()]  # fmt: skip
    words, at = [], left
    for start, end, mention in sorted([*spans, (figure.start, figure.stop, None)], key=lambda span: span[0]):
        words += [Word(word[0]) for word in _WORD.finditer(text, at, start)]
        at = end
        if mention is None:
            words.append(Word(text[start:end], is_figure=True))
            continue
        genitive = _GENITIVE.match(text, end)
        at = genitive.end() if genitive else end
        is_compound = text[at : at + 1] == "-" and text[at + 1 : at + 2].isalpha()
        words.append(Word(text[start:end], mention, is_possessive=bool(genitive) or is_compound))
    return words + [Word(word[0]) for word in _WORD.finditer(text, at, right)]


def _clause(words: list[Word], language: str) -> list[Word]:
    """Cut at commas and at “and”, unless they join names; a clause between commas behind a name is left out."""
    place = next(at for at, word in enumerate(words) if word.is_figure)
    before, behind = _without_asides(words[:place]), words[place:]
    for at in range(len(before) - 1, -1, -1):
        if _is_relative(before, at, language):
            before = before[at - 1 :]
            break
        if _separates(before, at, language):
            before = before[at + 1 :]
            break
    for at in range(1, len(behind)):
        if _separates(behind, at, language):
            behind = behind[:at]
            break
    return before + behind


def _without_asides(words: list[Word]) -> list[Word]:
    """Return the words without what stands between two commas behind a name."""
    kept: list[Word] = []
    at = 0
    while at < len(words):
        begins_with_name = at + 1 < len(words) and words[at + 1].mention  # of a list of names, then
        if words[at].text == "," and kept and kept[-1].mention and not begins_with_name:
            end = next((place for place in range(at + 1, len(words)) if words[place].text == ","), None)
            if end is not None:
                at = end + 1
                continue
        kept.append(words[at])
        at += 1
    return kept


def _is_relative(words: list[Word], at: int, language: str) -> bool:
    """Whether a comma stands between a name and what is told of it: “Microsoft, which …”."""
    later = words[at + 1 : at + 2]
    is_told = bool(later) and later[0].text.lower() in RELATIVES.get(language, ())
    return words[at].text == "," and at > 0 and words[at - 1].mention is not None and is_told


def _separates(words: list[Word], at: int, language: str) -> bool:
    """Whether a comma or an “and” begins another clause, as it joins no names."""
    if words[at].text != "," and words[at].text.lower() not in CONJUNCTIONS.get(language, ()):
        return False
    return not joins(words, at, language)


def joins(words: list[Word], at: int, language: str) -> bool:
    """Whether a comma or an “and” stands between two names, before the second at most what it is: “, the fund MGX”."""
    if words[at].text != "," and words[at].text.lower() not in AND.get(language, ()):
        return False
    if at and words[at - 1].text == ",":
        return joins(words, at - 1, language)
    if not at or not words[at - 1].mention:
        return False
    for later in words[at + 1 : at + 5]:
        if later.mention:
            return True
        text = later.text.lower()
        if later.is_figure or text in (*PREPOSITIONS.get(language, ()), *AUXILIARIES.get(language, ())):
            return False
    return False
