"""The verb that governs a figure, and the places that it opens for names: who does it, to whom, from whom."""

import re
from collections.abc import Container, Iterator, Sequence
from functools import cache

from aip.evidence.clauses import Word, joins
from aip.evidence.lexicon import (
    AUXILIARIES,
    BEFORE_PREPOSITION,
    NO_DEAL,
    NOT,
    NOUN_MARKS,
    NOUNS,
    OBJECTS,
    PASSIVE,
    PREPOSITIONS,
    RELATIVES,
    VERB_LAST,
    VERBS,
)
from aip.evidence.mentions import Mention

PASSIVES = {"gives": "given", "buys": "bought", "sells": "sold"}
NEAR = 4  # words between “in” and the name: “in the American start-up OpenAI”
_PARTICIPLE = re.compile(r"(?:\w{0,5}ge|ver|be|er|über|finanz|invest)\w*(?:t|men|ben|hen)$")  # German: “eingesammelt”


class Clause:
    """The words of a clause that a figure stands in, with what its language tells of their places."""

    def __init__(self, words: list[Word], language: str) -> None:
        self.words, self.language = words, language
        self.texts = [word.text.lower() for word in words]
        self.figure = next(at for at, word in enumerate(words) if word.is_figure)

    def tells_of_none(self) -> bool:
        """Whether it denies, or the figure is of something else than a deal: a valuation, a revenue."""
        near = self.texts[max(self.figure - NEAR - 1, 0) : self.figure] + self.texts[self.figure + 1 : self.figure + 3]
        nothing = NOT.get(self.language, ())
        return any(text in nothing for text in self.texts) or any(map(_pattern(NO_DEAL).match, near))

    def verb(self, frames: Container[str]) -> tuple[int, str] | None:
        """Return place and frame of the verb that governs the figure, the nearest before it, else the first behind."""
        verbs = {side: _pattern(words) for side, words in VERBS.get(self.language, {}).items()
                 if side in frames or side == "does"}  # fmt: skip
        found = [(at, side) for at in range(len(self.words)) if self._may_be_verb(at) for side, verb in verbs.items()
                 if verb.match(" ".join(self.texts[at : at + 3]))]  # fmt: skip
        before = [each for each in found if each[0] < self.figure]
        if before and any(word.is_amount for word in self.words[before[-1][0] : self.figure]):
            return None
        for at, side in [*reversed(before), *found[len(before) :]]:
            name = self._noun() if side == "does" else side
            if self._is_passive(at):
                name = PASSIVES.get(name, "" if self.language not in VERB_LAST else name)
            if at < self.figure or self.language in VERB_LAST or name != "receives":
                return (at, name) if name in frames else None
        noun = self._noun() if "gives" in frames and "receives" in frames else ""
        return (self.figure, noun) if noun == "gives" else None

    def _noun(self) -> str:
        """Return on whose side a noun beside the figure stands: “a round of $2 billion”, “a $2 billion investment”."""
        near = self.texts[self.figure + 1 : self.figure + NEAR + 1] + self.texts[max(self.figure - 3, 0) : self.figure]
        nouns = NOUNS.get(self.language, {})
        sides = [side for text in near for side in nouns if _pattern(nouns[side]).match(text)]
        return sides[0] if sides else ""

    def _may_be_verb(self, at: int) -> bool:
        word = self.words[at]
        is_noun = word.text[0].isupper() if self.language in VERB_LAST else at > 0 and (
            self.words[at - 1].is_possessive or self.texts[at - 1] in NOUN_MARKS.get(self.language, ())
        )  # fmt: skip
        return word.mention is None and not is_noun

    def places(self, verb: int) -> Iterator[tuple[str, Mention, bool]]:
        """Yield each place that a name stands in, and whether another name in the same place is joined to it."""
        place, subject = "", self._subject(verb)
        for at, word in enumerate(self.words):
            if word.mention is None:
                continue
            joined = bool(place) and self._joined_to(at) is not None
            if not joined:
                place = self._place(at, verb, subject)
            if place == "subject" or (place and not word.is_possessive):
                yield place, word.mention, joined

    def _joined_to(self, at: int) -> int | None:
        """Return where the name before stands, if a comma or an “and” joins it to this one."""
        for link in range(at - 1, max(at - 5, 0), -1):
            if self.words[link].mention:
                return None
            if joins(self.words, link, self.language):
                return next(place for place in range(link - 1, -1, -1) if self.words[place].mention)
        return None

    def _place(self, at: int, verb: int, subject: int | None) -> str:
        if at == subject:
            return "subject"
        preposition = self._preposition(at)
        if preposition is not None:
            is_other = any(word.is_amount for word in self.words[self.figure + 1 : at])
            is_early = at < verb and self.language not in VERB_LAST
            return "" if is_other or is_early or self._is_within(at) else preposition
        return "object" if self._is_object(at, verb, subject) else ""

    def _subject(self, verb: int) -> int | None:
        """Return where the name of whoever does it begins: before the verb, or, where that may stand last, first."""
        if self.language in VERB_LAST:
            plain = (at for at, word in enumerate(self.words) if word.mention and not word.is_possessive
                     and self._preposition(at) is None)  # fmt: skip
            return next(plain, None)
        if verb == self.figure and verb and self.words[verb - 1].is_possessive:
            return verb - 1  # “Microsoft's $2 billion investment”
        if verb >= self.figure:
            return None
        ties = (*AUXILIARIES[self.language], *RELATIVES[self.language], ",")
        for at in range(verb - 1, -1, -1):
            word = self.words[at]
            if word.mention:
                while (earlier := self._joined_to(at)) is not None:
                    at = earlier
                return None if self._preposition(at) is not None or word.is_possessive else at
            if self.texts[at] not in ties and not self.texts[at].endswith("ly"):
                return None
        return None

    def _is_within(self, at: int) -> bool:
        """Whether an “in” before the one of a name leads elsewhere: “in infrastructure in Sweden”."""
        table = PREPOSITIONS.get(self.language, {})
        behind = [table.get(text) for text in self.texts[self.figure + 1 : at]]
        return behind.count("in") > 1

    def _is_object(self, at: int, verb: int, subject: int | None) -> bool:
        if self.language in VERB_LAST:
            return subject is not None and at > subject
        following = self.texts[at + 1] if at + 1 < len(self.words) else ","
        is_next = at + 1 == self.figure or following == "," or following in PREPOSITIONS[self.language]
        return verb < at <= verb + NEAR and is_next

    def _preposition(self, at: int) -> str | None:
        """Return the place that the preposition before a name opens, "" for one that opens none, None without one."""
        table, objects = PREPOSITIONS.get(self.language, {}), OBJECTS.get(self.language, ())
        otherwise = "object" if any(text in objects for text in self.texts[max(at - NEAR + 1, 0) : at]) else None
        for back in range(at - 1, max(at - 1 - NEAR, -1), -1):
            word = self.words[back]
            if word.is_figure or word.text == "," or word.is_amount or (word.mention and not word.is_possessive):
                return otherwise
            if back == 0 and at == 2 and self.texts[1] in RELATIVES.get(self.language, ()):
                return None  # “…, in das Microsoft investiert”
            if self.texts[back] in table:
                earlier = self.texts[back - 1] if back else ""
                told = (place for word, place in BEFORE_PREPOSITION.items() if earlier.startswith(word))
                return next(told, table[self.texts[back]])
            if self.texts[back] in AUXILIARIES.get(self.language, ()) or any(
                _pattern(words).match(self.texts[back]) for words in VERBS[self.language].values()
            ):
                return otherwise
        return otherwise

    def _is_passive(self, verb: int) -> bool:
        """Whether the verb is done to its subject: “is being bought”, “led by”, “wird gekauft”."""
        helpers, agents = PASSIVE.get(self.language, ((), ()))
        if self.language in VERB_LAST:
            text = self.texts[verb]
            return bool(_PARTICIPLE.match(text)) and any(text in helpers for text in self.texts)
        if any(text in agents for text in self.texts[verb + 1 : verb + 2]):
            return True
        text = self.texts[verb]
        before = self.texts[max(verb - 3, 0) : verb]
        return not text.endswith("ing") and any(word in helpers for word in before) and "to" not in before[-1:]


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    """Return what matches one of the words where it begins; with "$" behind it only as a whole word."""
    return _compiled(tuple(words))


@cache
def _compiled(words: tuple[str, ...]) -> re.Pattern[str]:
    forms = "|".join(re.escape(word.removesuffix("$")) + (r"(?!\w)" if word.endswith("$") else "") for word in words)
    return re.compile(forms or "(?!)")
