"""Conflicts of articles: shown side by side, decided with a reason, and respected by the next load."""

from decimal import Decimal

import pytest
from django.apps import apps
from django.db import connection
from django.urls import reverse

from aip.conflicts import find_conflicts, find_open
from aip.documents import read_articles
from aip.evidence import check_citations
from aip.loading import load_articles
from aip.loading.stating.decisions import accept
from aip.models import Citation, Decision, Investment, Membership
from tests.admin.test_lists import text_of
from tests.makers import (
    make_article,
    make_citation,
    make_energy_deal,
    make_investment,
    make_publisher,
    make_statement,
    make_user,
)

pytestmark = pytest.mark.django_db

ARTICLE = """
article: {{publisher: {publisher}, language: en, published: {published}}}
investments:
  - key: deal
    amount: {amount}
    stage: target
    cite: {{field: amount, quote: "{quote}"}}
"""


@pytest.fixture
def load(tmp_path):
    def write_and_load(key, **said):
        (tmp_path / f"{key}.yaml").write_text(ARTICLE.format(**said))
        return load_articles(read_articles([tmp_path]))

    write_and_load("a", publisher="Mint", published="2024", amount="30 billion USD", quote="$30 billion")
    write_and_load("b", publisher="Wire", published="2025", amount="more than 30 billion USD", quote="over $30 billion")
    check_citations()
    return write_and_load


def page_of(conflict):
    return reverse("admin:aip_citation_conflict", args=[conflict.address, conflict.field])


def test_a_conflict_shows_each_statement_and_which_is_accepted_and_why(load, admin_client):
    (conflict,) = find_conflicts()
    assert [str(citation.article.publisher) for citation in conflict.citations] == ["Wire", "Mint"]
    assert [citation.article.key for citation in conflict.accepted] == ["b"]
    assert conflict.why == "published last"
    assert conflict.differences(conflict.citations[1]) == ["bound"]
    page = text_of(admin_client.get(page_of(conflict)))
    for words in (
        "more than USD 30 bn",
        "$30 billion",
        "Mint",
        "2024",
        "differs in bound",
        "published last",
        "accepted",
    ):
        assert words in page
    listed = text_of(admin_client.get(reverse("admin:aip_citation_conflicts")))
    assert "open" in listed
    assert "USD 30 bn" in listed
    form = admin_client.get(reverse("admin:aip_investment_change", args=[conflict.fact.pk]))
    assert page_of(conflict) in form.content.decode()


def test_accepting_writes_the_fact_and_the_decision_and_the_next_load_respects_it(load, admin_client, admin_user):
    (conflict,) = find_conflicts()
    chosen = conflict.citations[1]
    answer = admin_client.post(page_of(conflict), {"citation": chosen.pk, "reason": "The filing says so."}, follow=True)
    assert "decided by admin: The filing says so." in text_of(answer)
    deal = Investment.objects.get()
    assert (deal.amount, deal.amount_bound) == (Decimal("30e9"), "exact")
    decision = Decision.objects.get()
    assert (decision.citation, decision.decided_by, decision.decided_by_name) == (chosen, admin_user, "admin")
    chosen.refresh_from_db()
    assert chosen.verdict == "supported"
    event = apps.get_model("aip", "InvestmentEvent").objects.order_by("-pgh_id").first()
    assert event.pgh_context["url"] == page_of(conflict)
    load("c", publisher="Post", published="2026", amount="40 billion USD", quote="$40 billion")
    assert Investment.objects.get().amount == Decimal("30e9")
    assert find_conflicts()[0].decision == decision


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"citation": "x", "reason": "r"},
        {"citation": "0", "reason": "r"},
        {"reason": "r"},
        {"citation": "{pk}", "reason": " "},
    ],
)
def test_a_decision_without_a_choice_or_a_reason_is_refused(load, admin_client, sent):
    (conflict,) = find_conflicts()
    assert text_of(admin_client.get(page_of(conflict))).count('name="reason" value=""') == 2
    sent = {name: value.format(pk=conflict.citations[1].pk) for name, value in sent.items()}
    answer = admin_client.post(page_of(conflict), sent, follow=True)
    assert "Choose a statement, and say why it is accepted." in text_of(answer)
    assert not Decision.objects.exists()
    assert Investment.objects.get().amount_bound == "more_than"


def test_who_may_not_decide_sees_and_decides_nothing(load, client):
    (conflict,) = find_conflicts()
    client.force_login(make_user(may=("view_citation",)))
    assert "Accept this one" not in text_of(client.get(page_of(conflict)))
    assert client.post(page_of(conflict), {"citation": conflict.citations[1].pk, "reason": "r"}).status_code == 403
    client.force_login(make_user())
    assert client.get(page_of(conflict)).status_code == 403
    client.logout()
    assert client.get(page_of(conflict)).status_code == 302


