"""A pasted text becomes a draft that holds all a machine can find, and does not load until a human has decided."""

import pytest
import yaml
from django.core.management import CommandError, call_command

from aip.documents import ArticleErrors, read_articles
from aip.drafting import draft_article
from aip.evidence.mentions import find_mentions
from aip.loading import load_articles
from aip.models import Citation, Investment
from tests.makers import make_organization, make_other_name

pytestmark = pytest.mark.django_db

TEXT = """Microsoft und BlackRock nehmen Elon Musks xAI auf, die „Global Infrastructure Partners“ (GIP) zahlen.

Microsoft hat rund 13 Milliarden US-Dollar in OpenAIs Server gesteckt. Das Werk leistet 835 Megawatt: so viel
brauchen Rechenzentren nicht, eher über 1580 Terawattstunden. Microsoft hat rund 13 Milliarden US-Dollar.
"""


@pytest.fixture
def _known():
    for name in ("Microsoft", "BlackRock", "xAI", "OpenAI", "Und"):
        make_organization(name)
    make_other_name("GIP", organization=make_organization("Global Infrastructure Partners"))


@pytest.mark.usefixtures("_known")
def test_mentions_are_whole_names_with_their_spans():
    found = [(mention.name, TEXT[mention.start : mention.end]) for mention in find_mentions(TEXT)]
    assert [name for name, _ in found] == [
        "Microsoft", "BlackRock", "xAI", "Global Infrastructure Partners", "GIP", "Microsoft", "OpenAI", "Microsoft",
    ]  # fmt: skip
    assert all(name == span for name, span in found)


@pytest.mark.usefixtures("_known")
def test_a_draft_holds_what_a_machine_can_find():
    draft = yaml.safe_load(draft_article(TEXT, language="de", publisher="AIbase", title="Alles"))
    assert draft["article"]["text"] == TEXT
    assert [entry["name"] for entry in draft["organizations"]] == [
        "Microsoft", "BlackRock", "xAI", "Global Infrastructure Partners", "OpenAI",
    ]  # fmt: skip
    assert [entry["amount"] for entry in draft["investments"]] == ["about 13 billion USD"] * 2
    assert draft["investments"][0]["stage"] == "TODO"
    assert draft["energy_deals"][0]["capacity"] == "835 MW"
    assert draft["forecasts"][0]["value"] == "more than 1580 TWh"
    assert draft["forecasts"][0]["cite"] == {"field": "value", "quote": "über 1580 Terawattstunden"}


@pytest.mark.usefixtures("_known")
def test_a_draft_loads_only_when_every_todo_is_gone(tmp_path):
    file = tmp_path / "new.yaml"
    draft = draft_article(TEXT, language="de", publisher="AIbase")
    file.write_text(draft)
    with pytest.raises(ArticleErrors) as errors:
        read_articles([file])
    todos = {number for number, line in enumerate(draft.splitlines(), 1) if "TODO" in line}
    assert {fault.line for fault in errors.value.faults} == todos
    assert len(errors.value.faults) == draft.count("TODO")
    decided = yaml.safe_load(draft)
    decided["article"]["published"] = "2025-03"
    decided["investments"] = [
        {**decided["investments"][0], "key": "microsoft-openai", "recipient": "OpenAI", "stage": "closed"}
    ]
    del decided["energy_deals"], decided["forecasts"]
    file.write_text(yaml.safe_dump(decided, allow_unicode=True))
    load_articles(read_articles([file]))
    assert Investment.objects.get().recipient.name == "OpenAI"
    assert Citation.objects.get(field="amount").quote == "rund 13 Milliarden US-Dollar"


def test_the_command_writes_a_draft_and_tells_what_is_wrong(tmp_path, capsys):
    file = tmp_path / "text.txt"
    file.write_text(TEXT)
    call_command("draft_article", file, language="de", publisher="AIbase", published="2025-03")
    draft = yaml.safe_load(capsys.readouterr().out)
    assert draft["article"]["source_name"] == "text.txt"
    assert len(draft["article"]["source_sha256"]) == 64
    assert draft["article"]["published"] == "2025-03"
    with pytest.raises(CommandError, match="“xx” is no language"):
        call_command("draft_article", file, language="xx", publisher="A")
    with pytest.raises(CommandError, match="cannot be read as UTF-8 text: no such file or directory"):
        call_command("draft_article", tmp_path / "missing", language="de", publisher="A")
    file.write_bytes(b"\xff")
    with pytest.raises(CommandError, match="cannot be read as UTF-8 text: it is not UTF-8 at byte 1"):
        call_command("draft_article", file, language="de", publisher="A")


def test_an_empty_text_and_what_is_no_date_are_refused(tmp_path):
    file = tmp_path / "text.txt"
    file.write_text(" \n\n")
    with pytest.raises(CommandError, match="no text to draft from"):
        call_command("draft_article", file, language="de", publisher="A")
    file.write_text(TEXT)
    with pytest.raises(CommandError, match="“gestern” is not a date such as 2025"):
        call_command("draft_article", file, language="de", publisher="A", published="gestern")


@pytest.mark.parametrize(
    "text", ["\u202e<b>HTML</b> & 🙂 \x85", "a: b\n- c\n# d\n'\"", "x" * 50_000, "\t tab\n \n  indented "]
)
def test_any_text_can_be_drafted(text):
    assert yaml.safe_load(draft_article(text, language="de", publisher="A"))["article"]["text"] == text.strip() + "\n"
