"""The reading page: the text whole, every cited phrase marked, what is found led to the right form."""

import re
from html import unescape
from unicodedata import normalize

import pytest
from django.urls import reverse

from aip.evidence import check_citations
from aip.models import Article, Citation, Investment
from aip.reading import read
from tests.admin.test_forms import filled
from tests.admin.test_lists import text_of
from tests.makers import (  # fmt: skip
    make_article,
    make_citation,
    make_energy_deal,
    make_investment,
    make_membership,
    make_organization,
    make_publisher,
    make_user,
)

pytestmark = pytest.mark.django_db

TEXT = "Microsoft hat rund 13 Milliarden US-Dollar in OpenAI gesteckt & <b>mehr</b>.\n\nDas Werk leistet bis zu 835 Megawatt."


@pytest.fixture
def article():
    make_organization("Microsoft")
    return make_article(TEXT, language="de")


def page_of(article):
    return reverse("admin:aip_article_read", args=[article.pk])


def words_of(response):
    """Return the text of the article as it stands on the page, a paragraph each."""
    found = re.findall(r'<p id="paragraph-\d+"[^>]*>(.*?)</p>', response.content.decode(), re.S)
    return [unescape(re.sub(r"<[^>]+>", "", each)) for each in found]


def test_the_text_is_there_whole_and_escaped(article, admin_client):
    make_citation(make_investment(amount=13), article=article, quote="rund 13 Milliarden US-Dollar", field="amount")
    assert words_of(admin_client.get(page_of(article))) == TEXT.split("\n\n")


def test_a_cited_phrase_is_marked_by_its_verdict_and_linked_to_its_fact(article, admin_client):
    investment = make_investment("A round", amount=13_000_000_000, amount_bound="about")
    citation = make_citation(investment, article=article, quote="rund 13 Milliarden US-Dollar", field="amount")
    check_citations()
    page = admin_client.get(page_of(article)).content.decode()
    assert re.search(
        rf'<a class="cited supported" href="#fact-{citation.pk}"[^>]*>rund 13 Milliarden US-Dollar</a>', page
    )
    assert f'id="fact-{citation.pk}"' in page
    assert reverse("admin:aip_investment_change", args=[investment.pk]) in page


@pytest.fixture
def disputed(article):
    """Two citations of one phrase: its own fact, and one of which another article says something else."""
    own, other = (
        make_investment("Own", amount=13_000_000_000, amount_bound="about"),
        make_investment("Other", amount=14),
    )
    quote = "rund 13 Milliarden US-Dollar"
    figure = {"value": 13_000_000_000, "unit": "USD", "bound": "about"}
    supported = make_citation(own, article=article, quote=quote, field="amount", **figure)
    contradicted = make_citation(other, article=article, quote=quote, field="amount", **figure)
    return supported, contradicted


def test_a_phrase_of_several_verdicts_shows_the_worst_and_a_sign_of_each(article, disputed, admin_client):
    supported, contradicted = disputed
    check_citations()
    page = admin_client.get(page_of(article)).content.decode()
    assert re.search(
        rf'<a class="cited contradicted several" href="#fact-{contradicted.pk}"[^>]* data-signs="✕✓"[^>]*>rund 13', page
    )
    for citation, verdict in ((supported, "supported"), (contradicted, "contradicted")):
        assert f'<li id="fact-{citation.pk}" class="{verdict}"' in page
    assert "another article is accepted" not in page.split('class="text"')[1]


def test_a_phrase_that_merely_conflicts_says_so_and_leads_to_the_conflict(article, disputed, admin_client):
    _, contradicted = disputed
    figure = {"value": 14, "unit": "USD", "bound": "exact"}
    make_citation(contradicted.investment, article=make_article(language="en"), quote="$14", field="amount", **figure)
    check_citations()
    page = admin_client.get(page_of(article)).content.decode()
    assert f'<li id="fact-{contradicted.pk}" class="conflicting"' in page
    conflict = reverse("admin:aip_citation_conflict", args=[contradicted.address, "amount"])
    assert f'contradicted</a> · <a href="{conflict}">another article is accepted</a>' in page
    assert admin_client.get(conflict).status_code == 200


