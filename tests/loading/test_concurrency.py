"""A load and somebody else at once: one after the other, or refused in words; never half, never waiting for ever."""

import threading
import time
from contextlib import contextmanager

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection, transaction
from django.urls import reverse

from aip.admin import forms
from aip.dumping import dump_articles
from aip.evidence import check_citations
from aip.loading import LoadError, load_files
from aip.loading import load as loading
from aip.loading.differing.differences import find_differences
from aip.loading.differing.taking import take
from aip.loading.stating import batches
from aip.loading.stating.decisions import accept
from aip.models import Citation, Investment, Organization, Statement
from tests.admin.test_forms import errors_of, filled, page_of

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("_one_article_a_batch", "_impatient")]

NUMBERS = (1, 2, 3)
CHECKED = 1.3  # seconds: PostgreSQL looks for a deadlock when somebody has waited for one


@pytest.fixture
def _one_article_a_batch(monkeypatch):
    monkeypatch.setattr(batches, "SIZE", 1)


@pytest.fixture
def _impatient(django_db_setup, django_db_blocker):
    """Fail rather than hang where this test waits for a row."""
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute("SET lock_timeout = '8s'")
    yield
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute("RESET lock_timeout")


@pytest.fixture
def write(tmp_path):
    """Return what writes an article a number, each on an investment in an organization of its own."""
    folder = tmp_path / "corpus"
    folder.mkdir()

    def write(amount, *, aliases=""):
        for number in NUMBERS:
            (folder / f"a{number}.yaml").write_text(
                "article:\n  publisher: AIbase\n  language: en\n"
                f"  published: 2025-0{number}\n  text_is: digest\n  text: They put in {amount} million dollars.\n"
                f"organizations:\n  - name: O{number}\n{aliases if number == 1 else ''}"
                f"investments:\n  - key: inv-{number}\n    title: Round\n    recipient: O{number}\n"
                f"    amount: {amount} million USD\n    stage: closed\n    commitments:\n      - investor: O{number}\n"
                f"    cite: {{field: amount, quote: {amount} million dollars}}\n"
            )
        return folder

    return write


@pytest.fixture
def loaded(write):
    load_files([write(5)])
    check_citations()


@contextmanager
def load_paused(folder):
    """Load in a thread of its own, and stop when the first article is written; `go_on` lets it end."""
    load = Load(folder)
    load.start()
    assert load.paused.wait(20), load.error
    try:
        yield load
    finally:
        load.go_on.set()
        load.join(30)
        assert not load.is_alive()


class Load(threading.Thread):
    def __init__(self, folder):
        super().__init__()
        self.folder, self.paused, self.go_on, self.error = folder, threading.Event(), threading.Event(), None

    def run(self):
        try:
            load_files([self.folder], progress=self._progress)
        except Exception as error:
            self.error = error
            self.paused.set()
        finally:
            connection.close()

    def _progress(self, what, done, total, rows):
        if what == "written":
            self.paused.set()
            assert self.go_on.wait(20)


def amounts():
    return list(Investment.objects.order_by("key").values_list("amount", flat=True))


def test_readers_never_wait_and_see_all_or_nothing(write, loaded, admin_client):
    with load_paused(write(6)), connection.cursor() as cursor:
        cursor.execute("SET lock_timeout = '100ms'")
        investment = Investment.objects.get(key="inv-1")
        for address in (
            page_of(investment),
            page_of(investment, "history"),
            page_of(investment.recipient),
            reverse("admin:aip_investment_changelist"),
            reverse("admin:aip_citation_conflicts"),
            reverse("admin:aip_statement_differences"),
            reverse("admin:aip_article_read", args=[Citation.objects.first().article_id]),
        ):
            assert admin_client.get(address).status_code == 200
        assert amounts() == [5_000_000] * 3
    assert amounts() == [6_000_000] * 3


def test_an_editor_who_saves_what_a_load_is_writing_is_told_and_loses_nothing(write, loaded, admin_client, monkeypatch):
    monkeypatch.setattr("aip.admin.refusals.PATIENCE", "200ms")
    page = page_of(Investment.objects.get(key="inv-1"))
    mine = filled(admin_client, page, note="Mine.")
    with load_paused(write(6)):
        answer = admin_client.post(page, mine)
        assert "a load, was writing the same rows. Nothing was saved; try again." in errors_of(answer)[0]
        assert answer.context["adminform"].form["note"].value() == "Mine."
        other = page_of(Investment.objects.get(key="inv-3"))  # which the load has not come to
        assert admin_client.post(other, filled(admin_client, other, note="Other.")).status_code == 302
    assert "the page changed" in errors_of(admin_client.post(page, mine))[0]
    assert amounts() == [6_000_000] * 3
    assert Investment.objects.get(key="inv-3").note == "Other."


