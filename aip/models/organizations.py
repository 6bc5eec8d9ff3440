"""Who acts: organizations, the names and identifiers they are known by, the people in them."""

import difflib

import pgtrigger
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import PROTECT, Exists, OuterRef, Q, UniqueConstraint

from aip import codes
from aip.models.columns import (
    Fold,
    beginnings,
    code_constraint,
    country,
    date_constraint,
    earliest,
    order_constraint,
    stated_date,
    trimmed_constraint,
    word_constraint,
    words_of,
)
from aip.models.facts import Fact, FactQuerySet, track
from aip.models.unchecking import uncheck_called, uncheck_citations, uncheck_positions
from aip.vocabulary import IdentifierScheme, NameKind, OrganizationKind


def keep_known_names(organization: str) -> list[pgtrigger.Trigger]:
    """Return the triggers that keep `KnownName` in step with a table's `name`; `organization` is the owner's column."""
    known = f"k.folded = aip_fold(o.name) AND k.organization_id = o.{organization}"
    forget = f"DELETE FROM aip_knownname k USING {{old}} WHERE {known}"
    learn = f"INSERT INTO aip_knownname (folded, organization_id) SELECT aip_fold(n.name), n.{organization} FROM "
    renamed = f"(n.name, n.{organization}) IS DISTINCT FROM (o.name, o.{organization})"
    statement = {"level": pgtrigger.Statement, "when": pgtrigger.After}
    return [
        pgtrigger.Trigger(
            name="learn_names",
            operation=pgtrigger.Insert,
            referencing=pgtrigger.Referencing(new="new_rows"),
            func=f"{learn} new_rows n; RETURN NULL;",
            **statement,
        ),
        pgtrigger.Trigger(
            name="relearn_names",
            operation=pgtrigger.Update,
            referencing=pgtrigger.Referencing(old="old_rows", new="new_rows"),
            func=f"""
                {forget.format(old="old_rows o JOIN new_rows n ON n.id = o.id")} AND {renamed};
                {learn} new_rows n JOIN old_rows o ON o.id = n.id WHERE {renamed};
                RETURN NULL;
            """,
            **statement,
        ),
        pgtrigger.Trigger(
            name="forget_names",
            operation=pgtrigger.Delete,
            referencing=pgtrigger.Referencing(old="old_rows"),
            func=f"{forget.format(old='old_rows o')}; RETURN NULL;",
            **statement,
        ),
    ]


# Says itself what clean() says more kindly, to whatever writes: the shell, a load, raw SQL.
PARENTS_MAKE_NO_CIRCLE = """
    IF NEW.id IN (
        WITH RECURSIVE parents(id) AS (
            SELECT NEW.parent_id
            UNION
            SELECT o.parent_id FROM aip_organization o JOIN parents ON o.id = parents.id WHERE o.parent_id IS NOT NULL
        )
        SELECT id FROM parents
    ) THEN
        RAISE EXCEPTION 'Organizations are parents of each other in a circle: %', NEW.name
        USING ERRCODE = 'check_violation', CONSTRAINT = 'organization_parents_make_no_circle';
    END IF;
    RETURN NULL;
"""


class OrganizationQuerySet(FactQuerySet):
    def named(self, name: str) -> "Organization":
        """Return the organization known by `name`, whatever its case; DoesNotExist suggests what is nearly right."""
        try:
            return self.get(known_names__folded=Fold(models.Value(name)))
        except self.model.DoesNotExist:
            known = KnownName.objects.values_list("folded", flat=True)[:10_000]
            near = difflib.get_close_matches(name.lower(), known)
            hint = f" Do you mean “{'” or “'.join(near)}”?" if near else ""
            raise self.model.DoesNotExist(f"No organization is known as “{name}”.{hint}") from None

    def search(self, words: str):
        """Organizations of which one known name has, for every word of `words`, a word that begins with it."""
        if not words_of(words):
            return self.none()
        return self.filter(Exists(KnownName.objects.filter(organization=OuterRef("pk"), words=beginnings(words))))


