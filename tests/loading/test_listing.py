"""What each file changes, line by line: at a load and before it."""

import re

import pytest

from aip.loading import load, load_files
from aip.loading.listing import ALL, First
from aip.loading.stating import batches
from aip.loading.stating.sayings import Said, Saying
from aip.models import Investment
from tests.loading.test_load import published

pytestmark = pytest.mark.django_db

FOLDER = re.compile(r"^.*/(?=\w+\.yaml:)")
DEAL = {"key": "deal", "stage": "closed", "amount": "30 billion USD"}


def deal(**fields):
    return {"investments": [{**DEAL, **fields}]}


def changed(report):
    """Return the lines without the folder."""
    return [FOLDER.sub("", line) for line in report.listing.changed.lines]


def losing(report):
    return [FOLDER.sub("", line) for line in report.listing.losing.lines]


@pytest.mark.parametrize("dry_run", [True, False])
def test_every_changed_field_is_listed_with_file_and_line(load_folder, dry_run):
    load_folder(a=deal(title="Round", basis="debt"))
    report = load_folder(a=deal(amount="about 32 billion USD", title="Round"), dry_run=dry_run)
    assert changed(report) == [
        "a.yaml:5: deal, amount: 30 billion USD → about 32 billion USD",
        "a.yaml:5: deal, basis: debt → nothing",
    ]
    assert "\nChanged in the files:\n" in str(report)
    assert report.changed["investment"] == 1


def test_references_parts_names_and_quotes_are_listed(load_folder):
    first = {
        "organizations": [{"name": "X", "aliases": ["Old"]}, {"name": "Y"}],
        **deal(recipient="X", commitments=[{"investor": "X"}], cite=[{"quote": "gone"}, {"quote": "kept"}]),
    }
    load_folder(a=first)
    report = load_folder(
        a={
            "organizations": [
                {"name": "X", "aliases": ["Old", "New"], "identifiers": {"isin": "US5949181045"}},
                {"name": "Y"},
            ],
            **deal(
                recipient="Y",
                commitments=[{"investor": "X", "amount": "2 billion USD"}],
                cite=[{"quote": "kept"}, {"field": "stage", "quote": "closed"}],
            ),
        }
    )
    assert {line.partition(": ")[2] for line in changed(report)} == {
        "X, aliases: nothing → New",
        "X, identifiers: nothing → isin US5949181045",
        "deal, recipient: X → Y",
        "deal/X, amount: nothing → 2 billion USD",
        "deal, cite: nothing → stage “closed”",
        "deal, cite: “gone” → nothing",
    }


def test_what_stays_as_it_was_is_not_listed(load_folder):
    load_folder(a=deal(), b=published(2025, **deal()))
    report = load_folder()
    assert changed(report) == losing(report) == []
    assert "Changed" not in str(report)
    assert "lose" not in str(report)


def test_new_rows_are_listed_by_file_before_a_load_and_of_known_files_after_it(load_folder):
    load_folder(a=deal())
    one_more = {"investments": [DEAL, {**DEAL, "key": "other", "cite": {"quote": "x"}}], "people": [{"name": "Ada"}]}
    new = {"b": {"organizations": [{"name": "X"}]}}
    report = load_folder(a=one_more, **new, dry_run=True)
    words = {file.rpartition("/")[2]: dict(counts) for file, counts in report.listing.new.items()}
    assert words == {
        "a.yaml": {"person": 1, "investment": 1, "citation": 1},
        "b.yaml": {"article": 1, "organization": 1},
    }
    assert "a.yaml: 1 person, 1 investment, 1 citation\n" in str(report)
    report = load_folder(a=one_more, **new)
    assert [file.rpartition("/")[2] for file in report.listing.new] == ["a.yaml"]
    assert changed(report) == []


def test_a_new_article_that_changes_a_known_fact_is_listed(load_folder):
    load_folder(a=published(2024, **deal()))
    report = load_folder(b=published(2025, **deal(amount="40 billion USD")))
    assert changed(report) == ["b.yaml:6: deal, amount: 30 billion USD → 40 billion USD"]


