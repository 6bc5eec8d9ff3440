"""What can be asked of citations: whose they are, what they come to, and where they differ from each other."""

from django.db.models import BooleanField, Exists, F, Func, Model, OuterRef, Q, Subquery, TextField
from django.db.models.functions import Cast, Concat
from django.db.models.lookups import In

from aip.models.facts import Fact, FactQuerySet, named_by
from aip.models.sources.publishing import Publisher
from aip.models.sources.stating import Statement
from aip.models.sources.subjects import SUBJECTS
from aip.vocabulary import Against, Verdict

COMPARABLE = sorted({field for model in SUBJECTS.values() for field in model.comparable()})
DATES = sorted(
    {field for model in SUBJECTS.values() for field in model.comparable() if hasattr(model, f"{field}_earliest")}
)
FIGURE = Concat(
    *(Cast(name, TextField()) for name in ("value", "value_high", "unit", "bound")), output_field=TextField()
)
SAME_FACT = Q(*(Q(**{name: OuterRef(name)}) for name in SUBJECTS), _connector=Q.OR)


DAYS = """daterange(aip_earliest({0}), (aip_day(split_part({0}, '/', -1)) + CASE length(split_part({0}, '/', -1))
    WHEN 4 THEN interval '1 year' WHEN 7 THEN interval '1 month' ELSE interval '1 day' END)::date)"""


class OneWithinTheOther(Func):
    """Whether two stated dates differ in precision alone, as `aip.stated_dates` has it; only spans need a calendar."""

    template = f"""(
        SELECT CASE WHEN position('/' in one || other) = 0 THEN starts_with(one, other) OR starts_with(other, one)
            ELSE {DAYS.format("one")} @> {DAYS.format("other")} OR {DAYS.format("one")} <@ {DAYS.format("other")} END
        FROM (SELECT rtrim(one, '~?'), rtrim(other, '~?') FROM (VALUES (%(expressions)s)) AS said(one, other))
            AS said(one, other)
    )"""
    output_field = BooleanField()


class CitationQuerySet(FactQuerySet):
    def get_by_natural_key(self, article, kind, fact, field, quote, paragraph):
        subject = SUBJECTS[kind].objects.get_by_natural_key(*fact)
        return self.get(article__key=article, field=field, quote=quote, paragraph=paragraph, **{kind: subject})

    def with_facts(self):
        """Fetch the facts along, so that printing a list takes one query."""
        return self.select_related("article__publisher", *named_by(self.model))

    def of(self, fact: Fact):
        """Citations of one fact."""
        return self.filter(**{_subject_name(type(fact)): fact})

    def resting_on(self, publisher: str):
        """Everything cited to articles of one publisher, known by its name; DoesNotExist for one that is not known."""
        return self.filter(article__publisher=Publisher.objects.named(publisher)).with_facts()

    def missing(self) -> list[Fact]:
        """Return every fact, of all kinds, that no citation supports."""
        return [
            fact for model in SUBJECTS.values() for fact in model.objects.uncited().select_related(*named_by(model))
        ]

    def unchecked(self) -> "CitationQuerySet":
        """Citations on which there is no verdict."""
        return self.filter(verdict="")

    def conflicting(self):
        """Citations whose article states a figure other than another article does of the same field of a fact."""
        return self._with_figure().filter(self._other_figure()).with_facts()

    def contradicted(self) -> "CitationQuerySet":
        """Citations with this verdict: the quote is against the fact, the text, or the figure said to be stated."""
        return self.filter(verdict=Verdict.CONTRADICTED).with_facts()

    def errors(self) -> "CitationQuerySet":
        """Contradicted citations that nothing explains: no other that is accepted, no misprint noted and decided on."""
        return self.contradicted().exclude(self._explained())

    def disputed(self):
        """Citations of a field of which articles state different things, while nobody has decided between them."""
        against = Q(self._explained(), verdict=Verdict.CONTRADICTED)
        alike = Q(In(OuterRef(OuterRef("field")), DATES), OneWithinTheOther(F("said"), OuterRef("said")))
        differ = against | self._other_figure() | self._other_words(~alike)
        return self._with_figure().filter(differ, ~self._decided()).with_facts()

    def with_said(self):
        """Add to each citation `said`: what its article says of a date, a word or a plain number of its fact."""
        statements = Statement.objects.filter(SAME_FACT, article=OuterRef("article"))
        return self.annotate(said=Subquery(statements.values(text=_said(OuterRef("field")))[:1]))

    def _with_figure(self):
        return self.alias(figure=FIGURE)

    def _of_the_same_field(self):
        return self.model.objects.order_by().filter(address=OuterRef("address"), field=OuterRef("field"))

    def _other_figure(self) -> Q:
        others = self._of_the_same_field().exclude(bound="")._with_figure().exclude(figure=OuterRef("figure"))
        return ~Q(bound="") & Q(Exists(others))

    def _other_words(self, *apart: Q) -> Q:
        """Whether another article that is cited for it says something else, `apart` from what this one says."""
        address, field = (OuterRef(OuterRef(OuterRef(name))) for name in ("address", "field"))
        cited = self.model.objects.order_by().filter(
            article=OuterRef("article"), address=address, field=field, bound=""
        )
        others = Statement.objects.filter(SAME_FACT).alias(said=_said(OuterRef(OuterRef("field"))))
        others = others.exclude(article=OuterRef("article")).exclude(said=OuterRef("said"))
        others = others.filter(*apart, Exists(cited), said__isnull=False)
        mine = Statement.objects.filter(SAME_FACT, article=OuterRef("article")).alias(said=_said(OuterRef("field")))
        return Q(Exists(mine.filter(Exists(others), said__isnull=False)), field__in=COMPARABLE, bound="")

    def _explained(self) -> Q:
        """Whether another citation supports the field, and this one is only against the fact, or a known misprint.

        `aip.evidence.errors_among` says the same of verdicts that are not stored.
        """
        supported = Exists(self._of_the_same_field().filter(verdict=Verdict.SUPPORTED))
        misprint = Q(self._decided(), against=Against.CITATION) & ~Q(note="")
        return Q(supported) & (Q(against=Against.FACT) | misprint)

    def _decided(self) -> Exists:
        return Exists(self._of_the_same_field().filter(decisions__isnull=False))


def _said(field: OuterRef) -> Func:
    """What a statement says of a field, in the words of its file."""
    return Func(F("values"), field, function="jsonb_extract_path_text", output_field=TextField())


def _subject_name(model: type[Model]) -> str:
    return next(name for name, subject in SUBJECTS.items() if subject is model)
