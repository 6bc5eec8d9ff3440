"""Made-up article files, and edits as editors make them, all from one source of randomness."""

from datetime import UTC, datetime
from decimal import Decimal

from django.core import serializers
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError

from aip.loading.stating.decisions import accept
from aip.models import (
    Article,
    Citation,
    Commitment,
    Decision,
    EnergyDeal,
    Forecast,
    Investment,
    LoadedFile,
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

NAMES = ["Alpha", "Beta Corp", "Gamma/Delta", "Épsilon", "Zeta: AG", "Eta"]
ALIASES = {"Alpha": ["ALF", "Alpha Inc."], "Beta Corp": ["BC", "Beta"], "Eta": ["H"]}
PEOPLE = ["Ada L.", "Bob/By"]
DATES = ["2024", "2025-03", "2025-10-15", "2025~", "2026-01/2026-06"]
MONEY = ["about 13 billion USD", "up to 2 million EUR", "30 billion USD", "1 to 2 billion USD", "undisclosed"]
POWER = ["up to 960 MW", "1.2 GW", "835 MW"]
ENERGY = ["3 TWh", "more than 20 GWh"]
ANY = ["more than 1580 TWh", "27 %", "about 80", "90 GW", "3 trillion USD"]
STAGES = ["target", "agreed", "committed", "closed"]
IDENTIFIERS = {"Alpha": {"wikidata": "Q42"}, "Eta": {"ticker": "XETR:ETA", "wikidata": ["Q1", "Q2"]}}
MODELS = [
    Decision,
    Citation,
    Observation,
    Forecast,
    EnergyDeal,
    Commitment,
    Investment,
    Membership,
    Partnership,
    Position,
    Person,
    OrganizationIdentifier,
    OrganizationName,
    Organization,
    Article,
    Publisher,
]


class Maker:
    """Makes files and edits."""

    def __init__(self, random):
        self.random = random
        self.quotes = 0

    def maybe(self, chance=0.5):
        return self.random.random() < chance

    def one(self, values):
        return self.random.choice(list(values))

    def quote(self):
        self.quotes += 1
        return f"phrase {self.quotes} as printed"

    def name(self):
        name = self.one(NAMES)
        return self.one([name, *ALIASES.get(name, [])]) if self.maybe(0.3) else name

    # Files

    def files(self):
        """Return the data of some articles by their keys; all of one set load together."""
        head = {"key0": self.article(whole=True)}
        return {**head, **{f"key{number}": self.article() for number in range(1, 2 + self.random.randrange(3))}}

    def article(self, *, whole=False):
        before = self.quotes
        data = {
            "article": {
                "publisher": {
                    "name": self.one(["AIbase", "Wire"]),
                    **self.some(kind=["wire", "online"], country=["DE"]),
                },
                "language": "de",
                **self.some(published=DATES, title=["A title", "No: 12"], note=["A note.\n"], url=["https://a.de/b"]),
            },
            "organizations": [self.organization(name, whole) for name in NAMES if whole or self.maybe()],
            "people": [self.person(name) for name in PEOPLE if self.maybe()],
            "partnerships": [self.partnership(key) for key in ("p1", "p2") if whole or self.maybe()],
            "investments": [self.investment(key) for key in ("i1", "i2", "i3") if whole or self.maybe()],
            "energy_deals": [self.energy_deal("e1")] if whole or self.maybe() else [],
            "forecasts": [self.forecast("f1")] if whole or self.maybe() else [],
            "observations": [self.observation("o1")] if whole or self.maybe() else [],
        }
        if self.maybe():
            phrases = " ".join(f"phrase {number} as printed." for number in range(before + 1, self.quotes + 1))
            data["article"] |= {"text": f"One.\n\n{phrases}\n", "text_is": "digest"}
        return {name: value for name, value in data.items() if value}

    def some(self, chance=0.4, **fields):
        return {name: self.one(values) for name, values in fields.items() if self.maybe(chance)}

    def cited(self, entry, *fields):
        cites = [{"field": name, "quote": self.quote()} for name in fields if name in entry and self.maybe()]
        cites += [{"quote": self.quote()}] if self.maybe(0.3) else []
        return {**entry, "cite": cites} if cites else entry

    def organization(self, name, whole):
        entry = {"name": name, **self.some(kind=["company", "fund"], country=["DE", "US"], note=["Of note."])}
        if whole or self.maybe(0.2):
            entry |= {"aliases": ALIASES[name]} if name in ALIASES else {}
            entry |= {"identifiers": IDENTIFIERS[name]} if name in IDENTIFIERS else {}
        if name == "Beta Corp" and self.maybe():
            entry["parent"] = self.one(["Alpha", "ALF", "Eta"])
        return self.cited(entry, "kind", "parent", "aliases", "identifiers")

    def person(self, name):
        titles = {(self.name(), self.one(["chief", "head of A/B"])): 0 for _ in range(self.random.randrange(3))}
        parts = [{"organization": one, "title": two, **self.some(since=["2020"])} for one, two in titles]
        return {
            "name": name,
            **self.some(note=["A person."]),
            "positions": [self.cited(part, "title") for part in parts],
        }

    def partnership(self, key):
        members = {(self.one(NAMES), self.one(["founder", "member"])): 0 for _ in range(self.random.randrange(4))}
        parts = [{"organization": one, "role": two, **self.some(joined=["2024"])} for one, two in members]
        entry = {"key": key, "name": self.one(["An alliance", "The alliance"])}
        entry |= self.some(kind=["consortium"], announced=DATES, purpose=["To: build\nall.\n"], binding=["binding"])
        entry |= self.some(acts_as=NAMES)
        return self.cited({**entry, "members": [self.cited(part, "joined") for part in parts]}, "name", "announced")

    def investment(self, key):
        investors = {self.one(NAMES): 0 for _ in range(self.random.randrange(3))}
        parts = [{"investor": one, **self.some(amount=MONEY, role=["lead"])} for one in investors]
        entry = {
            "key": key,
            **self.some(0.6, amount=MONEY, announced=DATES, title=["A round"], basis=["equity", "debt"]),
        }
        entry |= {"stage": self.one(STAGES), **self.some(recipient=NAMES, partnership=["p1", "p2"])}
        if key != "i3":
            entry |= self.some(draws_on=["i3"])
        parts = [self.cited(part, "amount") for part in parts]
        return self.cited({**entry, "commitments": parts}, "amount", "stage", "recipient")

    def energy_deal(self, key):
        entry = {"key": key, "supplier": self.one(["Alpha", "Eta"]), "kind": "ppa", "stage": self.one(STAGES)}
        entry |= self.some(capacity=POWER, energy=ENERGY, technology=[["solar"], ["wind", "solar"]], term_years=["20"])
        return self.cited({**entry, **self.some(starts=DATES, site=["A site"])}, "capacity", "energy", "starts")

    def forecast(self, key):
        entry = {"key": key, "metric": "electricity_use", "region": self.one(["world", "NO"]), "year": "2030"}
        return self.cited({**entry, "value": self.one(ANY), **self.some(forecaster=NAMES)}, "value", "year")

    def observation(self, key):
        entry = {"key": key, "measure": "chips", "value": self.one(ANY), "organization": self.one(NAMES)}
        return self.cited({**entry, **self.some(as_of=DATES, words=["many"], investment=["i1"])}, "value", "words")

    # Edits

    def edit(self):
        """Make one edit by hand, or none where the database refuses it; return what it was."""
        name = self.one([each for each in dir(self) if each.startswith("edit_")])
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL DEFERRED")
                getattr(self, name)()
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        except (IntegrityError, ValidationError, ProtectedError, IndexError, ValueError):
            return ""
        return name

    def row(self, model):
        return self.one(model.objects.order_by("pk"))

    def keep(self, row):
        row.full_clean()
        row.save()

    def edit_amount(self):
        row = self.row(self.one([Investment, Commitment]))
        row.amount, row.amount_high, row.amount_bound, row.currency = self.one(
            [
                (Decimal("14.5e9"), None, "about", "USD"),
                (Decimal(7), None, "up_to", "EUR"),
                (None, None, "undisclosed", ""),
            ]
        )
        self.keep(row)

    def edit_figure(self):
        row = self.row(self.one([Forecast, Observation]))
        row.value, row.value_high, row.value_bound, row.unit = self.one(
            [(Decimal(5), Decimal(9), "range", "MW"), (Decimal("0.5"), None, "exact", "%"), (None, None, "", "")]
        )
        if isinstance(row, Forecast) and not row.value_bound:
            raise ValidationError("A forecast without a value is none.")
        self.keep(row)

    def edit_capacity(self):
        row = self.row(EnergyDeal)
        row.capacity, row.capacity_high, row.capacity_bound = self.one([(Decimal(5), None, "exact"), (None, None, "")])
        self.keep(row)

    def edit_words(self):
        model, name = self.one(
            [
                (Investment, "title"),
                (Investment, "announced"),
                (Partnership, "announced"),
                (Partnership, "purpose"),
                (Partnership, "name"),
                (Membership, "joined"),
                (Position, "since"),
                (EnergyDeal, "starts"),
                (EnergyDeal, "site"),
                (Observation, "words"),
                (Observation, "as_of"),
                (Article, "title"),
                (Article, "published"),
                (Article, "url"),
                (Organization, "website"),
                *((each, "note") for each in SUBJECTS.values()),
                *((each, "note") for each in (Article, Publisher, Person, Citation)),
            ]
        )
        row = self.row(model)
        words = (
            ["", "2019-05"]
            if name in ("joined", "since", "starts", "as_of", "announced", "published")
            else ["", "Other"]
        )
        setattr(row, name, self.one(["", "https://x.de/y"] if name in ("url", "website") else words))
        self.keep(row)

    def edit_choice(self):
        model, name, values = self.one(
            [
                (Investment, "stage", STAGES),
                (Investment, "basis", ["unspecified", "debt"]),
                (Partnership, "binding", ["unknown", "non_binding"]),
                (Organization, "kind", ["", "utility"]),
                (Organization, "country", ["", "FR"]),
                (Publisher, "kind", ["", "trade_press"]),
                (Publisher, "country", ["", "CH"]),
                (EnergyDeal, "technology", [[], ["nuclear", "solar"]]),
                (EnergyDeal, "term_years", [None, 15]),
                (Membership, "role", ["owner", "member"]),
                (Forecast, "year", [2040]),
            ]
        )
        row = self.row(model)
        setattr(row, name, self.one(values))
        self.keep(row)

    def edit_reference(self):
        model, name, target = self.one(
            [
                (Investment, "recipient", Organization),
                (Investment, "partnership", Partnership),
                (Investment, "draws_on", Investment),
                (Organization, "parent", Organization),
                (Partnership, "acts_as", Organization),
                (EnergyDeal, "offtaker", Organization),
                (Observation, "energy_deal", EnergyDeal),
                (Article, "publisher", Publisher),
                (Membership, "organization", Organization),
                (Membership, "partnership", Partnership),
                (Commitment, "investor", Organization),
                (Position, "person", Person),
            ]
        )
        row = self.row(model)
        setattr(row, name, None if self.maybe(0.3) and model._meta.get_field(name).null else self.row(target))
        self.keep(row)

    def edit_name(self):
        row = self.row(self.one([Organization, Person, Publisher]))
        old, row.name = row.name, self.one([f"New {row.name}", row.name.upper()])
        self.keep(row)
        if isinstance(row, Organization) and self.maybe():
            OrganizationName.objects.create(organization=row, name=old, kind="former")

    def edit_swap_names(self):
        other = self.row(OrganizationName)
        row, name = other.organization, other.name
        other.delete()
        old, row.name = row.name, name
        row.save()
        OrganizationName.objects.create(organization=row, name=old)

    def edit_other_name(self):
        if self.maybe():
            row = self.row(OrganizationName)
            row.delete() if self.maybe() else self.keep(self.set(row, kind=self.one(["legal", "short"])))
        else:
            self.keep(OrganizationName(organization=self.row(Organization), name=self.one(["Nick", "BC", "H"])))

    def set(self, row, **fields):
        for name, value in fields.items():
            setattr(row, name, value)
        return row

    def edit_identifier(self):
        if self.maybe():
            self.row(OrganizationIdentifier).delete()
        else:
            self.keep(OrganizationIdentifier(organization=self.row(Organization), scheme="wikidata", value="Q77"))

    def edit_delete(self):
        row = self.row(self.one([*SUBJECTS.values(), Person]))
        if hasattr(row, "citations"):
            row.citations.all().delete()
        row.delete()

    def edit_delete_article(self):
        row = self.row(Article)
        row.citations.all().delete()
        row.delete()

    def edit_add(self):
        organization, number = self.row(Organization), self.random.randrange(100)
        rows = [
            Organization(name=f"Typed {number}", kind=self.one(["", "fund"])),
            Position(person=self.row(Person), organization=organization, title="chair"),
            Partnership(key=f"typed-{number}", name="Typed"),
            Membership(partnership=self.row(Partnership), organization=organization, role="lead"),
            Investment(key=f"typed-{number}", stage="agreed", amount=5, amount_bound="exact", currency="USD"),
            Commitment(investment=self.row(Investment), investor=organization),
            EnergyDeal(key=f"typed-{number}", supplier=organization, kind="ppa", stage="agreed"),
            Forecast(key=f"typed-{number}", metric="jobs", region="DE", year=2031, value=3, unit="1"),
            Observation(key=f"typed-{number}", measure="jobs", site="Here", words="some"),
            Person(name=f"Typed {number}"),
            Publisher(name=f"Typed {number}", note="A note."),
            Article(key=f"typed-{number}", publisher=self.row(Publisher), language="en"),
        ]
        row = self.one(rows)
        self.keep(row)
        for _ in range(self.random.randrange(3) if type(row) in SUBJECTS.values() else 0):
            self.cite(row)

    def cite(self, fact):
        kind = next(name for name, model in SUBJECTS.items() if model is type(fact))
        field = self.one(["", *fact.citable()])
        figure = {}
        if field in ("amount", "capacity", "value") and self.maybe(0.8):
            unit = {"capacity": "MW"}.get(field, "USD")
            figure = {"value": self.one([5, 700]), "bound": "exact", "unit": unit}
        article = self.row(Article)
        quote = self.quote()
        if article.text:
            article.text += f"\nMore: {quote}.\n"
            article.save()
        self.keep(Citation(article=article, field=field, quote=quote, **{kind: fact}, **figure))

    def edit_cite(self):
        self.cite(self.row(self.one(SUBJECTS.values())))

    def edit_citation(self):
        row = self.row(Citation)
        if self.maybe(0.3) and not row.decisions.exists():
            row.delete()
        elif row.bound and self.maybe():
            self.keep(self.set(row, value=8, value_high=None, bound="about", unit=row.unit or "USD"))
        else:
            row.quote = self.quote()
            if row.article.text:
                row.article.text += f"\nAlso {row.quote}.\n"
                row.article.save()
            self.keep(row)

    def edit_text(self):
        row = self.row(Article)
        row.text = f"Before.\n\n{row.text or 'phrase 1 as printed'}" if self.maybe(0.8) else ""
        row.text_is = "original" if row.text else "none"
        self.keep(row)

    def edit_decide(self):
        citation = self.row(Citation.objects.exclude(bound="").model)
        accept(citation, reason=self.one(["It is right.", "Better."]), name=self.one(["", "Ada"]))
        if self.maybe():
            Decision.objects.update(decided_at=datetime(2025, 4, 1, tzinfo=UTC))


def snapshot():
    """Return every row of every table, by names rather than numbers."""
    rows = {}
    for model in MODELS:
        found = serializers.serialize(
            "python", model.objects.all(), use_natural_foreign_keys=True, use_natural_primary_keys=True
        )
        for row in found:
            row["fields"].pop("decided_at", None)
        rows[model.__name__] = sorted((row["fields"] for row in found), key=repr)
    return rows


def empty():
    """Delete every row."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")  # a load leaves them immediate
        for model in [Decision, Citation, Statement, LoadedFile, *MODELS[2:]]:
            cursor.execute(f'DELETE FROM "{model._meta.db_table}"')
