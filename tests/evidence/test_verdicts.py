"""Verdicts: right facts are supported, planted errors are found, and no verdict is ever out of date."""

from decimal import Decimal

import pytest
from django.db import connection

from aip.evidence import check_citations
from aip.models import Article, Citation, Investment, KnownName, Organization
from tests.makers import (
    make_article,
    make_citation,
    make_commitment,
    make_decision,
    make_energy_deal,
    make_forecast,
    make_investment,
    make_membership,
    make_organization,
    make_other_name,
    make_partnership,
    make_person,
    make_position,
)

pytestmark = pytest.mark.django_db

TEXT = (
    "Microsoft hat rund 13 Milliarden US-Dollar in OpenAI gesteckt.\n\n"
    "Das Bündnis will bis zu 100 Milliarden US-Dollar mobilisieren, zunächst 30 Milliarden US-Dollar.\n\n"
    "Das Kraftwerk leistet 835 Megawatt und liefert 6,5 Terawattstunden. Nvidias Technologieberater bleibt Nvidia."
)


def verdict(citation):
    check_citations()
    citation.refresh_from_db()
    return citation.verdict


def money(quote, amount, bound="exact", currency="USD", stated=None):
    article = make_article(TEXT, language="de")
    investment = make_investment(amount=Decimal(amount), amount_bound=bound, currency=currency)
    return make_citation(investment, article=article, quote=quote, field="amount", **(stated or {}))


RIGHT = [
    ("rund 13 Milliarden US-Dollar", "13e9", "about"),
    ("rund  13 Milliarden\u00a0US-Dollar in OpenAI", "13e9", "about"),
    ("bis zu 100 Milliarden US-Dollar", "100e9", "up_to"),
    ("zunächst 30 Milliarden US-Dollar", "30e9", "exact"),
]
WRONG = [
    ("a zero too many", "rund 13 Milliarden US-Dollar", "130e9", "about", "USD", "value"),
    ("a zero too few", "rund 13 Milliarden US-Dollar", "1.3e9", "about", "USD", "value"),
    ("million for billion", "rund 13 Milliarden US-Dollar", "13e6", "about", "USD", "value"),
    ("euros for dollars", "rund 13 Milliarden US-Dollar", "13e9", "about", "EUR", "unit"),
    ("about dropped", "rund 13 Milliarden US-Dollar", "13e9", "exact", "USD", "bound"),
    ("up to dropped", "bis zu 100 Milliarden US-Dollar", "100e9", "exact", "USD", "bound"),
    ("up to left out of the quote", "100 Milliarden US-Dollar", "100e9", "exact", "USD", "bound"),
    ("up to invented", "zunächst 30 Milliarden US-Dollar", "30e9", "up_to", "USD", "bound"),
    ("two at once", "rund 13 Milliarden US-Dollar", "14e9", "exact", "EUR", "value, unit, bound"),
    ("a quote of another article", "rund 14 Milliarden US-Dollar", "14e9", "about", "USD", "quote"),
    ("a piece of a number", "3 Milliarden US-Dollar", "3e9", "exact", "USD", "quote"),
]


@pytest.mark.parametrize(("quote", "amount", "bound"), RIGHT)
def test_a_right_figure_is_supported(quote, amount, bound):
    assert verdict(money(quote, amount, bound)) == "supported"


@pytest.mark.parametrize(("quote", "amount", "bound", "currency", "differs"), [each[1:] for each in WRONG], ids=[each[0] for each in WRONG])  # fmt: skip
def test_a_planted_error_is_found_and_named(quote, amount, bound, currency, differs):
    citation = money(quote, amount, bound, currency)
    assert verdict(citation) == "contradicted"
    assert citation.finding.startswith(f"{differs}:")
    assert citation in Citation.objects.contradicted()
    assert citation in Citation.objects.errors()


def test_the_figure_that_the_citation_states_is_checked_too():
    citation = money(
        "rund 13 Milliarden US-Dollar", "13e9", "about", stated={"value": 130, "bound": "exact", "unit": "USD"}
    )
    assert verdict(citation) == "contradicted"
    assert citation.against == "citation"