@track
class Organization(Fact):
    """The only thing that acts: company, fund, lab, utility, government, consortium."""

    natural = ("name",)
    cited_besides = ("aliases", "former", "legal", "short", "identifiers")

    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=30, blank=True, choices=OrganizationKind.choices())
    country = country()
    parent = models.ForeignKey("self", PROTECT, null=True, blank=True, related_name="subsidiaries")
    website = models.URLField(max_length=500, blank=True)

    objects = OrganizationQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        indexes = [models.Index(fields=["name"], name="organization_order")]
        triggers = [
            *keep_known_names("id"),
            uncheck_citations("organization"),
            pgtrigger.Trigger(
                name="parents_make_no_circle",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when=pgtrigger.After,
                condition=pgtrigger.Q(new__parent__isnull=False),
                func=PARENTS_MAKE_NO_CIRCLE,
            ),
        ]
        constraints = [
            trimmed_constraint("organization", "name"),
            word_constraint("organization", "kind", OrganizationKind, blank=True),
            code_constraint("organization", "country", "^[A-Z]{2}$", "A country is two capital letters (ISO 3166-1)."),
            models.CheckConstraint(
                name="organization_is_not_its_own_parent",
                condition=Q(parent__isnull=True) | ~Q(parent=models.F("pk")),
                violation_error_message="An organization is not its own parent.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        refuse_taken_name(self.name, self.pk)
        parent, seen = self.parent, {self.pk}
        while parent:
            if parent.pk in seen:
                raise ValidationError({"parent": "The parents make a circle."}, code="circle")
            seen.add(parent.pk)
            parent = parent.parent

    @property
    def country_name(self) -> str:
        """The country for people, from CLDR."""
        return codes.countries().get(self.country, self.country)

    def partners(self):
        """Return the other members of its partnerships, each with its role and the partnership."""
        return self.memberships.model.objects.partners_of(self)

    def put_in(self):
        """Return its commitments: what it has put, or says it will put, into which investment."""
        return self.commitments.select_related("investment__recipient", "investor")

    def taken_in(self):
        """Return the investments of which it is the recipient."""
        return self.funding.select_related("recipient")


class KnownNameManager(models.Manager):
    def get_queryset(self):
        return super().get_queryset().alias(words=SearchVector("folded", config="simple"))


class KnownName(models.Model):
    """Every name of every organization, as compared. Kept by triggers on the two tables of names; never edited.

    The one place where "a name belongs to one organization" is true, whatever wrote the name.
    """

    folded = models.TextField()
    organization = models.ForeignKey(Organization, models.DO_NOTHING, related_name="known_names")

    objects = KnownNameManager()

    class Meta:
        indexes = [GinIndex(SearchVector("folded", config="simple"), name="known_name_words")]
        triggers = uncheck_called()
        constraints = [UniqueConstraint(fields=["folded"], name="name_belongs_to_one_organization")]

    def __str__(self) -> str:
        return self.folded


def refuse_taken_name(name: str, organization_id: int | None) -> None:
    """Refuse a name by which another organization is known. The rule itself is KnownName's; this puts it in words."""
    owner = Organization.objects.filter(known_names__folded=Fold(models.Value(name))).first()
    if owner and owner.pk != organization_id:
        message = f"“{name}” is a name of {owner} already. A name belongs to one organization."
        raise ValidationError({"name": message}, code="taken")


@track
class OrganizationName(Fact):
    """Another name of an organization."""

    natural = ("organization__name", "name")
    depends_on = ("aip.organization",)

    organization = models.ForeignKey(Organization, models.CASCADE, related_name="other_names")
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, choices=NameKind.choices(), default=NameKind.ALIAS.value)

    class Meta:
        ordering = ["name"]
        verbose_name = "other name"
        triggers = keep_known_names("organization_id")
        constraints = [
            trimmed_constraint("other_name", "name"),
            word_constraint("other_name", "kind", NameKind),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        refuse_taken_name(self.name, self.organization_id)
        if Organization.objects.filter(pk=self.organization_id, name__alike=self.name).exists():
            raise ValidationError({"name": f"“{self.name}” is the organization's main name."}, code="taken")


@track
class OrganizationIdentifier(Fact):
    """An identifier of an organization in somebody's register."""

    natural = ("scheme", "value")
    depends_on = ("aip.organization",)

    organization = models.ForeignKey(Organization, models.CASCADE, related_name="identifiers")
    scheme = models.CharField(max_length=20, choices=IdentifierScheme.choices())
    value = models.CharField(max_length=60)

    class Meta:
        ordering = ["scheme", "value"]
        verbose_name = "identifier"
        constraints = [
            UniqueConstraint(
                fields=["scheme", "value"],
                name="identifier_belongs_to_one_organization",
                violation_error_message="This identifier is another organization's already.",
            ),
            word_constraint("identifier", "scheme", IdentifierScheme),
            trimmed_constraint("identifier", "value"),
        ]

    def __str__(self) -> str:
        return f"{self.get_scheme_display()} {self.value}"

    def clean(self) -> None:
        if self.scheme and self.value:
            try:
                codes.check_identifier(self.scheme, self.value)
            except ValueError as error:
                raise ValidationError({"value": str(error)}, code=self.scheme) from None


@track
class Person(Fact):
    """Somebody who speaks or decides for an organization."""

    natural = ("name",)

    name = models.CharField(max_length=200, help_text="Of two people of one name, add what tells them apart.")

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "people"
        triggers = [uncheck_positions()]
        constraints = [
            UniqueConstraint(Fold("name"), name="person_name_is_unique", violation_error_message="Known already."),
            trimmed_constraint("person", "name"),
        ]

    def __str__(self) -> str:
        return self.name


@track
class Position(Fact):
    """A person's title at an organization, and when."""

    natural = ("person__name", "organization__name", "title")
    depends_on = ("aip.person", "aip.organization")
    named_by = ("person", "organization")

    person = models.ForeignKey(Person, PROTECT, related_name="positions")
    organization = models.ForeignKey(Organization, PROTECT, related_name="positions")
    title = models.CharField(max_length=200)
    since = stated_date("from")
    since_earliest = earliest("since")
    until = stated_date("to")
    until_earliest = earliest("until")

    class Meta:
        ordering = ["organization", "person"]
        triggers = [uncheck_citations("position")]
        constraints = [
            UniqueConstraint(
                fields=["person", "organization", "title"],
                name="position_is_stated_once",
                violation_error_message="This person has this title here already.",
            ),
            trimmed_constraint("position", "title"),
            date_constraint("position", "since"),
            date_constraint("position", "until"),
            order_constraint("position", "since", "until"),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.title} of {self.organization}"