def test_a_load_waits_for_an_editor_and_keeps_what_is_edited(write, loaded):
    with load_paused(write(6)) as load, transaction.atomic():
        Investment.objects.filter(key="inv-2").update(amount=7)
        load.go_on.set()
        time.sleep(0.3)
        assert load.is_alive()
    assert load.error is None
    assert amounts() == [6_000_000, 7, 6_000_000]


def test_a_load_that_a_deadlock_ends_begins_again(write, loaded):
    with load_paused(write(6)) as load:
        with transaction.atomic():
            Investment.objects.select_for_update().get(key="inv-2")
            threading.Timer(CHECKED, load.go_on.set).start()
            Investment.objects.filter(key="inv-1").update(note="Mine.")  # waits for the load, and then it for this
        load.join(20)
    assert load.error is None
    assert amounts() == [6_000_000] * 3
    assert Investment.objects.get(key="inv-1").note == "Mine."


def test_an_editor_whom_a_deadlock_ends_is_told(write, loaded, admin_client, monkeypatch):
    page = page_of(Investment.objects.get(key="inv-2"))
    mine = filled(admin_client, page, note="Mine.")
    lock = forms.lock
    aliases = "    aliases: [Two]\n  - name: O2\n    aliases: [Deux]\n"  # unchecks the citation on the editor's page
    with load_paused(write(6, aliases=aliases)) as load:

        def lock_slowly(row, parts):
            lock(row, [])
            load.go_on.set()
            time.sleep(CHECKED)  # the load waits for the investment by now
            lock(row, parts)

        monkeypatch.setattr(forms, "lock", lock_slowly)
        answer = admin_client.post(page, mine)
        assert "was writing the same rows. Nothing was saved; try again." in " ".join(errors_of(answer))
    assert load.error is None
    assert amounts() == [6_000_000] * 3


class Refused(Exception):
    def __init__(self, pgcode):
        super().__init__(pgcode)
        self.pgcode = pgcode


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("40P01", "An editor was saving the same facts. Nothing was written. Run it again."),
        ("55P03", "Somebody else has been writing the same facts for too long. Nothing was written. Run it again."),
        ("53100", "The database has no room left: could not extend file\nNothing was written. Make room"),
        ("57P01", "The database does not answer: could not extend file\nA load is written as a whole or not at all."),
    ],
)
def test_what_the_database_refuses_ends_in_a_sentence(write, monkeypatch, code, words):
    def refuse(*args):
        raise OperationalError("could not extend file") from Refused(code)

    monkeypatch.setattr(loading, "_check_references", refuse)
    with pytest.raises(LoadError) as error:
        load_files([write(5)])
    assert str(error.value).startswith(words)
    assert not Organization.objects.exists()


def test_a_load_waits_for_no_editor_for_ever(write, loaded, monkeypatch):
    monkeypatch.setattr(loading, "PATIENCE", "100ms")
    with load_paused(write(6)) as load, transaction.atomic():
        Investment.objects.filter(key="inv-2").update(amount=7)
        load.go_on.set()
        load.join(20)
        assert "for too long. Nothing was written." in str(load.error)
    assert amounts() == [5_000_000, 7, 5_000_000]


def test_a_name_that_an_editor_gives_meanwhile_is_the_same_organization(write):
    with load_paused(write(5)) as load:
        editors = Organization.objects.create(name="o3", note="Typed in.")
    assert load.error is None
    assert Investment.objects.get(key="inv-3").recipient == editors
    assert Organization.objects.count() == 3


def test_an_organization_deleted_meanwhile_leaves_nothing_half(write):
    write(5)
    editors = Organization.objects.create(name="O3")
    with load_paused(write(5)) as load:
        Organization.objects.filter(pk=editors.pk).delete()
    assert load.error is None
    assert Investment.objects.get(key="inv-3").recipient.name == "O3"


