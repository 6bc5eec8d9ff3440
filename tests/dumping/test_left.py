"""What left its file and is not pruned: written back into no file that does not say it, and named."""

import pytest
import yaml

from aip.documents import read_articles
from aip.dumping import dump_articles
from aip.loading import load_articles
from aip.models import Article, Forecast, Investment
from tests.loading.test_load import EVERYTHING, published
from tests.makers import make_citation

from .databases import empty, snapshot

pytestmark = pytest.mark.django_db

FORECAST = {"key": "f", "metric": "electricity_use", "region": "world", "year": 2034, "value": "1580 TWh"}
DEAL = {"key": "deal", "stage": "closed", "amount": "30 billion USD"}
LEFT = "a: forecast f: left its file; --prune of load_articles removes it"


def said(**fields):
    return published("2024", forecasts=[{**FORECAST, "cite": {"field": "value", "quote": "1580"}, **fields}])


@pytest.fixture
def load_folder(tmp_path):
    """Return what writes files and loads all there are."""

    def write_and_load(*, prune=False, **articles):
        for key, content in articles.items():
            head = {"publisher": "AIbase", "language": "de", **content.get("article", {})}
            (tmp_path / f"{key}.yaml").write_text(yaml.safe_dump({**content, "article": head}))
        return load_articles(read_articles([tmp_path]), prune=prune, complete=True)

    return write_and_load


@pytest.fixture
def elsewhere(tmp_path_factory):
    return tmp_path_factory.mktemp("dump")


@pytest.fixture
def dumped(elsewhere):
    """Return what dumps into another folder, and the report with what the files say."""

    def dump(*keys):
        report = dump_articles(elsewhere, list(keys))
        return report, {file.stem: yaml.safe_load(file.read_text()) for file in elsewhere.iterdir()}

    return dump


def test_an_entry_that_left_is_not_written_back(load_folder, dumped):
    load_folder(a=said(), b={})
    load_folder(a=published("2024"))
    report, files = dumped()
    assert report.left == [LEFT]
    assert LEFT in str(report)
    assert report.uncited == report.not_held == []
    assert files.keys() == {"a", "b"}
    assert files["a"].keys() == {"article"}


def test_it_is_written_when_it_comes_back(load_folder, dumped):
    load_folder(a=said())
    load_folder(a=published("2024"))
    load_folder(a=said())
    report, files = dumped()
    assert report.left == []
    assert files["a"]["forecasts"][0]["key"] == "f"


def test_only_what_left_the_articles_that_are_dumped_is_named(load_folder, dumped):
    load_folder(a=said(), b={})
    load_folder(a=published("2024"))
    assert dumped("b")[0].left == []
    assert dumped("a")[0].left == [LEFT]


def test_what_another_article_states_is_written_as_that_has_it(load_folder, dumped):
    late = {**DEAL, "amount": "40 billion USD", "title": "Late", "cite": {"field": "amount", "quote": "forty"}}
    load_folder(a=published("2024", investments=[DEAL]), b=published("2025", investments=[late]))
    load_folder(b=published("2025"))
    report, files = dumped()
    assert report.left == ["b: investment deal: left its file; the fact is written as a has it"]
    assert files["a"]["investments"] == [DEAL]
    assert "investments" not in files["b"]


def test_an_edit_goes_to_the_other_article(load_folder, dumped):
    load_folder(
        a=published("2024", investments=[DEAL]), b=published("2025", investments=[{**DEAL, "title": "Another"}])
    )
    Investment.objects.update(amount=31)
    load_folder(b=published("2025"))
    assert dumped()[1]["a"]["investments"] == [{**DEAL, "amount": "31 USD"}]


def test_what_was_edited_is_said_by_no_article(load_folder, dumped):
    load_folder(a=said())
    Forecast.objects.update(year=2035)
    load_folder(a=published("2024"))
    report, files = dumped()
    assert report.uncited == ["forecast f"]
    assert report.left == [
        "a: forecast f: left its file; the fact is written elsewhere, without its quotes: edited by hand: year"
    ]
    assert files["a"].keys() == {"article"}
    assert files["uncited"]["forecasts"] == [{**FORECAST, "year": 2035}]


def test_what_another_article_cites_is_said_by_that(load_folder, dumped):
    load_folder(a=said(), b={})
    make_citation(Forecast.objects.get(), Article.objects.get(key="b"), quote="as printed", field="year")
    load_folder(a=published("2024"))
    files = dumped()[1]
    assert files["a"].keys() == {"article"}
    assert files["b"]["forecasts"] == [{**FORECAST, "cite": {"field": "year", "quote": "as printed"}}]


def test_what_others_refer_to_is_kept(load_folder, dumped):
    deal = {**DEAL, "recipient": "OpenAI"}
    load_folder(a={"organizations": [{"name": "OpenAI", "aliases": ["OA"]}]}, b={"investments": [deal]})
    load_folder(a={})
    report, files = dumped()
    assert files["a"].keys() == {"article"}
    assert files["uncited"]["organizations"] == [{"name": "OpenAI", "aliases": "OA"}]
    assert "the fact is written elsewhere" in report.left[0]


def test_names_that_only_the_entry_gave_are_named(load_folder, dumped):
    one = {"name": "Alphabet", "aliases": ["Google"], "identifiers": {"wikidata": "Q20800404"}}
    load_folder(a=published("2024", organizations=[{"name": "Alphabet"}]), b=published("2025", organizations=[one]))
    load_folder(b=published("2025"))
    report, files = dumped()
    assert files["a"]["organizations"] == [{"name": "Alphabet"}]
    assert sorted(report.left) == [
        "Alphabet, identifier wikidata Q20800404: left its file; --prune of load_articles removes it",
        "Alphabet, name Google: left its file; --prune of load_articles removes it",
        "b: organization Alphabet: left its file; the fact is written as a has it",
    ]


@pytest.mark.parametrize("used", [False, True])
def test_a_main_name_that_left_stays_where_it_is_used(load_folder, dumped, used):
    deal = {"investments": [{**DEAL, "recipient": "Google"}]} if used else {}
    load_folder(
        a=published("2024", organizations=[{"name": "Alphabet", "aliases": ["Google"]}]),
        b=published("2025", organizations=[{"name": "Google", "former": ["Alphabet"]}]),
        c=deal,
    )
    load_folder(a=published("2024", organizations=[{"name": "Alphabet"}]), b=published("2025"))
    files = dumped()[1]
    assert files["a"]["organizations"] == [{"name": "Alphabet", **({"aliases": "Google"} if used else {})}]
    assert files.keys() == {"a", "b", "c"}


@pytest.mark.parametrize("gone", ["people", "investments, observations", "energy_deals", "observations", "everything"])
def test_files_dumped_before_pruning_bring_back_what_it_leaves(load_folder, dumped, elsewhere, gone):
    load_folder(a=EVERYTHING)
    kept = {} if gone == "everything" else {name: said for name, said in EVERYTHING.items() if name not in gone}
    load_folder(a={"article": EVERYTHING["article"], **kept})
    assert dumped()[0].left
    load_folder(prune=True)
    pruned = snapshot()
    empty()
    load_articles(read_articles([elsewhere]))
    assert snapshot() == pruned
