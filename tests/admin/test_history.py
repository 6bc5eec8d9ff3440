"""The history of a row, and what its readers must be able to see in it: when, who, from where, what."""

import pghistory
import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext

from aip.admin.history import NOBODY, tracked
from aip.models import Organization
from tests.admin.test_forms import filled, page_of
from tests.makers import (
    make_article,
    make_citation,
    make_membership,
    make_one_of_each,
    make_organization,
    make_other_name,
    make_partnership,
)

pytestmark = pytest.mark.django_db
MODELS = [model for model in admin.site._registry if model in tracked()]


def history_of(client, row, **query) -> list:
    return client.get(page_of(row, "history"), query).context["page"].object_list


def told(change) -> tuple:
    fields = [(each.label, each.old, each.new) for each in change.fields]
    return change.who, change.where, change.verb, change.kind, change.name, fields


def test_change_in_the_admin_is_told_with_who_and_from_where(admin_client):
    organization = make_organization("OpenAI")
    admin_client.post(page_of(organization), filled(admin_client, page_of(organization), country="US", kind="ai_lab"))
    latest, first = history_of(admin_client, organization)
    fields = [("kind", "", "AI lab"), ("country", "", "US")]
    assert told(latest) == ("admin", page_of(organization), "changed", "organization", "OpenAI", fields)
    assert told(first) == (NOBODY, "", "added", "organization", "OpenAI", [("name", "", "OpenAI")])


def test_name_of_the_user_outlives_the_user(admin_client, admin_user):
    organization = make_organization()
    admin_client.post(page_of(organization), filled(admin_client, page_of(organization), country="US"))
    admin_user.username = "another"
    admin_user.save()
    assert history_of(admin_client, organization)[0].who == "admin"


def test_load_is_told_as_such(admin_client):
    with pghistory.context(source="load_articles", name="anna"):
        organization = make_organization()
    assert [(each.who, each.where) for each in history_of(admin_client, organization)] == [("anna", "load_articles")]


def test_raw_sql_is_told_as_nobody_known(admin_client):
    organization = make_organization()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE aip_organization SET country = 'FR' WHERE id = %s", [organization.pk])
    assert told(history_of(admin_client, organization)[0])[0] == "not known: raw SQL or shell"


def test_references_are_told_by_name(admin_client):
    old, new = make_organization("Old owner"), make_organization("New owner")
    organization = make_organization(parent=old)
    Organization.objects.filter(pk=organization.pk).update(parent=new)
    assert told(history_of(admin_client, organization)[0])[-1] == [("parent", "Old owner", "New owner")]


def test_reference_to_what_is_gone_is_told_as_such(admin_client):
    parent = make_organization("Gone")
    organization = make_organization(parent=parent)
    number = parent.pk
    Organization.objects.filter(pk=organization.pk).update(parent=None)
    parent.delete()
    assert told(history_of(admin_client, organization)[0])[-1] == [("parent", f"no. {number}, deleted since", "")]


def test_rows_on_the_page_are_part_of_its_history(admin_client):
    organization = make_organization("MGX")
    name = make_other_name("MGX Fund", organization)
    make_citation(organization, make_article(title="An article"), "so printed")
    name.delete()
    history = [told(each)[2:5] for each in history_of(admin_client, organization)]
    assert ("deleted", "other name", "MGX Fund") in history
    assert ("added", "citation", "MGX: “so printed”") in history
    partnership = make_partnership()
    make_membership(partnership, organization).delete()
    # in one transaction all is of one time, so only the order within a table is known
    history = [told(each)[2:4] for each in history_of(admin_client, partnership)]
    assert [each for each in history if each[1] == "membership"] == [("deleted", "membership"), ("added", "membership")]


def test_figures_and_lists_are_told_in_words(admin_client):
    rows = make_one_of_each()
    fields = {
        each.label: each.new
        for row in rows.values()
        if type(row)._meta.model_name == "energydeal"
        for change in history_of(admin_client, row)
        if change.kind == "energy deal"
        for each in change.fields
    }
    assert (fields["technology"], fields["capacity"], fields["capacity bound"]) == ("solar, wind", "960", "up to")


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_history_takes_a_fixed_number_of_queries(admin_client, model):
    row = make_one_of_each()[model]

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert admin_client.get(page_of(row, "history")).status_code == 200
        return len(captured)

    model.objects.filter(pk=row.pk).update(note="Once.")
    queries()
    one = queries()
    for number in range(20):
        model.objects.filter(pk=row.pk).update(note=str(number))
    assert queries() == one <= 24


def test_history_has_pages(admin_client):
    organization = make_organization()
    for number in range(60):
        Organization.objects.filter(pk=organization.pk).update(note=str(number))
    assert len(history_of(admin_client, organization)) == 50
    assert len(history_of(admin_client, organization, p=2)) == 11
    for nonsense in ("abc", "-1", "99999999999999999999"):
        assert admin_client.get(page_of(organization, "history"), {"p": nonsense}).status_code == 200


def test_first_page_tells_the_latest_changes_by_transaction(admin_client):
    rows = [make_organization(f"Number {number}") for number in range(6)]
    groups = admin_client.get("/").context["changes"]
    assert [(len(group.changes), group.more) for group in groups] == [(4, len(rows) - 4)]


def test_history_is_for_those_who_may_see_the_row(client, admin_client):
    client.logout()
    organization = make_organization()
    assert client.get(page_of(organization, "history")).status_code == 302
    assert admin_client.get("/aip/organization/0/history/").status_code == 302
