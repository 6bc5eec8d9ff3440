"""Plain makers of rows for tests. A test names only what it is about; everything else is made up here."""

from itertools import count

from django.contrib.auth.models import Permission, User
from django.utils import timezone

from aip.models import (
    Article,
    Citation,
    Commitment,
    Confirmation,
    Decision,
    EnergyDeal,
    Forecast,
    Investment,
    Membership,
    Observation,
    Organization,
    OrganizationIdentifier,
    OrganizationName,
    Partnership,
    Person,
    Position,
    Publisher,
    Statement,
)
from aip.models.sources import SUBJECTS

_number = count(1)


def _next(word: str) -> str:
    """Return a word that no other row of the test has."""
    return f"{word} {next(_number)}"


def _key(word: str) -> str:
    return _next(word).replace(" ", "-")


def make_organization(name: str = "", **fields) -> Organization:
    return Organization.objects.create(name=name or _next("Organization"), **fields)


def make_other_name(name: str = "", organization: Organization | None = None, **fields) -> OrganizationName:
    organization = organization or make_organization()
    return OrganizationName.objects.create(name=name or _next("Other name"), organization=organization, **fields)


def make_identifier(organization: Organization | None = None, **fields) -> OrganizationIdentifier:
    fields = {"scheme": "wikidata", "value": f"Q{next(_number)}", **fields}
    return OrganizationIdentifier.objects.create(organization=organization or make_organization(), **fields)


def make_person(name: str = "", **fields) -> Person:
    return Person.objects.create(name=name or _next("Person"), **fields)


def make_position(person: Person | None = None, organization: Organization | None = None, **fields) -> Position:
    person, organization = person or make_person(), organization or make_organization()
    return Position.objects.create(person=person, organization=organization, **{"title": _next("director"), **fields})


def make_partnership(name: str = "", **fields) -> Partnership:
    return Partnership.objects.create(name=name or _next("Partnership"), **{"key": _key("partnership"), **fields})


def make_membership(
    partnership: Partnership | None = None, organization: Organization | None = None, **fields
) -> Membership:
    partnership, organization = partnership or make_partnership(), organization or make_organization()
    return Membership.objects.create(partnership=partnership, organization=organization, **fields)


def make_investment(title: str = "", **fields) -> Investment:
    """An amount without bound and currency means so many US dollars exactly."""
    fields = {"key": _key("investment"), "stage": "committed", **_money(fields)}
    return Investment.objects.create(title=title or _next("Investment"), **fields)


def make_commitment(investment: Investment | None = None, investor: Organization | None = None, **fields) -> Commitment:
    investment, investor = investment or make_investment(), investor or make_organization()
    return Commitment.objects.create(investment=investment, investor=investor, **_money(fields))


def make_energy_deal(**fields) -> EnergyDeal:
    """A deal with a supplier, unless a party is named."""
    if not {"supplier", "offtaker"} & set(fields):
        fields["supplier"] = make_organization()
    for name in ("capacity", "energy"):
        if name in fields:
            fields.setdefault(f"{name}_bound", "exact")
    return EnergyDeal.objects.create(**{"key": _key("energy-deal"), "kind": "ppa", "stage": "agreed", **fields})


def make_forecast(**fields) -> Forecast:
    made_up = {"metric": "electricity_use", "region": "world", "year": 2030, "value": 100, "unit": "MWh"}
    return Forecast.objects.create(**{"key": _key("forecast"), **made_up, **fields})


def make_observation(**fields) -> Observation:
    """An observation of an organization, unless something else is named; 80 data centres, unless it says what."""
    if not {"organization", "partnership", "investment", "energy_deal", "site"} & set(fields):
        fields["organization"] = make_organization()
    if "words" not in fields:
        fields = {"value": 80, "value_bound": "exact", "unit": "1", **fields}
    return Observation.objects.create(**{"key": _key("observation"), "measure": "data centres", **fields})


def make_publisher(name: str = "", **fields) -> Publisher:
    return Publisher.objects.create(name=name or _next("Publisher"), **fields)


def make_article(text: str = "", publisher: Publisher | None = None, **fields) -> Article:
    fields = {"key": _key("article"), "language": "en", "text_is": "digest" if text else "none", **fields}
    return Article.objects.create(text=text, publisher=publisher or make_publisher(), **fields)


def make_citation(fact=None, article: Article | None = None, quote: str = "", **fields) -> Citation:
    """A citation of `fact`, which is of any of the nine kinds."""
    fact = fact or make_organization()
    subject = next(name for name, model in SUBJECTS.items() if isinstance(fact, model))
    return Citation.objects.create(
        article=article or make_article(), quote=quote or _next("as printed"), **{subject: fact}, **fields
    )


def make_decision(citation: Citation | None = None, **fields) -> Decision:
    fields = {"reason": "The later article is right.", "decided_at": timezone.now(), **fields}
    return Decision.objects.create(citation=citation or make_citation(), **fields)


def make_statement(article: Article | None = None, **fields) -> Statement:
    fields = {"kind": "organization", "named": _next("Organization"), **fields}
    return Statement.objects.create(article=article or make_article(), **fields)


def make_confirmation(statement: Statement | None = None, **fields) -> Confirmation:
    fields = {"field": "stage", "said": "closed", "held": "agreed", "confirmed_by_name": "Ada", **fields}
    return Confirmation.objects.create(statement=statement or make_statement(), **fields)


def make_user(username: str = "", *, may: tuple[str, ...] = (), **fields) -> User:
    """A member of staff who may do what the permissions say: `may=("view_organization",)`."""
    user = User.objects.create_user(username or _next("editor"), password="a-password", **{"is_staff": True, **fields})
    user.user_permissions.set(Permission.objects.filter(codename__in=may))
    return user


def make_admin(username: str = "") -> User:
    return make_user(username, is_superuser=True)


def _money(fields: dict) -> dict:
    """Return the fields of an amount with what goes with it."""
    if fields.get("amount") is None:
        return fields
    return {"amount_bound": "exact", "currency": "USD", **fields}


def make_one_of_each() -> dict[type, object]:
    """Make a row in every table, each with all its references, and return the rows by their model."""
    organization, partner = make_organization(parent=make_organization()), make_organization()
    make_other_name(organization=organization)
    make_identifier(organization=organization)
    partnership = make_partnership(acts_as=organization, announced="2025-03")
    investment = make_investment(recipient=partner, partnership=partnership, amount=13, draws_on=make_investment())
    deal = {"supplier": organization, "offtaker": partner, "partnership": partnership}
    facts = [
        organization,
        make_position(organization=organization),
        partnership,
        make_membership(partnership, organization, joined="2025-03"),
        investment,
        make_commitment(investment, organization, amount=5),
        make_energy_deal(**deal, technology=["solar", "wind"], capacity=960, capacity_bound="up_to"),
        make_forecast(forecaster=organization),
        make_observation(organization=organization, partnership=partnership, investment=investment, as_of="2025"),
    ]
    citations = [make_citation(fact) for fact in facts]
    rows = [*facts, facts[1].person, citations[0], citations[0].article, citations[0].article.publisher]
    rows += [*organization.other_names.all(), *organization.identifiers.all()]
    rows += [make_decision(citations[4]), make_statement(citations[0].article, organization=organization)]
    rows.append(make_confirmation(rows[-1]))
    return {type(row): row for row in rows}
