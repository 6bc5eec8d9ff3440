"""Where a table stands: its room, its pages, how many rows it has."""

from django import template
from django.contrib import admin
from django.contrib.admin.templatetags.admin_urls import admin_urlname
from django.urls import reverse

from aip.admin.pages import MOST

register = template.Library()


@register.filter
def room(opts) -> str:
    """Return the name of the room of a table, given its `_meta`."""
    return admin.site.room_of(opts.model)


@register.filter
def list_page(opts) -> str:
    """Return the name of the address of a table's list."""
    return admin_urlname(opts, "changelist")


@register.filter
def change_page(opts) -> str:
    """Return the name of the address of a row's form."""
    return admin_urlname(opts, "change")


@register.filter
def page_of(row) -> str:
    """Return the address of a row's form."""
    return reverse(admin_urlname(row._meta, "change"), args=[row.pk])


@register.filter
def count_of(counts: dict[str, int], table: dict) -> str:
    """Return how many rows a table of the first page has; large numbers are estimates."""
    count = counts.get(table["model"]._meta.db_table)
    if count is None:
        return ""
    return f"about {count:,}" if count > MOST else f"{count:,}"
