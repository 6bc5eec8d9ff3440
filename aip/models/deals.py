"""Who is allied with whom, and who puts how much into what."""

from collections import defaultdict
from datetime import date

import pgtrigger
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import PROTECT, Count, F, Q, Sum, UniqueConstraint

from aip.models.columns import (
    CEILINGS,
    bound,
    currency,
    date_constraint,
    earliest,
    figure_constraints,
    number,
    order_constraint,
    stated_date,
    stated_figure,
    trimmed_constraint,
    word_constraint,
    words_for,
)
from aip.models.facts import Fact, FactQuerySet, key, key_constraint, track
from aip.models.organizations import Organization
from aip.models.unchecking import uncheck_citations
from aip.vocabulary import MONEY_STAGES, Basis, Binding, CommitmentRole, PartnershipKind, Role, Stage


@track
class Partnership(Fact):
    """An alliance with members in roles; `acts_as` is the organization that signs or invests in its name, if any."""

    key = key()
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=30, blank=True, choices=PartnershipKind.choices())
    announced = stated_date()
    announced_earliest = earliest("announced")
    purpose = models.TextField(blank=True)
    binding = models.CharField(max_length=15, choices=Binding.choices(), default=Binding.UNKNOWN.value)
    acts_as = models.ForeignKey(
        Organization,
        PROTECT,
        null=True,
        blank=True,
        related_name="acts_for",
        help_text="The organization that signs or invests in the partnership's name, if there is one.",
    )

    class Meta:
        ordering = [F("announced_earliest").desc(nulls_last=True), "key"]
        indexes = [models.Index(F("announced_earliest").desc(nulls_last=True), "key", name="partnership_order")]
        triggers = [uncheck_citations("partnership")]
        constraints = [
            key_constraint("partnership"),
            trimmed_constraint("partnership", "name"),
            word_constraint("partnership", "kind", PartnershipKind, blank=True),
            word_constraint("partnership", "binding", Binding),
            date_constraint("partnership", "announced"),
        ]

    def __str__(self) -> str:
        return self.name


class MembershipQuerySet(FactQuerySet):
    def as_of(self, day: date | str):
        """Memberships that may have begun by `day` and had not ended by it; an unknown date does not exclude."""
        begun = Q(joined_earliest__isnull=True) | Q(joined_earliest__lte=day)
        return self.filter(begun, Q(left_earliest__isnull=True) | Q(left_earliest__gt=day))

    def in_role(self, role: str):
        """Memberships in one role; ValueError for a word that is none."""
        return self.filter(role=Role(role).value)

    def by_role(self) -> dict[str, list[Organization]]:
        """Return the members, as organizations, by role."""
        members = defaultdict(list)
        for membership in self.select_related("organization"):
            members[membership.role].append(membership.organization)
        return dict(members)

    def partners_of(self, organization: Organization):
        """Memberships of others in the partnerships of `organization`, or in the one that it acts for."""
        shared = Q(partnership__memberships__organization=organization) | Q(partnership__acts_as=organization)
        return (
            self.filter(pk__in=self.model.objects.filter(shared).values("pk"))
            .exclude(organization=organization)
            .select_related("organization", "partnership")
        )


@track
class Membership(Fact):
    """An organization in a partnership: what it does there, and when it joined and left."""

    natural = ("partnership__key", "organization__name", "role")
    depends_on = ("aip.partnership", "aip.organization")
    named_by = ("organization", "partnership")

    partnership = models.ForeignKey(Partnership, PROTECT, related_name="memberships")
    organization = models.ForeignKey(Organization, PROTECT, related_name="memberships")
    role = models.CharField(max_length=30, choices=Role.choices(), default=Role.MEMBER.value)
    joined = stated_date()
    joined_earliest = earliest("joined")
    left = stated_date()
    left_earliest = earliest("left")

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering = ["partnership", "organization", "role"]
        triggers = [uncheck_citations("membership")]
        constraints = [
            UniqueConstraint(
                fields=["partnership", "organization", "role"],
                name="membership_is_stated_once",
                violation_error_message="This organization is in the partnership in this role already.",
            ),
            word_constraint("membership", "role", Role),
            date_constraint("membership", "joined"),
            date_constraint("membership", "left"),
            order_constraint("membership", "joined", "left"),
        ]

    def __str__(self) -> str:
        return f"{self.organization}, {self.get_role_display()} in {self.partnership}"


