"""Figures in a text, and a phrase that is one."""

from aip.figures.amounts import read_amount
from aip.figures.figure import UNDISCLOSED, Bound, Figure, FoundFigure
from aip.figures.folding import fold
from aip.figures.grammar import Match, match_figure
from aip.figures.lexicon import lexicon_of
from aip.figures.numerals import Reader
from aip.figures.people import HEDGES
from aip.figures.quotes import is_same_rate
from aip.figures.spelling import FigureError
from aip.figures.tokens import END, NUMBER, tokenize


def find_figures(text: str, *, language: str) -> list[FoundFigure]:
    """Return every figure of `text`, in order, with its exact span in code points.

    Values are in whole currency units, MW or MWh. What is not understood word by word is left out.
    ValueError for a language other than de, en, es and fr. The conventions are those of `figures/README.md`.
    """
    lexicon = lexicon_of(language)
    folded = fold(text)
    reader = Reader([*tokenize(folded.text), END, END, END, END], lexicon)
    found = []
    for match in _matches(reader):
        start = folded.place(reader.tokens[match.start].start)
        end = folded.place_end(reader.tokens[match.end - 1].end)
        if match.figure:
            found.append(FoundFigure(start, end, text[start:end], match.figure))
    return found


def parse_figure(phrase: str, *, language: str) -> Figure:
    """Return the figure that `phrase` is, as people write it in `language`.

    FigureError says what was not understood: the phrase must be one figure and nothing else.
    ValueError for a language other than de, en, es and fr.
    """
    lexicon = lexicon_of(language)
    folded = fold(phrase.strip())
    if folded.text == HEDGES[language][Bound.UNDISCLOSED]:
        return UNDISCLOSED
    reader = Reader([*tokenize(folded.text), END, END, END, END], lexicon, whole=True)
    matches = _matches(reader)
    if not matches or not matches[0].figure:
        raise FigureError(f"“{phrase[:200]}” is no figure in “{language}”: a number with a currency, or W to PWh")
    match = matches[0]
    first, last = reader.tokens[match.start].start, reader.tokens[match.end - 1].end
    rest = [part.strip() for part in (folded.text[:first], folded.text[last:]) if part.strip()]
    if rest:
        raise FigureError(f"“{phrase[:200]}”: “{rest[0][:100]}” was not understood")
    return match.figure  # type: ignore[return-value]


def _matches(reader: Reader) -> list[Match]:
    """Return the figures of a text, from left to right; none begins inside another."""
    found: list[Match] = []
    rate: tuple[int, int] | None = None
    starts, heads = reader.lexicon.starts, reader.lexicon.heads
    at, done, last = 0, 0, len(reader.tokens) - 4
    while at < last:
        token = reader.tokens[at]
        match = None
        if token.kind == NUMBER or token.text in starts or token.raw in heads or reader.whole:
            match = match_figure(reader, at)
        if not match:
            at += 1
            continue
        if match.start < done:
            _drop_torn(found, match)
        elif match.rate or (rate and match.figure and is_same_rate(reader, rate, at)):
            _drop_joined(reader, found, at)
            rate = at, match.end
        elif match.figure:
            found.append(match)
        at = done = max(match.end, at + 1)
    return found


def _drop_torn(found: list[Match], match: Match) -> None:
    """Leave out both figures of "5 GW at least 6 GW": the words between them may belong to either."""
    if found and found[-1].end > match.start:
        found.pop()


def _drop_joined(reader: Reader, found: list[Match], at: int) -> None:
    """Leave out the first amount of "$80 and $90 per MWh" too, but not of "$31.9 billion, $1.30 per share"."""
    amount = read_amount(reader, at)
    if amount and amount.scale is None and found and _is_scaled(reader, found[-1]):
        return
    while found and 0 < at - found[-1].end <= 2 and reader.any_of("also", found[-1].end):
        at = found.pop().start


def _is_scaled(reader: Reader, match: Match) -> bool:
    """Return whether a figure has a scale, so that what follows is counted otherwise: "7,8 Mio. Euro, 260 je Meter"."""
    return any(
        reader.lexicon.scales.match(reader.tokens, index) or reader.tokens[index].raw in reader.lexicon.letters
        for index in range(match.start + 1, match.end)
    )
