"""Saving what a quote contradicts ends in a warning; saving what all quotes support ends in none."""

import re

import pytest
from django.urls import reverse

from aip.evidence import check_citations
from aip.loading.stating.decisions import accept
from tests.admin.test_forms import filled, page_of
from tests.makers import (
    make_article,
    make_citation,
    make_commitment,
    make_energy_deal,
    make_investment,
    make_statement,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def cited():
    """An investment of USD 13 bn with a quote that says so."""
    investment = make_investment(amount=13_000_000_000)
    figure = {"field": "amount", "value": 13_000_000_000, "bound": "exact", "unit": "USD"}
    make_citation(investment, make_article(language="en"), quote="invested $13 billion", **figure)
    check_citations()
    return investment


def warnings_of(client, row, **changes) -> list[str]:
    """Return what saving the page of a row warns of."""
    answer = client.post(page_of(row), filled(client, page_of(row), **changes), follow=True)
    assert answer.redirect_chain
    return [str(each) for each in answer.context["messages"] if each.level_tag == "warning"]


def test_a_value_that_its_quote_contradicts_is_told(admin_client, cited):
    (warning,) = warnings_of(admin_client, cited, amount="14 billion")
    citation = cited.citations.get()
    for words in (
        "“invested $13 billion”",
        str(citation.article),
        "the quote says USD 13 bn, the fact USD 14 bn",
        reverse("admin:aip_citation_change", args=[citation.pk]),
    ):
        assert words in warning
    (again,) = warnings_of(admin_client, cited, note="Looked at.")
    assert again == warning
    assert warnings_of(admin_client, cited, amount="13 billion") == []


def test_what_is_supported_is_not_told(admin_client, cited):
    assert warnings_of(admin_client, cited, note="Looked at.") == []


def test_a_conflict_is_told_once(admin_client, cited):
    figure = {"field": "amount", "value": 14_000_000_000, "bound": "exact", "unit": "USD"}
    make_citation(cited, make_article(language="en"), quote="now $14 billion", **figure)
    check_citations()
    assert warnings_of(admin_client, cited, note="Looked at.") == []
    (warning,) = warnings_of(admin_client, cited, amount="14 billion")
    assert "“invested $13 billion”" in warning
    assert "“now $14 billion”" not in warning


def test_a_text_that_holds_its_quote_no_more_is_told(admin_client, cited):
    article = cited.citations.get().article
    (warning,) = warnings_of(admin_client, article, text="Something else.", text_is="digest")
    assert "the text does not hold it" in warning


def test_a_quote_is_told_as_it_is_and_not_as_markup(admin_client, cited):
    cited.citations.update(quote="<b>invested</b> $13 billion")
    (warning,) = warnings_of(admin_client, cited, amount="14 billion")
    assert "&lt;b&gt;invested&lt;/b&gt;" in warning


def test_a_row_on_the_page_is_told_too(admin_client):
    commitment = make_commitment(amount=5_000_000_000)
    figure = {"field": "amount", "value": 5_000_000_000, "bound": "exact", "unit": "USD"}
    make_citation(commitment, make_article(language="en"), quote="put up $5 billion", **figure)
    check_citations()
    (warning,) = warnings_of(admin_client, commitment.investment, **{"commitments-0-amount": "6 billion"})
    assert "the quote says USD 5 bn, the fact USD 6 bn" in warning


def folded(page: str) -> bool:
    return bool(re.search(r'<summary>\s*<h2 id="citations-heading"', page))


def test_the_page_of_what_is_contradicted_says_so_and_shows_its_quotes(admin_client, cited):
    page = admin_client.get(page_of(cited)).content.decode()
    assert 'class="conflict-note"' not in page
    assert folded(page)
    cited.amount = 14_000_000_000
    cited.save()
    check_citations()
    page = admin_client.get(page_of(cited)).content.decode()
    citation = cited.citations.get()
    note = page.split('class="conflict-note"')[1].split("</section>")[0]
    for words in (
        "contradicted",
        "invested $13 billion",
        "the quote says USD 13 bn, the fact USD 14 bn",
        str(citation.article),
    ):
        assert words in note
    assert reverse("admin:aip_citation_change", args=[citation.pk]) in note
    assert f"{reverse('admin:aip_article_read', args=[citation.article_id])}#quote-{citation.pk}" in note
    assert not folded(page)


def test_the_page_of_what_is_conflicting_leads_to_the_decision_until_it_is_made(admin_client):
    deal = make_energy_deal(term_years=20)
    for years in (20, 25):
        article = make_article(f"For {years} years.")
        make_citation(deal, article, quote=f"{years} years", field="term_years")
        make_statement(article, kind="energy_deal", named=deal.key, energy_deal=deal, values={"term_years": years})
    check_citations()
    page = admin_client.get(page_of(deal)).content.decode()
    note = page.split('class="conflict-note"')[1].split("</section>")[0]
    assert "“term years”: <strong>" in note
    assert "term_years" not in note.replace(
        reverse("admin:aip_citation_conflict", args=[f"energy_deal:{deal.pk}", "term_years"]), ""
    )
    assert not folded(page)
    accept(deal.citations.get(quote="20 years"), reason="The contract says so.")
    page = admin_client.get(page_of(deal)).content.decode()
    assert 'class="conflict-note"' not in page
    assert folded(page)
