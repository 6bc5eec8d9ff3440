"""Who supplies the power, and what is foretold of its use."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import PROTECT, Count, F, Func, Q

from aip import codes
from aip.figures import ENERGY, POWER
from aip.models.columns import (
    CEILINGS,
    bound,
    check_unit,
    code_constraint,
    country,
    date_constraint,
    earliest,
    figure_constraints,
    number,
    stated_date,
    stated_figure,
    word_constraint,
    words_for,
)
from aip.models.deals import Partnership
from aip.models.facts import Fact, FactQuerySet, key, key_constraint, track
from aip.models.organizations import Organization
from aip.models.unchecking import uncheck_citations
from aip.vocabulary import EnergyDealKind, Metric, Region, Stage, Technology


class EnergyDealQuerySet(FactQuerySet):
    def powered_by(self, technology: str):
        """Energy deals of one technology, alone or with others; ValueError for a word that is none."""
        return self.filter(technology__contains=[Technology(technology).value])

    def ceilings(self):
        """Energy deals of whose capacity or energy only an upper limit is stated."""
        return self.filter(Q(capacity_bound__in=CEILINGS) | Q(energy_bound__in=CEILINGS))

    def by_technology(self) -> dict[str, int]:
        """Return how many deals there are of each technology, the most first; a deal of two counts under both."""
        rows = self.order_by().values(each=Func(F("technology"), function="unnest")).annotate(count=Count("pk"))
        return {row["each"]: row["count"] for row in rows.order_by("-count", "each")}


@track
class EnergyDeal(Fact):
    """A supplier and an offtaker (buyer) of power, or of the means to make it. MW is power, MWh is energy."""

    named_by = ("supplier", "offtaker")

    key = key()
    supplier = models.ForeignKey(Organization, PROTECT, null=True, blank=True, related_name="energy_supplied")
    offtaker = models.ForeignKey(
        Organization, PROTECT, null=True, blank=True, related_name="energy_bought", help_text="The buyer."
    )
    partnership = models.ForeignKey(Partnership, PROTECT, null=True, blank=True, related_name="energy_deals")
    kind = models.CharField(max_length=15, choices=EnergyDealKind.choices())
    technology = ArrayField(models.CharField(max_length=30, choices=Technology.choices()), default=list, blank=True)
    capacity = number(18, 6)
    capacity_high = number(18, 6)
    capacity_bound = bound()
    energy = number(18, 6)
    energy_high = number(18, 6)
    energy_bound = bound()
    term_years = models.PositiveSmallIntegerField(null=True, blank=True)
    starts = stated_date()
    starts_earliest = earliest("starts")
    site = models.CharField(max_length=200, blank=True)
    country = country()
    stage = models.CharField(max_length=20, choices=Stage.choices())
    announced = stated_date()
    announced_earliest = earliest("announced")

    objects = EnergyDealQuerySet.as_manager()

    class Meta:
        ordering = [F("announced_earliest").desc(nulls_last=True), "key"]
        triggers = [uncheck_citations("energy_deal")]
        indexes = [
            models.Index(F("announced_earliest").desc(nulls_last=True), "key", name="energy_deal_order"),
            GinIndex(fields=["technology"], name="energy_deal_technology"),
        ]
        constraints = [
            key_constraint("energy_deal"),
            *figure_constraints("energy_deal", "capacity"),
            *figure_constraints("energy_deal", "energy"),
            word_constraint("energy_deal", "kind", EnergyDealKind),
            word_constraint("energy_deal", "stage", Stage),
            models.CheckConstraint(
                name="energy_deal_technology_is_known",
                condition=Q(technology__contained_by=[word.value for word in Technology]),
                violation_error_message="Choose technologies of the list.",
            ),
            models.CheckConstraint(
                name="energy_deal_has_a_party",
                condition=Q(supplier__isnull=False) | Q(offtaker__isnull=False),
                violation_error_message="Name the supplier or the offtaker.",
            ),
            models.CheckConstraint(
                name="energy_deal_has_two_parties",
                condition=Q(supplier__isnull=True) | Q(offtaker__isnull=True) | ~Q(supplier=F("offtaker")),
                violation_error_message="Supplier and offtaker are not the same organization.",
            ),
            models.CheckConstraint(
                name="energy_deal_term_is_above_zero",
                condition=Q(term_years__isnull=True) | Q(term_years__gt=0),
                violation_error_message="A term is at least one year.",
            ),
            date_constraint("energy_deal", "starts"),
            date_constraint("energy_deal", "announced"),
            code_constraint("energy_deal", "country", "^[A-Z]{2}$", "A country is two capital letters (ISO 3166-1)."),
        ]

    def __str__(self) -> str:
        supplier, offtaker = self.supplier or "supplier not named", self.offtaker or "offtaker not named"
        return f"{supplier} → {offtaker}: {self.get_kind_display()}"

    @property
    def stated_capacity(self):
        """The capacity as a figure in MW, or None where no source states it."""
        return stated_figure(self.capacity, self.capacity_high, self.capacity_bound, POWER)

    @property
    def stated_energy(self):
        """The energy a year as a figure in MWh, or None where no source states it."""
        return stated_figure(self.energy, self.energy_high, self.energy_bound, ENERGY)

    @property
    def sentence(self) -> str:
        """The deal in a line, with what capacity and energy are stated."""
        energy = f"{words_for(self.stated_energy)} a year" if self.stated_energy else ""
        stated = [words_for(self.stated_capacity) if self.stated_capacity else "", energy, self.site]
        return ", ".join([str(self), *filter(None, stated)]) + f" ({self.get_stage_display()})"


@track
class Forecast(Fact):
    """A published figure about a future year."""

    key = key()
    metric = models.CharField(max_length=40, choices=Metric.choices())
    region = models.CharField(
        max_length=6, help_text=f"ISO 3166-1 code of a country, or {', '.join(word.value for word in Region)}."
    )
    year = models.PositiveSmallIntegerField()
    value = number(24, 6)
    value_high = number(24, 6)
    value_bound = bound("exact")
    unit = models.CharField(max_length=3, blank=True, help_text="MW, MWh, an ISO 4217 code, % or 1.")
    forecaster = models.ForeignKey(Organization, PROTECT, null=True, blank=True, related_name="forecasts")

    class Meta:
        ordering = ["year", "metric", "key"]
        triggers = [uncheck_citations("forecast")]
        constraints = [
            key_constraint("forecast"),
            *figure_constraints("forecast", "value", unit="unit"),
            word_constraint("forecast", "metric", Metric),
            models.CheckConstraint(
                name="forecast_region_is_known",
                condition=Q(region__regex="^[A-Z]{2}$") | Q(region__in=[word.value for word in Region]),
                violation_error_message="A region is a country's two capital letters, or world, europe, eu.",
            ),
            models.CheckConstraint(
                name="forecast_year_is_a_year",
                condition=Q(year__gte=1900, year__lte=2200),
                violation_error_message="A year lies between 1900 and 2200.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_metric_display()}, {self.region_name}, {self.year}"

    @property
    def region_name(self) -> str:
        """The region for people; a country's name is CLDR's."""
        if self.region in list(Region):
            return Region(self.region).label
        return codes.countries().get(self.region, self.region)

    @property
    def stated_value(self):
        """The value as a figure, or None where no source states it."""
        return stated_figure(self.value, self.value_high, self.value_bound, self.unit)

    @property
    def sentence(self) -> str:
        """The forecast in a line, with its figure."""
        return f"{self}: {words_for(self.stated_value)}"

    def clean(self) -> None:
        if self.region not in list(Region):
            try:
                codes.check_country(self.region)
            except ValueError as error:
                raise ValidationError({"region": str(error)}, code="region") from None
        check_unit(self.unit)