class MoneyQuerySet(FactQuerySet):
    """Sums of money that never mix currencies, nor take a hope for a payment."""

    def totals(self) -> list[dict]:
        """Return one row a currency, the largest first: currency, total, count of amounts.

        A range counts with its lower end; a ceiling ("up to") and an undisclosed amount count nothing.
        """
        rows = self.filter(amount__isnull=False).exclude(amount_bound__in=CEILINGS).order_by()
        return list(rows.values("currency").annotate(total=Sum("amount"), count=Count("pk")).order_by("-total"))

    def ceilings(self):
        """Those of which only an upper limit is stated; they have no total."""
        return self.filter(amount_bound__in=CEILINGS)


MOST_POOLS = 4  # how deep pools may nest

# Says itself what clean() says more kindly, to whatever writes: the shell, a load, raw SQL.
POOLS_MAKE_NO_CIRCLE = f"""
    WITH RECURSIVE above(id, depth) AS (
        SELECT NEW.draws_on_id, 1
        UNION ALL
        SELECT i.draws_on_id, depth + 1 FROM aip_investment i JOIN above ON i.id = above.id
        WHERE i.draws_on_id IS NOT NULL AND depth <= {MOST_POOLS}
    ), below(id, depth) AS (
        SELECT NEW.id, 0
        UNION ALL
        SELECT i.id, depth + 1 FROM aip_investment i JOIN below ON i.draws_on_id = below.id
        WHERE depth <= {MOST_POOLS}
    )
    SELECT (SELECT max(depth) FROM above) + (SELECT max(depth) FROM below) > {MOST_POOLS} INTO too_deep;
    IF too_deep THEN
        RAISE EXCEPTION 'Pools draw on each other in a circle, or nest more than {MOST_POOLS} deep: %', NEW.key
        USING ERRCODE = 'check_violation', CONSTRAINT = 'investment_pools_make_no_circle';
    END IF;
    RETURN NULL;
"""


class InvestmentQuerySet(MoneyQuerySet):
    def money(self):
        """Investments that count as money: committed or closed, and not part of a pool that is counted here too.

        Narrow first, then ask: `openai.funding.money()` counts a part whose pool is not OpenAI's.
        """
        return self.filter(stage__in=MONEY_STAGES)._without_parts()

    def targets(self):
        """Investments that are hoped for: rumoured, aimed at, or in a letter of intent; no part of one counted here."""
        return self.filter(stage__in=[Stage.RUMOURED, Stage.TARGET, Stage.LETTER_OF_INTENT])._without_parts()

    def of_basis(self, *bases: str):
        """Investments of these kinds of money: `of_basis("equity")`; ValueError for a word that is none."""
        return self.filter(basis__in=[Basis(word).value for word in bases])

    def _without_parts(self):
        """Leave out what draws, by however many steps, on a pool that is counted with an amount of its own."""
        pools = self.exclude(amount_bound__in=CEILINGS).filter(amount__isnull=False).order_by().values("pk")
        whole, path = self, "draws_on"
        for _ in range(MOST_POOLS):
            whole = whole.exclude(**{f"{path}__in": pools})
            path += "__draws_on"
        return whole


