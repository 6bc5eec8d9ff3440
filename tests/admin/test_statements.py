"""What an article's file says of a fact: in words, with what it is of, to be read only."""

import pytest
from django.urls import reverse

from tests.admin.test_lists import text_of
from tests.makers import make_article, make_investment, make_statement

pytestmark = pytest.mark.django_db

SAID = {
    "cite": [{"field": "amount", "quote": "up to $5 billion", "paragraph": 2}],
    "amount": "up to 5 billion USD",
    "stage": "letter_of_intent",
}


def page_of(statement, client) -> str:
    return text_of(client.get(reverse("admin:aip_statement_change", args=[statement.pk])))


def test_a_statement_is_told_in_words_with_its_fact_and_its_article(admin_client):
    deal, article = make_investment("Stake in Anthropic"), make_article(title="A stake")
    statement = make_statement(article, kind="investment", named=deal.key, investment=deal, values=SAID)
    page = page_of(statement, admin_client)
    for words in ("letter of intent", "up to 5 billion USD", "<q>up to $5 billion</q> for amount, in paragraph 2"):
        assert words in page
    for row in (deal, article):
        assert f'<a href="{reverse(f"admin:aip_{row._meta.model_name}_change", args=[row.pk])}">{row}</a>' in page
    for machine in ("letter_of_intent", "paragraph&quot;", "{"):
        assert machine not in page[page.index('class="said"') : page.index('class="submit-row"')]
    assert "<input" not in page[page.index('class="said"') : page.index('class="submit-row"')]


def test_a_statement_of_what_was_deleted_or_is_not_known_says_so(admin_client):
    gone = make_statement(kind="energy_deal", named="a-deal", values={"technology": ["small_modular_reactor", "coal"]})
    page = page_of(gone, admin_client)
    assert "energy deal a-deal, deleted since" in page
    assert "small modular reactor, coal" in page
    odd = make_statement(kind="article", named="an-article", values={"language": "xx", "title": None})
    assert "an-article" in page_of(odd, admin_client)
