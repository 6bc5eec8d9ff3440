"""What an article's file says of a fact, in words: for people to read, not as the loader keeps it."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from aip.admin.forms import CODES
from aip.loading.differing.wording import said_words
from aip.loading.storing.tables import TABLES
from aip.models import Statement
from aip.models.sources import STATED
from aip.vocabulary import Technology


def link_to_fact(statement: Statement) -> SafeString:
    """Return the fact that a statement is of, with a link; what it was called where it was deleted."""
    if statement.kind == "article":
        return _link(statement.article, "article")
    fact = next((getattr(statement, name) for name in STATED if getattr(statement, f"{name}_id")), None)
    kind = statement.kind.replace("_", " ")
    if fact is None:
        return format_html("{} {}, deleted since", kind, statement.named)
    return _link(fact, kind)


def _link(row: Any, kind: str) -> SafeString:
    address = reverse(f"admin:aip_{row._meta.model_name}_change", args=[row.pk])
    return format_html('{} <a href="{}">{}</a>', kind, address, row)


def table_of(statement: Statement) -> SafeString:
    """Return a row a field, and a row a quote."""
    rows = format_html_join("", '<tr><th scope="row">{}</th><td>{}</td></tr>', _lines(statement))
    return format_html('<table class="said">{}</table>', rows)


def _lines(statement: Statement) -> Iterator[tuple[str, Any]]:
    table = TABLES.get(statement.kind)
    order = list(table.fields) if table else []
    names = statement.values.keys() - {"cite"}
    yield "named", statement.named
    for name in sorted(names, key=lambda name: (order.index(name) if name in order else len(order), name)):
        yield name.replace("_", " "), _words(statement.kind, name, statement.values[name])
    for cite in statement.values.get("cite", []):
        place = f", in paragraph {cite['paragraph']}" if cite.get("paragraph") else ""
        supports = (cite.get("field") or "the whole").replace("_", " ")
        yield "quote", format_html("<q>{}</q> for {}{}", cite["quote"], supports, place)


def _words(kind: str, name: str, value: Any) -> str:
    """Return the value of a field for people."""
    if name == "technology":
        return ", ".join(dict(Technology.choices()).get(word, word) for word in value)
    columns = {field.name: field for field in TABLES[kind].model._meta.fields} if kind in TABLES else {}
    labels = {**CODES.get(name, {}), **(dict(columns[name].flatchoices) if name in columns else {})}
    words = said_words(value)
    return str(labels.get(words, words)) or "nothing"
