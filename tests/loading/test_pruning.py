"""What left its file: told, removed only when asked, and only where nothing else holds it."""

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command

from aip.loading.differing import vanished
from aip.loading.differing.differences import find_differences
from aip.models import (
    Article,
    Citation,
    Commitment,
    Confirmation,
    EnergyDeal,
    Forecast,
    Investment,
    Membership,
    Organization,
    OrganizationIdentifier,
    OrganizationName,
    Partnership,
    Person,
    Position,
    Publisher,
    Statement,
)
from tests.loading.test_load import EVERYTHING, published
from tests.makers import make_article, make_citation, make_commitment, make_decision, make_organization

pytestmark = pytest.mark.django_db

FORECAST = {"key": "f", "metric": "electricity_use", "region": "world", "year": 2034, "value": "1580 TWh"}
DEAL = {"key": "deal", "stage": "closed", "amount": "30 billion USD"}
NOTHING = {}


def forecasts(**fields):
    return {"forecasts": [{**FORECAST, **fields}]}


def outcome(report, words):
    (line,) = [line for line in report.left if f"{words}: " in line]
    return line.partition(f"{words}: ")[2]


def facts():
    models = [EnergyDeal, Forecast, Investment, Commitment, Partnership, Membership, Position, Person, Organization]
    models += [OrganizationName, OrganizationIdentifier, Citation]
    return {model.__name__: model.objects.count() for model in models if model.objects.exists()}


def test_what_left_is_told_at_every_load_and_stays(load_folder):
    load_folder(a=forecasts())
    for _ in range(2):
        report = load_folder(a=NOTHING)
        assert outcome(report, "forecast f") == "--prune would remove it"
        assert Forecast.objects.exists()
        assert not report.changes
    assert Statement.objects.get(kind="forecast").left_at


def test_a_dry_run_tells_what_would_go(load_folder):
    load_folder(a=forecasts())
    report = load_folder(a=NOTHING, prune=True, dry_run=True)
    assert report.removed["forecast"] == 1
    assert Forecast.objects.exists()
    assert not Statement.objects.get(kind="forecast").left_at


def test_pruning_removes_it_with_its_quotes_and_history_says_so(load_folder):
    load_folder(a=forecasts(cite={"field": "value", "quote": "1580"}))
    report = load_folder(a=NOTHING, prune=True)
    assert outcome(report, "forecast f") == "removed"
    assert (report.removed["forecast"], report.removed["citation"]) == (1, 1)
    assert report.changes
    assert facts() == {}
    assert not Statement.objects.filter(kind="forecast").exists()
    event = apps.get_model("aip", "ForecastEvent").objects.get(pgh_label="delete")
    assert event.pgh_context["source"] == "load_articles --prune"
    assert not load_folder(prune=True).changes
    assert load_folder(a=forecasts()).new["forecast"] == 1


def test_what_left_at_an_earlier_load_is_pruned_by_a_later_one(load_folder):
    load_folder(a=forecasts())
    load_folder(a=NOTHING)
    load_folder(a=NOTHING, prune=True)
    assert facts() == {}


def test_what_comes_back_has_not_left(load_folder):
    load_folder(a=forecasts())
    load_folder(a=NOTHING)
    report = load_folder(a=forecasts(), prune=True)
    assert report.left == []
    assert not Statement.objects.filter(left_at__isnull=False).exists()


def test_everything_of_a_file_goes_parts_and_names_too(load_folder):
    load_folder(a=EVERYTHING)
    report = load_folder(a=NOTHING, prune=True)
    assert facts() == {}
    assert report.removed["name"] == 2
    assert {kind: report.removed[kind] for kind in ("membership", "commitment", "position")} == {
        "membership": 1,
        "commitment": 1,
        "position": 1,
    }
    assert Article.objects.count() == Publisher.objects.count() == 1 or Publisher.objects.count() == 2


def test_a_part_goes_by_itself(load_folder):
    load_folder(a=EVERYTHING)
    partnership = {**EVERYTHING["partnerships"][0], "members": []}
    load_folder(a={**EVERYTHING, "partnerships": [partnership]}, prune=True)
    assert not Membership.objects.exists()
    assert Partnership.objects.exists()


