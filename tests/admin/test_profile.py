"""An organization's page: a total can be reconciled with the rows above it."""

import pytest
from django.urls import reverse

from tests.admin.test_lists import text_of
from tests.makers import make_commitment, make_investment, make_organization

pytestmark = pytest.mark.django_db


def page_of(organization, client) -> str:
    return text_of(client.get(reverse("admin:aip_organization_change", args=[organization.pk])))


def test_a_total_says_what_and_how_much_of_the_rows_it_counts(admin_client):
    lab = make_organization("OpenAI")
    whole = make_investment("The round", recipient=lab, amount=40_000_000_000)
    make_investment("First payment", recipient=lab, amount=8_000_000_000, draws_on=whole)
    make_investment("A loan", recipient=lab, amount=5_000_000_000)
    make_investment("A gift", recipient=lab, stage="closed", amount_bound="undisclosed")
    page = page_of(lab, admin_client)
    assert "<strong>USD 45 bn</strong> in 2 investments: committed or closed" in page
    assert "part of The round" in page


def test_where_nothing_of_its_own_is_stated_there_is_no_total(admin_client):
    fund = make_organization()
    make_commitment(make_investment(amount=40), fund)
    assert "<strong>No total</strong> as no commitment here has an amount of its own" in page_of(fund, admin_client)


def test_of_one_the_total_speaks_in_the_singular(admin_client):
    fund = make_organization()
    make_commitment(make_investment(), fund, amount=3_000_000)
    assert "<strong>USD 3 m</strong> in 1 commitment: committed or closed, with an amount of its own" in page_of(
        fund, admin_client
    )


def test_a_part_of_a_mere_ceiling_is_not_firm(admin_client):
    buyer = make_organization("OpenAI")
    make_commitment(make_investment("Contract", amount=12, amount_bound="up_to", stage="committed"), buyer)
    page = page_of(buyer, admin_client)
    assert "Money out: targets, ceilings, not firm yet" in page
    assert "Money out: committed or closed" not in page
