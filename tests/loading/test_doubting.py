"""What a load has a reader look at: articles said twice, and quotes that contradict their facts."""

import pytest
from django.core.management import call_command

from aip.models import Citation, Investment
from tests.makers import make_article

pytestmark = pytest.mark.django_db

HEAD = "article: {{publisher: P, language: en, url: '{url}', text_is: digest, text: {text}}}\n"
DEAL = """investments:
  - key: deal
    stage: closed
    amount: 31 billion USD
    cite:
      - {quote: the deal}
      - {field: amount, quote: $30 billion}
"""


def article(folder, key, url="", text="Nothing"):
    url = url or f"https://p.example/{key}"
    file = folder / f"{key}.yaml"
    file.write_text(HEAD.format(url=url, text=text))
    return file


def test_articles_that_seem_to_be_said_twice_are_listed(tmp_path, capsys):
    make_article(key="c", url="https://c.example/")
    a, b = (article(tmp_path, key, text="Words") for key in "ab")
    d = article(tmp_path, "d", url="https://c.example/", text="Other")
    for dry_run in (True, False):
        call_command("load_articles", tmp_path, dry_run=dry_run)
        assert (
            "\nSaid twice?\n"
            f"{a} and {b} are the same article twice: same text\n"
            f"c and {d} are the same article twice: same address\n"
        ) in capsys.readouterr().out
    article(tmp_path, "e", text="More")
    call_command("load_articles", tmp_path)
    assert "twice" not in capsys.readouterr().out


def test_a_quote_that_contradicts_its_fact_is_listed_with_its_line(tmp_path, capsys):
    file = article(tmp_path, "a", text="the deal of $30 billion")
    file.write_text(file.read_text() + DEAL)
    line = f"{file}:8: "
    for dry_run in (True, False):
        call_command("load_articles", tmp_path, dry_run=dry_run)
        told = capsys.readouterr().out
        assert "\nContradicted by their quotes:\n" + line in told
        assert "amount: “$30 billion”: value: the quote says USD 30 bn, the citation USD 31 bn\n" in told
        assert Citation.objects.exists() is not dry_run
    call_command("load_articles", tmp_path)
    assert "Contradicted" not in capsys.readouterr().out  # of articles that were not looked at
    assert Investment.objects.get().amount == 31_000_000_000