def test_what_is_no_conflict_has_no_page(load, admin_client):
    for address, field in (("investment:0", "amount"), ("nonsense", "amount"), ("investment:1", "stage")):
        assert admin_client.get(reverse("admin:aip_citation_conflict", args=[address, field])).status_code == 404


def test_only_a_figure_can_be_accepted():
    citation = make_citation(make_investment(), field="stage")
    citation.refresh_from_db()
    with pytest.raises(ValueError, match="states nothing"):
        accept(citation, reason="because")
    with pytest.raises(ValueError, match="Say why"):
        accept(citation, reason="  ")


def test_the_list_takes_as_many_queries_for_ten_conflicts_as_for_one(django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def disagree(count):
        for _ in range(count):
            fact = make_investment("", amount=30)
            for value in (30, 31):
                make_citation(fact, article=make_article(), field="amount", value=value, bound="exact", unit="USD")

    def queries():
        with CaptureQueriesContext(connection) as captured:
            [str(conflict.fact) + conflict.why for conflict in find_conflicts()]
        return len(captured)

    disagree(1)
    few = queries()
    disagree(9)
    assert queries() == few
    assert Citation.objects.conflicting().count() == 20


def test_a_decision_made_on_its_own_page_writes_the_fact_too(load, admin_client):
    (conflict,) = find_conflicts()
    sent = {"citation": conflict.citations[1].pk, "reason": "The filing says so."}
    assert admin_client.post(reverse("admin:aip_decision_add"), sent).status_code == 302
    assert Investment.objects.get().amount_bound == "exact"
    other = make_citation(make_investment(), field="stage")
    answer = admin_client.post(reverse("admin:aip_decision_add"), {"citation": other.pk, "reason": "r"})
    assert "states nothing that could be accepted" in text_of(answer)
    assert Decision.objects.count() == 1


WORDS = """
article: {{publisher: {publisher}, language: en{published}}}
investments:
  - key: deal
    amount: 30 billion USD
    stage: {stage}
    announced: {announced}
    note: {publisher} says so.
    cite:
      - {{field: stage, quote: "the stage"}}
      - {{field: announced, quote: "the day"}}
"""


@pytest.fixture
def load_words(tmp_path):
    def write_and_load(key, *, published="", **said):
        published = f", published: {published}" if published else ""
        (tmp_path / f"{key}.yaml").write_text(WORDS.format(published=published, publisher=key, **said))
        return load_articles(read_articles([tmp_path]))

    return write_and_load


def test_words_that_differ_are_a_conflict_and_a_less_precise_date_is_none(load_words, admin_client):
    load_words("a", published=2024, stage="letter_of_intent", announced="2025-10-15")
    load_words("b", published=2025, stage="agreed", announced="2025-10")
    (conflict,) = find_conflicts()
    assert (conflict.field, conflict.held, conflict.why) == ("stage", "agreed", "published last")
    assert [conflict.says(citation) for citation in conflict.citations] == ["agreed", "letter of intent"]
    assert [conflict.differences(citation) for citation in conflict.citations] == [[], ["value"]]
    page = text_of(admin_client.get(page_of(conflict)))
    assert "letter of intent" in page
    assert "differs in value" in page
    form = admin_client.get(reverse("admin:aip_investment_change", args=[conflict.fact.pk]))
    assert page_of(conflict) in form.content.decode()


def test_a_day_outside_the_month_is_a_conflict(load_words):
    load_words("a", published=2024, stage="agreed", announced="2025-10-15")
    load_words("b", published=2025, stage="agreed", announced="2025-10")
    load_words("c", stage="agreed", announced="2025-09")
    (conflict,) = find_conflicts()
    assert (conflict.field, conflict.held) == ("announced", "2025-10")
    differences = {citation.article.key: conflict.differences(citation) for citation in conflict.citations}
    assert differences == {"a": ["precision"], "b": [], "c": ["value"]}


def test_accepting_a_word_writes_it_and_the_next_load_respects_it(load_words, admin_client):
    load_words("a", published=2024, stage="letter_of_intent", announced="2025")
    load_words("b", published=2025, stage="agreed", announced="2025")
    (conflict,) = find_conflicts()
    sent = {"citation": conflict.citations[1].pk, "reason": "The filing says so."}
    answer = text_of(admin_client.post(page_of(conflict), sent, follow=True))
    assert "Accepted: letter of intent." in answer
    assert "decided by admin: The filing says so." in answer
    report = load_words("c", published=2026, stage="closed", announced="2025")
    assert Investment.objects.get().stage == "letter_of_intent"
    assert all(line.endswith("(decided)") for line in report.kept)


def test_the_list_takes_as_many_queries_for_ten_conflicts_in_words_as_for_one(tmp_path):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def disagree(count):
        for key, stage in (("a", "target"), ("b", "agreed")):
            deals = [
                f'  - {{key: deal-{number}, stage: {stage}, cite: {{field: stage, quote: "the {stage}"}}}}\n'
                for number in range(count)
            ]
            head = f"article: {{publisher: {key}, language: en}}\ninvestments:\n"
            (tmp_path / f"{key}.yaml").write_text(head + "".join(deals))
        load_articles(read_articles([tmp_path]))

    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert all(str(conflict.fact) + conflict.why for conflict in find_conflicts())
        return len(captured)

    disagree(1)
    few = queries()
    disagree(10)
    assert len(find_conflicts()) == 10
    assert queries() == few


def test_what_holds_by_default_is_confirmed_and_the_next_open_conflict_is_offered(load, admin_client):
    fact = make_investment("Another", amount=30)
    for value in (30, 31):
        make_citation(fact, article=make_article(), field="amount", value=value, bound="exact", unit="USD")
    conflict, other = sorted(find_conflicts(), key=lambda each: each.fact.key != "deal")
    page = text_of(admin_client.get(page_of(conflict)))
    assert page.count(">Confirm</button>") == page.count(">Accept this one</button>") == 1
    assert "no later article changes it" in page
    assert "Next open conflict" not in page
    sent = {"citation": conflict.accepted[0].pk, "reason": "Tested."}
    page = text_of(admin_client.post(page_of(conflict), sent, follow=True))
    assert "decided by admin: Tested." in page
    assert "Tested.." not in page
    assert page.count(">Accept this one</button>") == 1
    assert "Confirm</button>" not in page
    assert f'<a href="{page_of(other)}" class="button">Next open conflict</a> 1 left.' in page
    load("c", publisher="Post", published="2026", amount="40 billion USD", quote="$40 billion")
    assert Investment.objects.get(key="deal").amount_bound == "more_than"
    admin_client.post(page_of(other), {"citation": other.citations[0].pk, "reason": "Tested"})
    page = text_of(admin_client.get(page_of(other)))
    assert "No conflict is open any more." in page
    assert "decided by admin: Tested.\n" in page


def test_the_way_to_a_conflict_leads_over_the_list_of_conflicts(load, admin_client):
    (conflict,) = find_conflicts()
    page = text_of(admin_client.get(page_of(conflict)))
    way = page[page.index('class="breadcrumbs"') :]
    way = way[: way.index("</nav>")]
    steps = ["Home<", "Sources<", "Citations<", ">Conflicts<", f"<span>{conflict.fact}: amount</span>"]
    places = [way.index(step) for step in steps]
    assert places == sorted(places)


def test_what_was_typed_stays_where_the_decision_is_refused(load, admin_client, monkeypatch):
    (conflict,) = find_conflicts()

    def refuse(*args, **kwargs):
        raise ValueError("Meanwhile something happened.")

    monkeypatch.setattr("aip.admin.conflicts.accept", refuse)
    sent = {"citation": conflict.citations[1].pk, "reason": "The filing says so & more."}
    page = text_of(admin_client.post(page_of(conflict), sent))
    assert "Meanwhile something happened." in page
    assert page.count('value="The filing says so &amp; more."') == 1
    assert page.index(f'value="{conflict.citations[1].pk}"') < page.index('value="The filing')
    assert not Decision.objects.exists()


MEMBERS = """
article: {{publisher: {key}, language: en, published: {published}}}
organizations: [{{name: MGX}}]
partnerships:
  - key: aip
    name: AIP
    members: [{{organization: MGX, joined: {joined}, {left}cite: {{field: joined, quote: "the day"}}}}]
"""


def test_a_decision_that_breaks_a_rule_is_told_and_writes_nothing(tmp_path, admin_client):
    for key, published, joined, left in (("a", 2024, 2026, ""), ("b", 2025, 2024, "left: 2025, ")):
        (tmp_path / f"{key}.yaml").write_text(MEMBERS.format(key=key, published=published, joined=joined, left=left))
    load_articles(read_articles([tmp_path]))
    (conflict,) = find_conflicts()
    sent = {"citation": conflict.citations[1].pk, "reason": "An older page."}
    page = text_of(admin_client.post(page_of(conflict), sent))
    assert 'class="error"' in page
    assert 'value="An older page."' in page
    assert (Membership.objects.get().joined, Decision.objects.count()) == ("2024", 0)


@pytest.mark.django_db(transaction=True)
def test_a_decision_on_a_row_that_somebody_is_writing_is_told_and_writes_nothing(load, admin_client, monkeypatch):
    monkeypatch.setattr("aip.admin.refusals.PATIENCE", "100ms")
    (conflict,) = find_conflicts()
    sent = {"citation": conflict.citations[1].pk, "reason": "The filing says so."}
    other = connection.copy()
    try:
        other.set_autocommit(False)
        with other.cursor() as cursor:
            cursor.execute("UPDATE aip_investment SET note = 'being written'")
            page = text_of(admin_client.post(page_of(conflict), sent))
        other.rollback()
    finally:
        other.close()
    assert "Nothing was saved; try again." in page
    assert 'value="The filing says so."' in page
    assert (Investment.objects.get().amount_bound, Decision.objects.count()) == ("more_than", 0)
    assert "Accepted: USD 30 bn." in text_of(admin_client.post(page_of(conflict), sent, follow=True))


@pytest.fixture
def several(load, load_words):
    """A bound of an amount, decided; a stage, a day and an amount in another currency, open."""
    (conflict,) = find_conflicts()
    accept(conflict.citations[0], reason="Tested.", name="Ada")
    fact = make_investment("A loan for Crusoe", amount=30)
    for publisher, unit in (("One", "USD"), ("Two", "USD"), ("Three", "EUR")):
        article = make_article(publisher=make_publisher(publisher))
        make_citation(fact, article=article, field="amount", value=30, bound="exact", unit=unit)
    deal = make_energy_deal(term_years=20, stage="agreed", starts="2025")
    for number, (stage, starts, years) in enumerate((("agreed", "2025", 20), ("target", "2027", 15))):
        article, said = make_article(), {"stage": stage, "starts": starts, "term_years": years}
        make_statement(article, kind="energy_deal", named=deal.key, energy_deal=deal, values=said)
        for field in said:
            make_citation(deal, article=article, field=field, quote=f"{field} {number}")


def listed(client, **query) -> list[tuple[str, str]]:
    answer = client.get(reverse("admin:aip_citation_conflicts", query=query))
    return [(each["kind"], each["field"]) for each in answer.context["conflicts"]]


def test_the_list_can_be_narrowed(several, admin_client):
    deal, loan = "energy deal", ("investment", "amount")
    assert listed(admin_client) == [(deal, "stage"), (deal, "starts"), (deal, "term years"), loan, loan]
    assert listed(admin_client, state="decided") == listed(admin_client, q="mint") == [loan]
    assert len(listed(admin_client, state="open")) == len(find_open()) == 4
    assert listed(admin_client, kind="investment") == [loan, loan]
    assert listed(admin_client, differs="date") == [(deal, "starts")]
    assert listed(admin_client, differs="word") == [(deal, "stage")]
    assert listed(admin_client, differs="value") == [(deal, "term years")]
    assert listed(admin_client, differs="unit") == listed(admin_client, q="loan crus") == [loan]
    assert listed(admin_client, differs="bound", state="decided") == [loan]
    assert listed(admin_client, differs="bound", state="open") == []
    assert "There is no such conflict." in text_of(admin_client.get("/aip/citation/conflicts/?q=nowhere"))
    for nonsense in ({"state": "x"}, {"p": "x"}, {"p": "99"}, {"kind": "x"}, {"q": "% & ("}):
        assert admin_client.get(reverse("admin:aip_citation_conflicts", query=nonsense)).status_code == 200


def test_the_list_says_a_statement_once_with_all_who_make_it(several, admin_client):
    page = text_of(admin_client.get(reverse("admin:aip_citation_conflicts")))
    assert "<strong>4 open</strong>, 1 decided" in page
    table = page[page.index("<tbody>") :]
    (line,) = [each for each in table.splitlines() if "USD 30<" in each]
    publishers = {each.strip() for each in line[line.index("USD 30<") :].partition("–")[2].partition("<")[0].split(",")}
    assert publishers == {"One", "Two"}


def test_the_list_has_pages_that_keep_what_was_asked(several, admin_client, monkeypatch):
    monkeypatch.setattr("aip.admin.conflicts.PER_PAGE", 2)
    assert len(listed(admin_client)) == 2
    assert len(listed(admin_client, p="3")) == 1
    page = text_of(admin_client.get(reverse("admin:aip_citation_conflicts", query={"state": "open"})))
    assert 'href="?state=open&amp;p=2"' in page


def test_open_conflicts_are_those_of_the_list_without_a_decision(several):
    assert find_open() == [(each.address, each.field) for each in find_conflicts() if each.decision is None]
