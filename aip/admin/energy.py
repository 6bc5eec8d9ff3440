"""The room of energy: who supplies the power, and what is foretold of its use."""

from django.contrib import admin

from aip.admin import columns
from aip.admin.base import FactAdmin
from aip.admin.citations import citations_of
from aip.admin.filters import CountryFilter, EvidenceFilter, RegionFilter, RelatedFilter, TechnologyFilter, year
from aip.models import EnergyDeal, Forecast


@admin.register(EnergyDeal)
class EnergyDealAdmin(FactAdmin):
    list_display = [
        "supplier",
        "offtaker",
        "kind",
        columns.technology,
        columns.power,
        "stage",
        columns.stated("announced"),
        columns.evidence,
    ]
    list_filter = ["kind", TechnologyFilter, "stage", CountryFilter, year("announced"), EvidenceFilter]
    search_fields = ["key", "site", "supplier", "offtaker", "partnership__name"]
    fieldsets = [
        (None, {"fields": ["key", "supplier", "offtaker", "partnership", ("kind", "stage"), "announced"]}),
        (
            "Power",
            {
                "fields": [
                    "technology",
                    ("capacity_bound", "capacity", "capacity_high"),
                    ("energy_bound", "energy", "energy_high"),
                    ("term_years", "starts"),
                    ("site", "country"),
                    "note",
                ],
                "description": "Capacity in MW, energy in MWh a year.",
            },
        ),
    ]
    inlines = [citations_of("energy_deal")]


@admin.register(Forecast)
class ForecastAdmin(FactAdmin):
    list_display = ["metric", "region_name", "year", columns.figure("value"), "forecaster", columns.evidence]
    list_filter = ["metric", RegionFilter, ("forecaster", RelatedFilter), EvidenceFilter]
    search_fields = ["key", "forecaster"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "key",
                    "metric",
                    ("region", "year"),
                    ("value_bound", "value", "value_high", "unit"),
                    "forecaster",
                    "note",
                ]
            },
        )
    ]
    inlines = [citations_of("forecast")]
