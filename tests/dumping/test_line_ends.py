"""What a browser sent with other line ends than files have is the same, whichever way it goes."""

import pytest

from aip.documents import read_articles
from aip.dumping import dump_articles
from aip.loading import load_articles
from aip.loading.differing.differences import find_differences
from aip.loading.stating.decisions import accept
from aip.models import Article, Citation, Decision, EnergyDeal
from tests.makers import make_article, make_citation, make_decision

from .conftest import CRANE


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_a_pasted_article_comes_back_without_a_difference(folder, end):
    deal = EnergyDeal.objects.get(key="microsoft-constellation-crane")
    text = f"The plant{end}comes back.{end}{end}It yields up to 900 MW{end}again.{end}"
    article = make_article(key="pasted", text=text, text_is="original", note=f"One.{end}Two.")
    figure = {"field": "capacity", "value": 900, "unit": "MW", "bound": "up_to"}
    citation = make_citation(deal, article, quote="up to 900 MW", paragraph=2, note=f"A{end}B", **figure)
    make_citation(deal, article, quote="The plant comes back", paragraph=1)
    accept(citation, reason="So.")
    EnergyDeal.objects.filter(pk=deal.pk).update(note=f"Some{end}lines")
    report = dump_articles(folder)
    assert report.not_held == report.refused == []
    assert not load_articles(read_articles([folder])).kept
    assert [each for each in find_differences() if not each.decided] == []
    again = load_articles(read_articles([folder]))
    assert not again.changes
    assert again.differences == []
    assert dump_articles(folder).written == []
    assert Citation.objects.filter(article=article).count() == 2
    assert Decision.objects.count() == 1
    assert Article.objects.get(key="pasted").text.splitlines() == text.splitlines()


def test_a_reason_with_a_browsers_line_ends_is_the_decision_of_the_file(folder):
    make_decision(Citation.objects.filter(article__key=CRANE, field="capacity").first(), reason="One.\r\nTwo.")
    dump_articles(folder)
    load_articles(read_articles([folder]))
    assert Decision.objects.count() == 1
