"""Every page in a real browser: nothing on the console, nothing against the Content-Security-Policy, nothing too wide."""

from pathlib import Path

import pytest
from django.contrib import admin
from django.urls import reverse

from aip.conflicts import find_conflicts
from aip.documents import read_articles
from aip.loading import load_articles
from aip.models import Article, Citation, EnergyDeal, Forecast, Investment, Organization
from tests.makers import (
    make_admin,
    make_citation,
    make_confirmation,
    make_decision,
    make_energy_deal,
    make_identifier,
    make_investment,
    make_organization,
)

pytestmark = pytest.mark.django_db(transaction=True)
FIXTURES = Path(__file__).parents[2] / "fixtures"
ARTICLES = [FIXTURES / "2025-03-xai-joins-aip.yaml", *sorted(FIXTURES.glob("2024-09-crane-*.yaml"))]
TELL = (
    "addEventListener('securitypolicyviolation', e => console.error(`policy: ${e.violatedDirective} ${e.blockedURI}`))"
)
WIDTHS = {"wide": 1280, "narrow": 390}


@pytest.fixture
def pages(chromium, live_server):
    """Return a maker of pages that are signed in, and check at the end that none had anything to complain of."""
    load_articles(read_articles(ARTICLES))
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
    make_confirmation()
    Investment.objects.filter(key="microsoft-openai").update(stage="committed")
    page = pages()
    addresses = [reverse("admin:index"), reverse("admin:password_change")]
    for name, model in registered():
        addresses += [reverse(f"{name}_changelist"), reverse(f"{name}_changelist", query={"q": "AI"})]
        if model._meta.model_name not in ("statement", "confirmation"):
            addresses.append(reverse(f"{name}_add"))
        if row := model.objects.first():
            pages_of_row = (
                ("change", "history") if model._meta.model_name == "statement" else ("change", "history", "delete")
            )
            addresses += [reverse(f"{name}_{each}", args=[row.pk]) for each in pages_of_row]
    conflict = find_conflicts()[0]
    addresses += [
        reverse("admin:aip_citation_conflicts"),
        reverse("admin:aip_statement_differences"),
        reverse("admin:aip_citation_conflict", args=[conflict.address, conflict.field]),
        *(reverse("admin:aip_article_read", args=[article.pk]) for article in Article.objects.all()),
    ]
    for address in addresses:
        assert page.goto(address, wait_until="load").status == 200, address


@pytest.mark.parametrize("width", WIDTHS)
def test_a_difference_is_settled_by_keyboard(pages, width):
    Investment.objects.filter(key="microsoft-openai").update(stage="committed")
    page = pages(width, "dark")
    page.goto(reverse("admin:aip_statement_changelist"))
    page.click(".object-tools a:has-text('Differences')")
    assert page.evaluate("document.documentElement.scrollWidth") <= WIDTHS[width]
    page.focus("button[value=take]")
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector(".messagelist .success")
    assert Investment.objects.get(key="microsoft-openai").stage == "closed"
    assert "The database says what the files said." in page.inner_text("section.differences")


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


@pytest.mark.parametrize("width", WIDTHS)
def test_no_list_is_scrolled_sideways(pages, width):
    make_decision()
    make_identifier()
    make_confirmation()
    deal = make_energy_deal(
        supplier=make_organization("Constellation Generation"),
        offtaker=make_organization("Commonwealth Edison"),
        technology=["geothermal", "small_modular_reactor"],
        kind="ppa",
        stage="letter_of_intent",
        capacity="10500.125",
        capacity_bound="more_than",
        energy=3_000_000,
        announced="2025-01-01/2025-02-02",
    )
    Citation.objects.filter(pk=make_citation(deal).pk).update(verdict="contradicted")
    make_investment(
        "A round with a rather long title", amount="13500000000.00", amount_bound="more_than", basis="equity_and_debt"
    )
    page = pages(width)
    too_wide = "e => e.scrollWidth > e.clientWidth"
    for name, _ in registered():
        page.goto(reverse(f"{name}_changelist"))
        assert page.evaluate("document.documentElement.scrollWidth") <= WIDTHS[width], name
        assert not page.eval_on_selector_all(".results", f"all => all.some({too_wide})"), name


def test_a_conflict_is_found_decided_and_the_next_one_offered(pages):
    page = pages("narrow", "dark")
    page.goto(reverse("admin:index"))
    page.click(".work a:has-text('Conflicts')")
    open_ones = page.locator(".conflicts tbody tr").count()
    page.select_option("select[name=kind]", "energy_deal")
    page.click("form.narrow button")
    assert 0 < page.locator(".conflicts tbody tr").count() <= open_ones
    page.click(".conflicts tbody th a")
    page.fill("li.accepted input[name=reason] >> nth=0", "Tested.")
    page.click("li.accepted button:has-text('Confirm') >> nth=0")
    page.wait_for_selector(".messagelist .success")
    assert "decided by anna: Tested. " in page.inner_text(".conflict .lede")
    page.click("a:has-text('Next open conflict')")
    page.wait_for_selector("button:has-text('Confirm')")
    assert "/conflicts/" in page.url


def reading_page() -> str:
    return reverse("admin:aip_article_read", args=[Article.objects.get(key="2025-03-xai-joins-aip").pk])


