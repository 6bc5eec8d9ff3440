"""What an organization is in: its partnerships, the money it puts in and takes in, its energy, its people, its sources.

One query a section, whatever it holds. Money that is committed or closed never stands with what is only hoped for.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.db.models import Model, Q, QuerySet
from django.urls import reverse

from aip.admin.columns import sentence
from aip.figures import Figure
from aip.models import (
    Citation,
    Commitment,
    EnergyDeal,
    Forecast,
    Investment,
    Membership,
    Observation,
    Organization,
    Partnership,
    Position,
)
from aip.models.columns import CEILINGS
from aip.models.facts import named_by
from aip.vocabulary import MONEY_STAGES

MOST = 25  # lines of a section; the rest is on the list


@dataclass
class Line:
    """One thing an organization is in: what it is, where its page is, and what there is to say of it."""

    name: str
    url: str
    says: str = ""
    tag: str = ""
    more: str = ""


@dataclass
class Section:
    """Lines of one kind. `firm` is money that counts; `total` what it comes to, `counted` what of it that is."""

    title: str
    lines: list[Line] = field(default_factory=list)
    firm: bool = False
    total: str = ""
    counted: str = ""
    list_url: str = ""


def profile_of(organization: Organization, user) -> list[Section]:
    """Return the sections that hold something and that the user may see."""
    may = [make for model, make in SECTIONS if user.has_perm(f"aip.view_{model._meta.model_name}")]
    return [section for make in may for section in make(organization) if section.lines]


def _partnerships(organization: Organization) -> Iterable[Section]:
    rows = organization.memberships.select_related("partnership")

    def line(row: Membership) -> Line:
        return Line(
            str(row.partnership), _url(row.partnership), row.get_role_display(), more=_span(row.joined, row.left)
        )

    yield _section("In partnerships", rows, line, organization)


def _acts_for(organization: Organization) -> Iterable[Section]:
    def line(row: Partnership) -> Line:
        return Line(row.name, _url(row), row.get_kind_display(), more=row.announced)

    yield _section("Acts for", organization.acts_for.all(), line, organization)


def _money_out(organization: Organization) -> Iterable[Section]:
    rows = organization.put_in().select_related("investment__partnership")
    ceiling = Q(amount_bound__in=CEILINGS) | Q(amount__isnull=True, investment__amount_bound__in=CEILINGS)
    money = Q(investment__stage__in=MONEY_STAGES) & ~ceiling

    def line(row: Commitment) -> Line:
        return Line(
            str(row.investment),
            _url(row),
            sentence(row.stated_amount) if row.amount else f"its part of {_amount(row.investment)}",
            row.investment.get_stage_display(),
            row.investment.announced,
        )

    title = "Money out: committed or closed"
    sums = _sums(organization.commitments.money(), "commitment", "of its own, no ceilings")
    yield _section(title, rows.filter(money), line, organization, firm=True, **sums)
    yield _section("Money out: targets, ceilings, not firm yet", rows.exclude(money), line, organization)


def _money_in(organization: Organization) -> Iterable[Section]:
    money = Q(stage__in=MONEY_STAGES) & ~Q(amount_bound__in=CEILINGS)
    funding = organization.taken_in().select_related("draws_on__recipient", "draws_on__partnership")
    programmes = Investment.objects.filter(partnership__acts_as=organization).exclude(recipient=organization)
    title = "Money in: committed or closed"
    sums = _sums(organization.funding.money(), "investment", "stated, no ceilings, no parts of another")
    yield _section(title, funding.filter(money), _sum, organization, firm=True, **sums)
    yield _section("Money in: targets, ceilings, not firm yet", funding.exclude(money), _sum, organization)
    title = "Sums of the partnerships it acts for"
    pools = ["draws_on__recipient", "draws_on__partnership"]
    yield _section(title, programmes.select_related(*named_by(Investment), *pools), _sum, organization)


def _sum(row: Investment) -> Line:
    part = row.draws_on and f"part of {row.draws_on}"
    more = ", ".join(filter(None, [row.announced, part]))
    return Line(str(row), _url(row), _amount(row), row.get_stage_display(), more)


def _energy(organization: Organization) -> Iterable[Section]:
    rows = EnergyDeal.objects.filter(Q(supplier=organization) | Q(offtaker=organization))

    def line(row: EnergyDeal) -> Line:
        figures = [
            sentence(row.stated_capacity),
            sentence(row.stated_energy) and f"{sentence(row.stated_energy)} a year",
        ]
        return Line(str(row), _url(row), ", ".join(filter(None, figures)), row.get_stage_display(), row.announced)

    yield _section("Energy deals", rows.select_related("supplier", "offtaker"), line, organization)


def _people(organization: Organization) -> Iterable[Section]:
    def line(row: Position) -> Line:
        return Line(str(row.person), _url(row), row.title, more=_span(row.since, row.until))

    yield _section("People", organization.positions.select_related("person"), line, organization)


def _family(organization: Organization) -> Iterable[Section]:
    def line(row: Organization) -> Line:
        return Line(row.name, _url(row), row.get_kind_display(), more=row.country_name)

    yield _section("Subsidiaries", organization.subsidiaries.all(), line, organization)


def _forecasts(organization: Organization) -> Iterable[Section]:
    def line(row: Forecast) -> Line:
        return Line(str(row), _url(row), sentence(row.stated_value) or "")

    yield _section("Forecasts", organization.forecasts.all(), line, organization)


def _observations(organization: Organization) -> Iterable[Section]:
    def line(row: Observation) -> Line:
        return Line(str(row), _url(row), sentence(row.stated_value) or row.words, more=row.as_of)

    rows = organization.observations.select_related(*named_by(Observation))
    yield _section("Figures besides", rows, line, organization)


def _sources(organization: Organization) -> Iterable[Section]:
    def line(row: Citation) -> Line:
        says = row.field.replace("_", " ") or "the organization"
        more = f"{row.article.publisher}, {row.article.published or 'undated'}"
        return Line(f"“{row.quote}”", _url(row.article), f"supports {says}", more=more)

    yield _section("What sources say", organization.citations.select_related("article__publisher"), line, organization)


SECTIONS: list[tuple[type[Model], Callable[[Organization], Iterable[Section]]]] = [
    (Membership, _partnerships),
    (Partnership, _acts_for),
    (Commitment, _money_out),
    (Investment, _money_in),
    (EnergyDeal, _energy),
    (Position, _people),
    (Organization, _family),
    (Forecast, _forecasts),
    (Observation, _observations),
    (Citation, _sources),
]


def _section(title: str, rows: QuerySet, line: Callable, organization: Organization, **options) -> Section:
    found = list(rows[: MOST + 1])
    page = reverse(f"admin:aip_{rows.model._meta.model_name}_changelist")
    more = f"{page}?{urlencode({'q': organization.name})}" if len(found) > MOST else ""
    return Section(title, [line(row) for row in found[:MOST]], list_url=more, **options)


def _url(row: Model) -> str:
    return reverse(f"admin:aip_{row._meta.model_name}_change", args=[row.pk])


def _amount(investment: Investment) -> str:
    return sentence(investment.stated_amount) or "an amount nobody states"


def _sums(rows: QuerySet, noun: str, rule: str) -> dict[str, str]:
    """Return what rows of money come to, each currency by itself, and which and how many of them are counted."""
    totals = rows.totals()
    count = sum(row["count"] for row in totals)
    if not count:
        return {"total": "No total", "counted": f"as no {noun} here has an amount {rule.partition(',')[0]}"}
    total = ", ".join(sentence(Figure(row["total"], row["currency"])) for row in totals)
    counted = f"in {count} {noun}{'s' if count > 1 else ''}: committed or closed, with an amount {rule}"
    return {"total": total, "counted": counted}


def _span(first: str, last: str) -> str:
    return " ".join(filter(None, [first and f"since {first}", last and f"until {last}"]))
