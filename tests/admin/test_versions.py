"""Two editors and one page: nobody's work is lost unawares."""

import threading

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from aip.models import Citation, Investment, Membership, Organization, Partnership
from tests.admin.test_forms import errors_of, filled, page_of
from tests.makers import (
    make_admin,
    make_citation,
    make_commitment,
    make_investment,
    make_membership,
    make_organization,
    make_other_name,
)

pytestmark = pytest.mark.django_db


def test_second_editor_is_told_what_the_first_changed(admin_client):
    organization = make_organization("OpenAI")
    mine = filled(admin_client, page_of(organization), note="Mine.")
    theirs = filled(admin_client, page_of(organization), country="US")
    assert admin_client.post(page_of(organization), theirs).status_code == 302
    answer = admin_client.post(page_of(organization), mine)
    assert answer.status_code == 200
    message = str(errors_of(answer))
    assert "admin changed organization OpenAI" in message
    assert "country “US”" in message
    assert "Mine." in answer.content.decode()
    organization.refresh_from_db()
    assert (organization.country, organization.note) == ("US", "")


def test_second_editor_may_save_after_having_been_told(admin_client):
    organization = make_organization()
    mine = filled(admin_client, page_of(organization), note="Mine.")
    Organization.objects.filter(pk=organization.pk).update(country="US")
    answer = admin_client.post(page_of(organization), mine)
    again = mine | {"version": answer.context["adminform"].form["version"].value()}
    assert admin_client.post(page_of(organization), again).status_code == 302
    organization.refresh_from_db()
    assert organization.note == "Mine."


def rename(organization):
    Organization.objects.filter(pk=organization.pk).update(note="By update().")


def raw(organization):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE aip_organization SET note = 'By SQL.' WHERE id = %s", [organization.pk])


def add_row(organization):
    make_other_name(organization=organization)


def change_row(organization):
    organization.other_names.update(note="By update().")


def delete_row(organization):
    organization.other_names.all().delete()


@pytest.mark.parametrize("change", [rename, raw, add_row, change_row, delete_row])
def test_any_change_in_between_is_noticed(admin_client, change):
    organization = make_other_name("An old name").organization
    mine = filled(admin_client, page_of(organization), country="US")
    change(organization)
    answer = admin_client.post(page_of(organization), mine)
    assert answer.status_code == 200
    assert "While this form was open, the page changed" in str(errors_of(answer))


def test_rows_changed_on_their_own_page_are_noticed(admin_client):
    membership = make_membership()
    mine = filled(admin_client, page_of(membership.partnership), purpose="Mine.")
    theirs = filled(admin_client, page_of(membership), role="lead")
    assert admin_client.post(page_of(membership), theirs).status_code == 302
    assert admin_client.post(page_of(membership.partnership), mine).status_code == 200
    membership.refresh_from_db()
    assert membership.role == "lead"


def test_page_whose_row_is_gone_is_not_saved(admin_client):
    organization = make_organization()
    mine = filled(admin_client, page_of(organization))
    organization.delete()
    answer = admin_client.post(page_of(organization), mine)
    assert answer.url == reverse("admin:index")


def test_verdict_written_in_between_is_no_change(admin_client):
    investment = make_investment()
    citation = make_citation(investment)
    mine = filled(admin_client, page_of(investment), note="Mine.")
    Citation.objects.filter(pk=citation.pk).update(verdict="supported")
    assert admin_client.post(page_of(investment), mine).status_code == 302


def test_form_without_a_version_is_not_saved(admin_client):
    investment = make_investment()
    mine = filled(admin_client, page_of(investment))
    for version in ("", "nonsense", "2025-01-01 nonsense"):
        assert admin_client.post(page_of(investment), mine | {"version": version}).status_code == 200


@pytest.mark.django_db(transaction=True)
def test_of_two_who_save_at_once_one_is_told():
    make_admin("anna")
    investment = make_commitment().investment
    answers = []

    def save(note, data):
        answers.append(signed_in().post(page_of(investment), data | {"note": note}).status_code)
        connection.close()

    def signed_in():
        client = Client()
        client.login(username="anna", password="a-password")
        return client

    data = filled(signed_in(), page_of(investment))
    threads = [threading.Thread(target=save, args=(note, data)) for note in ("One.", "Two.")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == [200, 302]
    assert Investment.objects.get().note in ("One.", "Two.")
    assert Membership.objects.count() == Partnership.objects.count() == 0
