"""The room of organizations: who acts, under which names, and who speaks for them."""

from django.contrib import admin
from django.contrib.admin.views.main import ORDER_VAR
from django.db.models import Value
from django.db.models.functions import Concat

from aip.admin import columns
from aip.admin.base import FactAdmin, TableRow
from aip.admin.citations import citations_of
from aip.admin.filters import CountryFilter, EvidenceFilter, RelatedFilter
from aip.admin.profile import profile_of
from aip.admin.search import known_as
from aip.models import Organization, OrganizationIdentifier, OrganizationName, Person, Position


class NameRow(TableRow):
    model = OrganizationName
    fields = ["name", "kind", "note"]


class IdentifierRow(TableRow):
    model = OrganizationIdentifier
    fields = ["scheme", "value", "note"]


class PositionRow(TableRow):
    model = Position
    fields = ["organization", "title", "since", "until"]


@admin.register(Organization)
class OrganizationAdmin(FactAdmin):
    list_display = ["name", "kind", columns.country(), "parent", "website", columns.evidence]
    list_filter = ["kind", CountryFilter, EvidenceFilter]
    search_fields = ["pk"]  # see get_search_results: by any name it is known by
    search_help_text = "The beginning of any word of any name: “glob infra”, “GIP”."
    fieldsets = [(None, {"fields": ["name", ("kind", "country"), "parent", "website", "note"]})]
    inlines = [NameRow, IdentifierRow, citations_of("organization")]
    change_form_template = "admin/aip/organization_form.html"

    def get_search_results(self, request, queryset, search_term):
        if not search_term.strip():
            return queryset, False
        found = queryset.filter(pk__in=known_as(search_term))
        if ORDER_VAR not in request.GET:  # not by the index of names, or PostgreSQL walks it until it meets those found
            found = found.order_by(Concat("name", Value("")), "-pk")
        return found, False

    def render_change_form(self, request, context, obj=None, **kwargs):
        if obj is not None:
            context["profile"] = profile_of(obj, request.user)
        return super().render_change_form(request, context, obj=obj, **kwargs)


@admin.register(OrganizationName)
class OrganizationNameAdmin(FactAdmin):
    list_display = ["name", "kind", "organization"]
    list_filter = ["kind"]
    search_fields = ["organization"]
    search_help_text = "The beginning of any word of any name of the organization."
    fieldsets = [(None, {"fields": ["organization", ("name", "kind"), "note"]})]


@admin.register(OrganizationIdentifier)
class OrganizationIdentifierAdmin(FactAdmin):
    list_display = ["value", "scheme", "organization"]
    list_filter = ["scheme"]
    search_fields = ["value", "organization"]
    fieldsets = [(None, {"fields": ["organization", ("scheme", "value"), "note"]})]


@admin.register(Person)
class PersonAdmin(FactAdmin):
    list_display = ["name"]
    search_fields = ["name", "positions__organization"]
    fieldsets = [(None, {"fields": ["name", "note"]})]
    inlines = [PositionRow]


@admin.register(Position)
class PositionAdmin(FactAdmin):
    list_display = [
        "person",
        "title",
        "organization",
        columns.stated("since", "from"),
        columns.stated("until", "to"),
        columns.evidence,
    ]
    list_filter = [("organization", RelatedFilter), EvidenceFilter]
    ordering = ["-pk"]
    search_fields = ["title", "person__name", "organization"]
    fieldsets = [(None, {"fields": ["person", "title", "organization", ("since", "until"), "note"]})]
    inlines = [citations_of("position")]
