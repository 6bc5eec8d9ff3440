"""One citation → its verdict. Knows figures and words, and no database.

The rules are those of DESIGN.md, section 4: the quote stands in the article's text, and of the figures in it, the one
of the field's dimension has the same value, unit and bound as the fact.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from aip.figures import ENERGY, POWER, Figure, FoundFigure, find_figures, format_figure
from aip.quotes import places_of, read_text
from aip.vocabulary import Against, Verdict

DIMENSIONS = {POWER: "power", ENERGY: "energy"}


@dataclass(frozen=True)
class Finding:
    """A verdict, and in a line why."""

    verdict: Verdict
    why: str
    against: str = ""


def supported(why: str) -> Finding:
    return Finding(Verdict.SUPPORTED, why)


def contradicted(why: str, against: Against) -> Finding:
    return Finding(Verdict.CONTRADICTED, why, against.value)


def not_judgeable(why: str) -> Finding:
    return Finding(Verdict.NOT_JUDGEABLE, why)


def passages(quote: str, text: str, paragraph: int | None) -> list[tuple[str, int, int]]:
    """Return every place where `quote` stands in `text`: its paragraph, white space folded, and the span in it."""
    lines = read_text(text).lines
    return [(lines[number - 1], start, end) for number, start, end in places_of(quote, text, paragraph)]


def judge_figure(
    quote: str, places: Sequence[tuple[str, int, int]], *, language: str, fact: Figure | None, stated: Figure | None
) -> Finding:
    """Return whether the figure in a quote is the one of the fact, and the one the article is said to state.

    `places` are where the quote stands in the article's text, so that a hedge just outside it is seen: whoever quotes
    "100 billion" out of "up to 100 billion" is found out. Without a text they are the quote by itself.
    """
    if fact is None:
        return not_judgeable("the fact states no figure here")
    try:
        found = [figure for place in places for figure in figures_in(place, language)]
    except ValueError as error:
        return not_judgeable(str(error))
    alike = [figure for figure in found if _same_dimension(figure, fact)]
    if not alike:
        return _judge_other_dimension(found, fact)
    for other, against in ((stated, Against.CITATION), (fact, Against.FACT)):
        nearest = min(alike, key=lambda figure: len(differences(figure, other or fact)))
        wrong = differences(nearest, other) if other else []
        if wrong and other:
            return contradicted(_says(nearest, other, wrong, against), against)
    return supported(f"“{nearest.phrase}”")


def figures_in(place: tuple[str, int, int], language: str) -> list[FoundFigure]:
    """Return the figures that reach into the quote, with their hedges even where the quote leaves those out."""
    text, start, end = place
    return [figure for figure in find_figures(text, language=language) if figure.start < end and figure.end > start]


def _same_dimension(figure: FoundFigure, fact: Figure) -> bool:
    if not fact.unit:
        return True  # whatever the quote states, "undisclosed" it is not
    return (figure.unit in DIMENSIONS) == (fact.unit in DIMENSIONS) and (
        figure.unit == fact.unit or figure.unit not in DIMENSIONS
    )


def _judge_other_dimension(found: Sequence[FoundFigure], fact: Figure) -> Finding:
    """Power for energy is an error, and not a quote about something else."""
    for figure in found:
        if {figure.unit, fact.unit} == {POWER, ENERGY}:
            return contradicted(_says(figure, fact, ["unit"], Against.FACT), Against.FACT)
    return not_judgeable("the quote holds no figure of this kind")


def differences(figure: FoundFigure | Figure, other: Figure) -> list[str]:
    """Return which of value, unit and bound are not the same."""
    wrong = []
    if (figure.value, figure.value_high) != (other.value, other.value_high):
        wrong.append("value")
    if figure.unit != other.unit:
        wrong.append("unit")
    if figure.bound != other.bound:
        wrong.append("bound")
    return wrong


def _says(figure: FoundFigure, other: Figure, wrong: Iterable[str], whose: Against) -> str:
    said = f"the quote says {format_figure(figure.figure, language='en')}"
    return f"{', '.join(wrong)}: {said}, the {whose.value} {format_figure(other, language='en')}"


def fold(text: str) -> str:
    """Return a text as names compare in it: as `aip_fold` does in the database."""
    return " ".join(unicodedata.normalize("NFKC", text).lower().split())


def names_any(quote: str, known: Iterable[str]) -> bool:
    """Whether a quote names somebody by one of the names, compared as `fold` does; a genitive s may follow."""
    folded = fold(quote)
    return any(re.search(rf"(?<!\w){re.escape(fold(name))}(?:['’]?s|['’])?(?!\w)", folded) for name in known)


def says_word(quote: str, words: Iterable[str]) -> bool:
    """Whether a quote holds one of the words, or a form or compound that begins with it."""
    folded = fold(quote)
    return any(re.search(rf"(?<!\w){re.escape(fold(word))}", folded) for word in words)