def test_what_another_article_states_stays_and_holds_what_that_says(load_folder):
    load_folder(
        a=published(2024, investments=[{**DEAL, "cite": {"field": "amount", "quote": "thirty"}}]),
        b=published(
            2025, investments=[{**DEAL, "amount": "40 billion USD", "cite": {"field": "amount", "quote": "forty"}}]
        ),
    )
    report = load_folder(b=published(2025))
    moved = "amount: 40 billion USD → 30 billion USD"
    assert outcome(report, "investment deal") == f"stays, as a says it too; with --prune {moved}"
    assert Investment.objects.get().amount == 40_000_000_000
    report = load_folder(prune=True)
    assert outcome(report, "investment deal") == f"stays, as a says it too; {moved}"
    assert Investment.objects.get().amount == 30_000_000_000
    assert [citation.quote for citation in Citation.objects.all()] == ["thirty"]
    assert (report.changed["investment"], report.removed["citation"]) == (1, 1)
    assert find_differences() == []
    assert not load_folder(prune=True).changes


def test_an_edited_field_stays_when_another_article_states_the_fact(load_folder):
    load_folder(
        a=published(2024, investments=[DEAL]), b=published(2025, investments=[{**DEAL, "amount": "40 billion USD"}])
    )
    Investment.objects.update(amount=31)
    load_folder(b=published(2025), prune=True)
    assert Investment.objects.get().amount == 31
    assert [each.says for each in find_differences()] == ["30 billion USD"]


@pytest.mark.parametrize("prune", [False, True])
def test_what_was_edited_by_hand_stays_and_is_listed(load_folder, prune):
    load_folder(a=forecasts(cite={"field": "value", "quote": "1580"}))
    Forecast.objects.update(year=2035)
    report = load_folder(a=NOTHING, prune=prune)
    assert outcome(report, "forecast f") == "stays: edited by hand: year"
    assert Forecast.objects.exists()
    assert Citation.objects.exists()
    assert outcome(load_folder(prune=True), "forecast f") == "stays: edited by hand: year"
    Forecast.objects.update(year=2034)
    load_folder(prune=True)
    assert facts() == {}


@pytest.mark.parametrize("change", [{"value": 1}, {"note": "seen"}, {"quote": "another"}])
def test_a_quote_by_hand_or_edited_keeps_its_fact(load_folder, change):
    load_folder(a=forecasts(cite={"field": "value", "quote": "1580"}))
    Citation.objects.update(**change)
    report = load_folder(a=NOTHING, prune=True)
    assert "stays: a cites “" in report.left[0]
    assert Forecast.objects.exists()


def test_a_quote_of_another_article_keeps_its_fact(load_folder):
    load_folder(a=forecasts())
    make_citation(Forecast.objects.get(), make_article(key="other"), "by hand")
    report = load_folder(a=NOTHING, prune=True)
    assert outcome(report, "forecast f") == "stays: other cites “by hand”"


def test_a_decision_keeps_its_fact(load_folder):
    load_folder(a=forecasts(cite={"field": "value", "quote": "1580"}))
    make_decision(Citation.objects.get())
    load_folder(a=NOTHING, prune=True)
    assert Forecast.objects.exists()
    assert Citation.objects.exists()


def test_what_something_refers_to_stays_and_so_does_what_that_refers_to(load_folder):
    content = {
        "organizations": [{"name": "Parent"}, {"name": "Child", "parent": "Parent"}, {"name": "Free"}],
        "investments": [{**DEAL, "recipient": "Child"}],
    }
    load_folder(a=content)
    make_commitment(Investment.objects.get(), make_organization("By hand"))
    report = load_folder(a=NOTHING, prune=True)
    assert outcome(report, "investment deal") == "stays: commitment deal has it as investment"
    assert outcome(report, "organization Child") == "stays: investment deal has it as recipient"
    assert outcome(report, "organization Parent") == "stays: organization Child has it as parent"
    assert outcome(report, "organization Free") == "removed"


def test_circles_of_what_left_go_as_a_whole(load_folder):
    load_folder(a={"organizations": [{"name": "P"}], "partnerships": [{"key": "p", "name": "P", "acts_as": "P"}]})
    load_folder(a=NOTHING, prune=True)
    assert facts() == {}


def test_what_another_file_names_stays_even_where_no_row_refers_to_it(load_folder):
    load_folder(
        a={"organizations": [{"name": "Old owner", "aliases": ["OO"]}], "investments": [{"key": "pool", "stage": "target"}]},
        b=published(2024, investments=[{**DEAL, "recipient": "OO", "draws_on": "pool"}]),
        c=published(2025, organizations=[{"name": "New"}], investments=[{**DEAL, "recipient": "New", "draws_on": "other"}, {"key": "other", "stage": "target"}]),
    )  # fmt: skip
    report = load_folder(a=NOTHING, prune=True)
    assert outcome(report, "organization Old owner") == "stays: b names it “oo”"
    assert outcome(report, "investment pool") == "stays: b names it as draws_on"
    assert not load_folder(prune=True).changes


