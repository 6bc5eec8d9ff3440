"""What files said, what they say, what the database holds: four answers, and what becomes of each."""

from decimal import Decimal

import pytest

from aip.loading.differing.differences import find_differences
from aip.loading.differing.wording import excerpts
from aip.loading.files import load_files
from aip.loading.stating import batches
from aip.models import (
    Article,
    Citation,
    Confirmation,
    Decision,
    Forecast,
    Investment,
    Membership,
    Organization,
    OrganizationIdentifier,
    OrganizationName,
    Partnership,
    Statement,
)
from tests.loading.test_load import EVERYTHING, published
from tests.makers import make_decision

pytestmark = pytest.mark.django_db

DEAL = {"key": "deal", "stage": "closed", "amount": "30 billion USD"}


def deal(**fields):
    return {"investments": [{**DEAL, **fields}]}


def edit(**columns):
    Investment.objects.filter(key="deal").update(**columns)


def told(report):
    return {(each.named, each.label, each.answer, each.said, each.says, each.held) for _, each in report.differences}


def differing():
    return {(each.kind, each.named, each.label, each.says, each.held) for each in find_differences()}


FILE = {"amount": "32 billion USD"}
HAND = {"amount": Decimal("31e9")}
SAME = {"amount": Decimal("32e9")}


@pytest.mark.parametrize("dry_run", [False, True])
@pytest.mark.parametrize("overwrite", [False, True])
@pytest.mark.parametrize(
    ("file", "hand", "column", "after", "overwritten"),
    [
        ({}, {}, "unchanged", 30, 30),
        (FILE, {}, "changed", 32, 32),
        ({}, HAND, "edited", 31, 30),
        (FILE, HAND, "both", 31, 32),
        (FILE, SAME, "unchanged", 32, 32),
    ],
    ids=["neither", "file changed", "edited by hand", "both", "both the same"],
)
def test_every_answer(load_folder, file, hand, column, after, overwritten, overwrite, dry_run):
    load_folder(a=deal())
    if hand:
        edit(**hand)
    before = Investment.objects.get().amount
    report = load_folder(a=deal(**file), overwrite=overwrite, dry_run=dry_run)
    columns = {name: getattr(report, name)["investment"] for name in ("changed", "edited", "both", "unchanged")}
    assert columns == {name: int(name == column) for name in columns}
    assert Investment.objects.get().amount == (
        before if dry_run else Decimal(overwritten if overwrite else after) * 10**9
    )
    assert bool(report.differences) == (column in ("edited", "both"))
    assert report.changes == (column == "changed" or (overwrite and column in ("edited", "both")))
    if not dry_run:
        again = load_folder(a=deal(**file))
        assert not again.changes
        assert again.both == {}
        assert bool(again.edited) == (column in ("edited", "both") and not overwrite)


def test_the_list_says_where_and_what(load_folder):
    load_folder(a=deal(basis="debt"))
    edit(amount=Decimal("31e9"), basis="equity")
    report = load_folder(a=deal(basis="debt", amount="32 billion USD"))
    assert told(report) == {
        ("deal", "amount", "both", "30 billion USD", "32 billion USD", "31 billion USD"),
        ("deal", "basis", "edited by hand", "debt", "debt", "equity"),
    }
    both, edited = report.kept
    assert both.endswith("the file said 30 billion USD and now says 32 billion USD, the database 31 billion USD")
    assert "a.yaml:5: deal, amount: both: " in both
    assert edited.endswith("a.yaml:6: deal, basis: edited by hand: the file says debt, the database equity")
    table = str(report).split("\n\n")[0]
    assert [line.split()[0] for line in table.splitlines()[1:]] == ["publishers", "articles", "investments"]
    assert "the database's value stays" in str(report)


def test_a_long_list_is_cut(load_folder):
    many = {"investments": [{**DEAL, "key": f"deal-{n:02}"} for n in range(40)]}
    load_folder(a=many)
    Investment.objects.update(stage="agreed")
    words = str(load_folder(a=many))
    assert words.count("edited by hand: the file says closed") == 30
    assert "… and 10 more" in words


def test_a_decided_field_stays_and_is_said_to_be_decided(load_folder):
    cite = {"cite": {"field": "amount", "quote": "thirty"}}
    load_folder(a=deal(**cite))
    make_decision(Citation.objects.get())
    later = {"article": {"published": "2025"}, **deal(amount="32 billion USD")}
    for overwrite in (False, True):
        report = load_folder(b=later, overwrite=overwrite)
        assert Investment.objects.get().amount == 30_000_000_000
        assert not report.kept
        assert not report.edited.total() + report.both.total()
        assert "1 field stays as decided" in str(report)
        assert not report.overwritten
    assert {each.decided for each in find_differences()} == {True}


