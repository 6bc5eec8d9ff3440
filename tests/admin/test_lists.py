"""Lists: sentences, searches and filters, in a fixed number of queries, whatever the address says."""

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from aip.admin.pages import MOST, row_counts
from aip.models import Citation, Decision, Investment, KnownName, Organization
from tests.makers import (
    make_article,
    make_citation,
    make_commitment,
    make_decision,
    make_energy_deal,
    make_forecast,
    make_investment,
    make_membership,
    make_one_of_each,
    make_organization,
    make_other_name,
    make_partnership,
    make_person,
    make_position,
    make_publisher,
)

pytestmark = pytest.mark.django_db
MODELS = [model for model in admin.site._registry if model._meta.app_label == "aip"]
by_name = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)


def list_of(model, **query) -> str:
    return reverse(f"admin:aip_{model._meta.model_name}_changelist", query=query)


def rows_of(answer) -> list:
    return list(answer.context["cl"].result_list)


def text_of(answer) -> str:
    return answer.content.decode()


def queries_of(client, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_every_table_is_registered_in_its_room(admin_client):
    rooms = {
        room["name"]: [each["object_name"] for each in room["models"]]
        for room in admin_client.get("/").context["app_list"]
    }
    assert rooms == {
        "Organizations": ["Organization", "OrganizationName", "OrganizationIdentifier", "Person", "Position"],
        "Deals": ["Partnership", "Membership", "Investment", "Commitment", "Observation"],
        "Energy": ["EnergyDeal", "Forecast"],
        "Sources": ["Publisher", "Article", "Citation", "Decision", "Statement", "Confirmation"],
        "Accounts": ["Group", "User"],
    }
    assert KnownName not in MODELS


@by_name
def test_list_takes_as_many_queries_for_ten_rows_as_for_one(admin_client, model):
    make_one_of_each()
    admin_client.get(list_of(model))  # content types and the like are remembered
    one = queries_of(admin_client, list_of(model))
    for _ in range(9):
        make_one_of_each()
    assert len(rows_of(admin_client.get(list_of(model)))) >= 10
    assert queries_of(admin_client, list_of(model)) == one <= 6


@by_name
def test_autocomplete_takes_as_many_queries_for_ten_rows_as_for_one(admin_client, model):
    references = [
        field for source in MODELS for field in source._meta.fields if field.related_model is model and field.editable
    ]
    if not references:
        pytest.skip("nothing refers to it")
    field = references[0]
    query = {"app_label": "aip", "model_name": field.model._meta.model_name, "field_name": field.name}
    address = reverse("admin:autocomplete", query=query)
    make_one_of_each()
    admin_client.get(address)
    one = queries_of(admin_client, address)
    for _ in range(9):
        make_one_of_each()
    assert queries_of(admin_client, address) == one <= 5


def test_first_page_takes_as_many_queries_for_ten_rows_as_for_one(admin_client):
    make_one_of_each()
    admin_client.get("/")
    one = queries_of(admin_client, "/")
    for _ in range(9):
        make_one_of_each()
    assert queries_of(admin_client, "/") <= one + 4  # the four lines of a change may be of other tables


def test_lists_read_like_sentences(admin_client):
    make_investment("Stake", amount=13_000_000_000, amount_bound="about", announced="2025-03", basis="equity")
    make_energy_deal(capacity=960, capacity_bound="up_to", energy=3_000_000, technology=["solar", "on_site"])
    assert "about USD 13 bn" in text_of(admin_client.get(list_of(Investment)))
    assert "2025-03" in text_of(admin_client.get(list_of(Investment)))
    page = text_of(admin_client.get(reverse("admin:aip_energydeal_changelist")))
    for words in ("up to 960 MW, 3 TWh a year", "solar, on-site generation"):
        assert words in page


def test_list_says_how_each_fact_stands_with_its_sources(admin_client):
    standing = {"uncited": make_organization("Bare"), "unchecked": make_organization("New")}
    for verdict in ("supported", "contradicted", "not_judgeable"):
        standing[verdict] = make_organization(f"Was {verdict}")
        for _ in range(2):
            Citation.objects.filter(pk=make_citation(standing[verdict]).pk).update(verdict=verdict)
    standing["conflicting"] = make_organization("Disputed")
    for verdict in ("supported", "contradicted"):
        citation = make_citation(standing["conflicting"], field="country")
        Citation.objects.filter(pk=citation.pk).update(verdict=verdict, against="fact" if verdict[0] == "c" else "")
    make_citation(standing["unchecked"])
    page = text_of(admin_client.get(list_of(Organization)))
    for words in ("uncited", "unchecked", "supported", "contradicted", "conflicting", "cannot be judged"):
        assert words in page
    for word, organization in standing.items():
        assert rows_of(admin_client.get(list_of(Organization, standing=word))) == [organization]


def test_list_sorts_amounts_and_stated_dates_by_what_they_mean(admin_client):
    small = make_investment("Small", amount=9, announced="2025-03")
    large = make_investment("Large", amount=10, announced="2024-11-02")
    assert rows_of(admin_client.get(list_of(Investment, o="3"))) == [small, large]
    assert rows_of(admin_client.get(list_of(Investment, o="6"))) == [large, small]


def test_search_finds_organizations_by_any_name(admin_client):
    partners = make_organization("Global Infrastructure Partners")
    make_other_name("GIP", partners)
    make_organization("Microsoft")
    for words in ("GIP", "gip", "glob infra", "partners"):
        assert rows_of(admin_client.get(list_of(Organization, q=words))) == [partners], words
    assert rows_of(admin_client.get(list_of(Organization, q="Infrastructure Microsoft"))) == []


def test_search_finds_facts_by_any_name_of_the_organizations_in_them(admin_client):
    partners = make_organization("Global Infrastructure Partners")
    make_other_name("GIP", partners)
    make_one_of_each()
    commitment = make_commitment(investor=partners)
    found = [
        make_membership(organization=partners),
        make_partnership(acts_as=partners),
        commitment,
        commitment.investment,
        make_investment(recipient=partners),
        make_energy_deal(supplier=partners),
        make_energy_deal(offtaker=partners),
        make_forecast(forecaster=partners),
        make_position(organization=partners),
        make_citation(partners),
    ]
    for row in found:
        assert row in rows_of(admin_client.get(list_of(type(row), q="GIP"))), row
    assert len(rows_of(admin_client.get(list_of(Investment, q="gip")))) == 2


def test_search_finds_rows_by_title_key_and_quote(admin_client):
    investment = make_investment("Stargate in Abilene", recipient=make_organization("OpenAI"), key="stargate-one")
    article = make_article(title="Nvidia joins", publisher=make_publisher("AIbase"))
    citation = make_citation(investment, article, "rund 13 Milliarden")
    person = make_person("Larry Fink")
    make_one_of_each()
    found = {"abil": investment, "stargate-one": investment, "openai abilene": investment, "aiba nvid": article}
    for words, row in (found | {"milliarden": citation, "fink": person}).items():
        assert rows_of(admin_client.get(list_of(type(row), q=words))) == [row], words


def test_search_finds_decisions_by_what_was_decided(admin_client):
    decision = make_decision(make_citation(make_investment(key="meta-scale"), field="amount"))
    assert rows_of(admin_client.get(list_of(Decision, q="scale"))) == [decision]
    assert rows_of(admin_client.get(list_of(Decision, q="nothing"))) == []


def test_search_of_a_common_word_puts_the_exact_name_among_the_found(admin_client, monkeypatch):
    monkeypatch.setattr("aip.admin.search.NEAREST", 2)
    others = [make_organization(f"GE {number}") for number in range(4)]
    exact = make_organization("GE")
    found = rows_of(admin_client.get(list_of(Organization, q="ge")))
    assert exact in found
    assert len(found) == 2 < len(others)


def test_autocomplete_finds_organizations_by_any_name(admin_client):
    partners = make_organization("Global Infrastructure Partners")
    make_other_name("GIP", partners)
    make_organization("Microsoft")
    query = {"app_label": "aip", "model_name": "commitment", "field_name": "investor", "term": "gip"}
    answer = admin_client.get(reverse("admin:autocomplete", query=query)).json()
    assert answer["results"] == [{"id": str(partners.pk), "text": "Global Infrastructure Partners"}]


FILTERS = [
    ("investment", {"stage__exact": "committed", "currency": "USD", "announced": "2025"}),
    ("investment", {"amount_bound__exact": "exact", "basis__exact": "unspecified", "announced": "none"}),
    ("energydeal", {"technology": "solar", "kind__exact": "ppa"}),
    ("forecast", {"region": "world", "metric__exact": "electricity_use"}),
    ("article", {"language": "en", "text_is": "none"}),
]


@pytest.mark.parametrize(("model", "query"), FILTERS)
def test_filters_narrow_the_list(admin_client, model, query):
    make_one_of_each()
    make_investment(amount=1, announced="2025-03")
    address = reverse(f"admin:aip_{model}_changelist")
    everything = len(rows_of(admin_client.get(address)))
    narrowed = rows_of(admin_client.get(address, query))
    assert 0 < len(narrowed) <= everything
    assert rows_of(admin_client.get(address, query | {"q": "absent"})) == []


def test_filter_by_reference_offers_to_type(admin_client):
    investment = make_investment(recipient=make_organization("OpenAI"))
    make_investment(recipient=make_organization("xAI"))
    answer = admin_client.get(list_of(Investment, recipient__id__exact=investment.recipient_id))
    assert rows_of(answer) == [investment]
    assert f'<option value="{investment.recipient_id}" selected>OpenAI</option>' in text_of(answer)


NONSENSE = [
    "p=abc",
    "p=99999999999999999999",
    "p=-1",
    "o=zz",
    "o=99.1",
    "e=1",
    "all=",
    "unknown=1",
    "pk__in=a,b",
    "id__exact=99999999999999999999999",
    "q=%00",
    "stage__exact=%00",
    "q=" + "a" * 10_000,
    "q=" + "a+" * 4_000,
    "q=%27%22%5C%26%7C%21%3A*()",
    "q=%F0%9F%92%A9+_+%C2%B2",
    "announced=20x5",
    "announced=2025&announced=2024",
    "cited=perhaps",
    "technology=coal",
    "currency=EURO",
    "recipient__id__exact=abc",
    "recipient__id__exact=99999999999999999999",
    "announced_earliest__year=99999999999999999999",
    "_facets=True",
    "_popup=1&_to_field=name",
    "_changelist_filters=%00",
]


@pytest.mark.parametrize("query", NONSENSE, ids=lambda query: query[:40])
def test_nonsense_in_the_address_ends_in_a_page(admin_client, query):
    assert admin_client.get(f"{list_of(Investment)}?{query}").status_code in (200, 302, 400)


@by_name
def test_nonsense_in_the_search_ends_in_a_page(admin_client, model):
    for query in NONSENSE:
        if query.startswith("q="):
            assert admin_client.get(f"{list_of(model)}?{query}").status_code in (200, 302, 400), query


@pytest.mark.parametrize(
    "address", ["0/change/", "abc/change/", "99999999999999999999/change/", "%00/change/", "1/zz/"]
)
def test_unknown_rows_end_in_a_page(admin_client, address):
    assert admin_client.get(list_of(Investment) + address).status_code in (302, 400, 404)


@pytest.mark.parametrize(
    "query", ["", "term=%00", "term=a&app_label=x", "term=a&app_label=aip&model_name=person&field_name=x"]
)
def test_nonsense_asked_of_autocomplete_ends_in_a_page(admin_client, query):
    assert admin_client.get(f"/autocomplete/?{query}").status_code in (400, 403, 404)


def test_action_on_no_number_is_refused(admin_client):
    chosen = {"action": "delete_selected", "_selected_action": ["1", "abc"]}
    assert admin_client.post(list_of(Investment), chosen).status_code == 400


def test_counts_are_exact_while_small_and_estimated_when_large(admin_client):
    make_investment()
    assert row_counts([Investment, Citation]) == {"aip_investment": 1, "aip_citation": 0}
    with connection.cursor() as cursor:
        cursor.execute("UPDATE pg_class SET reltuples = 1000000 WHERE relname = 'aip_investment'")
    assert row_counts([Investment]) == {"aip_investment": 1_000_000}
    assert "about 1,000,000" in text_of(admin_client.get("/"))
    assert admin_client.get(list_of(Investment)).context["cl"].result_count == 1_000_000
    assert admin_client.get(list_of(Investment, stage__exact="closed")).context["cl"].result_count == 0
    assert MOST == 10_000


@pytest.mark.parametrize(
    "words", ["2024-10-kairos", "2024-10-kairos-it-reseller", "2024-10", "10 kairos", "resel", "Kairos-IT", "it resel"]
)
def test_search_finds_articles_by_the_beginning_of_a_key_and_by_its_inner_words(admin_client, words):
    article = make_article(key="2024-10-kairos-it-reseller", publisher=make_publisher("IT Reseller"))
    make_article(key="2025-11-kairos-wire", publisher=make_publisher("Wire"))
    assert rows_of(admin_client.get(list_of(type(article), q=words))) == [article]


def test_an_article_says_each_thing_once_in_its_row(admin_client):
    wire = make_publisher("Wire")
    make_article("words", wire, key="2025-01-untitled", published="2025-01")
    make_article(publisher=wire, key="2025-02-titled", title="Power for all")
    page = text_of(admin_client.get(reverse("admin:aip_article_changelist")))
    table = page[page.index('id="result_list"') : page.index('id="changelist-filter"')]
    for words in ("2025-01-untitled", "2025-02-titled", "Power for all"):
        assert table.count(f">{words}<") + table.count(f">{words} <") == 1, words
    assert "in our own words" not in page
    assert '<td class="field-text_held">digest</td>' in table