def test_a_name_that_only_the_vanished_entry_gave_goes(load_folder):
    load_folder(
        a={"organizations": [{"name": "Microsoft", "identifiers": {"wikidata": "Q2283"}}]},
        b={"organizations": [{"name": "Microsoft", "aliases": ["MS", "MSFT"], "identifiers": {"wikidata": "Q1"}}]},
        c={"organizations": [{"name": "X"}], "investments": [{**DEAL, "recipient": "MSFT"}]},
    )
    report = load_folder(b=NOTHING)
    assert OrganizationName.objects.count() == 2
    report = load_folder(prune=True)
    assert [name.name for name in OrganizationName.objects.all()] == ["MSFT"]
    assert [each.value for each in OrganizationIdentifier.objects.all()] == ["Q2283"]
    assert outcome(report, "name MSFT: no file gives it") == "stays: c refers to it"


def test_a_name_that_an_entry_dropped_is_told_and_goes(load_folder):
    load_folder(a={"organizations": [{"name": "Microsoft", "aliases": ["MS"]}]})
    OrganizationName.objects.create(organization=Organization.objects.get(), name="By hand")
    report = load_folder(a={"organizations": [{"name": "Microsoft"}]})
    assert outcome(report, "name MS: no file gives it") == "--prune would remove it"
    load_folder(prune=True)
    assert [name.name for name in OrganizationName.objects.all()] == ["By hand"]


def test_a_name_added_by_hand_keeps_its_organization(load_folder):
    load_folder(a={"organizations": [{"name": "Microsoft"}]})
    OrganizationName.objects.create(organization=Organization.objects.get(), name="By hand")
    report = load_folder(a=NOTHING, prune=True)
    assert outcome(report, "organization Microsoft") == "stays: edited by hand: By hand"


def test_a_main_name_that_only_the_vanished_entry_gave(load_folder):
    later = published(2025, organizations=[{"name": "AI Partnership", "former": "GAIIP"}])
    load_folder(a=published(2024, organizations=[{"name": "GAIIP"}]), b=later)
    load_folder(c={**deal_of("AI Partnership")})
    load_folder(b=published(2025), prune=True)
    assert Organization.objects.get().name == "GAIIP"
    assert [name.name for name in OrganizationName.objects.all()] == ["AI Partnership"]
    assert not load_folder(prune=True).changes
    load_folder(c=NOTHING, prune=True)
    assert facts() == {"Organization": 1}


def deal_of(recipient):
    return {"investments": [{**DEAL, "recipient": recipient}]}


def test_what_was_deleted_by_hand_is_forgotten(load_folder):
    load_folder(a=forecasts())
    Forecast.objects.all().delete()
    report = load_folder(a=NOTHING, prune=True)
    assert outcome(report, "forecast f") == "deleted by hand before"
    assert find_differences() == []
    assert load_folder(a=forecasts()).new["forecast"] == 1


def test_a_fact_that_moved_to_another_file_has_not_left(load_folder):
    load_folder(a=forecasts(), b=NOTHING)
    report = load_folder(a=NOTHING, b=forecasts(), prune=True)
    assert outcome(report, "forecast f") == "stays, as b says it too"
    assert Forecast.objects.exists()
    assert load_folder().left == []


def test_confirmations_go_with_their_statement(load_folder):
    load_folder(a=forecasts())
    statement = Statement.objects.get(kind="forecast")
    Confirmation.objects.create(statement=statement, field="year", said="1", held="2", confirmed_by_name="Ada")
    load_folder(a=NOTHING, prune=True)
    assert not Confirmation.objects.exists()


def test_an_article_without_a_file_is_told_and_goes_only_when_pruned(load_folder):
    load_folder(a=EVERYTHING, b={"organizations": [{"name": "Microsoft"}]})
    report = load_folder(a=None)
    assert report.absent == ["a"]
    assert Article.objects.count() == 2
    report = load_folder(prune=True)
    assert outcome(report, "article a") == "removed"
    assert [article.key for article in Article.objects.all()] == ["b"]
    assert facts() == {"Organization": 1}
    assert load_folder(prune=True).left == []


def test_articles_of_another_folder_are_told_in_a_line(two_folders, capsys):
    call_command("load_articles", two_folders / "one")
    told = capsys.readouterr().out
    assert "11 articles are in none of these files (a10, …); with --prune would go what nothing else holds." in told
    assert "a11" not in told
    call_command("load_articles", two_folders / "one", all=True)
    assert "\na11\n" in capsys.readouterr().out


def test_a_fact_stays_for_now_where_all_that_state_it_have_left(load_folder):
    load_folder(a=forecasts(), b=forecasts(), c=NOTHING)
    report = load_folder(a=NOTHING, b=None)
    assert outcome(report, "forecast f") == "stays for now: b said it too, and has left it as well"
    load_folder(prune=True)
    assert not Forecast.objects.exists()