def test_a_decided_field_stays_where_the_accepted_article_comes_to_say_something_else_and_that_is_told(load_folder):
    cite = {"cite": {"field": "amount", "quote": "thirty"}}
    load_folder(a=deal(**cite))
    make_decision(Citation.objects.get())
    report = load_folder(a=deal(amount="32 billion USD", **cite))
    assert Investment.objects.get().amount == 30_000_000_000
    (line,) = report.kept
    assert line.endswith("the accepted article says 32 billion USD, the database holds 30 billion USD")
    load_folder(overwrite=True)
    assert Investment.objects.get().amount == 32_000_000_000


def test_a_difference_from_what_has_left_its_file_is_told_as_that(load_folder):
    load_folder(a=deal(), b={"article": {"published": "2025"}, **deal(amount="31 billion USD")})
    Investment.objects.update(amount=Decimal("5e9"))
    (line,) = load_folder(b={"article": {"published": "2025"}}).kept
    assert (
        "the file said 31 billion USD, which has left it and counts until --prune, the database 5 billion USD" in line
    )


def test_facts_of_files_that_were_not_looked_at_are_found(load_folder):
    load_folder(a=EVERYTHING)
    assert find_differences() == []
    Investment.objects.filter(key="deal").update(amount=Decimal("5e9"), amount_high=None, amount_bound="exact")
    Investment.objects.filter(key="deal").update(draws_on=None)
    Organization.objects.filter(name="Microsoft").update(country="CA")
    assert {each[1:] for each in differing()} == {
        ("deal", "amount", "2 to 3 billion USD", "5 billion USD"),
        ("deal", "draws_on", "pool", ""),
        ("Microsoft", "country", "US", "CA"),
    }


@pytest.mark.parametrize("entry", [{"amount": "30 billion USD"}, {}], ids=["another figure", "no figure"])
def test_a_citation_that_states_a_figure_of_its_own_is_no_difference(load_folder, entry):
    cite = {"cite": {"field": "amount", "quote": "forty", "states": "40 billion USD"}}
    load_folder(a=deal(), b={"investments": [{"key": "deal", **entry, **cite}]})
    edit(stage="agreed")
    assert {label for _, _, label, _, _ in differing()} == {"stage"}


def test_what_was_edited_back_is_no_difference(load_folder):
    load_folder(a=deal())
    edit(stage="agreed")
    assert differing() == {("investment", "deal", "stage", "closed", "agreed")}
    edit(stage="closed")
    assert find_differences() == []


def test_what_was_deleted_by_hand_is_a_difference(load_folder):
    load_folder(a=EVERYTHING)
    Membership.objects.all().delete()
    Citation.objects.all().delete()
    OrganizationName.objects.get(name="Old GIP").delete()
    OrganizationName.objects.filter(name="GIP").update(kind="short")
    OrganizationIdentifier.objects.all().delete()
    found = {(kind, label.partition(":")[0], held) for kind, _, label, _, held in differing()}
    assert found == {
        ("membership", "the whole", ""),
        ("investment", "cite", ""),
        ("organization", "former", ""),
        ("organization", "aliases", "GIP (short)"),
        ("organization", "identifiers", ""),
    }
    report = load_folder()
    assert (report.edited["membership"], report.edited["citation"], report.edited["name"]) == (1, 1, 2)
    load_folder(overwrite=True)
    assert {each[2] for each in differing()} == {"aliases: GIP"}


def test_what_was_deleted_and_made_again_is_no_difference(load_folder):
    load_folder(a=EVERYTHING)
    for model in (OrganizationName, OrganizationIdentifier, Citation):
        rows = list(model.objects.all())
        model.objects.all().delete()
        for row in rows:
            row.pk = None
            row.save()
    assert find_differences() == []


def test_a_quote_whose_figure_was_changed_is_a_difference(load_folder):
    load_folder(a=deal(cite={"field": "amount", "quote": "thirty"}))
    Citation.objects.update(value=31)
    ((*_, label, says, held),) = differing()
    assert (label, says, held) == ("cite: amount “thirty”", "30 billion USD", "31 USD")


def test_what_nobody_stated_is_no_difference_until_a_file_states_it(load_folder):
    Organization.objects.create(name="OpenAI", kind="company")
    Partnership.objects.create(key="p", name="P")
    assert find_differences() == []
    report = load_folder(a={"organizations": [{"name": "OpenAI", "kind": "ai_lab"}]})
    assert told(report) == {("OpenAI", "kind", "both", "", "ai_lab", "company")}


