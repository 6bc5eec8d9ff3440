"""The phrases that support facts, and the decisions between those that differ."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import (
    PROTECT,
    SET_NULL,
    Q,
    UniqueConstraint,
)
from django.db.models.functions import Now
from django.db.models.lookups import Exact

from aip.models.columns import (
    BOUND_CHOICES,
    figure_constraints,
    number,
    stated_figure,
    trimmed_constraint,
    word_constraint,
)
from aip.models.facts import Fact, track
from aip.models.sources.comparing import CitationQuerySet
from aip.models.sources.publishing import Article
from aip.models.sources.subjects import SUBJECTS, about, address_of_fact, count_of, fact_indexes
from aip.models.unchecking import uncheck_own
from aip.vocabulary import Against, Verdict


@track
class Citation(about(SUBJECTS, PROTECT), Fact):
    """A phrase of an article, exactly as printed, that supports one field of one fact, or the fact as a whole."""

    natural = ()
    untracked = ("verdict", "against", "finding")  # what a check says is no fact, and has no history
    depends_on = ("aip.article", *(f"aip.{model._meta.model_name}" for model in SUBJECTS.values()))
    named_by = tuple(SUBJECTS)

    article = models.ForeignKey(Article, PROTECT, related_name="citations")
    paragraph = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Counted from 1; needed only where the quote stands in several."
    )
    quote = models.CharField(max_length=300, help_text="Exactly as printed; a dozen words at most.")
    field = models.CharField(
        max_length=30,
        blank=True,
        help_text="Which field of the fact the quote supports; blank for the fact as a whole.",
    )
    value = number(24, 6)
    value_high = number(24, 6)
    unit = models.CharField(max_length=3, blank=True)
    bound = models.CharField(max_length=11, blank=True, choices=BOUND_CHOICES)
    verdict = models.CharField(
        max_length=15,
        blank=True,
        choices=Verdict.choices(),
        editable=False,
        serialize=False,
        help_text="Blank: unchecked.",
    )
    against = models.CharField(
        max_length=10,
        blank=True,
        choices=Against.choices(),
        editable=False,
        serialize=False,
        help_text="What a contradicted quote stands against.",
    )
    finding = models.TextField(blank=True, editable=False, serialize=False, help_text="Why the verdict is what it is.")

    address = address_of_fact()

    objects = CitationQuerySet.as_manager()

    class Meta:
        ordering = ["article", "paragraph", "pk"]
        default_related_name = "citations"
        triggers = uncheck_own()
        indexes = [
            models.Index(fields=["id"], condition=Q(verdict=""), name="citation_unchecked"),
            *fact_indexes("citation", SUBJECTS),
            models.Index(fields=["address", "field"], name="citation_address"),
        ]
        constraints = [
            models.CheckConstraint(
                name="citation_has_one_fact",
                condition=Exact(count_of(SUBJECTS), 1),
                violation_error_message="A citation supports exactly one fact.",
            ),
            UniqueConstraint(
                fields=["article", "address", "field", "quote", "paragraph"],
                name="citation_is_made_once",
                nulls_distinct=False,
                violation_error_message="This phrase is cited for this field already.",
            ),
            *figure_constraints("citation", "value", bound="bound", unit="unit"),
            word_constraint("citation", "verdict", Verdict, blank=True),
            word_constraint("citation", "against", Against, blank=True),
            trimmed_constraint("citation", "quote"),
        ]

    def __str__(self) -> str:
        field = f", {self.field_label}" if self.field else ""
        return f"{self.fact}{field}: “{self.quote}”"

    def clean(self) -> None:
        fact = self.fact
        if fact and self.field and self.field not in fact.citable():
            message = f"“{self.field}” is no field of this {fact._meta.verbose_name}: {', '.join(fact.citable())}."
            raise ValidationError({"field": message}, code="field")

    @property
    def fact(self) -> Fact | None:
        """The fact that the quote supports, or None while none is chosen."""
        return next((getattr(self, name) for name in SUBJECTS if getattr(self, f"{name}_id")), None)

    @property
    def field_label(self) -> str:
        """The field that the quote supports, for people; empty for the fact as a whole."""
        return self.field.replace("_", " ")

    @property
    def stated_value(self):
        """The figure as the article states it, or None where the citation is of no figure."""
        return stated_figure(self.value, self.value_high, self.bound, self.unit)

    def natural_key(self):
        kind = next(name for name in SUBJECTS if getattr(self, f"{name}_id"))
        return (self.article.key, kind, list(self.fact.natural_key()), self.field, self.quote, self.paragraph)

    natural_key.dependencies = list(depends_on)


@track
class Decision(Fact):
    """An editor's choice between statements that differ: the citation whose figure was accepted, and why.

    The fact and the field decided are those of the citation; of several decisions the latest holds.
    """

    natural = ("decided_at", "reason")
    depends_on = ("aip.citation",)
    named_by = ("citation",)

    citation = models.ForeignKey(Citation, PROTECT, related_name="decisions")
    reason = models.TextField()
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, SET_NULL, null=True, blank=True, related_name="+")
    decided_by_name = models.CharField(max_length=150, blank=True, help_text="Kept when the user is gone.")
    decided_at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["-decided_at"]
        constraints = [
            models.CheckConstraint(
                name="decision_has_a_reason",
                condition=~Q(reason=""),
                violation_error_message="Say why this statement is accepted.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.citation}: {self.reason}"
