"""Every page in a real browser: nothing on the console, nothing against the Content-Security-Policy, nothing too wide."""

from pathlib import Path

import pytest
from django.contrib import admin
from django.urls import reverse

from aip.documents import read_articles
from aip.loading import load_articles
from aip.models import EnergyDeal, Forecast, Investment, Organization
from tests.makers import make_admin, make_decision, make_identifier

pytestmark = pytest.mark.django_db(transaction=True)
FIXTURES = Path(__file__).parents[2] / "fixtures"
TELL = (
    "addEventListener('securitypolicyviolation', e => console.error(`policy: ${e.violatedDirective} ${e.blockedURI}`))"
)
WIDTHS = {"wide": 1280, "narrow": 390}


@pytest.fixture
def pages(chromium, live_server):
    """Return a maker of pages that are signed in, and check at the end that none had anything to complain of."""
    load_articles(read_articles([FIXTURES]))
    make_admin("anna")
    complaints, contexts = [], []

    def make_page(width="wide", scheme="light"):
        viewport = {"width": WIDTHS[width], "height": 844}
        context = chromium.new_context(base_url=live_server.url, viewport=viewport, color_scheme=scheme)
        contexts.append(context)
        context.add_init_script(TELL)
        page = context.new_page()
        page.on("console", lambda said: said.type in ("error", "warning") and complaints.append((page.url, said.text)))
        page.on("pageerror", lambda error: complaints.append((page.url, str(error))))
        page.on("requestfailed", lambda request: _was_cut_off(request) or complaints.append((page.url, request.url)))
        page.on("response", lambda answer: answer.status >= 400 and complaints.append((page.url, answer.url)))
        sign_in(page)
        return page

    yield make_page
    for context in contexts:
        context.close()
    assert complaints == []


def _was_cut_off(request) -> bool:
    return request.failure == "net::ERR_ABORTED"  # by leaving the page


def sign_in(page) -> None:
    page.goto("/login/")
    page.fill("#id_username", "anna")
    page.fill("#id_password", "a-password")
    page.click("input[type=submit]")
    page.wait_for_selector("#user-tools")


def registered() -> list[tuple[str, type]]:
    return [(f"admin:{model._meta.app_label}_{model._meta.model_name}", model) for model in admin.site._registry]


def change_page(row) -> str:
    return reverse(f"admin:aip_{row._meta.model_name}_change", args=[row.pk])


def test_every_page_opens_without_complaint(pages):
    make_decision()
    make_identifier()
    page = pages()
    addresses = [reverse("admin:index"), reverse("admin:password_change")]
    for name, model in registered():
        addresses += [reverse(f"{name}_changelist"), reverse(f"{name}_changelist", query={"q": "AI"})]
        if model._meta.model_name != "statement":
            addresses.append(reverse(f"{name}_add"))
        if row := model.objects.first():
            pages_of_row = (
                ("change", "history") if model._meta.model_name == "statement" else ("change", "history", "delete")
            )
            addresses += [reverse(f"{name}_{each}", args=[row.pk]) for each in pages_of_row]
    for address in addresses:
        assert page.goto(address, wait_until="load").status == 200, address


def test_what_went_wrong_has_a_page(pages):
    answer = pages().request.get("/nowhere/")
    assert answer.status == 404
    assert "There is no such page" in answer.text()


def test_change_is_saved_and_found_in_the_history(pages):
    page, organization = pages(), Organization.objects.get(name="OpenAI")
    page.goto(change_page(organization))
    page.select_option("#id_kind", "ai_lab")
    page.fill("#id_country", "US")
    page.click("input[name=_save]")
    page.wait_for_selector(".messagelist .success")
    page.goto(reverse("admin:aip_organization_history", args=[organization.pk]))
    latest = page.inner_text("table.changes tbody tr:first-child")
    for words in ("anna", change_page(organization), "kind", "AI lab", "country", "US"):
        assert words in latest


def test_reference_is_found_by_typing_any_name(pages):
    page, deal = pages(), EnergyDeal.objects.get(key="aip-nextera")
    page.goto(change_page(deal))
    page.click(".field-supplier .select2-selection")
    page.keyboard.type("gip")
    page.click(".select2-results__option:has-text('Global Infrastructure Partners')")
    page.click("input[name=_save]")
    page.wait_for_selector(".messagelist .success")
    deal.refresh_from_db()
    assert deal.supplier.name == "Global Infrastructure Partners"


def test_list_is_narrowed_by_a_reference_found_by_typing(pages):
    page = pages()
    page.goto(reverse("admin:aip_investment_changelist"))
    page.click("#changelist-filter .select2-selection")
    page.keyboard.type("open")
    page.click(".select2-results__option:has-text('OpenAI')")
    page.click("#changelist-filter form.filter:has(.select2) button")
    page.wait_for_url("**recipient__id__exact**")
    assert page.locator("#result_list tbody tr").count() == 1


def test_row_is_added_on_the_page_of_its_fact(pages):
    page, investment = pages(), Investment.objects.get(key="aip-total")
    page.goto(change_page(investment))
    page.click("#commitments-group .add-row a")
    page.click("#commitments-0 .field-investor .select2-selection")
    page.keyboard.type("mgx")
    page.click(".select2-results__option:has-text('MGX')")
    page.click("input[name=_save]")
    page.wait_for_selector(".messagelist .success")
    assert investment.commitments.get().investor.name == "MGX"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_is_too_wide(pages, width, scheme):
    page = pages(width, scheme)
    organization = Organization.objects.get(name="Microsoft")
    addresses = [
        reverse("admin:index"),
        reverse("admin:aip_investment_changelist"),
        change_page(organization),
        change_page(Investment.objects.get(key="microsoft-openai")),
        change_page(Forecast.objects.first()),
        reverse("admin:aip_organization_history", args=[organization.pk]),
    ]
    for address in addresses:
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= WIDTHS[width], address
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (sum(map(int, background[4:-1].split(","))) < 3 * 128) == (scheme == "dark")