def test_the_later_article_is_what_a_row_is_compared_with(load_folder):
    load_folder(early=published(2024, **deal()), late=published(2025, **deal(amount="40 billion USD")))
    edit(amount=Decimal("31e9"))
    (found,) = find_differences()
    assert (found.article, found.says) == ("late", "40 billion USD")


def test_a_decision_on_an_earlier_statement_is_told_as_decided(load_folder):
    cite = {"cite": {"field": "amount", "quote": "thirty"}}
    load_folder(early=published(2024, **deal(**cite)), late=published(2025, **deal(amount="40 billion USD")))
    Decision.objects.create(citation=Citation.objects.get(), reason="The filing says so.")
    edit(amount=Decimal("30e9"))
    (found,) = find_differences()
    assert found.decided


def test_a_confirmed_difference_is_counted_and_not_listed(load_folder):
    load_folder(a=deal())
    edit(stage="agreed")
    statement = Statement.objects.get(kind="investment")
    Confirmation.objects.create(
        statement=statement, field="stage", said="closed", held="agreed", confirmed_by_name="Ada"
    )
    report = load_folder()
    assert (report.kept, report.confirmed) == ([], 1)
    assert "1 difference stays as confirmed" in str(report)
    edit(stage="committed")
    assert len(load_folder().kept) == 1


def test_the_number_of_queries_does_not_depend_on_the_number_of_differences(load_folder):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def queries():
        with CaptureQueriesContext(connection) as captured:
            find_differences()
        return len(captured)

    names = [{"name": f"O{n}"} for n in range(30)]
    deals = [{**DEAL, "key": f"deal-{n}", "recipient": f"O{n}", "cite": {"quote": "x"}} for n in range(30)]
    load_folder(a={"organizations": names, "investments": deals})
    Investment.objects.filter(key="deal-0").update(recipient=None)
    few = queries()
    Investment.objects.update(recipient=None, stage="agreed")
    assert len(find_differences()) == 60
    assert queries() == few


def test_long_values_are_shown_from_where_they_differ():
    assert excerpts("closed", "agreed") == ("closed", "agreed")
    assert excerpts("", "x") == ("nothing", "x")
    long = "a " * 500
    assert excerpts(f"{long}one more", f"{long}two more", 20) == ("…a a a a a one more", "…a a a a a two more")


def test_files_that_were_skipped_are_told_of_by_file_and_line(folder):
    path = folder(a=deal(), b={"forecasts": [{"key": "f", "metric": "electricity_use", "region": "world", "year": 2034, "value": "2 TWh"}]})  # fmt: skip
    load_files([path])
    edit(amount=Decimal("31e9"))
    Forecast.objects.all().delete()
    report = load_files([path])
    assert report.skipped == 2
    amount, forecast = report.kept
    assert amount == f"{path}/a.yaml:5: deal, amount: edited by hand: the file says 30 billion USD, the database 31 billion USD"  # fmt: skip
    assert forecast.startswith(f"{path}/b.yaml:5: f, the whole: edited by hand")
    assert (report.edited["investment"], report.edited["forecast"]) == (1, 1)
    assert load_files([path / "b.yaml"]).kept == [forecast]


def test_what_left_a_file_that_is_skipped_since_is_told_and_pruned(folder):
    path = folder(a={**deal(), "organizations": [{"name": "X", "aliases": ["Y"]}]})
    load_files([path])
    folder(a={"organizations": [{"name": "X"}]})
    load_files([path])
    report = load_files([path], dry_run=True, prune=True)
    assert report.skipped == 1
    assert (report.removed["investment"], report.removed["name"]) == (1, 1)
    load_files([path], prune=True)
    assert not Investment.objects.exists()
    assert not OrganizationName.objects.exists()
    folder(a=deal())
    load_files([path], prune=True)
    assert not Organization.objects.exists()
    folder(b={"organizations": [{"name": "Z"}]}, a=None)
    load_files([path], prune=True)
    assert [article.key for article in Article.objects.all()] == ["b"]
    assert not Investment.objects.exists()
    folder(a=deal())
    assert load_files([path], prune=True).new["investment"] == 1


def test_facts_of_several_batches_are_told_of_once(load_folder, monkeypatch):
    monkeypatch.setattr(batches, "SIZE", 1)
    load_folder(a=published(2024, **deal()), b=published(2025, **deal()))
    edit(amount=Decimal("31e9"))
    report = load_folder(b=published(2025, **deal(amount="32 billion USD")))
    assert told(report) == {("deal", "amount", "both", "30 billion USD", "32 billion USD", "31 billion USD")}
    report = load_folder(a=published(2024, **deal(amount="33 billion USD")))
    assert [(each.answer, each.says) for _, each in report.differences] == [("edited by hand", "32 billion USD")]