def test_the_file_that_changed_is_named_where_several_speak_of_a_fact(load_folder):
    load_folder(a=published(2024, **deal()), b=published(2025, **deal(amount="31 billion USD", basis="debt")))
    report = load_folder(a=published(2024, **deal(title="Round")), b=published(2025, **deal(amount="32 billion USD")))
    assert [re.sub(":[0-9]+: deal", "", line) for line in changed(report)] == [
        "a.yaml, title: nothing → Round",
        "b.yaml, amount: 31 billion USD → 32 billion USD",
        "b.yaml, basis: debt → nothing",
    ]


def test_a_changed_statement_that_loses_to_a_later_article_is_told(load_folder):
    load_folder(early=published(2024, **deal()), late=published(2025, **deal(amount="40 billion USD")))
    report = load_folder(early=published(2024, **deal(amount="33 billion USD")))
    assert losing(report) == [
        "early.yaml:6: deal, amount: now says 33 billion USD; late, published later, says 40 billion USD"
    ]
    assert (report.changed["investment"], report.unchanged["investment"]) == (0, 1)
    assert changed(report) == []
    assert "1 changed statement loses to a later article, and the fact stays:" in str(report)
    assert Investment.objects.get().amount == 40_000_000_000
    report = load_folder(early=published(2024, investments=[{"key": "deal", "stage": "closed"}]))
    assert "now says nothing; late, published later, says 40 billion USD" in losing(report)[0]


def test_of_articles_of_a_day_the_later_key_counts_and_is_called_so(load_folder):
    load_folder(a=deal(), b=deal(amount="40 billion USD"))
    report = load_folder(a=deal(amount="33 billion USD"))
    assert losing(report)[0].endswith("now says 33 billion USD; b, the later key, says 40 billion USD")


def test_a_later_article_that_leaves_off_changes_the_fact_and_does_not_lose(load_folder):
    load_folder(early=published(2024, **deal()), late=published(2025, **deal(amount="40 billion USD")))
    report = load_folder(late=published(2025, investments=[{"key": "deal", "stage": "closed"}]))
    assert [line.partition("deal, ")[2] for line in changed(report)] == ["amount: 40 billion USD → 30 billion USD"]
    assert losing(report) == []


def test_what_an_editor_changed_is_listed_as_before_and_not_as_the_files_change(load_folder):
    load_folder(a=deal())
    Investment.objects.update(amount=31_000_000_000)
    report = load_folder(a=deal(amount="32 billion USD"))
    assert changed(report) == losing(report) == []
    assert len(report.kept) == 1


def test_a_long_list_is_cut_and_all_of_it_listed_when_asked(folder):
    keys = [f"k{n:02}" for n in range(40)]
    path = folder(a={"investments": [{**DEAL, "key": key} for key in keys]})
    load_files([path])
    folder(a={"investments": [{**DEAL, "key": key, "stage": "agreed"} for key in keys]})
    words = str(load_files([path], dry_run=True))
    assert words.count("stage: closed → agreed") == 30
    assert "… and 10 more; --all lists them" in words
    words = str(load_files([path], dry_run=True, most=ALL))
    assert words.count("stage: closed → agreed") == 40
    assert "more" not in words


def test_no_more_is_kept_than_is_shown(tmp_path):
    first = First(3)
    for number in range(1000, 0, -1):
        said = Said(f"{number}", tmp_path / f"{number:04}.yaml", "", b"")
        first.add(Saying(said, "investment", (), "deal", {}), "stage", "")
        assert len(first._kept) <= 6
    first.place()
    assert (first.count, [line.partition(".yaml:1: ")[0][-4:] for line in first.lines]) == (
        1000,
        ["0001", "0002", "0003"],
    )


@pytest.mark.django_db(transaction=True)
def test_rows_of_this_very_load_are_no_changes_in_its_later_batches(folder, monkeypatch):
    for module in (batches, load):
        monkeypatch.setattr(module, "SIZE", 1)
    path = folder(a=published(2024, **deal()), b=published(2025, **deal(amount="40 billion USD")), c=published(2026))
    report = load_files([path], dry_run=True, most=2)
    assert (report.new["investment"], report.changed["investment"], report.unchanged["investment"]) == (1, 0, 0)
    assert changed(report) == losing(report) == []
    assert [file.rpartition("/")[2] for file in report.listing.new] == ["a.yaml", "b.yaml"]
    assert "… and 1 more; --all lists them" in str(report)