def test_an_article_cited_by_hand_or_edited_stays(load_folder):
    load_folder(a=forecasts(), b=NOTHING, c=NOTHING)
    make_citation(make_organization(), Article.objects.get(key="a"), "by hand")
    Article.objects.filter(key="c").update(title="By hand")
    report = load_folder(a=None, c=None, prune=True)
    assert outcome(report, "article a") == "stays: “by hand” is cited from it"
    assert outcome(report, "article c") == "stays: edited by hand: title"
    assert outcome(report, "forecast f") == "removed"


def test_an_article_stays_with_a_fact_that_stays(load_folder):
    load_folder(a=forecasts(), b=NOTHING)
    Forecast.objects.update(year=2035)
    report = load_folder(a=None, prune=True)
    assert outcome(report, "article a") == "stays: it states forecast f"


def test_articles_made_by_hand_are_nobodys_to_prune(load_folder):
    make_article(key="by-hand")
    load_folder(a=NOTHING, prune=True)
    assert Article.objects.filter(key="by-hand").exists()


def test_with_a_file_named_no_article_is_missing(folder, capsys):
    path = folder(a=forecasts(), b=NOTHING)
    call_command("load_articles", path)
    call_command("load_articles", path / "b.yaml", prune=True)
    assert Article.objects.filter(key="a").exists()
    folder(a=None)
    call_command("load_articles", path)
    assert "1 article is in none of these files (a); with --prune" in capsys.readouterr().out
    call_command("load_articles", path, prune=True)
    assert not Article.objects.filter(key="a").exists()


def test_pruning_takes_as_many_queries_for_thirty_as_for_two(load_folder):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def many(count):
        return {
            "organizations": [{"name": f"O{n}", "aliases": [f"A{n}"]} for n in range(count)],
            "investments": [{**DEAL, "key": f"k{n}", "recipient": f"O{n}", "cite": {"quote": "x"}} for n in range(count)],
        }  # fmt: skip

    counts = []
    for count in (2, 30):
        load_folder(a=many(count))
        with CaptureQueriesContext(connection) as captured:
            load_folder(a=NOTHING, prune=True)
        assert facts() == {}
        counts.append(len(captured))
    assert counts[0] == counts[1]


@pytest.fixture
def two_folders(tmp_path):
    """Load ten articles from one folder and eleven from another."""
    for number in range(21):
        file = tmp_path / ("one" if number < 10 else "two") / f"a{number:02}.yaml"
        file.parent.mkdir(exist_ok=True)
        file.write_text("article: {publisher: A, language: de}\n")
    call_command("load_articles", tmp_path, quiet=True)
    return tmp_path


def test_pruning_asks_back_before_it_removes_many_articles(two_folders, capsys):
    with pytest.raises(CommandError) as error:
        call_command("load_articles", two_folders / "one", prune=True)
    words = str(error.value).splitlines()
    assert words[0] == "--prune would remove 11 of 21 articles, which are in none of these folders:"
    assert words[1:-1] == [*(f"a{number}" for number in range(10, 20)), "… and 1 more"]
    assert words[-1] == ("Nothing was written. Name every folder that you keep; if they are to go, add --removing 11.")
    with pytest.raises(CommandError, match=r"(?s)--removing 10 is wrong: it is 11 .*add --removing 11"):
        call_command("load_articles", two_folders / "one", prune=True, removing=10)
    with pytest.raises(CommandError, match="--removing N goes with --prune"):
        call_command("load_articles", two_folders / "one", removing=11)
    assert Article.objects.count() == 21
    call_command("load_articles", two_folders / "one", prune=True, dry_run=True)
    assert "add --removing 11" in capsys.readouterr().out
    call_command("load_articles", two_folders / "one", prune=True, removing=11)
    assert Article.objects.count() == 10


def test_pruning_removes_few_articles_without_asking(two_folders):
    call_command("load_articles", two_folders / "two", prune=True)
    assert Article.objects.count() == 11
    call_command("load_articles", two_folders / "one", quiet=True)
    call_command("load_articles", two_folders / "one" / "a00.yaml", prune=True)  # a file: nothing is missing
    assert Article.objects.count() == 21


def test_a_small_share_of_many_articles_is_few(folder, monkeypatch):
    monkeypatch.setattr(vanished, "FEW", 1)
    path = folder(**{f"a{number}": {} for number in range(30)})
    call_command("load_articles", path, quiet=True)
    folder(a0=None, a1=None, a2=None)
    call_command("load_articles", path, prune=True)
    assert Article.objects.count() == 27