def test_a_selected_phrase_is_cited_with_quote_and_paragraph_filled_in(pages):
    page = pages()
    page.goto(reading_page())
    page.evaluate(
        """() => {
            const words = document.querySelector('#paragraph-3').lastChild.previousSibling || document.querySelector('#paragraph-3');
            const range = document.createRange();
            range.selectNodeContents(words);
            const selection = getSelection();
            selection.removeAllRanges();
            selection.addRange(range);
        }"""
    )
    page.wait_for_selector("#cite-selection:visible")
    quote = page.evaluate("getSelection().toString()")
    page.keyboard.press("c")
    page.wait_for_selector("#id_quote")
    assert page.input_value("#id_quote") == quote
    assert page.input_value("#id_paragraph") == "3"
    assert page.input_value("#id_article") == str(Article.objects.get(key="2025-03-xai-joins-aip").pk)


def test_a_marked_phrase_leads_to_its_fact_and_back_by_keyboard(pages):
    page = pages()
    page.goto(reading_page())
    citation = Citation.objects.get(investment__key="microsoft-openai", field="amount")
    page.focus(f"a.cited[data-citations~='{citation.pk}']")
    assert page.locator(f"#fact-{citation.pk}.active").count() == 1
    page.keyboard.press("Enter")
    page.wait_for_url(f"**#fact-{citation.pk}")
    page.focus("h1 + p a")
    assert page.locator(".active").count() == 0
    page.focus(f".facts > li:has(#fact-{citation.pk}) > q a")
    assert page.locator(f"a.cited.active[data-citations~='{citation.pk}']").count() >= 1
    page.keyboard.press("Enter")
    page.wait_for_url(f"**#quote-{citation.pk}")


def test_the_text_stays_in_view_while_a_long_column_of_facts_passes(pages):
    page = pages()
    page.goto(reading_page())
    assert page.evaluate("getComputedStyle(document.querySelector('.reader aside')).overflowY") == "visible"
    page.evaluate("scrollTo(0, document.querySelector('.reader aside').offsetHeight / 2)")
    page.wait_for_function(
        """() => {
            const { top, bottom } = document.querySelector('.reader .text').getBoundingClientRect();
            return top < innerHeight / 2 && bottom > innerHeight / 2;
        }"""
    )


def test_no_two_verdicts_look_alike(pages):
    page = pages()
    page.goto(reading_page())
    looks = page.evaluate(
        """() => [...document.querySelectorAll('.legend li:not(:has([data-signs])) span')].map((mark) => {
            const style = getComputedStyle(mark);
            return [`${style.textDecorationStyle} ${style.textDecorationThickness}`, style.textDecorationColor];
        })"""
    )
    lines, colours = zip(*looks, strict=True)
    assert len(set(lines)) == len(set(colours)) == len(looks) == 6


def test_the_reading_page_is_whole_without_script(chromium, live_server, pages):
    signed_in = pages().context.storage_state()
    context = chromium.new_context(base_url=live_server.url, java_script_enabled=False, storage_state=signed_in)
    page = context.new_page()
    page.goto(reading_page())
    assert "rund 13 Milliarden US-Dollar" in page.inner_text(".reader .text")
    assert page.locator("a.cited").count() > 15
    assert page.locator(".facts .fact").count() >= 39
    context.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_reading_and_conflict_pages_are_no_wider_than_the_screen(pages, width):
    page, conflict = pages(width), None
    load_articles(read_articles(ARTICLES))
    conflict = find_conflicts()[0]
    for address in (
        reading_page(),
        reverse("admin:aip_citation_conflicts"),
        reverse("admin:aip_citation_conflict", args=[conflict.address, conflict.field]),
    ):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address


def test_a_number_is_told_in_words_as_it_is_typed(pages):
    page = pages()
    page.goto(change_page(Investment.objects.get(key="microsoft-openai")))
    assert page.inner_text("#id_amount + output") == "13 billion"
    page.fill("#id_amount", "130000000000")
    assert page.inner_text("#id_amount + output") == "130 billion"
    page.fill("#id_amount", "6.7 billion")
    page.wait_for_selector("#id_amount + output:has-text('= 6,700,000,000 USD')")
    page.fill("#id_amount", "1,200")
    page.wait_for_selector("#id_amount + output.refused:has-text('1200 to some and 1.2 to others')")
    page.fill("#id_amount", "13 billion EUR")
    page.wait_for_selector("#id_amount + output.refused:has-text('the unit here is USD')")
    page.fill("#id_currency", "EUR")
    page.wait_for_selector("#id_amount + output:has-text('= 13,000,000,000 EUR')")


@pytest.mark.parametrize("width", WIDTHS)
def test_the_parts_of_a_figure_stand_in_line(pages, width):
    page = pages(width)
    page.goto(change_page(Investment.objects.get(key="microsoft-openai")))
    tops = [page.locator(f"#id_amount{part}").bounding_box()["y"] for part in ("_bound", "")]
    others = [page.locator(name).bounding_box()["y"] for name in ("#id_amount_high", "#id_currency")]
    assert tops[0] == tops[1]
    assert others[0] == others[1] >= tops[0]
    number, output = (page.locator(name).bounding_box() for name in ("#id_amount", "#id_amount + output"))
    assert output["y"] >= number["y"] + number["height"]
    assert output["x"] + output["width"] <= number["x"] + number["width"] + 1


def test_an_error_leaves_the_inputs_of_its_line_in_line(pages):
    page = pages()
    page.goto("/aip/investment/add/")
    page.fill("#id_key", "a-deal")
    page.fill("#id_amount", "a lot")
    page.click("input[name=_save]")
    page.wait_for_selector("#id_stage[aria-invalid=true]")
    for line in (("#id_basis", "#id_stage"), ("#id_amount_bound", "#id_amount", "#id_amount_high", "#id_currency")):
        assert len({round(page.locator(each).bounding_box()["y"]) for each in line}) == 1
