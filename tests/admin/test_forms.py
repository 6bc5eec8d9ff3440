"""Forms: a fixed number of queries, rules in words, nothing lost where the database refuses."""

import pytest
from django.contrib import admin
from django.core.management import call_command
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from aip.evidence import check_citations
from aip.models import Citation, Commitment, EnergyDeal, Investment, Organization, OrganizationName, Partnership
from aip.models.sources import SUBJECTS
from tests.makers import (
    make_article,
    make_citation,
    make_commitment,
    make_decision,
    make_energy_deal,
    make_forecast,
    make_identifier,
    make_investment,
    make_membership,
    make_observation,
    make_one_of_each,
    make_organization,
    make_other_name,
    make_partnership,
    make_person,
    make_position,
    make_statement,
    make_user,
)

pytestmark = pytest.mark.django_db
MODELS = [model for model in admin.site._registry if model._meta.app_label == "aip"]
by_name = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)


def page_of(row, page: str = "change") -> str:
    return reverse(f"admin:aip_{row._meta.model_name}_{page}", args=[row.pk])


def add_page(model) -> str:
    return reverse(f"admin:aip_{model._meta.model_name}_add")


def filled(client, address: str, **changes) -> dict:
    """Return what the form at an address would send, with some changes; rows are added by naming their fields."""
    context = client.get(address).context
    forms = [context["adminform"].form]
    for each in context["inline_admin_formsets"]:
        forms += [each.formset.management_form, *each.formset.forms]
    data = {}
    for form in forms:
        for field in form:
            value = field.value()
            data[field.html_name] = "" if value is None else value
    return {name: value for name, value in (data | changes).items() if value is not False}


def queries_of(client, address: str, **data) -> int:
    with CaptureQueriesContext(connection) as queries:
        answer = client.post(address, data) if data else client.get(address)
        assert answer.status_code == (302 if data else 200), errors_of(answer)
    return len(queries)


def errors_of(answer) -> list[str]:
    if not answer.context or "errors" not in answer.context:
        return []
    return [str(error) for error in answer.context["errors"]]


def more_rows(row, times: int) -> None:
    """Make rows that refer to a row from everywhere a form shows them."""
    for _ in range(times):
        if isinstance(row, Organization):
            make_other_name(organization=row)
            make_identifier(organization=row)
            commitment = make_commitment(investor=row)
            make_commitment(make_investment(stage="target", recipient=make_organization()), row, amount=3)
            make_membership(make_partnership(), row)
            make_position(organization=row)
            make_investment(recipient=row, partnership=commitment.investment.partnership)
            make_investment("", partnership=make_partnership(acts_as=row))
            make_energy_deal(supplier=row, offtaker=make_organization())
            make_organization(parent=row)
            make_forecast(forecaster=row)
            make_observation(organization=row)
            make_observation(organization=row, investment=commitment.investment, words="as before")
        if isinstance(row, Partnership):
            make_membership(row, make_organization(parent=make_organization()))
        if isinstance(row, Investment):
            make_commitment(row, amount=4)
        if row._meta.model_name == "person":
            make_position(row)
        if isinstance(row, tuple(SUBJECTS.values())):
            make_citation(row, field=row.citable()[0])


@by_name
def test_form_takes_as_many_queries_for_ten_rows_as_for_one(admin_client, model):
    row = make_one_of_each()[model]
    more_rows(row, 1)
    admin_client.get(page_of(row))
    one = queries_of(admin_client, page_of(row))
    more_rows(row, 9)
    assert queries_of(admin_client, page_of(row)) == one <= 25


@pytest.mark.parametrize("model", [Organization, Partnership, Investment, EnergyDeal])
def test_saving_takes_as_many_queries_for_ten_rows_as_for_one(admin_client, model):
    row = make_one_of_each()[model]
    more_rows(row, 1)
    check_citations()
    one = queries_of(admin_client, page_of(row), **filled(admin_client, page_of(row), note="First."))
    more_rows(row, 9)
    check_citations()
    assert queries_of(admin_client, page_of(row), **filled(admin_client, page_of(row), note="Second.")) == one


