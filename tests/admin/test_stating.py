"""What a citation states is read from its quote where the form leaves it open, and a dissent is never lost."""

import re

import pytest
from django.urls import reverse

from aip.admin.work import work_of
from aip.conflicts import conflicts_of
from aip.dumping import dump_articles
from aip.figures import Bound, Figure
from aip.loading.stating.decisions import accept
from aip.models import Citation, Investment
from aip.models.sources import SUBJECTS
from tests.admin.test_forms import add_page, filled, page_of
from tests.makers import make_admin, make_article, make_citation, make_energy_deal, make_investment

pytestmark = pytest.mark.django_db


@pytest.fixture
def investment():
    """An investment of USD 13 bn with a quote that says so."""
    investment = make_investment(amount=13_000_000_000)
    figure = {"field": "amount", "value": 13_000_000_000, "bound": "exact", "unit": "USD"}
    make_citation(investment, make_article("It invested $13 billion."), quote="invested $13 billion", **figure)
    return investment


def cite(client, fact, article, quote: str, field: str = "amount", **changes) -> list[str]:
    """Cite a quote for a field of a fact on the page of a citation, States left empty; return what is told."""
    form = {fact._meta.verbose_name.replace(" ", "_"): fact.pk, "article": article.pk, "quote": quote, "field": field}
    answer = client.post(add_page(Citation), filled(client, add_page(Citation), **form | changes), follow=True)
    assert answer.redirect_chain, answer.context["errors"]
    return [str(each) for each in answer.context["messages"]]


def test_what_a_quote_states_is_read_with_the_hedge_before_it(admin_client, investment):
    article = make_article("Up to $30 billion are planned.")
    told = cite(admin_client, investment, article, "$30 billion")
    assert any("States: up to USD 30 bn, read from the quote “$30 billion”" in each for each in told)
    assert article.citations.get().stated_value == Figure(30_000_000_000, "USD", Bound.UP_TO)


@pytest.mark.parametrize("quote", ["$14 billion, or $15 billion", "5 GW", "a large sum"])
def test_a_quote_of_several_figures_or_none_states_nothing(admin_client, investment, quote):
    article = make_article(f"It says {quote}.")
    assert not any("States:" in each for each in cite(admin_client, investment, article, quote))
    assert article.citations.get().bound == ""


def test_of_power_and_money_the_one_of_the_field_is_read(admin_client):
    deal, article = make_energy_deal(), make_article("A plant of 5 GW for $9 billion.")
    cite(admin_client, deal, article, "5 GW for $9 billion", "capacity")
    assert article.citations.get().stated_value == Figure(5000, "MW")


def test_what_is_stated_by_hand_stays(admin_client, investment):
    article = make_article("It invested $14 billion.")
    cite(admin_client, investment, article, "$14 billion", bound="about", value="15 billion", unit="USD")
    assert article.citations.get().value == 15_000_000_000


def test_a_dissent_is_an_open_conflict_and_is_dumped(admin_client, investment, tmp_path):
    article = make_article("Now it is $14 billion.", key="later", published="2026-01")
    cite(admin_client, investment, article, "$14 billion")
    (conflict,) = conflicts_of(investment)
    assert (conflict.field, conflict.decision) == ("amount", None)
    assert [work.count for work in work_of(make_admin()) if work.name == "Conflicts"] == [1]
    page = reverse("admin:aip_citation_conflict", args=[conflict.address, "amount"])
    assert page in admin_client.get(page_of(investment)).content.decode()
    dump_articles(tmp_path)
    assert any("states: 14 billion USD" in file.read_text() for file in tmp_path.glob("*.yaml"))


def test_a_quote_on_the_page_of_its_fact_is_read_too(admin_client, investment):
    article = make_article("Now it is $14 billion.")
    row = {"citations-1-article": article.pk, "citations-1-quote": "$14 billion", "citations-1-field": "amount"}
    sent = filled(admin_client, page_of(investment), **row, **{"citations-TOTAL_FORMS": 2})
    assert admin_client.post(page_of(investment), sent).status_code == 302
    assert article.citations.get().stated_value == Figure(14_000_000_000, "USD")


def test_a_dissent_on_what_is_decided_is_told(admin_client, investment):
    cite(admin_client, investment, make_article("Now it is $14 billion."), "$14 billion")
    accept(investment.citations.get(value=13_000_000_000), reason="The first is right.")
    told = cite(admin_client, investment, make_article("Even $15 billion."), "$15 billion")
    page = reverse("admin:aip_citation_conflict", args=[f"investment:{investment.pk}", "amount"])
    assert any("is decided" in each and page in each for each in told)
    told = cite(admin_client, investment, make_article("Just $13 billion."), "$13 billion")
    assert not any("is decided" in each for each in told)


def test_fields_are_grouped_by_kind_of_fact_that_of_the_address_first(admin_client, investment):
    page = admin_client.get(f"{add_page(Citation)}?investment={investment.pk}").content.decode()
    groups = re.findall(r'<optgroup label="([^"]+)">', page)
    assert groups[0] == "investment"
    assert sorted(groups) == sorted(kind.replace("_", " ") for kind in SUBJECTS)
    fields = page.split('<optgroup label="investment">')[1].split("</optgroup>")[0]
    assert re.findall(r'<option value="([^"]+)"', fields) == Investment.citable()


def test_the_field_of_a_citation_is_marked_among_those_of_its_fact(admin_client, investment):
    page = admin_client.get(page_of(investment.citations.get())).content.decode()
    fields = page.split('<optgroup label="investment">')[1].split("</optgroup>")[0]
    assert '<option value="amount" selected>' in fields
