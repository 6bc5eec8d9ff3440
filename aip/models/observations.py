"""Published figures that are neither a sum of money changing hands, nor power under contract, nor a forecast."""

from django.db import models
from django.db.models import PROTECT, F, Q

from aip.models.columns import (
    bound,
    check_unit,
    date_constraint,
    earliest,
    figure_constraints,
    number,
    stated_date,
    stated_figure,
    trimmed_constraint,
    words_for,
)
from aip.models.deals import Investment, Partnership
from aip.models.energy import EnergyDeal
from aip.models.facts import Fact, key, key_constraint, track
from aip.models.organizations import Organization
from aip.models.unchecking import uncheck_citations


@track
class Observation(Fact):
    """What articles say, in a figure or in words, of an organization, a deal or a place: a valuation, a stake, a
    capacity, chips, jobs. It never counts as money."""

    named_by = ("organization", "partnership", "investment", "energy_deal")

    key = key()
    measure = models.CharField(max_length=200, help_text="What is measured or counted: valuation, stake, jobs, chips.")
    organization = models.ForeignKey(Organization, PROTECT, null=True, blank=True, related_name="observations")
    partnership = models.ForeignKey(Partnership, PROTECT, null=True, blank=True, related_name="observations")
    investment = models.ForeignKey(Investment, PROTECT, null=True, blank=True, related_name="observations")
    energy_deal = models.ForeignKey(EnergyDeal, PROTECT, null=True, blank=True, related_name="observations")
    site = models.CharField(max_length=200, blank=True, help_text="The place or plant, where it is about one.")
    value = number(24, 6)
    value_high = number(24, 6)
    value_bound = bound()
    unit = models.CharField(
        max_length=3, blank=True, help_text="MW, MWh, an ISO 4217 code, % for a share, 1 for what is counted."
    )
    words = models.CharField(max_length=200, blank=True, help_text="What is said, where it is no number.")
    as_of = stated_date("as of")
    as_of_earliest = earliest("as_of")

    class Meta:
        ordering = ["measure", F("as_of_earliest").desc(nulls_last=True), "key"]
        triggers = [uncheck_citations("observation")]
        constraints = [
            key_constraint("observation"),
            trimmed_constraint("observation", "measure"),
            *figure_constraints("observation", "value", unit="unit"),
            date_constraint("observation", "as_of"),
            models.CheckConstraint(
                name="observation_is_about_something",
                condition=Q(organization__isnull=False)
                | Q(partnership__isnull=False)
                | Q(investment__isnull=False)
                | Q(energy_deal__isnull=False)
                | ~Q(site=""),
                violation_error_message="Name the organization, deal or site that it is about.",
            ),
            models.CheckConstraint(
                # Both may stand: of two articles on one observation, one may state a figure and the other words.
                name="observation_says_something",
                condition=~Q(value_bound="", words=""),
                violation_error_message="State a figure, or in words what is said.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject}: {self.measure}"

    @property
    def subject(self) -> str:
        """What it is about: a site, or else the organization or the deal."""
        about = self.site or self.organization or self.partnership or self.investment or self.energy_deal
        return str(about)

    @property
    def stated_value(self):
        """The value as a figure, or None where it is said in words."""
        return stated_figure(self.value, self.value_high, self.value_bound, self.unit)

    @property
    def sentence(self) -> str:
        """The observation in a line: "Colossus: chips: 100,000 (2024)"."""
        said = words_for(self.stated_value) if self.stated_value else self.words
        return f"{self}: {said}" + (f" ({self.as_of})" if self.as_of else "")

    def clean(self) -> None:
        check_unit(self.unit)