@by_name
def test_form_is_saved_as_it_came(admin_client, model):
    row = make_one_of_each()[model]
    if not admin.site.get_model_admin(model).has_change_permission(admin_client.get("/").wsgi_request, row):
        pytest.skip("only read")
    answer = admin_client.post(page_of(row), filled(admin_client, page_of(row), note="Looked at."))
    assert answer.status_code == 302, errors_of(answer)
    row.refresh_from_db()
    assert row.note == "Looked at."


@by_name
def test_add_form_opens(admin_client, model):
    allowed = admin.site.get_model_admin(model).has_add_permission(admin_client.get("/").wsgi_request)
    assert admin_client.get(add_page(model)).status_code == (200 if allowed else 403)


def test_rows_are_added_on_the_page_of_their_fact(admin_client):
    partnership, organization = make_partnership(), make_organization()
    data = filled(admin_client, page_of(partnership))
    data |= {
        "memberships-TOTAL_FORMS": 1,
        "memberships-0-organization": organization.pk,
        "memberships-0-role": "founder",
        "memberships-0-partnership": partnership.pk,
        "citations-TOTAL_FORMS": 1,
        "citations-0-article": make_article().pk,
        "citations-0-quote": "das Bündnis",
        "citations-0-field": "name",
        "citations-0-partnership": partnership.pk,
    }
    answer = admin_client.post(page_of(partnership), data)
    assert answer.status_code == 302, errors_of(answer)
    assert partnership.memberships.get().organization == organization
    assert partnership.citations.get().quote == "das Bündnis"


def test_citation_of_a_field_that_the_fact_has_not_is_refused(admin_client):
    citation = make_citation(make_investment())
    for address, name in [(page_of(citation.investment), "citations-0-field"), (page_of(citation), "field")]:
        answer = admin_client.post(address, filled(admin_client, address, **{name: "capacity"}))
        assert answer.status_code == 200
        assert any("capacity" in error or "no such field" in error for error in errors_of(answer))


@pytest.mark.parametrize("facts", [0, 2])
def test_citation_supports_exactly_one_fact(admin_client, facts):
    data = filled(admin_client, add_page(Citation), article=make_article().pk, quote="so printed")
    chosen = {"organization": make_organization().pk, "investment": make_investment().pk}
    answer = admin_client.post(add_page(Citation), data | dict(list(chosen.items())[:facts]))
    assert "A citation supports exactly one fact." in str(errors_of(answer))


def test_verdict_is_read_only(admin_client):
    page = admin_client.get(page_of(make_citation())).content.decode()
    assert "unchecked" in page
    assert 'name="verdict"' not in page


def test_key_is_given_once(admin_client):
    deal = make_energy_deal(key="as-it-was")
    assert 'name="key"' in admin_client.get(add_page(EnergyDeal)).content.decode()
    assert 'name="key"' not in admin_client.get(page_of(deal)).content.decode()
    admin_client.post(page_of(deal), filled(admin_client, page_of(deal), key="another"))
    deal.refresh_from_db()
    assert deal.key == "as-it-was"


def test_technologies_are_ticked(admin_client):
    deal = make_energy_deal(technology=["solar"])
    admin_client.post(page_of(deal), filled(admin_client, page_of(deal), technology=["wind", "storage"]))
    deal.refresh_from_db()
    assert deal.technology == ["wind", "storage"]


def test_numbers_come_without_the_zeros_behind(admin_client):
    page = admin_client.get(page_of(make_investment(amount=13_000_000_000))).content.decode()
    assert 'value="13000000000"' in page


