"""No write path without a history row."""

import pghistory
import pytest
from django.apps import apps
from django.db import connection

from aip.models import (
    Article,
    Citation,
    Commitment,
    Confirmation,
    Decision,
    EnergyDeal,
    Forecast,
    Investment,
    Membership,
    Observation,
    Organization,
    OrganizationIdentifier,
    OrganizationName,
    Partnership,
    Person,
    Position,
    Publisher,
)
from tests import makers

pytestmark = pytest.mark.django_db

FACTS = {
    Article: makers.make_article,
    Citation: makers.make_citation,
    Commitment: makers.make_commitment,
    Confirmation: makers.make_confirmation,
    Decision: makers.make_decision,
    EnergyDeal: makers.make_energy_deal,
    Forecast: makers.make_forecast,
    Investment: makers.make_investment,
    Membership: makers.make_membership,
    Observation: makers.make_observation,
    Organization: makers.make_organization,
    OrganizationIdentifier: makers.make_identifier,
    OrganizationName: makers.make_other_name,
    Partnership: makers.make_partnership,
    Person: makers.make_person,
    Position: makers.make_position,
    Publisher: makers.make_publisher,
}


def events(model):
    return apps.get_model("aip", f"{model.__name__}Event").objects.order_by("pgh_id")


@pytest.mark.parametrize("model", FACTS, ids=lambda model: model.__name__)
def test_insert_update_and_delete_leave_a_trace(model):
    row = FACTS[model]()
    row.note = "checked"
    row.save()
    row.delete()
    trace = list(events(model).filter(pgh_obj_id=row.pk or events(model).last().pgh_obj_id))
    assert [event.pgh_label for event in trace] == ["insert", "update", "delete"]
    assert [event.note for event in trace] == ["", "checked", "checked"]


def test_bulk_writes_and_raw_sql_leave_a_trace():
    Organization.objects.bulk_create(Organization(name=f"Fund {number}") for number in range(20))
    Organization.objects.filter(name="Fund 7").update(country="AE")
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM aip_organization WHERE name = 'Fund 7'")
    assert events(Organization).filter(pgh_label="insert").count() == 20
    assert events(Organization).get(pgh_label="update").country == "AE"
    assert events(Organization).get(pgh_label="delete").name == "Fund 7"


def test_a_save_that_changes_nothing_leaves_no_trace():
    organization = makers.make_organization()
    organization.save()
    assert events(Organization).count() == 1


def test_who_and_from_where_are_in_the_event_itself():
    with pghistory.context(name="ada", url="/aip/organization/add/"):
        makers.make_organization()
    assert events(Organization).get().pgh_context == {"name": "ada", "url": "/aip/organization/add/"}


def test_history_can_neither_be_changed_nor_deleted():
    makers.make_organization()
    with pytest.raises(Exception, match="Cannot update"), connection.cursor() as cursor:
        cursor.execute("UPDATE aip_organizationevent SET name = 'somebody else'")
