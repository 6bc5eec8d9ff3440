"""manage.py check_evidence: what it lists, what it ends with."""

from decimal import Decimal

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from aip.models import Article, Citation, Forecast, Membership
from tests.evidence.test_verdicts import TEXT, money
from tests.makers import make_article, make_citation, make_investment

pytestmark = pytest.mark.django_db


def test_the_seed_holds_no_contradiction(capsys):
    call_command("load_articles", settings.BASE_DIR / "fixtures" / "2025-03-xai-joins-aip.yaml", quiet=True)
    capsys.readouterr()
    call_command("check_evidence")
    assert "contradicted" not in capsys.readouterr().out
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
    assert f"/aip/citation/{citation.pk}/change/" in output
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
    assert capsys.readouterr().out.startswith("supported")
    make_citation(investment, article=article, quote="rund 12 Milliarden US-Dollar", field="amount")
    with pytest.raises(CommandError, match="1 contradicted"):
        call_command("check_evidence", text=[f"{article.key}={original}"])
    assert not Article.objects.exclude(text="").exists()
    original.write_text(TEXT + " ")
    with pytest.raises(CommandError, match="its SHA-256 is"):
        call_command("check_evidence", text=[f"{article.key}={original}"])
    with pytest.raises(CommandError, match="There is no article “nope”"):
        call_command("check_evidence", text=["nope=x"])
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("check_evidence", text=[f"{article.key}={tmp_path}"])
