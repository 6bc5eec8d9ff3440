"""An article to be read: its text cut where a citation, a figure or an organization begins or ends."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from aip.evidence.mentions import find_mentions
from aip.evidence.parties import find_parties
from aip.figures import Figure, FoundFigure, find_figures, format_figure
from aip.models import Article, Citation
from aip.quotes import places_of, read_text

SEARCHED = 500_000  # characters of a text in which is looked for what nothing cites; a long book has as many
MARKS = {  # how a phrase is marked, the worst first, and the sign of it
    "contradicted": "✕",
    "conflicting": "≠",  # contradicted, but explained: another article is accepted, or somebody has decided
    "unchecked": "○",
    "not_judgeable": "?",
    "supported": "✓",
}


@dataclass
class Cited:
    """A citation where it stands in a paragraph; `start` and `end` in code points of that paragraph."""

    citation: Citation
    paragraph: int
    start: int
    end: int


@dataclass
class Phrase:
    """A quote, with the citations that quote it at the same place."""

    quote: str
    citations: list[Citation]


@dataclass
class Found:
    """A figure, or a known organization, that stands in a paragraph and is cited by nothing there."""

    paragraph: int
    start: int
    end: int
    phrase: str
    figure: FoundFigure | None = None
    organization: int | None = None  # of which this is the name
    parties: dict[str, int] = field(default_factory=dict)  # of a figure: organizations, by what they are to it


@dataclass
class Piece:
    """A run of text under the same marks."""

    text: str
    citations: list[Citation] = field(default_factory=list)
    begins: list[Citation] = field(default_factory=list)  # those of the citations that begin here
    found: Found | None = None

    @property
    def worst(self) -> Citation:
        """The citation under whose mark the run stands."""
        return min(self.citations, key=lambda citation: list(MARKS).index(citation.mark))

    @property
    def signs(self) -> str:
        """The signs of all its marks, the worst first, where there are several kinds."""
        marks = {citation.mark for citation in self.citations}
        return "".join(sign for mark, sign in MARKS.items() if mark in marks) if len(marks) > 1 else ""


@dataclass
class Reading:
    """A text in pieces, its citations in the order of the text, and what is found and not cited."""

    paragraphs: list[list[Piece]]
    cited: list[Cited]
    phrases: list[Phrase]  # the same, those of one place together
    found: list[Found]
    adrift: list[Citation]  # citations whose quote the text does not hold
    is_searched: bool  # whether all of the text was searched for what nothing cites


def read(article: Article, citations: Iterable[Citation]) -> Reading:
    """Return an article's text with the places of its citations, and of what else a machine knows in it."""
    blocks = read_text(article.text).lines
    citations = list(citations)
    _mark(article, citations)
    cited, adrift = _place(citations, article.text)
    in_block: dict[int, list[Cited]] = defaultdict(list)
    for each in cited:
        in_block[each.paragraph].append(each)
    reading, left = Reading([], cited, _phrases(cited), [], adrift, sum(map(len, blocks)) <= SEARCHED), SEARCHED
    for number, block in enumerate(blocks, 1):
        found = list(_find(number, _beginning(block, left), article.language, in_block[number]))
        left = max(left - len(block), 0)
        reading.found += found
        reading.paragraphs.append(list(_cut(block, in_block[number], found)))
    return reading


def _mark(article: Article, citations: list[Citation]) -> None:
    """Give each citation its `mark`, and whether a page of a conflict shows it beside what is accepted."""
    against = article.citations.contradicted().order_by()
    errors = set(against.errors().values_list("pk", flat=True))
    conflicting = set(against.conflicting().values_list("pk", flat=True))
    for citation in citations:
        explained = citation.verdict == "contradicted" and citation.pk not in errors
        citation.mark = "conflicting" if explained else citation.verdict or "unchecked"
        citation.has_conflict = citation.pk in conflicting
        citation.held = _held(citation)


def _held(citation: Citation) -> str:
    """Return what the fact holds where the quote is of a figure, a date or a word; its name tells the rest."""
    fact, name = citation.fact, citation.field
    held = fact.in_words(name, fact.held(name))
    if isinstance(held, Figure):
        return format_figure(held, language="en")
    return held or "" if name in fact.comparable() else ""


def _place(citations: Iterable[Citation], text: str) -> tuple[list[Cited], list[Citation]]:
    """Return where each quote first stands, in the order of the text, and the citations whose quote does not."""
    cited, adrift = [], []
    for citation in citations:
        place = next(places_of(citation.quote, text, citation.paragraph), None)
        if place:
            cited.append(Cited(citation, *place))
        else:
            adrift.append(citation)
    return sorted(cited, key=lambda each: (each.paragraph, each.start, -each.end)), adrift


def _phrases(cited: Iterable[Cited]) -> list[Phrase]:
    places = groupby(cited, key=lambda each: (each.paragraph, each.start, each.end))
    found = ([each.citation for each in group] for _, group in places)
    return [Phrase(citations[0].quote, citations) for citations in found]


def _beginning(block: str, most: int) -> str:
    """Return a paragraph, or of a longer one whole clauses, so that no figure is cut."""
    return block if len(block) <= most else block[: max(block.rfind(", ", 0, most), block.rfind(". ", 0, most), 0)]


def _find(number: int, block: str, language: str, cited: list[Cited]) -> Iterator[Found]:
    """Yield the figures and organizations of a paragraph that no citation covers, in order."""
    mentions = find_mentions(block)
    found = [Found(number, each.start, each.end, each.name, organization=each.organization) for each in mentions]
    for figure in _figures(block, language):
        parties = find_parties(block, language, figure, mentions)
        found.append(Found(number, figure.start, figure.end, figure.phrase, figure, parties=parties))
    covered = sorted((each.start, each.end) for each in cited)
    at, reached = 0, 0
    for each in sorted(found, key=lambda one: one.start):
        while at < len(covered) and covered[at][0] < each.end:
            reached = max(reached, covered[at][1])
            at += 1
        if reached <= each.start:
            yield each


def _figures(block: str, language: str) -> list[FoundFigure]:
    try:
        return find_figures(block, language=language)
    except ValueError:  # a language of which the grammar knows nothing
        return []


def _cut(block: str, cited: list[Cited], found: list[Found]) -> Iterator[Piece]:
    """Yield a paragraph in pieces, so that marks may overlap and nest as they like."""
    opens: dict[int, list[Cited]] = defaultdict(list)
    for each in cited:
        opens[each.start].append(each)
    lies = {each.start: each for each in found}
    edges = {0, len(block)} | {place for each in (*cited, *found) for place in (each.start, each.end)}
    over: list[Cited] = []
    here: Found | None = None
    for start, end in pairwise(sorted(edges)):
        over = [each for each in over if each.end > start] + opens[start]
        here = lies.get(start, here if here and here.end > start else None)
        begins = [each.citation for each in opens[start]]
        yield Piece(block[start:end], [each.citation for each in over], begins, here)
