"""manage.py check_evidence: what it lists, what it ends with."""

import json
from decimal import Decimal

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from aip.evidence import check_citations
from aip.models import Article, Citation, Forecast, Membership
from tests.evidence.test_verdicts import TEXT, money
from tests.makers import make_article, make_citation, make_decision, make_investment, make_organization

pytestmark = pytest.mark.django_db


def test_the_seed_holds_no_contradiction(capsys):
    call_command("load_articles", settings.BASE_DIR / "fixtures" / "2025-03-xai-joins-aip.yaml", quiet=True)
    capsys.readouterr()
    call_command("check_evidence")
    assert "Contradicted: none" in capsys.readouterr().out
    amounts = Citation.objects.filter(article__key="2025-03-xai-joins-aip", field__in=["amount", "value"])
    assert set(amounts.filter(bound__gt="").values_list("verdict", flat=True)) == {"supported"}
    assert Membership.objects.get(role="technology_adviser").citations.get().verdict == "supported"
    assert Forecast.objects.get(region="world").citations.get(field="value").verdict == "supported"


def test_check_evidence_lists_and_ends_with_1(capsys):
    citation = money("rund 13 Milliarden US-Dollar", "130e9", "about")
    with pytest.raises(CommandError, match="1 contradicted") as error:
        call_command("check_evidence")
    assert error.value.returncode == 1
    output = capsys.readouterr().out
    page = f"/aip/investment/{citation.investment_id}/change/"
    assert (
        f"{citation.investment}, amount: about USD 130 bn  {page}\n    {citation.article.key}: “{citation.quote}”"
        in output
    )
    assert "value: the quote says about USD 13 bn, the fact about USD 130 bn" in output
    with pytest.raises(CommandError):
        call_command("check_evidence", json=True)
    assert '"standing": "contradicted"' in capsys.readouterr().out


def test_quotes_are_checked_against_the_original_without_storing_it(tmp_path, capsys):
    import hashlib

    original = tmp_path / "original.txt"
    original.write_text(TEXT)
    digest = hashlib.sha256(original.read_bytes()).hexdigest()
    article = make_article(language="de", source_sha256=digest)
    investment = make_investment(amount=Decimal("13e9"), amount_bound="about")
    make_citation(investment, article=article, quote="rund 13 Milliarden US-Dollar", field="amount")
    call_command("check_evidence", text=[f"{article.key}={original}"])
    assert "Contradicted: none" in (output := capsys.readouterr().out)
    assert "Supported: 1 field" in output
    make_citation(investment, article=article, quote="rund 12 Milliarden US-Dollar", field="amount")
    with pytest.raises(CommandError, match="1 contradicted"):
        call_command("check_evidence", text=[f"{article.key}={original}"])
    assert not Article.objects.exclude(text="").exists()
    Citation.objects.filter(quote__startswith="rund 12").delete()
    other = make_investment("Another", amount=Decimal("14e9"))
    make_citation(other, quote="$14bn", field="amount")
    make_citation(other, article=article, quote="rund 13 Milliarden US-Dollar", field="amount")
    make_citation(other, article=article, quote="rund 13 Milliarden US-Dollar")  # of the fact as a whole
    check_citations()
    capsys.readouterr()
    call_command("check_evidence", text=[f"{article.key}={original}"])  # two articles differ, and each has its quote
    assert "Conflicting: 1 field" in (output := capsys.readouterr().out)
    assert "Contradicted: none" in output
    original.write_text(TEXT + " ")
    with pytest.raises(CommandError, match="its SHA-256 is"):
        call_command("check_evidence", text=[f"{article.key}={original}"])
    with pytest.raises(CommandError, match="There is no article “nope”"):
        call_command("check_evidence", text=["nope=x"])
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("check_evidence", text=[f"{article.key}={tmp_path}"])


@pytest.fixture
def one_of_each():
    """A conflict, a decided one, and a fact that nothing is cited for."""
    for decided in (False, True):
        fact = make_investment(f"Deal {decided}", amount=30)
        right = make_citation(fact, quote="$30", field="amount", value=30, unit="USD", bound="exact")
        make_citation(fact, quote="$31", field="amount", value=31, unit="USD", bound="exact")
        if decided:
            make_decision(right)
    make_organization("Bare")


def test_only_the_quotes_that_differ_in_open_conflicts_are_listed(one_of_each, capsys):
    call_command("check_evidence")
    output = capsys.readouterr().out
    assert "Contradicted: none" in output
    assert "Deal False, amount: USD 30  /aip/citation/conflicts/" in output
    assert "“$31” – value: the quote says USD 31, the fact USD 30" in output
    assert "“$30”" not in output
    assert "Deal True" not in output
    assert "Decided: 1 field" in output
    assert "Bare  /aip/organization/" in output
    assert output.splitlines()[-1] == (
        "4 citations: 2 supported, 0 contradicted, 2 set aside for another that is accepted, 0 not judgeable, "
        "0 unchecked; 1 conflict open, 1 decided; 1 fact uncited."
    )
    call_command("check_evidence", all=True)
    assert "Deal True" in capsys.readouterr().out


def test_programs_get_the_same_an_object_a_line(one_of_each, capsys):
    call_command("check_evidence", json=True)
    conflict, bare, summary = map(json.loads, capsys.readouterr().out.splitlines())
    other = Citation.objects.filter(quote="$31").order_by("pk").first()
    assert conflict["standing"] == "conflicting"
    assert conflict["article"] == other.article.key
    assert (conflict["is"], conflict["id"], conflict["field"]) == ("citation", other.pk, "amount")
    assert conflict["holds"] == "USD 30"
    assert (bare["standing"], bare["is"], bare["text"], bare["article"]) == ("uncited", "organization", "Bare", None)
    assert (summary["standing"], summary["open"], summary["decided"]) == ("summary", 1, 1)


def test_an_empty_database_is_summed_up_too(capsys):
    call_command("check_evidence")
    assert capsys.readouterr().out.splitlines()[-1].startswith("0 citations: 0 supported, 0 contradicted")


def test_a_conflict_of_which_no_figure_was_written_down_is_listed(capsys):
    fact = make_investment("Deal", amount=30)
    for quote in ("$30", "$31"):
        make_citation(fact, quote=quote, field="amount")
    call_command("check_evidence")
    assert f"Deal, amount: USD 30  /aip/investment/{fact.pk}/change/" in capsys.readouterr().out
