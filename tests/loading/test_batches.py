"""However a load is cut into batches, it comes to the same: batches of one article, written aside, and one of all."""

import pytest
from django.conf import settings

from aip.documents import ArticleErrors
from aip.loading import load, load_files
from aip.loading.stating import batches
from aip.models import Citation, Investment, Observation, Organization, Statement
from tests.loading.test_load import contents, count_events

FIXTURES = settings.BASE_DIR / "fixtures"


@pytest.fixture
def one_by_one(monkeypatch):
    """Make batches of one article each."""
    for module in (batches, load):
        monkeypatch.setattr(module, "SIZE", 1)


@pytest.fixture
def at_once(transactional_db):
    """Return what the data set comes to, loaded as one batch, and leave the database empty again."""
    load_files([FIXTURES])
    found = contents()
    from django.core.management import call_command

    call_command("flush", interactive=False, verbosity=0)
    return found


@pytest.mark.django_db(transaction=True)
def test_batches_of_one_article_come_to_the_same(at_once, one_by_one):
    report = load_files([FIXTURES])
    assert contents() == at_once
    assert report.new["citation"] == Citation.objects.count()
    assert not report.kept
    events = count_events()
    assert not load_files([FIXTURES], overwrite=True).changes
    assert count_events() == events


def write(folder, **articles):
    for key, content in articles.items():
        (folder / f"{key}.yaml").write_text(f"article: {{publisher: A, language: en, published: {content}")
    return [folder]


@pytest.mark.django_db(transaction=True)
def test_what_only_several_files_say_together_is_enough(tmp_path, one_by_one):
    """The first file says no stage, names an organization and draws on a pool of the last, which is a later one's."""
    paths = write(
        tmp_path,
        a="2024}\ninvestments: [{key: deal, recipient: Late, draws_on: pool, amount: 3 billion USD}]\n",
        b="2025}\ninvestments: [{key: deal, stage: closed}]\nobservations: [{key: o, site: X, words: y}]\n",
        c="2026}\norganizations: [{name: Latest, former: Late}]\ninvestments: [{key: pool, stage: target}]\n"
        "observations: [{key: o, measure: z}]\n",
    )
    load_files(paths)
    deal = Investment.objects.get(key="deal")
    assert (deal.stage, deal.recipient.name, deal.draws_on.key) == ("closed", "Latest", "pool")
    assert Observation.objects.get().measure == "z"


@pytest.mark.django_db(transaction=True)
def test_every_fault_of_every_batch_is_told_and_nothing_is_written(tmp_path, one_by_one):
    paths = write(
        tmp_path,
        a="2024}\norganizations: [{name: A}]\nforecasts: [{key: f, metric: jobs, region: DE, year: 1200, value: 3 GW}]\n",
        b="2025}\norganizations: [{name: B}]\n",
        c="2026}\nforecasts: [{key: g, metric: jobs, region: DE, year: 1300, value: 3 GW}]\ninvestments: [{key: i}]\n",
    )
    with pytest.raises(ArticleErrors) as errors:
        load_files(paths)
    year = "A year lies between 1900 and 2200."
    assert sorted(fault.message for fault in errors.value.faults) == [year, year, "no article says the stage of “i”"]
    assert not Organization.objects.exists()
    assert not Statement.objects.exists()