def test_overlapping_and_nested_quotes_are_cut_into_pieces(article):
    quotes = ["Microsoft hat rund 13 Milliarden", "13 Milliarden US-Dollar in OpenAI", "Milliarden"]
    citations = [make_citation(make_investment(), article=article, quote=quote) for quote in quotes]
    first = read(article, Citation.objects.order_by("pk")).paragraphs[0]
    assert "".join(piece.text for piece in first) == TEXT.split("\n\n")[0]
    over = {piece.text: {each.pk for each in piece.citations} for piece in first}
    assert over["Milliarden"] == {citation.pk for citation in citations}
    assert over["Microsoft hat rund "] == {citations[0].pk}
    assert over[" US-Dollar in OpenAI"] == {citations[1].pk}


def test_facts_stand_in_the_order_of_the_text_and_what_it_does_not_hold_apart(article):
    late = make_citation(make_investment(), article=article, quote="835 Megawatt")
    early = make_citation(make_investment(), article=article, quote="Microsoft")
    lost = make_citation(make_investment(), article=article, quote="nirgends")
    reading = read(article, Citation.objects.all())
    assert [each.citation for each in reading.cited] == [early, late]
    assert reading.adrift == [lost]


def test_a_phrase_stands_once_above_its_facts_each_with_what_it_holds(article, admin_client):
    quote = "rund 13 Milliarden US-Dollar"
    round_ = make_investment("A round", amount=13_000_000_000, amount_bound="about", stage="closed")
    for field in ("amount", "stage", "title"):
        make_citation(round_, article=article, quote=quote, field=field)
    check_citations()
    page = admin_client.get(page_of(article)).content.decode().split("<aside")[1]
    assert page.count(f"{quote}</a></q>") == 1
    held = dict(re.findall(r'class="field">(\w+)</span>(?: <span class="held">([^<]+)</span>)?', page))
    assert held == {"amount": "about USD 13 bn", "stage": "closed", "title": ""}


def test_what_is_found_leads_to_the_right_form_filled_in(article, admin_client):
    page = unescape(admin_client.get(page_of(article)).content.decode())
    (money,) = set(re.findall(r'href="(/aip/investment/add/[^"]+)"', page))
    (power,) = set(re.findall(r'href="(/aip/energydeal/add/[^"]+)"', page))
    (named,) = set(re.findall(r'href="(/aip/citation/add/[^"]+organization=[^"]+)"', page))
    form = admin_client.get(money).content.decode()
    for words in ('value="13000000000"', 'value="USD"', "rund 13 Milliarden US-Dollar"):
        assert words in form
    assert re.search(r'<option value="about" selected', form)
    form = admin_client.get(power).content.decode()
    assert 'value="835"' in form
    assert re.search(r'<option value="up_to" selected', form)
    assert "Microsoft" in admin_client.get(named).content.decode()


def test_what_was_found_is_recorded_by_saving_the_form_as_it_came(article, admin_client):
    page = unescape(admin_client.get(page_of(article)).content.decode())
    address = re.search(r'href="(/aip/investment/add/[^"]+)"', page)[1]
    form = admin_client.get(address).context["adminform"].form
    rows = [each.formset for each in admin_client.get(address).context["inline_admin_formsets"]]
    sent = {name: value for name, value in form.initial.items() if value is not None}
    sent |= {"key": "microsoft-openai", "stage": "closed", "basis": "unspecified"}
    for formset in rows:
        sent |= {f"{formset.prefix}-{name}": value for name, value in formset.management_form.initial.items()}
        for row in formset.forms:
            sent |= {row.add_prefix(name): value for name, value in (row.initial or {}).items()}
    answer = admin_client.post(address, sent)
    assert answer.status_code == 302, answer.context["errors"]
    citation = Investment.objects.get().citations.get()
    assert (citation.quote, citation.field, citation.paragraph) == ("rund 13 Milliarden US-Dollar", "amount", 1)
    assert citation.verdict == "supported"


@pytest.fixture
def deal():
    """An article that says who invests, and in whom."""
    make_organization("Microsoft")
    make_organization("Northwind")
    return make_article("Microsoft has agreed to invest $3.4 billion in Northwind.", language="en")