@track
class Investment(Fact):
    """One sum for one purpose: a target, a round, a purchase, a programme."""

    named_by = ("recipient", "partnership")

    key = key()
    title = models.CharField(max_length=200, blank=True)
    recipient = models.ForeignKey(
        Organization,
        PROTECT,
        null=True,
        blank=True,
        related_name="funding",
        help_text="None for a programme that is not one company.",
    )
    partnership = models.ForeignKey(Partnership, PROTECT, null=True, blank=True, related_name="investments")
    amount = number(20, 2)
    amount_high = number(20, 2)
    amount_bound = bound("undisclosed")
    currency = currency()
    basis = models.CharField(max_length=20, choices=Basis.choices(), default=Basis.UNSPECIFIED.value)
    stage = models.CharField(max_length=20, choices=Stage.choices())
    announced = stated_date()
    announced_earliest = earliest("announced")
    closed = stated_date()
    closed_earliest = earliest("closed")
    draws_on = models.ForeignKey(
        "self",
        PROTECT,
        null=True,
        blank=True,
        related_name="drawn",
        help_text="The pool or ceiling of which this is a part.",
    )

    objects = InvestmentQuerySet.as_manager()

    class Meta:
        ordering = [F("announced_earliest").desc(nulls_last=True), "key"]
        indexes = [models.Index(F("announced_earliest").desc(nulls_last=True), "key", name="investment_order")]
        triggers = [
            uncheck_citations("investment"),
            pgtrigger.Trigger(
                name="pools_make_no_circle",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when=pgtrigger.After,
                condition=pgtrigger.Q(new__draws_on__isnull=False),
                declare=[("too_deep", "boolean")],
                func=POOLS_MAKE_NO_CIRCLE,
            ),
        ]
        constraints = [
            key_constraint("investment"),
            *figure_constraints("investment", "amount", unit="currency"),
            word_constraint("investment", "basis", Basis),
            word_constraint("investment", "stage", Stage),
            date_constraint("investment", "announced"),
            date_constraint("investment", "closed"),
            models.CheckConstraint(
                name="investment_does_not_draw_on_itself",
                condition=Q(draws_on__isnull=True) | ~Q(draws_on=F("pk")),
                violation_error_message="An investment does not draw on itself.",
            ),
        ]

    def __str__(self) -> str:
        return self.title or f"Investment in {self.recipient or self.partnership or self.key}"

    @property
    def stated_amount(self):
        """The amount as a figure, or None where no source states it."""
        return stated_figure(self.amount, self.amount_high, self.amount_bound, self.currency)

    @property
    def sentence(self) -> str:
        """The investment in a line: "OpenAI's round: about USD 13 bn (closed)"."""
        return f"{self}: {words_for(self.stated_amount)} ({self.get_stage_display()})"

    def clean(self) -> None:
        pool, depth = self.draws_on, 1
        while pool:
            if pool.pk == self.pk:
                raise ValidationError({"draws_on": "The pools draw on each other in a circle."}, code="circle")
            if depth > MOST_POOLS:
                raise ValidationError({"draws_on": f"Pools nest at most {MOST_POOLS} deep."}, code="depth")
            pool, depth = pool.draws_on, depth + 1


class CommitmentQuerySet(MoneyQuerySet):
    def money(self):
        """Commitments to investments that are committed or closed."""
        return self.filter(investment__stage__in=MONEY_STAGES)

    def of_basis(self, *bases: str):
        """Commitments to investments of these kinds of money; ValueError for a word that is none."""
        return self.filter(investment__basis__in=[Basis(word).value for word in bases])


@track
class Commitment(Fact):
    """One investor's part in an investment; its own amount may be undisclosed, which is neither zero nor the rest."""

    natural = ("investment__key", "investor__name")
    depends_on = ("aip.investment", "aip.organization")
    named_by = ("investor", "investment")

    investment = models.ForeignKey(Investment, PROTECT, related_name="commitments")
    investor = models.ForeignKey(Organization, PROTECT, related_name="commitments")
    role = models.CharField(max_length=15, blank=True, choices=CommitmentRole.choices())
    amount = number(20, 2)
    amount_high = number(20, 2)
    amount_bound = bound("undisclosed")
    currency = currency()

    objects = CommitmentQuerySet.as_manager()

    class Meta:
        ordering = ["investment", "investor"]
        triggers = [uncheck_citations("commitment")]
        constraints = [
            UniqueConstraint(
                fields=["investment", "investor"],
                name="commitment_is_stated_once",
                violation_error_message="This investor is part of the investment already.",
            ),
            *figure_constraints("commitment", "amount", unit="currency"),
            word_constraint("commitment", "role", CommitmentRole, blank=True),
        ]

    def __str__(self) -> str:
        return f"{self.investor} in {self.investment}"

    @property
    def stated_amount(self):
        """The investor's own amount as a figure, or None where no source states it."""
        return stated_figure(self.amount, self.amount_high, self.amount_bound, self.currency)

    @property
    def sentence(self) -> str:
        """The commitment in a line: its own amount, and the investment of which it is a part."""
        return f"{self.investor}, {words_for(self.stated_amount)}, in {self.investment.sentence}"
