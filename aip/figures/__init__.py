"""Figures: a number with its unit and how firmly it is stated. Knows no Django.

`Figure` is the record, `read_figure` and `spell_figure` its one spelling in article files
("about 13 billion USD"), `format_figure` what people read ("about USD 13 bn").
"""

from aip.figures.figure import ENERGY, POWER, Bound, Figure, Kind
from aip.figures.people import format_figure
from aip.figures.spelling import FigureError, read_figure, spell_figure

__all__ = [
    "ENERGY",
    "POWER",
    "Bound",
    "Figure",
    "FigureError",
    "Kind",
    "format_figure",
    "read_figure",
    "spell_figure",
]
