"""Verdicts are about one phrase; how a fact stands takes its phrases together, and what was decided about them."""

from decimal import Decimal

import pytest

from aip.conflicts import find_conflicts
from aip.evidence import check_citations, errors_among, judge_citations
from aip.models import Citation, EnergyDeal, Investment
from aip.models.sources import SUBJECTS
from aip.stated_dates import one_within_the_other
from tests.makers import make_article, make_citation, make_decision, make_energy_deal, make_investment, make_statement

pytestmark = pytest.mark.django_db


def said(fact, quote, amount, article=None, bound="exact"):
    """Cite an amount in dollars."""
    figure = {"value": Decimal(amount), "bound": bound, "unit": "USD"}
    return make_citation(fact, article or make_article(), quote=quote, field="amount", **figure)


def told(fact, field, words, article=None):
    """Cite what an article says of a field in words, as a load does."""
    article = article or make_article()
    kind = next(name for name, model in SUBJECTS.items() if isinstance(fact, model))
    make_statement(article, kind=kind, **{kind: fact}, values={field: words})
    return make_citation(fact, article, field=field)


def standing(fact):
    check_citations()
    return type(fact).objects.with_standing().get(pk=fact.pk).standing


def errors():
    """Return the citations that are errors, which are the same whether verdicts are stored, or some or all are not."""
    found, all_of_them = Citation.objects.errors().order_by("pk"), Citation.objects.order_by("pk")
    assert [citation for citation, _ in errors_among(judge_citations(all_of_them))] == list(found)
    for citation in all_of_them:
        alone = errors_among(judge_citations(all_of_them.filter(pk=citation.pk)))
        assert [each for each, _ in alone] == [each for each in found if each == citation]
    return list(found)


def open_conflicts():
    return {conflict.address for conflict in find_conflicts() if conflict.decision is None}


@pytest.fixture
def disputed():
    """A fact of USD 30 bn, the phrase that supports it, and one that says 31."""
    fact = make_investment(amount=Decimal("30e9"))
    right, other = said(fact, "$30 billion", "30e9"), said(fact, "$31 billion", "31e9")
    check_citations()
    return fact, right, other


def test_a_conflict_of_articles_is_a_contradicted_phrase_and_no_error(disputed):
    fact, right, other = disputed
    assert set(Citation.objects.conflicting()) == {right, other}
    assert list(Citation.objects.contradicted()) == [other]
    assert errors() == []
    assert standing(fact) == "conflicting"


def test_what_no_phrase_supports_is_an_error(disputed):
    fact, right, other = disputed
    Investment.objects.update(amount=Decimal("300e9"))
    assert standing(fact) == "contradicted"
    assert errors() == [right, other]


def test_a_conflict_that_is_decided_stands_as_it_would_without(disputed):
    fact, right, other = disputed
    make_decision(right)
    assert standing(fact) == "supported"
    assert list(Citation.objects.contradicted()) == [other]


def test_a_misprint_is_an_error_until_somebody_has_decided_and_a_note_says_what_is_wrong():
    fact = make_energy_deal(capacity=150, capacity_bound="exact")
    right = make_citation(fact, quote="150 MW", field="capacity", value=150, unit="MW", bound="exact")
    wrong = make_citation(fact, quote="150 milliwatts", field="capacity", value=150, unit="MW", bound="exact")
    assert standing(fact) == "contradicted"
    make_decision(right)
    assert standing(fact) == "contradicted"  # a zero too many in a file would look the same
    assert errors() == [wrong]
    Citation.objects.filter(pk=wrong.pk).update(note="It prints milliwatts.")
    assert standing(fact) == "supported"
    assert errors() == []
    EnergyDeal.objects.update(capacity=160)
    assert standing(fact) == "contradicted"


def test_a_quote_that_the_text_does_not_hold_is_an_error_whatever_is_decided(disputed):
    fact, right, _ = disputed
    make_decision(right)
    lost = said(fact, "$30 billion", "30e9", make_article("Nothing of that."))
    assert standing(fact) == "contradicted"
    assert errors() == [lost]


def test_articles_that_differ_in_a_word_conflict_until_somebody_decides():
    fact = make_investment(stage="closed")
    right = told(fact, "stage", "closed")
    assert standing(fact) == "not_judgeable"
    told(fact, "stage", "agreed")
    assert standing(fact) == "conflicting"
    assert list(Investment.objects.with_standing().filter(standing="conflicting")) == [fact]
    make_decision(right)
    assert standing(fact) == "not_judgeable"


def test_what_an_article_says_without_a_quote_is_no_conflict():
    fact, article = make_investment(), make_article()
    told(fact, "stage", "closed")
    make_statement(article, kind="investment", investment=fact, values={"stage": "agreed"})
    make_citation(fact, article, field="amount")
    assert standing(fact) == "not_judgeable"
    assert open_conflicts() == set()


DATES = ["2025", "2025~", "2024", "2024-02", "2024-02-29", "2025-02", "2025-02-28", "2025-10", "2025-10-15", "2025-10-15?",
         "2025-01-15/2025-02-28", "2025-01/2025-02", "2026-01/2026-06", "2026-03~", "2026-05/2026-07", "2025/2026"]  # fmt: skip


@pytest.mark.parametrize("first", DATES)
def test_a_less_precise_date_is_no_conflict(first):
    for second in DATES:
        fact = make_investment()
        told(fact, "announced", first)
        told(fact, "announced", second)
        agree = one_within_the_other(first, second)
        assert (standing(fact) == "conflicting") == (not agree), second
        assert (f"investment:{fact.pk}" in open_conflicts()) == (not agree), second
