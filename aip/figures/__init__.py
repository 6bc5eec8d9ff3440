"""Figures: a number with its unit and how firmly it is stated. Knows no Django.

`Figure` is the record. `find_figures` finds figures in a text and `parse_figure` reads a phrase that is one, in German,
English, French and Spanish; `format_figure` writes what people read ("about USD 13 bn"). `read_figure` and
`spell_figure` know the one spelling of article files ("about 13 billion USD"); `read_typed` knows what is typed where
only a number is asked for.
"""

from aip.figures.figure import COUNT, ENERGY, POWER, SHARE, Bound, Figure, FoundFigure, Kind
from aip.figures.finding import find_figures, parse_figure
from aip.figures.people import format_figure
from aip.figures.spelling import FigureError, read_figure, spell_figure
from aip.figures.typed import read_typed, unmistakable

__all__ = [
    "COUNT",
    "ENERGY",
    "POWER",
    "SHARE",
    "Bound",
    "Figure",
    "FigureError",
    "FoundFigure",
    "Kind",
    "find_figures",
    "format_figure",
    "parse_figure",
    "read_figure",
    "read_typed",
    "spell_figure",
    "unmistakable",
]
