"""The first page: what needs a look, and what was done last, as it is."""

import pytest
from django.urls import reverse

from aip.models import Citation
from tests.admin.test_lists import text_of
from tests.makers import (
    make_article,
    make_citation,
    make_investment,
    make_organization,
    make_statement,
    make_user,
)

pytestmark = pytest.mark.django_db


def work_on(client) -> dict:
    return {each.name: each for each in client.get("/").context["work"]}


def test_what_needs_a_look_is_counted_and_leads_to_its_list(admin_client):
    fact = make_investment("Round", amount=30, stage="agreed")
    make_statement(kind="investment", named=fact.key, investment=fact, values={"stage": "closed"})
    for value in (30, 31):
        make_citation(fact, make_article(), field="amount", value=value, bound="exact", unit="USD")
    wrong = make_citation()
    Citation.objects.filter(pk=wrong.pk).update(verdict="contradicted", against="fact")
    work = work_on(admin_client)
    counts = {name: each.count for name, each in work.items()}
    assert counts == {"Conflicts": 1, "Differences": 3, "Contradicted": 1, "Unchecked": 2}
    assert len(admin_client.get(work["Conflicts"].url).context["conflicts"]) == 1
    assert admin_client.get(work["Differences"].url).context["open"] == 3
    for name in ("Contradicted", "Unchecked"):
        assert admin_client.get(work[name].url).context["cl"].result_count == work[name].count
    page = text_of(admin_client.get(reverse("admin:aip_organization_changelist")))
    for name in ("Conflicts", "Differences"):
        assert f">{name}</a>" in page


def test_what_would_take_too_long_to_count_is_not(admin_client, monkeypatch):
    make_citation()
    make_organization()
    monkeypatch.setattr("aip.admin.work.MOST_COMPARED", 0)
    monkeypatch.setattr("aip.admin.work.MOST_TOUCHED", 0)
    work = work_on(admin_client)
    assert (work["Conflicts"].count, work["Differences"].count) == (None, None)
    assert text_of(admin_client.get("/")).count("Too many to count here.") == 2


def test_who_may_not_see_the_sources_is_told_nothing_of_them(client):
    client.force_login(make_user(may=("view_organization",)))
    page = text_of(client.get("/"))
    assert "Needs a look" not in page
    client.force_login(make_user(may=("view_statement",)))
    page = text_of(client.get("/"))
    assert "Differences" in page
    assert "Conflicts" not in page


def test_how_many_more_changes_there_were_is_true(admin_client, monkeypatch):
    for _ in range(10):
        make_organization()
    assert "and 6 more at the same time" in text_of(admin_client.get("/"))
    monkeypatch.setattr("aip.admin.history.LOOK_BACK", 8)
    assert "and at least 4 more at the same time" in text_of(admin_client.get("/"))