def recorded(client, address, **changes):
    """Return the answer to the form at an address, sent as it came but for the changes."""
    sent = filled(client, address, **changes)
    return client.post(address, {name: value for name, value in sent.items() if value is not None}, follow=True)


def record_link(client, article, form: str) -> str:
    page = unescape(client.get(page_of(article)).content.decode())
    return re.search(rf'href="(/aip/{form}/add/[^"]+)"', page)[1]


def test_who_pays_is_no_recipient(deal, admin_client):
    address = record_link(admin_client, deal, "investment")
    assert "check investor and recipient</strong>" in admin_client.get(address).content.decode()
    recorded(admin_client, address, key="microsoft-northwind", stage="agreed")
    investment = Investment.objects.get()
    assert investment.recipient.name == "Northwind"
    assert [commitment.investor.name for commitment in investment.commitments.all()] == ["Microsoft"]
    assert investment.citations.get().stated_value == investment.stated_amount


def test_only_what_was_read_is_to_be_checked(deal, admin_client):
    deal.text = "Northwind has raised $3.4 billion."
    deal.save()
    form = admin_client.get(record_link(admin_client, deal, "investment")).content.decode()
    assert (
        "Who receives was read from the words of the sentence: <strong>check recipient</strong> before you save" in form
    )


def test_after_recording_or_citing_the_article_is_read_on(deal, admin_client):
    answer = recorded(admin_client, record_link(admin_client, deal, "investment"), key="a-deal", stage="agreed")
    assert answer.redirect_chain[-1][0] == page_of(deal)
    assert "was added successfully" in text_of(answer)
    answer = recorded(admin_client, record_link(admin_client, deal, "citation"))
    assert answer.redirect_chain[-1][0] == page_of(deal)
    assert Citation.objects.filter(organization__isnull=False).count() == 1


def test_a_pasted_article_leads_to_its_reading_page(admin_client):
    publisher = make_publisher()
    sent = {"key": "pasted", "publisher": publisher.pk, "language": "de", "title": "A title", "text": TEXT}
    answer = recorded(admin_client, reverse("admin:aip_article_add"), **sent)
    article = Article.objects.get(key="pasted")
    assert answer.redirect_chain == [(page_of(article), 302)]
    (told,) = map(str, answer.context["messages"])
    assert told == "“A title” was added. Read it, and record what it says."


@pytest.mark.parametrize(
    ("text", "chosen", "kept"),
    [(TEXT, "original", "original"), (TEXT, "none", "original"), (TEXT, "digest", "digest"), ("", "original", "none")],
)
def test_what_a_pasted_text_is_follows_from_it(admin_client, text, chosen, kept):
    sent = {"key": "pasted", "publisher": make_publisher().pk, "language": "de", "text": text, "text_is": chosen}
    recorded(admin_client, reverse("admin:aip_article_add"), **sent)
    assert Article.objects.get(key="pasted").text_is == kept
    assert 'value="original" selected' in admin_client.get(reverse("admin:aip_article_add")).content.decode()


def test_a_text_that_is_removed_leaves_none(article, admin_client):
    address = reverse("admin:aip_article_change", args=[article.pk])
    recorded(admin_client, address, text="")
    article.refresh_from_db()
    assert article.text_is == "none"


def test_who_may_only_look_is_offered_nothing_to_record(article, client):
    client.force_login(make_user(may=("view_article",)))
    page = client.get(page_of(article)).content.decode()
    assert "/add/" not in page.split('class="reader"')[1]
    assert "data-cite" not in page
    client.force_login(make_user())
    assert client.get(page_of(article)).status_code == 403


def test_an_article_without_text_or_in_another_language_is_read_too(admin_client):
    bare = make_article(language="sv")
    make_citation(make_membership(), article=bare, quote="5 miljarder kronor")
    assert "We hold no text" in text_of(admin_client.get(page_of(bare)))
    assert words_of(admin_client.get(page_of(make_article("Fem miljarder kronor.", language="sv")))) == [
        "Fem miljarder kronor."
    ]
    assert admin_client.get(reverse("admin:aip_article_read", args=[10_000])).status_code == 302


