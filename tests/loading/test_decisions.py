"""Decisions in a file of their own: made once, respected by every later load, and told where they cannot be made."""

import pytest

from aip.documents import ArticleErrors, read_articles
from aip.loading import load_articles
from aip.loading.differing.differences import find_differences
from aip.loading.differing.taking import keep, take
from aip.models import Decision, Investment, Organization, Partnership
from tests.makers import make_user

pytestmark = pytest.mark.django_db

ARTICLE = """
article: {{publisher: P, language: en, published: {published}}}
investments:
  - {{key: deal, amount: {amount}, stage: target, cite: {{field: amount, quote: "{quote}"}}}}
"""
DECISIONS = """
decisions:
  - investment: deal
    field: amount
    article: early
    quote: $30 billion
    reason: The filing says so.
    decided_by: Ada
    decided: 2025-04-01
"""


@pytest.fixture
def folder(tmp_path):
    early = ARTICLE.format(published=2024, amount="30 billion USD", quote="$30 billion")
    late = ARTICLE.format(published=2025, amount="more than 30 billion USD", quote="over $30 billion")
    for name, content in {"early": early, "late": late, "decisions": DECISIONS}.items():
        (tmp_path / f"{name}.yaml").write_text(content)
    return tmp_path


def test_a_decision_of_a_file_is_made_once(folder):
    report = load_articles(read_articles([folder]))
    assert Investment.objects.get().amount_bound == "exact"
    decision = Decision.objects.get()
    assert (decision.decided_by_name, str(decision.decided_at.date())) == ("Ada", "2025-04-01")
    assert report.new["decision"] == 1
    assert not load_articles(read_articles([folder])).changes
    (folder / "later.yaml").write_text(ARTICLE.format(published=2026, amount="31 billion USD", quote="$31 billion"))
    load_articles(read_articles([folder]))
    assert Investment.objects.get().amount == 30_000_000_000


def faults(folder, old, new):
    (folder / "decisions.yaml").write_text(DECISIONS.replace(old, new))
    with pytest.raises(ArticleErrors) as errors:
        load_articles(read_articles([folder]))
    assert not Investment.objects.exists()
    return [fault.message for fault in errors.value.faults]


def test_a_decision_that_cannot_be_made_is_told(folder):
    unknown = "no citation of “early” has this quote for this field of this fact"
    assert faults(folder, "$30 billion", "$32 billion") == [unknown]
    assert faults(folder, "investment: deal", "investment: other") == [unknown]
    assert faults(folder, "reason: The filing says so.", "") == ["“reason” is missing"]
    assert "unknown key “note”" in faults(folder, "investment: deal", "note: x")[0]
    assert "name exactly one fact" in faults(folder, "investment: deal", "forecast: a\n    investment: deal")[0]


WORDS = """
article: {{publisher: P, language: en, published: {published}}}
organizations:
  - {{name: Ann Power, aliases: Ann, kind: {kind}, cite: {{field: kind, quote: "the {kind}"}}}}
partnerships:
  - {{key: pact, name: The Pact, announced: {announced}, cite: {{field: announced, quote: "in {announced}"}}}}
"""
WORD_DECISIONS = """
decisions:
  - partnership: pact
    field: announced
    article: early
    quote: in 2023
    reason: The announcement itself.
  - organization: ann
    field: kind
    article: early
    quote: the utility
    reason: The register says so.
"""


def test_a_date_and_a_word_can_be_decided_too(tmp_path):
    (tmp_path / "early.yaml").write_text(WORDS.format(published=2024, announced=2023, kind="utility"))
    (tmp_path / "late.yaml").write_text(WORDS.format(published=2025, announced=2022, kind="bank"))
    (tmp_path / "decisions.yaml").write_text(WORD_DECISIONS)
    load_articles(read_articles([tmp_path]))
    assert (Partnership.objects.get().announced, Organization.objects.get().kind) == ("2023", "utility")
    report = load_articles(read_articles([tmp_path]))
    assert not report.changes
    assert not report.kept
    assert "2 fields stay as decided" in str(report)