@pytest.mark.parametrize(
    ("typed", "number"), [("6.7 billion", 6_700_000_000), ("6,7 Mrd", 6_700_000_000), ("13bn", 13_000_000_000)]
)
def test_an_amount_is_typed_as_people_write_it(admin_client, typed, number):
    commitment = make_commitment(amount=5)
    for row, name in [(commitment.investment, "commitments-0-amount"), (commitment, "amount")]:
        answer = admin_client.post(page_of(row), filled(admin_client, page_of(row), **{name: typed}))
        assert answer.status_code == 302, errors_of(answer)
        commitment.refresh_from_db()
        assert commitment.amount == number
        Commitment.objects.update(amount=5)


def test_a_number_in_a_larger_unit_is_one_of_the_unit_beside_it(admin_client):
    deal = make_energy_deal()
    data = filled(admin_client, page_of(deal), capacity="1.2 GW", capacity_high="1,5 GW", capacity_bound="range")
    assert admin_client.post(page_of(deal), data).status_code == 302
    deal.refresh_from_db()
    assert (deal.capacity, deal.capacity_high) == (1200, 1500)


@pytest.mark.parametrize("typed", ["1,200", "1.200", "6.7 Billion", "13 billion EUR", "about 5", "5 to 6 billion"])
def test_a_number_that_can_be_misunderstood_is_refused_and_stays(admin_client, typed):
    investment = make_investment(amount=5)
    answer = admin_client.post(page_of(investment), filled(admin_client, page_of(investment), amount=typed))
    assert answer.status_code == 200
    assert f"“{typed}” is" in str(errors_of(answer))
    assert f'value="{typed}"' in answer.content.decode()


def test_a_number_with_three_decimals_is_saved_as_it_came(admin_client):
    deal = make_energy_deal(capacity="1.234", capacity_bound="exact")
    assert 'value="1.2340"' in admin_client.get(page_of(deal)).content.decode()
    assert admin_client.post(page_of(deal), filled(admin_client, page_of(deal), capacity="1.2340")).status_code == 302
    deal.refresh_from_db()
    assert str(deal.capacity).startswith("1.234")


def test_the_page_is_told_how_a_number_is_read(admin_client, client):
    address = reverse("admin:number")
    assert admin_client.get(address, {"text": "1.2 GW", "unit": "MW"}).json() == {"number": "1,200"}
    assert "1200 to some" in admin_client.get(address, {"text": "1,200"}).json()["refused"]
    assert client.get(address, {"text": "1"}).status_code == 302


def test_address_of_a_website_is_https_unless_said(admin_client):
    organization = make_organization()
    admin_client.post(page_of(organization), filled(admin_client, page_of(organization), website="example.org"))
    organization.refresh_from_db()
    assert organization.website == "https://example.org"


@pytest.mark.parametrize("text", ["nul \x00", "bell \x07", "escape \x1b[1m", "delete \x7f"])
def test_control_characters_are_refused(admin_client, text):
    organization = make_organization()
    for field in ("name", "note"):
        address = page_of(organization)
        answer = admin_client.post(address, filled(admin_client, address, **{field: text}))
        assert answer.status_code == 200
        assert errors_of(answer)


def test_text_may_have_lines(admin_client):
    organization = make_organization()
    admin_client.post(page_of(organization), filled(admin_client, page_of(organization), note="One.\r\nTwo.\tThree."))
    organization.refresh_from_db()
    assert organization.note == "One.\nTwo.\tThree."


def test_taken_name_is_refused_in_words(admin_client):
    make_other_name("GIP", make_organization("Global Infrastructure Partners"))
    answer = admin_client.post(add_page(Organization), filled(admin_client, add_page(Organization), name="gip"))
    assert "is a name of Global Infrastructure Partners already" in str(errors_of(answer))


def test_name_taken_in_the_meantime_is_refused_in_words(admin_client, monkeypatch):
    make_other_name("GIP", make_organization())
    monkeypatch.setattr(Organization, "clean", lambda self: None)  # as if it had been free when the form looked
    answer = admin_client.post(add_page(Organization), filled(admin_client, add_page(Organization), name="gip"))
    assert answer.status_code == 200
    assert "name belongs to one organization" in str(errors_of(answer))
    assert 'value="gip"' in answer.content.decode()
    assert not Organization.objects.filter(name="gip").exists()


