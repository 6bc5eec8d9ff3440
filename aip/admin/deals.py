"""The room of deals: who is allied with whom, and who puts how much into what."""

from django.contrib import admin

from aip.admin import columns
from aip.admin.base import FactAdmin, TableRow
from aip.admin.citations import citations_of
from aip.admin.filters import CurrencyFilter, EvidenceFilter, RelatedFilter, year
from aip.admin.recording import invested_by
from aip.models import Commitment, Investment, Membership, Observation, Partnership

AMOUNT = ("amount_bound", "amount", "amount_high", "currency")


class MembershipRow(TableRow):
    model = Membership
    verbose_name = "member"
    fields = ["organization", "role", "joined", "left"]


class CommitmentRow(TableRow):
    model = Commitment
    fields = ["investor", "role", *AMOUNT]

    def get_extra(self, request, obj=None, **kwargs):
        """Whoever comes from the reading page finds the investor that the sentence names."""
        return 1 if invested_by(request) else super().get_extra(request, obj, **kwargs)


@admin.register(Partnership)
class PartnershipAdmin(FactAdmin):
    list_display = ["name", "kind", "binding", "acts_as", columns.stated("announced"), columns.evidence]
    list_filter = ["kind", "binding", year("announced"), EvidenceFilter]
    search_fields = ["name", "key", "memberships__organization", "acts_as"]
    fieldsets = [
        (None, {"fields": ["key", "name", ("kind", "binding"), "announced", "purpose", "acts_as", "note"]}),
    ]
    inlines = [MembershipRow, citations_of("partnership")]


@admin.register(Membership)
class MembershipAdmin(FactAdmin):
    list_display = [
        "organization",
        "role",
        "partnership",
        columns.stated("joined"),
        columns.stated("left"),
        columns.evidence,
    ]
    list_filter = [("partnership", RelatedFilter), "role", year("joined"), EvidenceFilter]
    ordering = ["-pk"]
    search_fields = ["organization", "partnership__name", "partnership__key"]
    fieldsets = [(None, {"fields": ["partnership", "organization", "role", ("joined", "left"), "note"]})]
    inlines = [citations_of("membership")]


@admin.register(Investment)
class InvestmentAdmin(FactAdmin):
    list_display = [
        columns.named("title"),
        "recipient",
        columns.figure("amount"),
        "stage",
        "basis",
        columns.stated("announced"),
        columns.evidence,
    ]
    list_filter = [
        "stage",
        "basis",
        ("recipient", RelatedFilter),
        CurrencyFilter,
        "amount_bound",
        year("announced"),
        EvidenceFilter,
    ]
    search_fields = ["title", "key", "recipient", "commitments__investor", "partnership__name"]
    fieldsets = [
        (None, {"fields": ["key", "title", "recipient", "partnership", "draws_on"]}),
        ("Amount", {"fields": [AMOUNT, ("basis", "stage"), ("announced", "closed"), "note"]}),
    ]
    inlines = [CommitmentRow, citations_of("investment")]


@admin.register(Commitment)
class CommitmentAdmin(FactAdmin):
    list_display = [
        "investor",
        "investment",
        columns.figure("amount"),
        "role",
        columns.stage_of("investment"),
        columns.evidence,
    ]
    list_filter = [
        ("investor", RelatedFilter),
        "investment__stage",
        "role",
        CurrencyFilter,
        "amount_bound",
        EvidenceFilter,
    ]
    ordering = ["-pk"]
    search_fields = ["investor", "investment__title", "investment__key", "investment__recipient"]
    fieldsets = [(None, {"fields": ["investment", "investor", "role", AMOUNT, "note"]})]
    inlines = [citations_of("commitment")]


@admin.register(Observation)
class ObservationAdmin(FactAdmin):
    list_display = [
        columns.named("measure"),
        columns.figure("value"),
        "words",
        columns.stated("as_of", "as of"),
        columns.evidence,
    ]
    list_filter = [
        ("organization", RelatedFilter),
        ("partnership", RelatedFilter),
        year("as_of", "as of"),
        EvidenceFilter,
    ]
    search_fields = ["measure", "key", "site", "organization"]
    fieldsets = [
        (None, {"fields": ["key", "measure", "organization", ("partnership", "investment"), "energy_deal", "site"]}),
        ("What is said", {"fields": [("value_bound", "value", "value_high", "unit"), "words", "as_of", "note"]}),
    ]
    inlines = [citations_of("observation")]