def test_a_long_and_strange_text_is_read(admin_client):
    strange = "\u202eטקסט 🙂 <script>alert(1)</script> " + "rund 13 Milliarden US-Dollar, " * 500
    answer = admin_client.get(page_of(make_article(strange, language="de")))
    assert answer.status_code == 200
    assert b"<script>alert(1)" not in answer.content


STRANGE = {
    "control characters": "a\x01b\x0b\x1f\x7f\u0085 rund 13 Milliarden US-Dollar\ufeff\u2028\u2029",
    "directions": "\u202e\u2066\u200fטקסט rund 13 Milliarden US-Dollar\u2069",
    "emoji": "👩‍👩‍👧‍👦 rund 13 Milliarden US-Dollar 🇪🇺 e\u0301\u0301",
    "markup": "</p><script>alert(1)</script>{{ x }} rund 13 Milliarden US-Dollar &amp; <!--",
    "line ends": "eins\r\n\r\nzwei\rrund 13 Milliarden US-Dollar\n \n\n drei",
}


@pytest.mark.parametrize("what", STRANGE)
def test_strange_text_is_shown_as_text(admin_client, what):
    article = make_article(STRANGE[what], language="de")
    make_citation(make_investment(amount=13), article=article, quote="rund 13 Milliarden US-Dollar", field="amount")
    answer = admin_client.get(page_of(article))
    assert answer.status_code == 200
    assert " ".join(words_of(answer)).split() == normalize("NFC", STRANGE[what]).split()
    assert "alert(1)</script>" not in answer.content.decode()


def test_ten_thousand_figures_and_a_long_line_are_read_in_time(article):
    from time import perf_counter

    figures = make_article("rund 13 Milliarden US-Dollar, " * 10_000, language="de")
    begun = perf_counter()
    assert len(read(figures, []).found) == 10_000
    line = make_article("Wort und noch eins " * 10_000, language="de")
    make_citation(make_investment(), article=line, quote="nirgends")
    assert len(read(line, line.citations.all()).adrift) == 1
    assert perf_counter() - begun < 60


def test_of_a_very_long_text_the_beginning_is_searched_and_the_page_says_so(admin_client):
    article = make_article("rund 13 Milliarden US-Dollar, " * 20_000 + "rund 7 GW.", language="de")
    make_citation(make_energy_deal(), article=article, quote="rund 7 GW")
    reading = read(article, article.says())
    assert not reading.is_searched
    assert len(reading.cited) == 1
    assert {found.phrase for found in reading.found} == {"rund 13 Milliarden US-Dollar"}
    assert 15_000 < len(reading.found) < 17_000
    assert "only its beginning was searched" in admin_client.get(page_of(article)).content.decode()


def test_the_number_of_queries_does_not_depend_on_the_number_of_citations(article, admin_client):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def queries():
        with CaptureQueriesContext(connection) as captured:
            admin_client.get(page_of(article))
        return len(captured)

    for fact in (make_investment(""), make_membership()):
        make_citation(fact, article=article, quote="Microsoft")
    queries()
    few = queries()
    for _ in range(8):
        make_citation(make_investment("", recipient=make_organization()), article=article, quote="835 Megawatt")
        make_citation(make_membership(), article=article, quote="rund 13 Milliarden")
    assert queries() == few


@pytest.mark.parametrize(
    "asked",
    [
        "citation/add/?organization=abc&article=x",
        "citation/add/?article=99999999999999999999999",
        "citation/add/?article=-1&paragraph=x&quote=%00",
        "investment/add/?recipient=%00&amount=abc&amount_bound=zz",
        "investment/add/?cite_article=abc&cite_quote=x",
        "investment/add/?cite_article=999999999999999999999&cite_quote=x&cite_paragraph=%00&cite_field=zz",
        "energydeal/add/?technology=coal&term_years=x",
    ],
)
def test_an_add_form_takes_any_address(admin_client, asked):
    assert admin_client.get(f"/aip/{asked}").status_code in (200, 400)  # 400 for what no address can hold
