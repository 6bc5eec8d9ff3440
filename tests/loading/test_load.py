"""Loading article files: what is written, what is left alone, and what is refused."""

import itertools
from decimal import Decimal

import pytest
import yaml
from django.apps import apps
from django.core.management import CommandError, call_command

from aip.documents import ArticleErrors, read_articles
from aip.loading import load_articles
from aip.models import (
    Article,
    Citation,
    Commitment,
    Decision,
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

pytestmark = pytest.mark.django_db


@pytest.fixture
def load(tmp_path):
    """Return what writes files, `load(key={…})`, and loads them together."""

    def write_and_load(*, dry_run=False, overwrite=False, **articles):
        files = []
        for key, content in articles.items():
            file = tmp_path / f"{key}.yaml"
            head = {"publisher": "AIbase", "language": "de", **content.get("article", {})}
            file.write_text(yaml.safe_dump({**content, "article": head}, allow_unicode=True))
            files.append(file)
        return load_articles(read_articles(files), dry_run=dry_run, overwrite=overwrite)

    return write_and_load


def faults(load, **articles):
    with pytest.raises(ArticleErrors) as errors:
        load(**articles)
    return [fault.message for fault in errors.value.faults]


def published(date, **content):
    return {"article": {"published": date}, **content}


def investment(**fields):
    return {"investments": [{"key": "deal", "stage": "closed", **fields}]}


def contents():
    """Return everything the fact tables hold, without the numbers of rows."""
    models = [Organization, OrganizationName, Partnership, Membership, Investment, Commitment, Citation, Statement]
    return {
        model.__name__: sorted(
            str(
                {
                    name: value
                    for name, value in row.items()
                    if name not in ("id", "values") and not name.endswith("_id") and name != "address"
                }
            )
            for row in model.objects.values()
        )
        for model in models
    }


def count_events():
    models = [model for model in apps.get_app_config("aip").get_models() if hasattr(model, "pgh_tracked_model")]
    return sum(model.objects.count() for model in models)


EVERYTHING = {
    "article": {"title": "Alles", "url": "https://example.org/a", "published": "2025-03", "publisher": {"name": "AIbase", "country": "CN"}},
    "organizations": [
        {"name": "Microsoft", "kind": "company", "country": "US", "identifiers": {"isin": "US5949181045"}},
        {"name": "Global Infrastructure Partners", "parent": "Microsoft", "aliases": ["GIP"], "former": "Old GIP"},
    ],
    "people": [{"name": "Satya Nadella", "positions": [{"organization": "microsoft", "title": "CEO", "since": 2014}]}],
    "partnerships": [
        {"key": "aip", "name": "AIP", "kind": "consortium", "members": [{"organization": "gip", "role": "founder", "joined": "2024-09"}]}
    ],
    "investments": [
        {
            "key": "pool", "title": "Pool", "partnership": "aip", "amount": "up to 100 billion USD", "stage": "target",
        },
        {
            "key": "deal", "recipient": "GIP", "amount": "2 to 3 billion USD", "stage": "closed", "draws_on": "pool",
            "commitments": [{"investor": "Microsoft", "amount": "about 1 billion USD", "role": "lead"}],
            "cite": {"field": "amount", "quote": "2 bis 3 Mrd."},
        },
    ],
    "energy_deals": [
        {"key": "power", "supplier": "GIP", "offtaker": "Microsoft", "kind": "ppa", "technology": ["solar", "wind"],
         "capacity": "10.5 GW", "energy": "3 TWh", "term_years": 20, "starts": "2026/2030", "stage": "agreed"}
    ],
    "observations": [
        {"key": "o", "measure": "data centres", "organization": "Microsoft", "site": "Abilene", "value": "about 80"},
        {"key": "stake", "measure": "stake", "investment": "deal", "value": "6.7 to 12 %", "as_of": 2025},
    ],
    "forecasts": [{"key": "f", "metric": "data_centre_electricity", "region": "world", "year": 2034, "value": "more than 1580 TWh"}],
}  # fmt: skip


def test_everything_a_file_says_is_written(load):
    report = load(a=EVERYTHING)
    deal = Investment.objects.get(key="deal")
    assert (deal.amount, deal.amount_high, deal.amount_bound, deal.currency) == (
        Decimal("2e9"),
        Decimal("3e9"),
        "range",
        "USD",
    )
    assert deal.recipient == Organization.objects.named("Global Infrastructure Partners")
    assert deal.draws_on.partnership.key == "aip"
    commitment = deal.commitments.get()
    assert (commitment.investor.name, commitment.role, commitment.amount) == ("Microsoft", "lead", Decimal("1e9"))
    citation = deal.citations.get()
    assert (citation.value, citation.value_high, citation.unit, citation.bound) == (Decimal("2e9"), Decimal("3e9"), "USD", "range")  # fmt: skip
    power = deal.recipient.energy_supplied.get()
    assert (power.capacity, power.energy, power.technology) == (10_500, 3_000_000, ["solar", "wind"])
    assert Position.objects.get().since == "2014"
    assert Publisher.objects.get().country == "CN"
    assert Forecast.objects.get().value == 1_580_000_000
    chips, stake = Observation.objects.get(key="o"), Observation.objects.get(key="stake")
    assert chips.sentence == "Abilene: data centres: about 80"
    assert (stake.value, stake.value_high, stake.unit, stake.investment.key) == (Decimal("6.7"), 12, "%", "deal")
    assert {name.name: name.kind for name in OrganizationName.objects.all()} == {"GIP": "alias", "Old GIP": "former"}
    assert OrganizationIdentifier.objects.get().organization.name == "Microsoft"
    assert report.new["investment"] == 2
    assert report.new["citation"] == 1


def test_loading_again_changes_nothing_and_writes_no_history(load):
    load(a=EVERYTHING)
    before, events = contents(), count_events()
    report = load(a=EVERYTHING)
    assert not report.changes
    assert report.unchanged["investment"] == 2
    assert report.kept == report.left == []
    assert contents() == before
    assert count_events() == events


def test_a_dry_run_reports_and_writes_nothing(load):
    report = load(a=EVERYTHING, dry_run=True)
    assert report.new["organization"] == 2
    assert not Organization.objects.exists()
    assert not Statement.objects.exists()


def test_history_says_who_loaded(load):
    load(a=EVERYTHING)
    event = apps.get_model("aip", "InvestmentEvent").objects.first()
    assert event.pgh_context["source"] == "load_articles"
    assert event.pgh_context["name"]


DISAGREEING = {
    "early": published(
        "2024-09-17",
        organizations=[{"name": "GAIIP", "kind": "fund", "country": "US"}, {"name": "Microsoft", "kind": "company"}],
        partnerships=[{"key": "aip", "name": "GAIIP", "members": [{"organization": "Microsoft", "role": "founder"}]}],
        **investment(amount="30 billion USD", recipient="Microsoft", basis="equity", cite={"field": "amount", "quote": "$30 billion"}),
    ),
    "late": published(
        "2025-03",
        organizations=[{"name": "AI Infrastructure Partnership", "kind": "consortium", "former": "GAIIP", "aliases": ["AIP"]}],
        partnerships=[{"key": "aip", "name": "AIP", "acts_as": "gaiip"}],
        **investment(amount="more than 30 billion USD", stage="committed", cite={"field": "amount", "quote": "exceeding $30 billion"}),
    ),
    "undated": {
        "organizations": [{"name": "GAIIP", "country": "AE"}],
        **investment(amount="12.5 billion USD", title="Undated", stage="rumoured", cite={"field": "amount", "quote": "12,5"}),
    },
}  # fmt: skip


@pytest.mark.parametrize("order", list(itertools.permutations(DISAGREEING)), ids="-".join)
@pytest.mark.parametrize("together", [True, False], ids=["one call", "call by call"])
def test_the_order_of_loading_never_matters(load, order, together):
    if together:
        load(**{key: DISAGREEING[key] for key in order})
    else:
        rest = [key for key in order if key != "early"]
        # "early" declares Microsoft, so it comes first; the rest in any order
        for key in ["early", *rest]:
            load(**{key: DISAGREEING[key]})
    deal = Investment.objects.get()
    assert (deal.amount_bound, deal.stage, deal.basis, deal.title) == ("more_than", "committed", "equity", "Undated")
    organization = Organization.objects.named("GAIIP")
    assert (organization.name, organization.kind, organization.country) == (
        "AI Infrastructure Partnership",
        "consortium",
        "US",
    )
    assert {name.name: name.kind for name in organization.other_names.all()} == {"GAIIP": "former", "AIP": "alias"}
    assert Partnership.objects.get().name == "AIP"
    assert Partnership.objects.get().acts_as == organization
    assert deal.citations.count() == 3
    assert Citation.objects.conflicting().count() == 3
    for key in order:
        assert not load(**{key: DISAGREEING[key]}).changes


def test_of_two_articles_of_one_date_the_last_by_key_is_accepted(load):
    load(b=published(2025, **investment(amount="2 USD")), a=published(2025, **investment(amount="1 USD")))
    assert Investment.objects.get().amount == 2


def test_a_changed_file_changes_the_row_and_nothing_else(load):
    load(a=EVERYTHING)
    changed = {**EVERYTHING, "investments": [EVERYTHING["investments"][0], {**EVERYTHING["investments"][1], "stage": "committed"}]}  # fmt: skip
    report = load(a=changed)
    assert report.changed == {"investment": 1}
    assert Investment.objects.get(key="deal").stage == "committed"


def test_an_edit_by_hand_stays_and_the_difference_is_listed(load):
    load(a=investment(amount="30 billion USD"))
    Investment.objects.update(amount=Decimal("31e9"))
    report = load(a=investment(amount="30 billion USD", title="Added in the file"))
    deal = Investment.objects.get()
    assert (deal.amount, deal.title) == (Decimal("31e9"), "Added in the file")
    report = load(a=investment(amount="32 billion USD", title="Added in the file"))
    assert Investment.objects.get().amount == Decimal("31e9")
    assert "the file said 30 billion USD and now says 32 billion USD, the database 31 billion USD" in report.kept[0]


def test_overwrite_takes_the_files_value(load):
    load(a=investment(amount="30 billion USD"))
    Investment.objects.update(amount=Decimal("31e9"))
    load(a=investment(amount="30 billion USD"), overwrite=True)
    assert Investment.objects.get().amount == Decimal("30e9")


def test_what_was_deleted_by_hand_stays_deleted(load):
    load(a=EVERYTHING)
    Membership.objects.all().delete()
    Citation.objects.all().delete()
    OrganizationName.objects.get(name="Old GIP").delete()
    assert not load(a=EVERYTHING).changes
    assert not Membership.objects.exists()
    assert not Citation.objects.exists()
    load(a=EVERYTHING, overwrite=True)
    assert Membership.objects.exists()
    assert Citation.objects.exists()
    assert OrganizationName.objects.filter(name="Old GIP").exists()


def test_an_organization_renamed_by_hand_is_known_again(load):
    load(a=EVERYTHING)
    Organization.objects.filter(name="Microsoft").update(name="Microsoft Corporation")
    OrganizationName.objects.create(organization=Organization.objects.named("microsoft corporation"), name="Microsoft")
    assert not load(a=EVERYTHING).changes
    assert Organization.objects.named("Microsoft").name == "Microsoft Corporation"


def test_a_decision_outlasts_a_later_article(load):
    load(a=published(2024, **investment(amount="1 USD", cite={"field": "amount", "quote": "one"})))
    Decision.objects.create(citation=Citation.objects.get(), reason="The filing says so.")
    load(b=published(2025, **investment(amount="2 USD", cite={"field": "amount", "quote": "two"})))
    assert Investment.objects.get().amount == 1
    assert {citation.value for citation in Citation.objects.all()} == {1, 2}


def test_a_corrected_quote_replaces_the_one_it_was(load):
    load(a=investment(amount="1 USD", cite={"field": "amount", "quote": "one dolar"}))
    report = load(a=investment(amount="1 USD", cite={"field": "amount", "quote": "one dollar"}))
    assert Citation.objects.get().quote == "one dollar"
    assert (report.new["citation"], report.removed["citation"]) == (1, 1)


def test_a_citation_added_by_hand_stays(load):
    load(a=investment(amount="1 USD"))
    Citation.objects.create(article=Article.objects.get(), investment=Investment.objects.get(), quote="by hand")
    load(a=investment(amount="2 USD"))
    assert Citation.objects.get().quote == "by hand"


def test_a_fact_that_left_its_file_stays_and_is_reported(load):
    load(a=EVERYTHING)
    report = load(a={**EVERYTHING, "forecasts": []})
    assert Forecast.objects.exists()
    assert any("forecast f" in line for line in report.left)


def test_a_file_can_refer_to_what_another_declares(load):
    load(
        a={"organizations": [{"name": "Child", "parent": "Parent"}], **investment(draws_on="pool", recipient="child")},
        b={"organizations": [{"name": "Parent"}], "investments": [{"key": "pool", "stage": "target"}]},
    )
    assert Organization.objects.named("child").parent.name == "Parent"
    assert Investment.objects.get(key="deal").draws_on.key == "pool"


def test_one_organization_under_names_of_several_files(load):
    load(
        a={"organizations": [{"name": "NVIDIA", "aliases": ["Nvidia Corporation"]}]},
        b={"organizations": [{"name": "nvidia"}]},
        c={"organizations": [{"name": "Nvidia  Corporation", "country": "US"}]},
    )
    assert Organization.objects.get().country == "US"


def test_unknown_references_are_told_with_a_suggestion(load):
    load(a=EVERYTHING)
    found = faults(
        load,
        b={
            "organizations": [{"name": "Foo", "parent": "Microsft"}],
            "partnerships": [{"key": "p", "name": "P", "members": [{"organization": "Nobody at all"}]}],
            **investment(draws_on="poool", partnership="aipp", commitments=[{"investor": "Fooo"}]),
        },
    )
    assert sorted(found) == [
        "no investment has the key “poool”; do you mean “pool”?",
        "no organization is known as “Fooo”; do you mean “Foo”?",
        "no organization is known as “Microsft”; do you mean “Microsoft”?",
        "no organization is known as “Nobody at all”",
        "no partnership has the key “aipp”; do you mean “aip”?",
    ]
    assert not Organization.objects.filter(name="Foo").exists()


def test_a_name_of_two_organizations_is_a_fault(load):
    load(a={"organizations": [{"name": "Global Infrastructure Partners", "aliases": ["GIP"]}]})
    found = faults(load, b={"organizations": [{"name": "Green Investment Partners", "aliases": ["gip"]}]})
    assert found == ["“gip” is a name of “Global Infrastructure Partners” too; a name belongs to one organization"]
    found = faults(load, b={"organizations": [{"name": "A", "aliases": ["X"]}, {"name": "B", "aliases": ["x"]}]})
    assert found == ["“x” is a name of “A” too; a name belongs to one organization"]


def test_two_organizations_are_not_silently_made_one(load):
    load(a={"organizations": [{"name": "A"}, {"name": "B"}]})
    found = faults(load, b={"organizations": [{"name": "A", "aliases": ["B"]}]})
    assert found == ["“A” brings together “A” and “B”, which are two in the database"]


def test_an_identifier_of_another_organization_is_a_fault(load):
    load(a={"organizations": [{"name": "A", "identifiers": {"wikidata": "Q1"}}]})
    found = faults(load, b={"organizations": [{"name": "B", "identifiers": {"wikidata": "Q1"}}]})
    assert found == ["wikidata “Q1” is another organization's already: “A”"]


def test_what_no_article_says_and_a_deal_needs_is_a_fault(load):
    found = faults(
        load, a={"investments": [{"key": "deal"}], "forecasts": [{"key": "f"}], "partnerships": [{"key": "p"}]}
    )
    assert "no article says the stage of “deal”" in found
    assert "no article says the value of “f”" in found
    assert "no article says the name of “p”" in found
    load(a=investment())
    load(b={"investments": [{"key": "deal", "title": "Only a title"}]})
    assert Investment.objects.get().stage == "closed"


def test_every_broken_rule_of_the_models_is_told_at_its_entry(load):
    found = faults(
        load,
        a={
            "organizations": [{"name": "A"}],
            "energy_deals": [
                {"key": "d", "kind": "ppa", "stage": "agreed", "supplier": "A", "offtaker": "a"},
                {"key": "e", "kind": "ppa", "stage": "agreed"},
            ],
            "forecasts": [{"key": "f", "metric": "it_power", "region": "DE", "year": 3000, "value": "3 GW"}],
        },
    )
    assert sorted(found) == [
        "A year lies between 1900 and 2200.",
        "Name the supplier or the offtaker.",
        "Supplier and offtaker are not the same organization.",
    ]
    assert not Organization.objects.exists()


def test_pools_in_a_circle_are_refused(load, tmp_path):
    content = {
        "investments": [
            {"key": "a", "stage": "target", "draws_on": "b"},
            {"key": "b", "stage": "target", "draws_on": "a"},
        ]
    }
    (tmp_path / "c.yaml").write_text(yaml.safe_dump({"article": {"publisher": "A", "language": "de"}, **content}))
    with pytest.raises(CommandError, match="circle"):
        call_command("load_articles", tmp_path / "c.yaml")
    assert not Investment.objects.exists()


def test_nothing_of_any_file_is_written_when_one_has_a_fault(load):
    faults(load, a=EVERYTHING, b=investment(recipient="Nobody"))
    assert not Organization.objects.exists()
    assert not Person.objects.exists()
    assert not Article.objects.exists()


def test_the_number_of_queries_does_not_depend_on_the_number_of_entries(load, django_assert_max_num_queries):
    def many(count):
        return {
            "organizations": [{"name": f"O{n}", "aliases": [f"Alias {n}"]} for n in range(count)],
            "investments": [
                {"key": f"k{n}", "stage": "closed", "recipient": f"O{n}", "commitments": [{"investor": f"o{n}"}], "cite": {"quote": "x"}}
                for n in range(count)
            ],
        }  # fmt: skip

    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    load(first=many(1))
    with CaptureQueriesContext(
        connection,
    ) as few:
        load(a=many(2))
    with CaptureQueriesContext(connection) as several:
        load(b=many(60))
    assert len(several) == len(few)
