"""Decisions made in the admin come back from files whatever quote and reason are made of."""

from unicodedata import normalize

import pytest
from django.db import connection

from aip.documents import read_articles
from aip.dumping import dump_articles
from aip.loading import load_articles
from aip.loading.stating.decisions import accept
from aip.models import Article, Citation, Decision, EnergyDeal
from tests.makers import make_user

from .databases import empty

HOSTILE = [
    "capacity: 900 MW",
    "# 900 MW",
    "900 MW # a comment",
    "- 900 MW",
    "'900 MW'",
    '"900 MW"',
    "“900 MW”",
    'it\'s 900 MW, they said: "yes"',
    "900 MW:",
    ": 900 MW",
    "{900: MW}",
    "[900 MW]",
    "*900 MW",
    "&900 MW",
    "!900 MW",
    "%900 MW",
    "@900 MW",
    "`900 MW`",
    "| 900 MW",
    "> 900 MW",
    "? 900 MW",
    "900",
    "null",
    "yes",
    "2025-01-01",
    "~",
    "...",
    "---",
    "900\u00a0MW",
    "900\u2009MW",
    "\u200b900 MW\u200b",
    "\ufeff900 MW",
    "900 МВт, 九百兆瓦 🗲",
    "e\u0301lectricite\u0301 900 MW",
    "\\n 900 MW \\",
    "900\tMW",
    "900  MW",
    "900\u2028MW",
    "x" * 300,
]
REASONS = [
    "So.",
    "One.\nTwo: # three",
    "- a\n- b\n",
    "bell\x07",
    "  padded  ",
    "'",
    "yes",
    "{a: b}",
    "tab\there",
    "é\u2028ü",
    "a\r\nb",
]


def decide(choices: list[tuple[str, str]], *, with_text: bool = True) -> list[tuple]:
    """Let an editor decide, one after the other, for quotes and reasons; return what it comes to."""
    deal = EnergyDeal.objects.get(key="microsoft-constellation-crane")
    article = Article.objects.get(key="2024-09-crane-investmentweek")
    if with_text:
        quotes = [*article.citations.values_list("quote", flat=True), *(quote for quote, _ in choices)]
        article.text, article.text_is = "\n\n".join(quotes), "digest"
        article.save()
    figure = {"field": "capacity", "value": 900, "unit": "MW", "bound": "about"}
    user = make_user("ada")
    for quote, reason in choices:
        made = {"article": article, "energy_deal": deal, "quote": quote.strip(), **figure}
        accept(Citation.objects.get_or_create(**made)[0], reason=reason, user=user)
    return state()


def state() -> list[tuple]:
    """Return what the deal holds, and the decisions; quotes as files have them, with white space and accents in order."""
    deal = EnergyDeal.objects.get(key="microsoft-constellation-crane")
    decisions = Decision.objects.values_list("citation__quote", "citation__article__key", "reason", "decided_by_name")
    return [
        (deal.capacity, deal.capacity_bound),
        *((normalize("NFC", " ".join(quote.split())), *rest) for quote, *rest in decisions),
    ]


def reload(folder) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")  # a load leaves them immediate
    empty()
    load_articles(read_articles([folder]))


@pytest.mark.parametrize("with_text", [True, False])
def test_decisions_on_any_quote_come_back(folder, with_text):
    before = decide([(quote, "So.") for quote in HOSTILE], with_text=with_text)
    dump_articles(folder)
    reload(folder)
    after = state()
    assert after[0] == before[0]
    assert set(before) - set(after) == set()


@pytest.mark.parametrize("with_text", [True, False])
def test_a_decision_on_a_quote_too_long_for_a_file_is_named_and_its_value_kept(folder, with_text):
    before = decide([("900 MW " + "and so on " * 28 + "end", "So.")], with_text=with_text)
    report = dump_articles(folder)
    assert [line for line in report.not_held if line.startswith("decision on ") and "left out with its" in line]
    reload(folder)
    assert state() == before[:1]


def test_decisions_for_any_reason_come_back(folder):
    before = decide([("900 MW", reason) for reason in REASONS])
    dump_articles(folder)
    reload(folder)
    assert state()[0] == before[0]
    assert len(state()) == len(before)
    kept = {" ".join(row[2].split()) for row in state()[1:]}
    assert kept == {" ".join(row[2].replace("\x07", "").split()) for row in before[1:]}
