"""Differences between files and database: listed with who made them, and settled either way."""

import hashlib
import re
from decimal import Decimal
from html import unescape

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pghistory import context

from aip.documents import read_articles
from aip.loading import load_articles
from aip.loading.differing.differences import find_differences
from aip.loading.stating.decisions import accept
from aip.models import (
    Article,
    Citation,
    Commitment,
    Confirmation,
    EnergyDeal,
    Investment,
    Membership,
    Organization,
    OrganizationIdentifier,
    OrganizationName,
    Partnership,
    Person,
    Position,
    Statement,
)
from tests.admin.test_lists import text_of
from tests.loading.conftest import folder  # noqa: F401
from tests.loading.test_load import EVERYTHING
from tests.makers import make_decision, make_user

pytestmark = pytest.mark.django_db

PAGE = "/aip/statement/differences/"
DEAL = {"key": "deal", "stage": "closed", "amount": "30 billion USD", "cite": {"field": "amount", "quote": "thirty"}}


@pytest.fixture
def load(folder):  # noqa: F811
    return lambda **articles: load_articles(read_articles([folder(**articles)]))


@pytest.fixture
def edited(load):
    load(a={"investments": [DEAL]})
    with context(name="bea"):
        Investment.objects.update(amount=Decimal("31e9"))


def forms_of(answer) -> list[dict[str, str]]:
    """Return what each form of the page sends, without how it settles."""
    found = re.findall(r'<form method="post">.*?</form>', text_of(answer), re.S)
    inputs = [re.findall(r'name="(\w+)" value="([^"]*)"', form) for form in found]
    return [{n: unescape(v) for n, v in each if n not in ("csrfmiddlewaretoken", "settle")} for each in inputs]


def test_a_field_edited_since_it_was_decided_is_a_difference(load, admin_client):
    load(a={"investments": [DEAL]})
    make_decision(Citation.objects.get())
    Investment.objects.update(amount=Decimal("300e9"))
    page = text_of(admin_client.get(PAGE))
    for words in (
        "1 is open",
        "The accepted article says",
        "30 billion USD",
        "300 billion USD",
        "Take the decided value",
    ):
        assert words in page
    assert "The decided value is taken" in text_of(settle(admin_client, "take"))
    assert Investment.objects.get().amount == Decimal("30e9")


def settle(client, how, number=0, **changed):
    sent = forms_of(client.get(PAGE))[number]
    return client.post(PAGE, {**sent, "settle": how, **changed}, follow=True)


def test_the_page_is_linked_from_the_list_and_shows_who_edited_what(edited, admin_client):
    assert reverse("admin:aip_statement_differences") == PAGE
    assert PAGE in text_of(admin_client.get(reverse("admin:aip_statement_changelist")))
    page = text_of(admin_client.get(PAGE))
    for words in (
        "30 billion USD",
        "31 billion USD",
        "bea",
        "deal</a>: amount",
        "Take the file’s",
        "Keep the database’s",
    ):
        assert words in page


def test_without_a_difference_the_page_says_so(load, admin_client):
    load(a={"investments": [DEAL]})
    assert "The database says what the files said." in text_of(admin_client.get(PAGE))


def test_taking_the_files_value_writes_the_row_with_history(edited, admin_client):
    answer = settle(admin_client, "take")
    assert "The file&#x27;s value is taken: deal, amount." in text_of(answer)
    assert Investment.objects.get().amount == Decimal("30e9")
    event = apps.get_model("aip", "InvestmentEvent").objects.order_by("-pgh_id").first()
    assert (event.pgh_context["url"], event.pgh_context["name"]) == (PAGE, "admin")
    assert find_differences() == []


def test_what_is_kept_is_not_listed_until_a_side_changes(edited, load, admin_client, admin_user):
    answer = settle(admin_client, "keep")
    assert "The database&#x27;s value is kept: deal, amount." in text_of(answer)
    made = Confirmation.objects.get()
    assert (made.said, made.held, made.confirmed_by, made.confirmed_by_name) == ("30 billion USD", "31 billion USD", admin_user, "admin")  # fmt: skip
    assert forms_of(answer) == []
    assert reverse("admin:aip_confirmation_changelist") in text_of(answer)
    assert load().kept == []
    load(a={"investments": [{**DEAL, "amount": "32 billion USD"}]})
    assert len(forms_of(admin_client.get(PAGE))) == 1
    settle(admin_client, "keep")
    assert Confirmation.objects.get().said == "32 billion USD"
    Investment.objects.update(amount=33)
    assert len(forms_of(admin_client.get(PAGE))) == 1