def test_two_loads_at_once_come_one_after_the_other(write, loaded, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    (other / "a4.yaml").write_text("article: {publisher: B, language: en}\norganizations: [{name: O4, parent: o1}]\n")
    with load_paused(write(6)):
        second = Load(other)
        second.go_on.set()
        second.start()
        time.sleep(0.3)
        assert second.is_alive()
        assert not Organization.objects.filter(name="O4").exists()
    second.join(20)
    assert second.error is None
    assert Organization.objects.get(name="O4").parent.name == "O1"


def test_a_dump_during_a_load_is_of_the_moment_before(write, loaded, tmp_path):
    dump_articles(tmp_path / "before")
    with load_paused(write(6)):
        dump_articles(tmp_path / "meanwhile")
    assert contents(tmp_path / "meanwhile") == contents(tmp_path / "before")
    dump_articles(tmp_path / "before")
    assert contents(tmp_path / "before") != contents(tmp_path / "meanwhile")
    assert not load_files([tmp_path / "before"]).changes


def contents(folder):
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_a_check_during_a_load_waits_for_nobody_and_leaves_no_verdict_behind(write, loaded):
    with load_paused(write(6)):
        check_citations(Citation.objects.all())
    assert set(Citation.objects.values_list("verdict", flat=True)) == {""}
    call_command("check_evidence")
    assert set(Citation.objects.values_list("verdict", flat=True)) == {"supported"}


def test_a_check_passes_over_what_an_editor_is_writing(loaded):
    Citation.objects.update(verdict="", finding="")
    holder = threading.Event(), threading.Event()

    def hold():
        with transaction.atomic():
            Citation.objects.select_for_update().get(investment__key="inv-1")
            holder[0].set()
            holder[1].wait(10)
        connection.close()

    thread = threading.Thread(target=hold)
    thread.start()
    holder[0].wait(10)
    check_citations()
    assert list(Citation.objects.order_by("investment__key").values_list("verdict", flat=True)) == [
        "",
        "supported",
        "supported",
    ]
    holder[1].set()
    thread.join(10)


def test_a_statement_that_a_load_changes_meanwhile_is_not_accepted(write, loaded):
    seen = Citation.objects.get(investment__key="inv-1")
    with load_paused(write(6)) as load:
        threading.Timer(0.3, load.go_on.set).start()
        with pytest.raises(ValueError, match="Nothing was written; look again"):
            accept(seen, reason="So.")  # waits for the load, and then finds another statement
    assert amounts() == [6_000_000] * 3


def test_a_decision_made_during_a_load_stands(write, loaded):
    with load_paused(write(6)) as load:
        accept(Citation.objects.get(investment__key="inv-3"), reason="So.", name="Ada")
    assert load.error is None
    assert amounts() == [6_000_000, 6_000_000, 5_000_000]


@pytest.mark.parametrize("number", [1, 3])
def test_the_files_value_taken_during_a_load_is_the_one_that_was_seen_or_refused(write, loaded, number):
    key = f"inv-{number}"
    Investment.objects.filter(key=key).update(amount=7)
    seen = next(each for each in find_differences() if each.field == "amount")
    with load_paused(write(6)) as load:
        threading.Timer(0.3, load.go_on.set).start()
        if number == 1:  # the load has been there, and says something else by now
            with pytest.raises(ValueError, match="look again"):
                take(seen)
        else:
            take(seen)
    assert load.error is None
    assert Investment.objects.get(key=key).amount == (7 if number == 1 else 6_000_000)
    assert Statement.objects.get(investment__key=key, kind="investment").values["amount"] == "6 million USD"


def test_refused_decision_is_told_in_the_admin(write, loaded, admin_client, monkeypatch):
    monkeypatch.setattr("aip.admin.refusals.PATIENCE", "200ms")
    Investment.objects.filter(key="inv-1").update(amount=7)
    seen = next(each for each in find_differences() if each.field == "amount")
    page = reverse("admin:aip_statement_differences")
    told = admin_client.get(page).context["articles"][0][1][0]
    sent = {"kind": seen.kind, "fact": seen.fact, "statement": seen.statement, "label": seen.label}
    with load_paused(write(6)):
        answer = admin_client.post(page, {**sent, "seen": told["seen"], "settle": "take"}, follow=True)
        assert "a load, was writing the same rows" in answer.content.decode()
