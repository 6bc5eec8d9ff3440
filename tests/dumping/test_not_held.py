"""What files cannot hold is named, never lost silently."""

import pytest
from django.db import connection

from aip.documents import read_articles
from aip.dumping import dump_articles
from aip.loading import load_articles
from aip.loading.stating.decisions import accept
from aip.models import Article, Citation, EnergyDeal, Organization, Statement
from tests.makers import make_citation

from .conftest import CRANE
from .databases import empty


def test_an_edit_of_a_decided_figure_is_named(folder):
    accept(Citation.objects.get(quote="bis zu 800 Megawatt"), reason="The plant says so.")
    assert dump_articles(folder).not_held == []
    EnergyDeal.objects.filter(key="microsoft-constellation-crane").update(capacity=900)
    report = dump_articles(folder)
    assert report.undone == [
        "energy deal microsoft-constellation-crane: capacity: the accepted article says up to 800 MW, the database holds up to 900 MW"
    ]
    assert report.not_held == report.contradicted == []
    assert "Not as decided, and written as decided" in str(report)
    assert not load_articles(read_articles([folder])).changes
    assert EnergyDeal.objects.get(key="microsoft-constellation-crane").capacity == 900
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")  # a load leaves them immediate
    empty()
    load_articles(read_articles([folder]))
    assert EnergyDeal.objects.get(key="microsoft-constellation-crane").capacity == 800


@pytest.mark.parametrize(
    ("name", "stated", "edited"),
    [("stage", "committed", "closed"), ("announced", "2024-09", "2025"), ("site", "A site", "Another")],
)
def test_an_edit_of_a_decided_field_that_is_no_figure_is_named(folder, name, stated, edited):
    article = Article.objects.get(key=CRANE)
    statement = Statement.objects.get(article=article, kind="energy_deal")
    statement.values[name] = stated
    statement.save()
    deal = EnergyDeal.objects.get(key="microsoft-constellation-crane")
    quote = "over $3 billion in state and federal taxes"
    accept(make_citation(deal, article, quote=quote, field=name), reason="So.")
    assert dump_articles(folder).not_held == []
    EnergyDeal.objects.filter(pk=deal.pk).update(**{name: edited})
    assert dump_articles(folder).undone == [
        f"energy deal microsoft-constellation-crane: {name}: the accepted article says {stated}, the database holds {edited}"
    ]


def test_notes_on_names_and_identifiers_are_named(folder):
    organization = Organization.objects.named("BlackRock")
    organization.other_names.create(name="Black Rock", note="Often misspelled.")
    organization.identifiers.create(scheme="wikidata", value="Q99", note="Checked.")
    report = dump_articles(folder)
    assert report.not_held == [
        "organization BlackRock: the note on its name “Black Rock”",
        "organization BlackRock: the note on its identifier wikidata Q99",
    ]
    assert "the note on its name “Black Rock”" in str(report)


def test_a_decision_whose_quote_left_the_text_is_named_and_its_value_kept(folder):
    citation = Citation.objects.get(quote="bis zu 800 Megawatt")
    accept(citation, reason="The plant says so.")
    Article.objects.filter(pk=citation.article_id).update(text="Something else.\n", text_is="digest")
    report = dump_articles(folder)
    assert [line for line in report.not_held if "left out with its citation" in line]
    assert not (folder / "decisions.yaml").exists()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")  # a load leaves them immediate
    empty()
    load_articles(read_articles([folder]))
    deal = EnergyDeal.objects.get(key="microsoft-constellation-crane")
    assert (deal.capacity, deal.capacity_bound) == (800, "up_to")