def test_same_name_twice_in_one_form_is_refused_in_words(admin_client):
    rows = {
        "other_names-TOTAL_FORMS": 2,
        "other_names-0-name": "Twice",
        "other_names-0-kind": "alias",
        "other_names-1-name": "twice",
        "other_names-1-kind": "alias",
    }
    data = filled(admin_client, add_page(Organization), name="Once") | rows
    answer = admin_client.post(add_page(Organization), data)
    assert answer.status_code == 200
    assert "name belongs to one organization" in str(errors_of(answer))
    assert not OrganizationName.objects.exists()


def test_citation_made_twice_is_refused_in_words(admin_client):
    citation = make_citation(make_investment(), quote="so printed")
    data = filled(admin_client, page_of(citation.investment)) | {
        "citations-TOTAL_FORMS": 2,
        "citations-1-article": citation.article_id,
        "citations-1-quote": "so printed",
        "citations-1-investment": citation.investment_id,
    }
    answer = admin_client.post(page_of(citation.investment), data)
    assert answer.status_code == 200
    assert "This phrase is cited for this field already." in str(errors_of(answer))


@pytest.mark.django_db(transaction=True)
def test_reference_deleted_in_the_meantime_is_refused_in_words(admin_client, monkeypatch):
    investor = make_organization()
    data = filled(admin_client, add_page(Commitment), investment=make_investment().pk, investor=investor.pk)
    save = Commitment.save

    def save_late(self, *args, **kwargs):
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM aip_organization WHERE id = %s", [investor.pk])
        save(self, *args, **kwargs)

    monkeypatch.setattr(Commitment, "save", save_late)
    answer = admin_client.post(add_page(Commitment), data)
    assert answer.status_code == 200
    assert "is gone" in str(errors_of(answer))
    assert Organization.objects.filter(pk=investor.pk).exists()


def test_what_others_rest_on_is_not_deleted(admin_client):
    organization = make_commitment().investor
    answer = admin_client.post(page_of(organization, "delete"), {"post": "yes"})
    assert answer.status_code == 200
    assert "protected" in answer.content.decode()
    chosen = {"action": "delete_selected", "_selected_action": [organization.pk], "post": "yes"}
    answer = admin_client.post(reverse("admin:aip_organization_changelist"), chosen)
    assert answer.status_code == 200
    assert Organization.objects.filter(pk=organization.pk).exists()


@pytest.mark.parametrize("chosen", [False, True])
def test_deleting_what_is_rested_on_in_the_meantime_ends_in_a_message(admin_client, monkeypatch, chosen):
    organization = make_organization()

    def refuse(*args, **kwargs):
        raise IntegrityError("update or delete violates a rule")

    monkeypatch.setattr("aip.admin.base.FactAdmin.delete_model", refuse, raising=False)
    monkeypatch.setattr("aip.admin.base.FactAdmin.delete_queryset", refuse, raising=False)
    address = reverse("admin:aip_organization_changelist") if chosen else page_of(organization, "delete")
    data = {"action": "delete_selected", "_selected_action": [organization.pk]} if chosen else {}
    answer = admin_client.post(address, data | {"post": "yes"}, follow=True)
    assert "Nothing was saved." in next(str(each) for each in answer.context["messages"])
    assert Organization.objects.filter(pk=organization.pk).exists()


def test_article_is_deleted_with_what_its_file_said(admin_client):
    statement = make_statement()
    answer = admin_client.post(page_of(statement.article, "delete"), {"post": "yes"})
    assert answer.status_code == 302
    assert not type(statement).objects.exists()


