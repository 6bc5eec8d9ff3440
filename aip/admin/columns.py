"""Columns of lists: each says something as people would."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.utils.html import format_html

from aip import codes
from aip.figures import Figure, format_figure
from aip.vocabulary import Standing, Technology

Column = Callable[[Model], Any]


def sentence(figure: Figure | None) -> str | None:
    """Return a figure as people write it, or None where nobody states it."""
    return format_figure(figure, language="en") if figure else None


def figure(name: str) -> Column:
    """Return the column of the figure `name`: "about USD 13 bn", sorted by its number."""

    @admin.display(description=name, ordering=name)
    def column(row):
        return sentence(getattr(row, f"stated_{name}"))

    return _named(column, name)


@admin.display(description="power", ordering="capacity")
def power(row) -> str | None:
    """The capacity and the energy of a year, as far as stated."""
    energy = sentence(row.stated_energy)
    return ", ".join(filter(None, [sentence(row.stated_capacity), energy and f"{energy} a year"])) or None


@admin.display(description="title", ordering="title")
def headline(article) -> str:
    """What an article is called, and the key by which files call it."""
    if not article.title:
        return article.key
    return format_html('{} <span class="key">{}</span>', article.title, article.key)


@admin.display(description="text", ordering="text_is")
def text_held(article) -> str | None:
    """What the text of an article is, in a word."""
    return article.text_is if article.text else None


@admin.display(description="kind", ordering="kind")
def kind_of(statement) -> str:
    """The kind of fact that a statement is of."""
    return statement.kind.replace("_", " ")


def named(name: str) -> Column:
    """Return the column of what a row is called, which is more than its field `name` where that is blank."""

    @admin.display(description=name, ordering=name)
    def column(row):
        return str(row)

    return _named(column, name)


def stated(name: str, description: str = "") -> Column:
    """Return the column of the stated date `name`: as stated, sorted by the earliest day it can mean."""

    @admin.display(description=description or name, ordering=f"{name}_earliest")
    def column(row):
        first, slash, last = getattr(row, name).partition("/")
        if not slash:
            return first or None
        return format_html('<span class="range"><span>{}</span>/<wbr><span>{}</span></span>', first, last)

    return _named(column, name)


def country(name: str = "country") -> Column:
    """Return the column of a country, by its name."""

    @admin.display(description=name, ordering=name)
    def column(row):
        return codes.countries().get(row.country, row.country)

    return _named(column, name)


@admin.display(description="technology")
def technology(row) -> str:
    """Technologies by their labels, with commas."""
    return ", ".join(Technology(word).label for word in row.technology)


@admin.display(description="evidence", ordering="standing")
def evidence(row) -> str:
    """How the row stands with its citations; the list's query says."""
    return format_html('<span class="standing {}">{}</span>', row.standing, Standing(row.standing).label)


def _named(column: Column, name: str) -> Column:
    column.__name__ = name
    return column


def stage_of(relation: str) -> Column:
    """Return the column of the stage of what the row is part of."""

    @admin.display(description="stage", ordering=f"{relation}__stage")
    def column(row):
        return getattr(row, relation).get_stage_display()

    return _named(column, "stage")
