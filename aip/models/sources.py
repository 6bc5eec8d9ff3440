"""Where facts were read: publishers, articles, the phrases cited, and what each article says of each fact."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import (
    CASCADE,
    PROTECT,
    SET_NULL,
    Case,
    Count,
    F,
    Func,
    IntegerField,
    Q,
    UniqueConstraint,
    Value,
    When,
)
from django.db.models.functions import Cast, Concat, Now
from django.db.models.lookups import Exact, LessThanOrEqual

from aip.models.columns import (
    BOUND_CHOICES,
    Check,
    Fold,
    code_constraint,
    country,
    date_constraint,
    earliest,
    figure_constraints,
    number,
    stated_date,
    stated_figure,
    trimmed_constraint,
    word_constraint,
)
from aip.models.deals import Commitment, Investment, Membership, Partnership
from aip.models.energy import EnergyDeal, Forecast
from aip.models.facts import Fact, FactQuerySet, key, key_constraint, track
from aip.models.organizations import Organization, Person, Position
from aip.models.unchecking import uncheck_citations, uncheck_own
from aip.quotes import paragraphs
from aip.vocabulary import Against, PublisherKind, TextIs, Verdict

# The eight kinds of fact that a citation can support, by the name of its foreign key.
SUBJECTS: dict[str, type[Fact]] = {
    "organization": Organization,
    "position": Position,
    "partnership": Partnership,
    "membership": Membership,
    "investment": Investment,
    "commitment": Commitment,
    "energy_deal": EnergyDeal,
    "forecast": Forecast,
}


class PublisherQuerySet(FactQuerySet):
    def named(self, name: str) -> "Publisher":
        """Return the publisher of this name, whatever its case."""
        return self.get(name__alike=name)


@track
class Publisher(Fact):
    """Who published an article."""

    natural = ("name",)

    name = models.CharField(max_length=200)
    country = country()
    kind = models.CharField(max_length=15, blank=True, choices=PublisherKind.choices())

    objects = PublisherQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            UniqueConstraint(Fold("name"), name="publisher_name_is_unique", violation_error_message="Known already."),
            trimmed_constraint("publisher", "name"),
            word_constraint("publisher", "kind", PublisherKind, blank=True),
            code_constraint("publisher", "country", "^[A-Z]{2}$", "A country is two capital letters (ISO 3166-1)."),
        ]

    def __str__(self) -> str:
        return self.name


# The kinds of fact of which an article file can say something: what can be cited, and what is only named.
STATED: dict[str, type[Fact]] = {**SUBJECTS, "person": Person, "publisher": Publisher}


@track
class Article(Fact):
    """One published article, and its text or a digest of it where we hold one."""

    depends_on = ("aip.publisher",)

    key = key()
    publisher = models.ForeignKey(Publisher, PROTECT, related_name="articles")
    title = models.CharField(max_length=500, blank=True)
    url = models.URLField(max_length=1000, blank=True)
    language = models.CharField(max_length=2, validators=[Check("language")], help_text="ISO 639-1 code: de, en, fr.")
    published = stated_date()
    published_earliest = earliest("published")
    text = models.TextField(blank=True, help_text="Paragraphs are separated by a blank line.")
    text_is = models.CharField(max_length=10, choices=TextIs.choices(), default=TextIs.NONE.value)
    source_name = models.CharField(
        max_length=200, blank=True, help_text="File name of the document that the text renders."
    )
    source_sha256 = models.CharField(
        max_length=64,
        blank=True,
        validators=[RegexValidator("^[0-9a-f]{64}$", "A SHA-256 is 64 digits and letters a to f.")],
        help_text="SHA-256 of that document: whoever holds it can check every quote against it.",
    )

    class Meta:
        ordering = [F("published_earliest").desc(nulls_last=True), "key"]
        indexes = [models.Index(F("published_earliest").desc(nulls_last=True), "key", name="article_order")]
        triggers = [uncheck_citations("article")]
        constraints = [
            key_constraint("article"),
            code_constraint("article", "language", "^[a-z]{2}$", "A language is two small letters (ISO 639-1)."),
            code_constraint("article", "source_sha256", "^[0-9a-f]{64}$", "A SHA-256 is 64 digits and letters a to f."),
            word_constraint("article", "text_is", TextIs),
            date_constraint("article", "published"),
            models.CheckConstraint(
                name="article_language_is_stated",
                condition=~Q(language=""),
                violation_error_message="State the language of the article.",
            ),
            models.CheckConstraint(
                name="article_text_is_what_it_says",
                condition=Q(text="", text_is=TextIs.NONE.value) | ~Q(text="") & ~Q(text_is=TextIs.NONE.value),
                violation_error_message="Say what the text is; “no text held” goes with an empty text only.",
            ),
        ]

    def __str__(self) -> str:
        return self.title or f"{self.publisher}, {self.published or 'undated'} ({self.key})"

    def says(self):
        """Return everything the article says: its citations, each with its fact."""
        return self.citations.with_facts()

    def paragraphs(self) -> list[str]:
        """Return the blank-line blocks of the text; a citation's `paragraph` counts them from 1."""
        return paragraphs(self.text)