def test_what_the_article_does_not_say_cannot_be_decided(tmp_path):
    (tmp_path / "early.yaml").write_text(WORDS.format(published=2024, announced=2023, kind="utility"))
    (tmp_path / "decisions.yaml").write_text(WORD_DECISIONS.replace("field: announced", "field: purpose"))
    with pytest.raises(ArticleErrors, match="no citation"):
        load_articles(read_articles([tmp_path]))


@pytest.mark.parametrize(
    ("kind", "key", "field"),
    [
        ("position", "Bob/By/gamma/delta/head of A/B", "since"),
        ("membership", "p/Gamma/Delta/founder", "joined"),
        ("commitment", "i/GAMMA/Delta", "role"),
        ("organization", "gamma/delta", "kind"),
    ],
)
def test_a_decision_names_a_part_by_what_names_it(tmp_path, kind, key, field):
    cite = f'cite: {{field: {field}, quote: "as printed"}}'
    (tmp_path / "early.yaml").write_text(f"""
article: {{publisher: P, language: en, published: 2024}}
organizations: [{{name: Gamma/Delta, kind: fund, {cite.replace(field, "kind")}}}]
people: [{{name: Bob/By, positions: [{{organization: Gamma/Delta, title: head of A/B, since: 2020, {cite.replace(field, "since")}}}]}}]
partnerships:
  - {{key: p, name: P, members: [{{organization: Gamma/Delta, role: founder, joined: 2020, {cite.replace(field, "joined")}}}]}}
investments: [{{key: i, stage: agreed, commitments: [{{investor: Gamma/Delta, role: lead, {cite.replace(field, "role")}}}]}}]
""")
    decision = f"{{{kind}: {key}, field: {field}, article: early, quote: as printed, reason: So.}}"
    (tmp_path / "decisions.yaml").write_text(f"decisions: [{decision}]")
    load_articles(read_articles([tmp_path]))
    assert Decision.objects.get().citation.address.startswith(kind)


@pytest.fixture
def undone(folder):
    """The folder, loaded, and the decided amount edited by hand since."""
    load_articles(read_articles([folder]))
    Investment.objects.update(amount=300_000_000_000)
    return folder


def test_an_edit_of_a_decided_field_is_told_and_stays(undone):
    for dry_run in (True, False):
        report = load_articles(read_articles([undone]), dry_run=dry_run)
        assert (report.edited["investment"], report.decided) == (1, 0)
        assert report.kept == [
            f"{undone / 'early.yaml'}:4: deal, amount: not as decided: "
            "the accepted article says 30 billion USD, the database holds 300 billion USD"
        ]
        assert not report.changes
    assert Investment.objects.get().amount == 300_000_000_000


def test_an_edit_of_a_decided_field_to_what_another_article_says_is_told_too(undone):
    Investment.objects.update(amount=30_000_000_000, amount_bound="more_than")
    assert len(load_articles(read_articles([undone])).kept) == 1


def test_an_edit_of_a_decided_word_is_told(tmp_path):
    (tmp_path / "early.yaml").write_text(WORDS.format(published=2024, announced=2023, kind="utility"))
    (tmp_path / "late.yaml").write_text(WORDS.format(published=2025, announced=2022, kind="bank"))
    (tmp_path / "decisions.yaml").write_text(WORD_DECISIONS)
    load_articles(read_articles([tmp_path]))
    Organization.objects.update(kind="fund")
    (line,) = load_articles(read_articles([tmp_path])).kept
    assert line.endswith("kind: not as decided: the accepted article says utility, the database holds fund")


def test_overwriting_brings_back_what_was_decided(undone):
    report = load_articles(read_articles([undone]), overwrite=True)
    assert (report.overwritten, report.decided) == (1, 1)
    assert Investment.objects.get().amount == 30_000_000_000


def test_what_was_decided_can_be_taken_or_the_edit_kept(undone):
    (difference,) = find_differences()
    assert (difference.says, difference.held, difference.decided) == ("30 billion USD", "300 billion USD", False)
    keep(difference, user=make_user("bea"))
    report = load_articles(read_articles([undone]))
    assert (report.kept, report.confirmed) == ([], 1)
    take(difference)
    assert Investment.objects.get().amount == 30_000_000_000
    assert [each.decided for each in find_differences()] == [True]
