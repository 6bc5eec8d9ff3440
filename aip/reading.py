"""An article to be read: its text cut where a citation, a figure or an organization begins or ends."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from aip.evidence.mentions import Mention, find_mentions
from aip.figures import FoundFigure, find_figures
from aip.models import Article, Citation
from aip.quotes import paragraphs, pattern_of


@dataclass
class Cited:
    """A citation where it stands in a paragraph; `start` and `end` in code points of that paragraph."""

    citation: Citation
    paragraph: int
    start: int
    end: int


@dataclass
class Found:
    """A figure, or a known organization, that stands in a paragraph and is cited by nothing there."""

    paragraph: int
    start: int
    end: int
    phrase: str
    figure: FoundFigure | None = None
    organization: int | None = None  # of which this is the name; of a figure, the one last named before it


@dataclass
class Piece:
    """A run of text under the same marks."""

    text: str
    citations: list[Citation] = field(default_factory=list)
    begins: list[Citation] = field(default_factory=list)  # those of the citations that begin here
    found: Found | None = None


@dataclass
class Reading:
    """A text in pieces, its citations in the order of the text, and what is found and not cited."""

    paragraphs: list[list[Piece]]
    cited: list[Cited]
    found: list[Found]
    adrift: list[Citation]  # citations whose quote the text does not hold


def read(article: Article, citations: Iterable[Citation]) -> Reading:
    """Return an article's text with the places of its citations, and of what else a machine knows in it."""
    blocks = [" ".join(block.split()) for block in paragraphs(article.text)]
    cited, adrift = _place(citations, blocks)
    found = [each for number, block in enumerate(blocks, 1) for each in _find(number, block, article.language, cited)]
    pieces = [
        list(_cut(block, [c for c in cited if c.paragraph == n], [f for f in found if f.paragraph == n]))
        for n, block in enumerate(blocks, 1)
    ]
    return Reading(pieces, cited, found, adrift)


def _place(citations: Iterable[Citation], blocks: list[str]) -> tuple[list[Cited], list[Citation]]:
    """Return where each quote first stands, in the order of the text, and the citations whose quote does not."""
    cited, adrift = [], []
    for citation in citations:
        pattern = pattern_of(citation.quote)
        numbers = [citation.paragraph] if citation.paragraph else range(1, len(blocks) + 1)
        places = ((n, match) for n in numbers if n <= len(blocks) and (match := pattern.search(blocks[n - 1])))
        number, match = next(places, (0, None))
        if match:
            cited.append(Cited(citation, number, match.start(), match.end()))
        else:
            adrift.append(citation)
    return sorted(cited, key=lambda each: (each.paragraph, each.start, -each.end)), adrift


def _find(number: int, block: str, language: str, cited: list[Cited]) -> Iterator[Found]:
    """Yield the figures and organizations of a paragraph that no citation covers."""
    covered = [(each.start, each.end) for each in cited if each.paragraph == number]
    mentions = find_mentions(block)
    found = [Found(number, each.start, each.end, each.name, organization=each.organization) for each in mentions]
    for figure in _figures(block, language):
        named = _last_before(mentions, figure.start)
        found.append(Found(number, figure.start, figure.end, figure.phrase, figure, named))
    for each in sorted(found, key=lambda one: one.start):
        if not any(start < each.end and end > each.start for start, end in covered):
            yield each


def _figures(block: str, language: str) -> list[FoundFigure]:
    try:
        return find_figures(block, language=language)
    except ValueError:  # a language of which the grammar knows nothing
        return []


def _last_before(mentions: list[Mention], place: int) -> int | None:
    return next((mention.organization for mention in reversed(mentions) if mention.start < place), None)


def _cut(block: str, cited: list[Cited], found: list[Found]) -> Iterator[Piece]:
    """Yield a paragraph in pieces, so that marks may overlap and nest as they like."""
    edges = {0, len(block)} | {place for each in (*cited, *found) for place in (each.start, each.end)}
    places = sorted(edges)
    for start, end in pairwise(places):
        over = [each for each in cited if each.start <= start and each.end >= end]
        yield Piece(
            block[start:end],
            [each.citation for each in over],
            [each.citation for each in over if each.start == start],
            next((each for each in found if each.start <= start and each.end >= end), None),
        )
