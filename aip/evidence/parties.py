"""Whose a figure is: which organizations the sentence around it names, and on which side of the deal each stands."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from aip.evidence.lexicon import ELSEWHERE, INVESTING, SIDES, TOWARDS
from aip.evidence.mentions import Mention
from aip.figures import FoundFigure, Kind

PARTIES = {  # what an organization is that does so, by the kind of figure
    Kind.MONEY: {"receives": "recipient", "gives": "investor"},
    Kind.POWER: {"buys": "offtaker", "sells": "supplier"},
}
UNLESS_SAID = {Kind.MONEY: "investor"}  # what the organization named before a figure is where no verb tells
REACH = 300  # characters on either side of a figure in which is looked for verbs and names
MOST_BETWEEN = 3  # words between “in” and the name: “in the start-up OpenAI”
MOST_NAMED = 5  # organizations behind a figure of which one may be the recipient
_END = re.compile(r"[.!?;](?:\s|$)")
_CLAUSE = re.compile(r"[.,;:!?]|\bund\b")


def find_parties(text: str, language: str, figure: FoundFigure, mentions: Sequence[Mention]) -> dict[str, int]:
    """Return the organizations that a figure is of, by what they are to it: "investor", "recipient" and so on.

    One is the last named before the figure, with the verb nearest to the figure; of money, another is the one that it
    is said to go to. `mentions` are those of `text`, in order. Only a guess: whoever records it has to check.
    """
    found: dict[str, int] = {}
    before = bisect_left(mentions, figure.start, key=lambda mention: mention.start)
    if before:
        mention = mentions[before - 1]
        party = _side(text, language, figure, text[max(mention.end, figure.start - REACH) : figure.start])
        found = {party: mention.organization} if party else {}
        sentence = _END.split(text[max(mention.start - REACH, 0) : mention.start])[-1]
        if party == "investor" and _says(sentence, INVESTING.get(language, [])) and _leads_to(sentence, language):
            found = {"recipient": mention.organization}
    if figure.kind is Kind.MONEY and "recipient" not in found:
        recipient = _recipient(text, language, figure, mentions[before : before + MOST_NAMED])
        if recipient and recipient not in found.values():
            found["recipient"] = recipient
    return found


def _side(text: str, language: str, figure: FoundFigure, between: str) -> str:
    """Return what the organization before a figure is to it, by the verb; in German that may stand behind."""
    parties = PARTIES.get(figure.kind, {}) if figure.kind else {}
    behind = _CLAUSE.split(text[figure.end : figure.end + REACH], maxsplit=1)[0] if language == "de" else ""
    for words in (behind, _END.split(between)[-1]):
        places = {side: _last(words, SIDES.get(language, {}).get(side, [])) for side in parties}
        nearest = max(places, key=lambda side: places[side], default="")
        if nearest and places[nearest] >= 0:
            return parties[nearest]
    return UNLESS_SAID.get(figure.kind, "") if figure.kind else ""


def _says(words: str, verbs: Iterable[str]) -> bool:
    return _last(words, verbs) >= 0


def _last(words: str, verbs: Iterable[str]) -> int:
    """Return where the last of the verbs begins, or -1."""
    forms = "|".join(re.escape(verb.removesuffix("$")) + (r"\b" if verb.endswith("$") else "") for verb in verbs)
    places = [match.start() for match in re.finditer(rf"\b(?:{forms})", words.lower())] if forms else []
    return places[-1] if places else -1


def _recipient(text: str, language: str, figure: FoundFigure, mentions: Iterable[Mention]) -> int | None:
    """Return the organization of the same sentence that the money is said to go to."""
    end = _END.search(text, figure.end, figure.end + REACH)
    last = end.start() if end else figure.end + REACH
    for mention in mentions:
        if mention.start >= last:
            return None
        if _leads_to(text[figure.end : mention.start], language):
            return mention.organization
    return None


def _leads_to(before: str, language: str) -> bool:
    """Whether the words before a name say that money goes there."""
    words = re.findall(r"[^\s,]+|,", before.lower())
    for word in reversed(words[-MOST_BETWEEN - 1 :]):
        if word in TOWARDS.get(language, ()):
            return True
        if word == "," or word in ELSEWHERE.get(language, ()):
            return False
    return False
