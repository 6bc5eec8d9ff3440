"""The phrases that support facts, and the decisions between those that differ."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import (
    PROTECT,
    SET_NULL,
    Count,
    Q,
    UniqueConstraint,
)
from django.db.models.functions import Cast, Concat, Now
from django.db.models.lookups import Exact

from aip.models.columns import (
    BOUND_CHOICES,
    figure_constraints,
    number,
    stated_figure,
    trimmed_constraint,
    word_constraint,
)
from aip.models.facts import Fact, FactQuerySet, track
from aip.models.sources.publishing import Article
from aip.models.sources.stating import Statement
from aip.models.sources.subjects import SUBJECTS, about, address_of_fact, count_of, fact_indexes
from aip.models.unchecking import uncheck_own
from aip.vocabulary import Against, Verdict

COMPARABLE = sorted({field for model in SUBJECTS.values() for field in model.comparable()})


class CitationQuerySet(FactQuerySet):
    def get_by_natural_key(self, article, kind, fact, field, quote, paragraph):
        subject = SUBJECTS[kind].objects.get_by_natural_key(*fact)
        return self.get(article__key=article, field=field, quote=quote, paragraph=paragraph, **{kind: subject})

    def with_facts(self):
        """Fetch the facts along, so that printing a list takes one query."""
        return self.select_related(
            "article__publisher",
            *SUBJECTS,
            "position__person",
            "position__organization",
            "membership__organization",
            "membership__partnership",
            "commitment__investor",
            "commitment__investment",
            "energy_deal__supplier",
            "energy_deal__offtaker",
            "observation__organization",
            "observation__partnership",
            "observation__investment__recipient",
            "observation__energy_deal__supplier",
            "observation__energy_deal__offtaker",
        )

    def of(self, fact: Fact):
        """Citations of one fact."""
        return self.filter(**{_subject_name(type(fact)): fact})

    def resting_on(self, publisher: str):
        """Everything cited to articles of one publisher."""
        return self.filter(article__publisher__name__alike=publisher).with_facts()

    def missing(self) -> list[Fact]:
        """Return every fact, of all eight kinds, that no citation supports."""
        return [fact for model in SUBJECTS.values() for fact in model.objects.uncited()]

    def unchecked(self) -> "CitationQuerySet":
        """Citations on which there is no verdict."""
        return self.filter(verdict="")

    def conflicting(self):
        """Citations whose article states a figure other than another article does of the same field of a fact."""
        figure = Concat(
            *(Cast(name, models.TextField()) for name in ("value", "value_high", "unit", "bound")),
            output_field=models.TextField(),
        )
        fields = self.model.objects.exclude(bound="").order_by().values("address", "field")
        several = fields.annotate(figures=Count(figure, distinct=True)).filter(figures__gt=1)
        same = several.filter(address=models.OuterRef("address"), field=models.OuterRef("field"))
        return self.filter(models.Exists(same)).exclude(bound="").with_facts()

    def with_said(self):
        """Add to each citation `said`: what its article says of a date, a word or a plain number of its fact."""
        same_fact = Q(*(Q(**{name: models.OuterRef(name)}) for name in SUBJECTS), _connector=Q.OR)
        statements = Statement.objects.filter(same_fact, article=models.OuterRef("article"))
        text = models.Func(
            models.F("values"),
            models.OuterRef("field"),
            function="jsonb_extract_path_text",
            output_field=models.TextField(),
        )
        return self.annotate(said=models.Subquery(statements.annotate(text=text).values("text")[:1]))

    def differing(self):
        """Citations of a date, a word or a plain number of which another article says something else."""
        plain = self.model.objects.filter(field__in=COMPARABLE, bound="")
        same = plain.filter(address=models.OuterRef("address"), field=models.OuterRef("field"))
        others = same.exclude(article=models.OuterRef("article")).with_said().exclude(said=models.OuterRef("said"))
        mine = self.filter(field__in=COMPARABLE, bound="").with_said().filter(said__isnull=False)
        return mine.filter(models.Exists(others.filter(said__isnull=False))).with_facts()

    def contradicted(self) -> "CitationQuerySet":
        """Citations that contradict their fact, their text or themselves, and are no mere conflict of two articles."""
        return self.filter(~self._against_a_supported_fact(), verdict=Verdict.CONTRADICTED).with_facts()

    def _against_a_supported_fact(self):
        same = self.model.objects.filter(address=models.OuterRef("address"), field=models.OuterRef("field"))
        supporting = models.Exists(same.filter(verdict=Verdict.SUPPORTED))
        return Q(supporting, verdict=Verdict.CONTRADICTED, against=Against.FACT)


def _subject_name(model: type[models.Model]) -> str:
    return next(name for name, subject in SUBJECTS.items() if subject is model)


@track
class Citation(about(SUBJECTS, PROTECT), Fact):
    """A phrase of an article, exactly as printed, that supports one field of one fact, or the fact as a whole."""

    natural = ()
    untracked = ("verdict", "against", "finding")  # what a check says is no fact, and has no history
    depends_on = ("aip.article", *(f"aip.{model._meta.model_name}" for model in SUBJECTS.values()))

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