def test_a_confirmation_deleted_opens_the_difference_again(edited, admin_client):
    settle(admin_client, "keep")
    delete = reverse("admin:aip_confirmation_delete", args=[Confirmation.objects.get().pk])
    assert admin_client.post(delete, {"post": "yes"}).status_code == 302
    assert len(forms_of(admin_client.get(PAGE))) == 1


@pytest.mark.parametrize("how", ["take", "keep"])
@pytest.mark.parametrize("changed", ["row", "file", "back"])
def test_whoever_was_overtaken_writes_nothing(edited, load, admin_client, how, changed):
    sent = forms_of(admin_client.get(PAGE))[0]
    if changed == "file":
        load(a={"investments": [{**DEAL, "amount": "32 billion USD"}]})
    else:
        Investment.objects.update(amount=Decimal("34e9" if changed == "row" else "30e9"))
    held = Investment.objects.get().amount
    answer = admin_client.post(PAGE, {**sent, "settle": how}, follow=True)
    assert "Meanwhile the file or the database has changed." in text_of(answer)
    assert Investment.objects.get().amount == held
    assert not Confirmation.objects.exists()


BAD = [
    {"kind": "nonsense"},
    {"fact": "x"},
    {"fact": "99999999999999999999"},
    {"fact": "0"},
    {"statement": ""},
    {"statement": "-1"},
    {"label": ""},
    {"label": "nonsense"},
    {"label": "amount\x00"},
    {"seen": "x"},
    {"seen": "x" * 100},
    {"settle": "both"},
    {"kind": "article"},
]


@pytest.mark.parametrize("bad", BAD, ids=str)
def test_bad_input_ends_in_a_page(edited, admin_client, bad):
    answer = settle(admin_client, "take", **bad)
    assert answer.status_code == 200
    assert 'class="error"' in text_of(answer)
    assert Investment.objects.get().amount == Decimal("31e9")


@pytest.mark.parametrize("number", ["0", "-1", "x", "99999", ""])
def test_any_page_number_shows_a_page(edited, admin_client, number):
    assert admin_client.get(PAGE, {"p": number}).status_code == 200


def test_permissions(edited, client):
    client.force_login(make_user())
    assert client.get(PAGE).status_code == 403
    client.force_login(make_user(may=("view_statement", "change_investment", "add_confirmation")))
    sent = forms_of(client.get(PAGE))[0]
    client.force_login(make_user(may=("view_statement",)))
    page = text_of(client.get(PAGE))
    assert "31 billion USD" in page
    assert "Take the file’s" not in page
    assert "Keep the database’s" not in page
    for how in ("take", "keep"):
        assert client.post(PAGE, {**sent, "settle": how}).status_code == 403
    client.force_login(make_user(may=("view_statement", "change_investment")))
    assert client.post(PAGE, {**sent, "settle": "keep"}).status_code == 403
    assert client.post(PAGE, {**sent, "settle": "take"}).status_code == 302
    client.logout()
    assert client.get(PAGE).status_code == 302
    assert Investment.objects.get().amount == Decimal("30e9")


def test_a_decided_field_is_no_difference_but_counted_and_not_taken(load, edited, admin_client):
    later = {**DEAL, "amount": "33 billion USD", "cite": {"field": "amount", "quote": "thirty-three"}}
    load(b={"article": {"published": "2025"}, "investments": [later]})
    accept(Citation.objects.get(quote="thirty"), reason="So.")
    (decided,) = find_differences()
    seen = hashlib.sha256(repr((decided.says, decided.held)).encode()).hexdigest()
    sent = {"kind": decided.kind, "fact": decided.fact, "statement": decided.statement, "label": "amount", "seen": seen}
    page = text_of(admin_client.get(PAGE))
    assert "1 field stands as" in page
    assert "0 are open" in page
    assert "Take the file’s" not in page
    assert admin_client.post(PAGE, {**sent, "settle": "take"}).status_code == 403


def take_all(client):
    """Take the file's value of every difference, one after the other, however many come of it."""
    for _ in range(30):
        forms = forms_of(client.get(PAGE))
        if not forms:
            return
        answer = client.post(PAGE, {**forms[0], "settle": "take"}, follow=True)
        assert "The file&#x27;s value is taken" in text_of(answer), text_of(answer)


