"""What a dump tells besides its files: quotes that contradict, what was kept by hand, a folder that it made."""

import pytest
from django.core.management import CommandError, call_command

from aip.dumping import dump_articles, telling
from aip.evidence import check_citations
from aip.loading.differing.differences import find_differences
from aip.loading.differing.taking import keep
from aip.models import Article, Citation, EnergyDeal, Investment
from tests.makers import make_user

from .conftest import CRANE, KEY


@pytest.mark.parametrize("checked", [True, False])
def test_a_value_that_contradicts_its_quote_is_written_and_named(folder, checked):
    check_citations()
    Investment.objects.filter(key="microsoft-openai").update(amount=14_000_000_000)
    if checked:
        check_citations()
    report = dump_articles(folder)
    assert report.written == [folder / f"{KEY}.yaml"]
    assert report.contradicted == [
        f"{KEY}: Microsoft's investment in OpenAI, amount: “rund 13 Milliarden US-Dollar”: "
        "value: the quote says about USD 13 bn, the fact about USD 14 bn"
    ]
    assert "correct the value or the quote" in str(report)
    assert not dump_articles(folder, [CRANE]).contradicted
    assert (Citation.objects.unchecked().count() > 0) is not checked


def test_what_another_quote_supports_is_a_conflict_and_not_named(folder):
    EnergyDeal.objects.update(capacity=800, capacity_bound="up_to")
    check_citations()
    assert Citation.objects.filter(verdict="contradicted").exists()
    assert dump_articles(folder).contradicted == []


def test_many_unchecked_citations_are_only_counted(folder, monkeypatch):
    monkeypatch.setattr(telling, "MOST_JUDGED", 1)
    Citation.objects.update(verdict="", against="", finding="")
    report = dump_articles(folder)
    assert report.unchecked == Citation.objects.count()
    assert f"{report.unchecked} citations are unchecked: manage.py check_evidence checks them." in str(report)


def test_what_was_kept_by_hand_is_named_until_the_files_are_loaded(folder):
    Investment.objects.filter(key="microsoft-openai").update(stage="agreed")
    (difference,) = find_differences()
    keep(difference, user=make_user("ada"))
    report = dump_articles(folder)
    assert report.confirmed == [f"{KEY}: microsoft-openai, stage: agreed, where the file said closed (ada)"]
    call_command("load_articles", folder, quiet=True)
    assert find_differences() == []
    assert dump_articles(folder).confirmed == []


def test_many_files_are_counted_by_folder_unless_all_are_asked_for(loaded, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("aip.dumping.report.FEW", 1)
    call_command("dump_articles", tmp_path / "one")
    assert f"\nWritten:\n{tmp_path / 'one'}: 4 files; --all lists\n" in capsys.readouterr().out
    call_command("dump_articles", tmp_path / "two", all=True)
    assert f"{tmp_path / 'two' / KEY}.yaml\n" in capsys.readouterr().out


def test_the_keys_are_not_said_to_be_required():
    with pytest.raises(CommandError) as error:
        call_command("dump_articles")
    assert "KEY" not in str(error.value)


def test_a_folder_that_was_made_is_told(loaded, tmp_path):
    assert str(dump_articles(tmp_path / "new")).startswith(f"Made {tmp_path / 'new'}/\n")
    assert "Made" not in str(dump_articles(tmp_path / "new"))


def test_a_key_that_is_nearly_right_is_answered_with_the_right_one(loaded, tmp_path):
    for nearly in ("xai-joins", KEY.replace("joins", "jions")):
        with pytest.raises(CommandError, match=f"Did you mean {KEY}"):
            call_command("dump_articles", tmp_path, nearly)
    assert Article.objects.filter(key=KEY).exists()
