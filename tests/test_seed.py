"""The facts of the article that the project was created from, one by one, each with its phrase."""

import re

import pytest
from django.conf import settings

from aip.documents import read_articles
from aip.figures import spell_figure
from aip.loading import load_articles
from aip.models import Article, Citation, EnergyDeal, Forecast, Investment, Organization, Partnership, Position

pytestmark = pytest.mark.django_db
KEY = "2025-03-xai-joins-aip"


@pytest.fixture(autouse=True)
def _seed(db):
    load_articles(read_articles([settings.BASE_DIR / "fixtures" / f"{KEY}.yaml"]))


def quotes(fact, field=""):
    return [citation.quote for citation in fact.citations.filter(field=field)]


def test_the_article():
    article = Article.objects.get(key=KEY)
    assert (article.publisher.name, article.language, article.published) == ("AIbase", "de", "2025-03")
    assert article.source_name == "000_f723864ab8c364a0.txt"
    assert article.source_sha256 == "3465109ed7c64447420aee7ba85ed9ad94d2418a45172c1ea900490858afb5ad"
    assert article.text_is == "digest"


def test_every_fact_is_cited_and_every_quote_is_short():
    assert Citation.objects.missing() == []
    for citation in Citation.objects.all():
        assert len(citation.quote.split()) <= 12


def test_the_alliance_its_founders_and_who_joins():
    alliance = Partnership.objects.get(key="ai-infrastructure-partnership")
    assert alliance.acts_as == Organization.objects.named("AIP")
    members = {role: {str(each) for each in found} for role, found in alliance.memberships.by_role().items()}
    assert members == {
        "founder": {"BlackRock", "Global Infrastructure Partners", "Microsoft", "MGX"},
        "member": {"xAI"},
        "technology_adviser": {"Nvidia"},
    }
    assert quotes(alliance.memberships.get(organization__name="xAI")) == ["Der Beitritt von xAI"]
    assert alliance.memberships.get(organization__name="xAI").joined == "2025-03"


def test_gip_belongs_to_blackrock_and_mgx_is_emirati():
    assert Organization.objects.named("GIP").parent.name == "BlackRock"
    mgx = Organization.objects.named("MGX")
    assert (mgx.country, mgx.country_name, mgx.kind) == ("AE", "United Arab Emirates", "investment_company")


AMOUNTS = {
    "aip-data-centres": ("30 billion USD", "target", "im Wert von 30 Milliarden US-Dollar"),
    "aip-private-equity": ("30 billion USD", "target", "30 Milliarden US-Dollar an Private-Equity-Kapital"),
    "aip-total": ("up to 100 billion USD", "target", "Investitionen von bis zu 100 Milliarden US-Dollar"),
    "microsoft-openai": ("about 13 billion USD", "closed", "rund 13 Milliarden US-Dollar"),
}


@pytest.mark.parametrize("key", AMOUNTS)
def test_amounts(key):
    investment = Investment.objects.get(key=key)
    amount, stage, quote = AMOUNTS[key]
    assert spell_figure(investment.stated_amount) == amount
    assert investment.stage == stage
    assert quotes(investment, "amount") == [quote]
    citation = investment.citations.get(field="amount")
    assert citation.stated_value == investment.stated_amount


def test_only_what_microsoft_invested_is_money():
    assert [row["total"] for row in Investment.objects.money().totals()] == [13_000_000_000]
    assert Investment.objects.get(key="aip-private-equity").basis == "equity"
    assert Investment.objects.of_basis("equity").money().totals() == []
    commitment = Investment.objects.get(key="microsoft-openai").commitments.get()
    assert (commitment.investor.name, commitment.amount, commitment.amount_bound) == ("Microsoft", None, "undisclosed")


def test_agreements_with_energy_companies():
    deals = {deal.supplier.name: deal for deal in EnergyDeal.objects.all()}
    assert set(deals) == {"NextEra Energy", "GE Vernova"}
    for deal in deals.values():
        assert (deal.kind, deal.stage, deal.partnership.key) == (
            "cooperation",
            "agreed",
            "ai-infrastructure-partnership",
        )
    assert Organization.objects.named("NextEra Energy Inc.") == deals["NextEra Energy"].supplier


def test_microsoft_and_openai_are_close():
    partners = Partnership.objects.get(key="microsoft-openai").memberships.values_list("organization__name", flat=True)
    assert set(partners) == {"Microsoft", "OpenAI"}


def test_people():
    positions = {(each.person.name, each.title, each.organization.name) for each in Position.objects.all()}
    assert positions == {
        ("Larry Fink", "chief executive", "BlackRock"),
        ("Sam Altman", "chief executive", "OpenAI"),
        ("Elon Musk", "co-founder", "OpenAI"),
        ("Elon Musk", "owner", "xAI"),
    }


def test_electricity_by_2034_is_as_much_as_india_uses():
    forecast, india = Forecast.objects.get(region="world"), Forecast.objects.get(region="IN")
    assert (forecast.year, spell_figure(forecast.stated_value)) == (2034, "more than 1580 TWh")
    assert forecast.stated_value == india.stated_value
    assert quotes(forecast, "value") == ["über 1580 Terawattstunden"]
    assert quotes(india, "metric") == ["dem aktuellen jährlichen Stromverbrauch Indiens"]


def test_the_digest_is_german_and_the_projects_own():
    article = Article.objects.get(key=KEY)
    assert len(article.paragraphs()) == 6
    assert re.search(r"\bund\b", article.text)
    assert len(article.text) < 2_000  # shorter than the article by a third: a digest