def contents():
    """Return what the tables hold, by what names things and not by numbers."""
    models = [Organization, OrganizationName, OrganizationIdentifier, Partnership, Membership, Investment, Commitment]
    models += [EnergyDeal, Person, Position, Citation, Article]
    return {model.__name__: sorted(each.sentence for each in model.objects.all()) for model in models}


EDITS = {
    "fields": lambda: (
        Investment.objects.filter(key="deal").update(draws_on=None, recipient=None, basis="debt"),
        Organization.objects.filter(name="Microsoft").update(country="CA", website="https://x.example"),
        Article.objects.update(title="By hand"),
        Position.objects.update(since="2015"),
        EnergyDeal.objects.update(technology=["wind"], capacity=1, capacity_bound="exact", capacity_high=None),
    ),
    "main name": lambda: Organization.objects.filter(name="Microsoft").update(name="Redmond"),
    "parts": lambda: (Membership.objects.all().delete(), Citation.objects.all().delete(), Commitment.objects.all().delete()),
    "position": lambda: Position.objects.all().delete(),
    "person": lambda: (Position.objects.all().delete(), Person.objects.all().delete()),
    "names": lambda: (
        OrganizationName.objects.filter(name="Old GIP").delete(),
        OrganizationName.objects.filter(name="GIP").update(kind="short"),
        OrganizationIdentifier.objects.all().delete(),
    ),
    "figure of a quote": lambda: Citation.objects.update(value=1),
    "deal": lambda: (EnergyDeal.objects.all().delete()),
}  # fmt: skip


@pytest.mark.parametrize("edit", EDITS)
def test_taking_everything_brings_back_what_the_files_said(load, admin_client, edit):
    load(a=EVERYTHING)
    before = contents()
    with context(name="bea"):
        EDITS[edit]()
    page = text_of(admin_client.get(PAGE))
    assert "bea" in page
    assert "The history does not say who." not in page
    take_all(admin_client)
    assert contents() == before
    assert find_differences() == []
    assert not load(a=EVERYTHING).changes


def test_what_the_database_refuses_is_told(load, admin_client):
    load(a=EVERYTHING)
    OrganizationName.objects.filter(name="Old GIP").delete()
    sent = forms_of(admin_client.get(PAGE))[0]
    OrganizationName.objects.create(organization=Organization.objects.named("Microsoft"), name="Old GIP")
    answer = admin_client.post(PAGE, {**sent, "settle": "take"}, follow=True)
    assert "is a name of Microsoft already" in unescape(text_of(answer))


def test_what_the_file_names_and_is_gone_is_told(load, admin_client):
    load(a={"organizations": [{"name": "X"}, {"name": "Y"}], "investments": [{**DEAL, "recipient": "X"}]})
    Investment.objects.update(recipient=Organization.objects.named("Y"))
    Organization.objects.named("X").delete()
    labels = [form["label"] for form in forms_of(admin_client.get(PAGE))]
    answer = settle(admin_client, "take", labels.index("recipient"))
    assert "“X”, which the file names, is not in the database any more." in text_of(answer)
    settle(admin_client, "take", labels.index("the whole"))
    take_all(admin_client)
    assert Investment.objects.get().recipient.name == "X"


def test_an_article_with_confirmations_can_be_deleted(edited, client):
    Confirmation.objects.create(
        statement=Statement.objects.get(kind="investment"), field="stage", said="a", held="b", confirmed_by_name="Ada"
    )
    Citation.objects.all().delete()
    client.force_login(make_user(may=("view_article", "delete_article")))
    delete = reverse("admin:aip_article_delete", args=[Article.objects.get().pk])
    assert client.post(delete, {"post": "yes"}).status_code == 302
    assert not Confirmation.objects.exists()


def test_the_page_takes_as_many_queries_for_forty_as_for_one(load, admin_client):
    load(a={"investments": [{**DEAL, "key": f"deal-{n}", "cite": {**DEAL["cite"]}} for n in range(60)]})

    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert admin_client.get(PAGE).status_code == 200
        return len(captured)

    Investment.objects.filter(key="deal-0").update(stage="agreed")
    few = queries()
    Investment.objects.update(stage="agreed")
    assert queries() == few
    assert "Page 1 of 2" in text_of(admin_client.get(PAGE))
