"""Filters of lists. None asks the database what there is to choose from: a choice costs the same in any list."""

from datetime import date

from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect

from aip.admin.forms import CODES
from aip.admin.pages import MOST
from aip.models import Citation
from aip.vocabulary import Standing, Technology, TextIs, Verdict

YEARS = 12  # how many years back a list can be narrowed to one


class EvidenceFilter(admin.SimpleListFilter):
    """Facts by how they stand with their citations."""

    title = "evidence"
    parameter_name = "standing"

    def lookups(self, request, model_admin):
        return Standing.choices()

    def queryset(self, request, rows):
        return rows.filter(standing=self.value()) if self.value() in list(Standing) else rows


class ContradictionFilter(admin.SimpleListFilter):
    """Citations that are contradicted: errors, or mere conflicts of two articles."""

    title = parameter_name = "contradiction"

    def lookups(self, request, model_admin):
        return [("error", "an error"), ("conflict", "a conflict of articles")]

    def queryset(self, request, rows):
        if self.value() not in ("error", "conflict"):
            return rows
        # Fetched by themselves: PostgreSQL would walk the whole list until it meets the few there are.
        errors = list(Citation.objects.errors().order_by().values_list("pk", flat=True)[:MOST])
        if self.value() == "error":
            return rows.filter(pk__in=errors)
        return rows.filter(verdict=Verdict.CONTRADICTED).exclude(pk__in=errors)


class TechnologyFilter(admin.SimpleListFilter):
    """Energy deals of one technology, alone or with others."""

    title = parameter_name = "technology"

    def lookups(self, request, model_admin):
        return Technology.choices()

    def queryset(self, request, rows):
        return rows.powered_by(self.value()) if self.value() in list(Technology) else rows


class TextFilter(admin.SimpleListFilter):
    """Articles by what their text is, in a word."""

    title = "text"
    parameter_name = "text_is"

    def lookups(self, request, model_admin):
        return [("digest", "digest"), ("original", "original"), ("none", "none held")]

    def queryset(self, request, rows):
        return rows.filter(text_is=self.value()) if self.value() in list(TextIs) else rows


def year(column: str, title: str = "") -> type[admin.SimpleListFilter]:
    """Return the filter of a stated date by the year of the earliest day that it can mean."""
    earliest = f"{column}_earliest"

    class YearFilter(admin.SimpleListFilter):
        parameter_name = column

        def lookups(self, request, model_admin):
            this = date.today().year
            years = [(str(year), str(year)) for year in range(this, this - YEARS, -1)]
            return [*years, ("none", "not stated")]

        def queryset(self, request, rows):
            if self.value() == "none":
                return rows.filter(**{f"{earliest}__isnull": True})
            if self.value() in dict(self.lookup_choices):
                return rows.filter(**{f"{earliest}__year": int(self.value())})
            return rows

    YearFilter.title = title or column
    return YearFilter


class MenuFilter(admin.SimpleListFilter):
    """A filter with too many choices for links: a menu, and a button."""

    template = "admin/filter_menu.html"

    def choices(self, changelist):
        yield {
            "name": self.parameter_name,
            "options": [(value, label, value == self.value()) for value, label in self.lookup_choices],
            "others": _others(changelist, self.parameter_name),
            "clear": changelist.get_query_string(remove=[self.parameter_name]) if self.value() else "",
        }

    def queryset(self, request, rows):
        return rows.filter(**{self.parameter_name: self.value()}) if self.value() else rows


def menu(column: str) -> type[MenuFilter]:
    """Return the filter of a column of codes, with the names of the codes to choose from."""

    class Filter(MenuFilter):
        title = parameter_name = column

        def lookups(self, request, model_admin):
            current = (choice for choice in CODES[column].items() if "–" not in choice[1])  # "Mark (1873–2001)"
            return sorted(current, key=lambda choice: choice[1].casefold())

    return Filter


CountryFilter = menu("country")
CurrencyFilter = menu("currency")
LanguageFilter = menu("language")
RegionFilter = menu("region")


class RelatedFilter(admin.RelatedFieldListFilter):
    """A filter by a row of another table, found by typing."""

    template = "admin/filter_autocomplete.html"

    def field_choices(self, field, request, model_admin):
        select = AutocompleteSelect(field, model_admin.admin_site, {"aria-label": field.verbose_name})
        rows = field.related_model._default_manager.all()
        self.input = field.formfield(queryset=rows, required=False, widget=select)
        return []

    def has_output(self):
        return True

    def choices(self, changelist):
        value = (self.lookup_val or [""])[-1]
        yield {
            "widget": self.input.widget.render(self.lookup_kwarg, value, {"id": f"filter-{self.lookup_kwarg}"}),
            "others": _others(changelist, self.lookup_kwarg),
            "clear": changelist.get_query_string(remove=[self.lookup_kwarg]) if value else "",
        }


def _others(changelist, name: str) -> list[tuple[str, str]]:
    """Return what else the address says, so that a filter's form keeps it."""
    return [(key, value) for key, values in changelist.filter_params.items() for value in values if key != name]