def energy(quote, field, **fields):
    deal = make_energy_deal(**fields)
    return make_citation(deal, article=make_article(TEXT, language="de"), quote=quote, field=field)


def test_power_and_energy_are_not_taken_for_each_other():
    both = "835 Megawatt und liefert 6,5 Terawattstunden"
    assert verdict(energy(both, "capacity", capacity=835)) == "supported"
    assert verdict(energy(both, "energy", energy=6_500_000)) == "supported"
    wrong = energy("6,5 Terawattstunden", "capacity", capacity=6_500_000)
    assert verdict(wrong) == "contradicted"
    assert wrong.finding.startswith("unit:")


def test_without_a_text_the_quote_speaks_for_itself():
    article = make_article(language="en")
    investment = make_investment(amount=40, amount_bound="up_to")
    right = make_citation(investment, article=article, quote="up to $40", field="amount")
    wrong = make_citation(investment, article=article, quote="over $40", field="amount")
    assert (verdict(right), verdict(wrong)) == ("supported", "contradicted")


def test_what_is_no_figure_is_not_judgeable():
    assert verdict(money("Microsoft", "13e9", "about")) == "not_judgeable"
    assert verdict(money("835 Megawatt", "13e9", "about")) == "not_judgeable"
    forecast = make_forecast(year=2034)
    assert verdict(make_citation(forecast, field="year", quote="Bis 2034")) == "not_judgeable"
    assert verdict(make_citation(make_investment(), field="stage", quote="closed")) == "not_judgeable"
    unknown = make_citation(
        make_investment(amount=5), field="amount", quote="5 kr", article=make_article(language="sv")
    )
    assert verdict(unknown) == "not_judgeable"


def test_names_and_roles():
    nvidia = make_organization("Nvidia")
    make_other_name("NVIDIA Corporation", organization=nvidia)
    article = make_article(language="de")

    def judged(fact, quote, field=""):
        return verdict(make_citation(fact, article=article, quote=quote, field=field))

    adviser = make_membership(organization=nvidia, role="technology_adviser")
    assert judged(adviser, "NVIDIA wird Technologieberater") == "supported"
    assert judged(adviser, "nvidia corporation als Technologieberater", "role") == "supported"
    assert judged(adviser, "Nvidia tritt bei") == "not_judgeable"
    assert judged(adviser, "AMD wird Technologieberater") == "not_judgeable"
    assert judged(adviser, "Nvidianer als Technologieberater") == "not_judgeable"
    assert judged(make_membership(organization=nvidia, role="member"), "Nvidias Beitritt") == "supported"
    assert judged(make_commitment(investor=nvidia), "mit Geld von Nvidia") == "supported"
    assert judged(make_energy_deal(supplier=nvidia), "von Nvidia", "supplier") == "supported"
    assert judged(make_investment(recipient=nvidia), "an Nvidia", "recipient") == "supported"
    child = make_organization("Mellanox", parent=nvidia)
    assert judged(child, "Nvidia und seine Mellanox", "parent") == "supported"
    assert judged(child, "Mellanox", "parent") == "not_judgeable"
    assert judged(child, "Mellanox") == "supported"
    assert judged(make_partnership("Stargate"), "das Projekt Stargate", "name") == "supported"
    chief = make_position(make_person("Jensen Huang"), nvidia, title="chief executive")
    assert judged(chief, "Nvidia-CEO Huang") == "supported"
    assert judged(chief, "CEO Huang") == "not_judgeable"
    assert judged(chief, "Nvidia-CEO Su") == "not_judgeable"


@pytest.fixture
def judged():
    citation = money("rund 13 Milliarden US-Dollar", "13e9", "about")
    assert verdict(citation) == "supported"
    return citation


def verdict_now(citation):
    citation.refresh_from_db()
    return citation.verdict


