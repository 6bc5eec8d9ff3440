"""Whose a figure is: which organizations the clause around it names, and on which side of the deal each stands.

A verb that is known opens places: who does it, to whom, from whom. What stands in none of them is on nobody's side.
"""

from collections import defaultdict
from collections.abc import Sequence

from aip.evidence.clauses import clause_of
from aip.evidence.lexicon import VERB_LAST, VERBS
from aip.evidence.mentions import Mention
from aip.evidence.places import PASSIVES, Clause
from aip.figures import FoundFigure, Kind

# What an organization is in each place that a verb opens, by the kind of figure; a passive opens others.
FRAMES: dict[Kind, dict[str, dict[str, str]]] = {
    Kind.MONEY: {
        "gives": {
            "subject": "investor",
            "by": "investor",
            "object": "recipient",
            "in": "recipient",
            "to": "recipient",
            "at": "recipient",
        },
        "given": {"subject": "recipient", "by": "investor", "from": "investor", "in": "recipient", "to": "recipient"},
        "receives": {"subject": "recipient", "from": "investor", "by": "investor"},
        "buys": {"subject": "investor", "object": "recipient", "in": "recipient", "from": "recipient"},
        "bought": {"subject": "recipient", "by": "investor"},
        "sells": {"subject": "recipient", "to": "investor", "at": "investor"},
        "sold": {"subject": "recipient", "to": "investor"},
        "flows": {"from": "investor", "to": "recipient", "in": "recipient"},
    },
    Kind.POWER: {
        "buys": {"subject": "offtaker", "from": "supplier", "at": "supplier"},
        "bought": {"by": "offtaker", "from": "supplier"},
        "sells": {"subject": "supplier", "object": "offtaker", "to": "offtaker", "at": "offtaker"},
        "sold": {"by": "supplier", "to": "offtaker"},
        "flows": {"from": "supplier", "to": "offtaker"},
    },
}
# Of money, places that tell nothing beside an object: whoever sells and what is sold may both be meant as recipient.
UNCLEAR_BESIDE_OBJECT = {"sells": "subject", "buys": "from"}


def find_parties(text: str, language: str, figure: FoundFigure, mentions: Sequence[Mention]) -> dict[str, int]:
    """Return the organizations that a figure is of, by what they are to it: "investor", "recipient" and so on.

    Only those that the verb of its clause tells; a side that is unclear is left out. `mentions` are those of `text`,
    in order. Whoever records it still has to check.
    """
    frames = FRAMES.get(figure.kind, {}) if figure.kind and language in VERBS else {}
    clause = Clause(clause_of(text, language, figure, mentions), language) if frames else None
    verb = clause.verb(frames) if clause and not clause.tells_of_none() else None
    if clause is None or verb is None:
        return {}
    at, name = verb
    frame, places = dict(frames[name]), list(clause.places(at))
    if language in VERB_LAST and name in PASSIVES.values() and "by" in frame:
        frame["from"] = frame["by"]  # “von” is both
    if figure.kind is Kind.MONEY and any(place == "object" for place, _, _ in places):
        frame.pop(UNCLEAR_BESIDE_OBJECT.get(name, ""), None)
    found: dict[str, list[int]] = defaultdict(list)
    for place, mention, is_joined in places:
        if place in frame and not (is_joined and found[frame[place]]):  # of several that act together, the first
            found[frame[place]].append(mention.organization)
    clear = {party: each[0] for party, each in found.items() if len(set(each)) == 1}
    return clear if len(set(clear.values())) == len(clear) else {}