def test_decision_is_signed(admin_client):
    stated = make_citation(make_investment(), field="amount", value=5, bound="exact", unit="USD")
    data = filled(admin_client, add_page(type(make_decision())), citation=stated.pk, reason="It is later.")
    admin_client.post(add_page(type(make_decision())), data)
    signed = type(make_decision()).objects.get(reason="It is later.")
    assert (signed.decided_by.username, signed.decided_by_name) == ("admin", "admin")


def test_anonymous_is_asked_to_sign_in(client):
    for address in ("/", page_of(make_investment()), reverse("admin:aip_citation_changelist")):
        assert client.get(address).url == f"/login/?next={address}"


def test_who_may_only_look_sees_nothing_to_write_with(client):
    investment = make_investment(recipient=make_organization())
    make_citation(investment)
    client.force_login(make_user(may=("view_investment", "view_citation")))
    page = client.get(page_of(investment)).content.decode()
    for control in ('type="submit" value="Save"', "deletelink", "<textarea", "<select", 'name="title"'):
        assert control not in page, control
    assert client.post(page_of(investment), {"title": "Mine"}).status_code == 403
    assert client.get(page_of(investment, "delete")).status_code == 403
    assert client.get(reverse("admin:aip_investment_add")).status_code == 403
    assert client.get(reverse("admin:aip_organization_changelist")).status_code == 403
    assert "delete_selected" not in client.get(reverse("admin:aip_investment_changelist")).content.decode()


def test_page_of_an_organization_shows_what_it_is_in(admin_client):
    microsoft, openai = make_organization("Microsoft"), make_organization("OpenAI")
    make_membership(make_partnership("AI Partnership"), microsoft, role="founder", joined="2025-03")
    stake = make_investment("Stake", recipient=openai, stage="closed", amount=13_000_000_000, amount_bound="about")
    make_commitment(stake, microsoft)
    make_commitment(
        make_investment("Dream", stage="target", amount=9), microsoft, amount=3_000_000, amount_bound="up_to"
    )
    make_position(make_person("Nadella"), microsoft, title="chief executive")
    make_citation(microsoft, make_article(title="An article"), "Microsoft und BlackRock")
    sections = {each.title: each for each in admin_client.get(page_of(microsoft)).context["profile"]}
    assert [(each.name, each.says, each.more) for each in sections["In partnerships"].lines] == [
        ("AI Partnership", "founder", "since 2025-03")
    ]
    firm = sections["Money out: committed or closed"]
    assert [(each.name, each.says, each.tag) for each in firm.lines] == [
        ("Stake", "its part of about USD 13 bn", "closed")
    ]
    hopes = sections["Money out: targets, ceilings, not firm yet"]
    assert [(each.name, each.says, each.tag) for each in hopes.lines] == [("Dream", "up to USD 3 m", "target")]
    assert [each.says for each in sections["People"].lines] == ["chief executive"]
    assert [each.name for each in sections["What sources say"].lines] == ["“Microsoft und BlackRock”"]
    sections = {each.title: each for each in admin_client.get(page_of(openai)).context["profile"]}
    assert sections["Money in: committed or closed"].total == "USD 13 bn"


def test_page_of_an_organization_shows_only_what_the_user_may_see(client):
    organization = make_one_of_each()[Organization]
    client.force_login(make_user(may=("view_organization", "view_membership")))
    assert {each.title for each in client.get(page_of(organization)).context["profile"]} == {"In partnerships"}


def test_system_check_has_nothing_to_say():
    call_command("check", fail_level="WARNING")


def test_lines_end_as_in_files(admin_client):
    """A browser sends each end of a line of a text area as two characters."""
    article, partnership = make_article("one\n\ntwo"), make_partnership()
    for row, field in ((article, "text"), (article, "note"), (partnership, "purpose")):
        sent = filled(admin_client, page_of(row), **{field: "one\r\n\r\ntwo\r"})
        assert admin_client.post(page_of(row), sent).status_code == 302
        row.refresh_from_db()
        assert getattr(row, field) == "one\n\ntwo"