TOUCHES = {
    "update() of the fact": lambda c: Investment.objects.filter(pk=c.investment_id).update(amount=14),
    "save() of the fact": lambda c: setattr(c.investment, "currency", "EUR") or c.investment.save(),
    "raw SQL on the fact": lambda c: sql("UPDATE aip_investment SET amount_bound = 'exact'"),
    "the quote": lambda c: Citation.objects.update(quote="13 Milliarden"),
    "the field": lambda c: sql("UPDATE aip_citation SET field = 'basis'"),
    "the text": lambda c: Article.objects.update(text="Nichts davon."),
    "the language": lambda c: Article.objects.update(language="en"),
    "another fact": lambda c: Citation.objects.update(investment=None, forecast=make_forecast()),
}


def sql(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize("touch", TOUCHES)
def test_a_change_by_any_path_unchecks(judged, touch):
    TOUCHES[touch](judged)
    assert verdict_now(judged) == ""
    assert judged.finding == ""
    assert judged in Citation.objects.unchecked()


def test_what_changes_nothing_leaves_the_verdict(judged):
    judged.save()
    judged.investment.save()
    Citation.objects.update(note="seen")
    make_investment()
    assert verdict_now(judged) == "supported"


def test_a_name_that_comes_or_goes_unchecks():
    nvidia = make_organization("Nvidia")
    membership = make_citation(make_membership(organization=nvidia), quote="NVDA kommt")
    other = make_citation(make_organization(), quote="x")
    assert verdict(membership) == "not_judgeable"
    alias = make_other_name("NVDA", organization=nvidia)
    assert verdict_now(membership) == ""
    assert verdict_now(other) != ""
    assert verdict(membership) == "supported"
    alias.delete()
    assert verdict_now(membership) == ""
    assert verdict(membership) == "not_judgeable"
    Organization.objects.filter(pk=nvidia.pk).update(name="NVDA")
    assert verdict(membership) == "supported"
    assert KnownName.objects.filter(organization=nvidia).count() == 1


def test_a_persons_name_unchecks_the_citations_of_positions():
    position = make_position(make_person("Jensen Huang"), make_organization("Nvidia"), title="CEO")
    citation = make_citation(position, quote="Nvidia-CEO Huang")
    assert verdict(citation) == "supported"
    position.person.name = "Jensen Huáng-Li"
    position.person.save()
    assert verdict_now(citation) == ""


@pytest.mark.django_db(transaction=True)
def test_a_verdict_is_not_written_over_a_change_that_came_in_between(judged, monkeypatch):
    from aip.evidence import checking

    real = checking.judge

    def judge_late(citation, known):
        finding = real(citation, known)
        Investment.objects.filter(pk=citation.investment_id).update(amount=Decimal("14e9"))
        return finding

    Citation.objects.update(note="again", quote="13 Milliarden US-Dollar in OpenAI")
    monkeypatch.setattr(checking, "judge", judge_late)
    check_citations()
    assert verdict_now(judged) in ("", "contradicted")


def test_verdicts_have_no_history(judged):
    from django.apps import apps

    assert [event.pgh_label for event in apps.get_model("aip", "CitationEvent").objects.all()] == ["insert"]


def test_the_number_of_queries_does_not_depend_on_the_number_of_citations():
    from django.test.utils import CaptureQueriesContext

    def queries():
        with CaptureQueriesContext(connection) as captured:
            check_citations(Citation.objects.all())
        return len(captured)

    def more(count):
        for _ in range(count):
            other = make_organization()
            make_citation(make_organization(parent=other), field="parent")
            make_citation(make_partnership(acts_as=other), field="acts_as")
            make_citation(make_investment(recipient=other), field="recipient")
            make_citation(make_forecast(forecaster=other), field="forecaster")
            for fact in (make_membership(), make_energy_deal(), make_position(), make_commitment()):
                make_citation(fact)

    more(1)
    few = queries()
    more(10)
    assert queries() == few


def test_a_decision_needs_its_citation():
    decision = make_decision()
    with pytest.raises(Exception, match="protected"):
        decision.citation.delete()