def _about(subjects: dict[str, type[Fact]], on_delete) -> type[models.Model]:
    """Return an abstract model with a foreign key to each kind of fact, so that the database guards every one."""
    keys = {
        name: models.ForeignKey(model, on_delete, null=True, blank=True, db_index=False)
        for name, model in subjects.items()
    }
    meta = type("Meta", (), {"abstract": True})
    return type("AboutOneFact", (models.Model,), {"__module__": __name__, "Meta": meta, "subjects": subjects, **keys})


def _fact_indexes(table: str, subjects: dict[str, type[Fact]]) -> list[models.Index]:
    return [
        models.Index(fields=[name], condition=Q(**{f"{name}__isnull": False}), name=f"{table}_{name}")
        for name in subjects
    ]


def _count_of(subjects: dict[str, type[Fact]]) -> Func:
    return Func(*[F(name) for name in subjects], function="num_nonnulls", output_field=IntegerField())


def _address() -> models.GeneratedField:
    """Return the generated column that names the fact, such as "investment:12", to group and to compare by."""
    whens = [
        When(
            **{f"{name}__isnull": False},
            then=Concat(Value(f"{name}:"), Cast(f"{name}_id", models.TextField()), output_field=models.TextField()),
        )
        for name in SUBJECTS
    ]
    return models.GeneratedField(
        expression=Case(*whens, output_field=models.TextField()),
        output_field=models.TextField(),
        db_persist=True,
        serialize=False,
    )


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

    def unchecked(self):
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

    def contradicted(self):
        """Citations that contradict their fact, their text or themselves, and are no mere conflict of two articles."""
        return self.filter(~self._against_a_supported_fact(), verdict=Verdict.CONTRADICTED).with_facts()

    def _against_a_supported_fact(self):
        same = self.model.objects.filter(address=models.OuterRef("address"), field=models.OuterRef("field"))
        supporting = models.Exists(same.filter(verdict=Verdict.SUPPORTED))
        return Q(supporting, verdict=Verdict.CONTRADICTED, against=Against.FACT)


def _subject_name(model: type[models.Model]) -> str:
    return next(name for name, subject in SUBJECTS.items() if subject is model)


@track
class Citation(_about(SUBJECTS, PROTECT), Fact):
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

    address = _address()

    objects = CitationQuerySet.as_manager()

    class Meta:
        ordering = ["article", "paragraph", "pk"]
        default_related_name = "citations"
        triggers = [uncheck_own()]
        indexes = [
            models.Index(fields=["id"], condition=Q(verdict=""), name="citation_unchecked"),
            *_fact_indexes("citation", SUBJECTS),
            models.Index(fields=["address", "field"], name="citation_address"),
        ]
        constraints = [
            models.CheckConstraint(
                name="citation_has_one_fact",
                condition=Exact(_count_of(SUBJECTS), 1),
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


class Statement(_about(STATED, SET_NULL), models.Model):
    """What one article file says of one fact, as last loaded: `values` holds its fields in the file's own words.

    From statements the loader knows which value is the latest published one, whatever the order of loading, and
    whether an editor has changed a field by hand since. A fact that was deleted by hand leaves its statement behind.
    """

    natural = ("article__key", "kind", "named")

    article = models.ForeignKey(Article, CASCADE, related_name="statements")
    kind = models.CharField(max_length=20)
    named = models.TextField(help_text="What the file calls the fact.")
    values = models.JSONField(default=dict)

    objects = FactQuerySet.as_manager()

    class Meta:
        default_related_name = "statements"
        indexes = _fact_indexes("statement", STATED)
        constraints = [
            models.CheckConstraint(
                name="statement_has_at_most_one_fact", condition=LessThanOrEqual(_count_of(STATED), 1)
            ),
            UniqueConstraint(fields=["article", "kind", "named"], name="statement_is_made_once"),
        ]

    def __str__(self) -> str:
        return f"{self.article}: {self.kind} {self.named}"

    def natural_key(self):
        return (self.article.key, self.kind, self.named)

    natural_key.dependencies = ["aip.article", *(f"aip.{model._meta.model_name}" for model in STATED.values())]
