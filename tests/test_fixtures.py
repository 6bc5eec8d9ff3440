"""The data set in fixtures/: how much it covers, and what a reader relies on."""

import re
from collections import Counter

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import transaction

from aip.conflicts import find_conflicts
from aip.documents import read_articles
from aip.figures import spell_figure
from aip.models import (
    Article,
    Citation,
    Commitment,
    Decision,
    EnergyDeal,
    Forecast,
    Investment,
    Membership,
    Observation,
    Organization,
    Partnership,
    Position,
    Publisher,
)
from aip.models.sources import SUBJECTS
from aip.quotes import paragraphs_with

pytestmark = pytest.mark.django_db
FOLDER = settings.BASE_DIR / "fixtures"


@pytest.fixture(scope="module", autouse=True)
def _loaded(django_db_setup, django_db_blocker):
    """Load the files once for all tests of this module, which only read."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_articles", FOLDER, quiet=True)
        yield
        transaction.set_rollback(True)


# How much there is ----------------------------------------------------------------------------------------------------


def test_the_set_is_as_large_as_it_says():
    articles = Article.objects.all()
    assert articles.count() >= 230
    assert Publisher.objects.count() >= 190
    assert set(articles.values_list("language", flat=True)) == {"de", "en", "no", "sv"}
    assert articles.filter(text_is="digest").count() >= 95
    assert {article.language for article in articles.filter(text_is="digest")} == {"de", "en", "no", "sv"}
    assert not articles.filter(text_is="original").exists()


COUNTED = {
    "articles": Article,
    "publishers": Publisher,
    "organizations": Organization,
    "people's positions": Position,
    "partnerships": Partnership,
    "members of partnerships": Membership,
    "investments": Investment,
    "commitments to investments": Commitment,
    "energy deals": EnergyDeal,
    "forecasts": Forecast,
    "observations": Observation,
    "citations": Citation,
    "decisions between them": Decision,
}


def test_the_page_on_the_data_set_counts_right():
    page = (settings.BASE_DIR / "docs" / "data-set.md").read_text()
    told = {name: int(count) for name, count in re.findall(r"^\| ([^|]+) \| (\d+) \|$", page, re.M)}
    assert {name: told[name] for name in COUNTED} == {name: model.objects.count() for name, model in COUNTED.items()}
    digests = Article.objects.filter(text_is="digest").count()
    assert told["of these with a digest of our own, which holds every quote as printed"] == digests
    assert told["fields on which articles conflict"] == len(find_conflicts())
    assert f"{len(Citation.objects.missing())} facts have no quote" in page
    events = re.findall(r"^\| (?:20\S+) \| .+ \| (\d+) \| [a-z, ]+ \|$", page, re.M)
    assert len(events) == told["events"]
    assert sum(map(int, events)) == told["articles"] + 1  # one of them tells of two events


def test_a_publisher_and_a_page_are_there_once():
    names = Counter(name.casefold() for name in Publisher.objects.values_list("name", flat=True))
    assert [name for name, count in names.items() if count > 1] == []
    addresses = Counter(Article.objects.exclude(url="").values_list("url", flat=True))
    assert [url for url, count in addresses.items() if count > 1] == []
    assert Article.objects.filter(url="").count() == 0
    assert [url for url in addresses if url.count("www.") > 1] == []


def test_every_digest_holds_every_quote_of_its_file():
    for citation in Citation.objects.filter(article__text_is="digest").select_related("article"):
        assert paragraphs_with(citation.quote, citation.article.text), f"{citation.article.key}: {citation.quote}"


def test_a_second_load_changes_nothing(capsys):
    call_command("load_articles", FOLDER, quiet=True)
    assert capsys.readouterr().out == ""


def test_every_figure_is_cited():
    for model, field in ((Investment, "amount"), (EnergyDeal, "capacity"), (Forecast, "value"), (Observation, "value")):
        figures = model.objects.filter(**{f"{field}__isnull": False})
        assert figures.count() > 20
        assert [fact.key for fact in figures.uncited()] == []


# What the sources say wrongly -----------------------------------------------------------------------------------------

# A source prints milliwatts; the fact is not changed for it, and the citation says what is wrong.
ERRORS_OF_SOURCES = {("2024-08-meta-sage-ibtimes", "150 Milliwatts")}


def test_errors_of_sources_are_decided():
    """What a phrase has against its own citation is a misprint; the rest are articles that differ."""
    misprints = Citation.objects.contradicted().exclude(against="fact").values_list("article__key", "quote")
    assert set(misprints) == ERRORS_OF_SOURCES
    assert list(Citation.objects.errors()) == []


def test_facts_stand_as_their_conflicts_do():
    """A list says “conflicting” of exactly those facts over which articles differ and nobody has decided."""
    stands = {
        f"{name}:{fact.pk}"
        for name, model in SUBJECTS.items()
        for fact in model.objects.with_standing().filter(standing="conflicting")
    }
    assert stands == {conflict.address for conflict in find_conflicts() if conflict.decision is None}


# Claims of low confidence: each is cited beside a better one, and never what the fact holds.
DOUBTED = [
    ("2025-10-aligned-devdiscourse", "closed", "raised over $12 billion in early 2023"),
    ("2024-09-gaiip-chatgpt-prompts", "amount", "massive Partnerschaft von 12,5 Milliarden Dollar"),
    ("2025-03-xai-nvidia-aip-nairametrics", "words", "$100 billion has already been committed"),
    ("2025-06-aws-brandenburg-osf-tv", "amount", "Bis Ende 2025 will AWS 7,8 Milliarden"),
    ("2025-06-aws-brandenburg-osf-tv", "words", "Bis Ende 2025"),
    ("2025-01-chevron-power-technology", "words", "up to 4GW by the end of 2027"),
    ("2025-06-meta-xgs-upstream-calendar", "basis", "a $1 billion partnership"),
    ("2026-01-meta-nuclear-nomusica", "words", "Meta’s chief global affairs officer, Joe Kaplan"),
    ("2025-11-microsoft-openai-evrim-agaci", "value", "soared to $135 billion"),
    ("2025-09-nvidia-openai-phemex", "amount", "bis zu 10 Milliarden US-Dollar"),
    ("2024-12-oklo-switch-crains-grand-rapids", "binding", "20-year power purchase agreement involves 12 gigawatts"),
    ("2024-12-oklo-switch-crains-grand-rapids", "capacity", "20-year power purchase agreement involves 12 gigawatts"),
    ("2024-12-oklo-switch-crains-grand-rapids", "kind", "20-year power purchase agreement involves 12 gigawatts"),
]


def test_a_doubted_claim_is_cited_and_never_accepted():
    conflicts = {(conflict.address, conflict.field): conflict for conflict in find_conflicts()}
    for article, field, quote in DOUBTED:
        citations = Citation.objects.filter(article__key=article, field=field, quote=quote)
        assert citations, quote
        for citation in citations:
            conflict = conflicts[citation.address, field]
            assert citation in conflict.citations, quote
            assert citation not in conflict.accepted, quote


def test_what_nothing_better_answers_is_told_in_words_alone():
    cost = Observation.objects.get(key="stargate-uae-cost")
    assert (cost.value, cost.value_bound) == (None, "")
    assert "claimed without support" in cost.measure


def test_every_accepted_value_has_a_statement_and_every_decision_a_reason():
    for conflict in find_conflicts():
        assert conflict.accepted, f"{conflict.fact}, {conflict.field}"
        assert "set by hand" not in conflict.why, f"{conflict.fact}, {conflict.field}"
    assert Decision.objects.count() >= 20
    assert all(decision.reason.endswith(".") for decision in Decision.objects.all())


# What a reader asks ---------------------------------------------------------------------------------------------------


def test_how_much_equity_is_committed():
    equity = Investment.objects.of_basis("equity").money()
    assert [(row["currency"], row["total"], row["count"]) for row in equity.totals()] == [("USD", 91_917_000_000, 10)]
    assert {investment.key for investment in equity} == {
        "aligned-equity-2025",
        "anthropic-earlier-round",
        "google-tpg-intersect",
        "microsoft-g42",
        "microsoft-openai",
        "openai-round-2024",
        "openai-round-2025",
        "sage-round-2024",
        "xai-series-b",
        "xai-series-c",
    }


def test_what_is_announced_hoped_for_or_a_ceiling_is_no_money():
    money = set(Investment.objects.money().values_list("key", flat=True))
    for key in ("openai-round-2026", "nvidia-openai", "microsoft-anthropic", "meta-scale", "stargate", "aip-total"):
        assert key not in money
    ceilings = set(Investment.objects.ceilings().values_list("key", flat=True))
    assert {"aip-total", "nvidia-openai", "microsoft-anthropic", "nvidia-anthropic", "brookfield-strangnas"} <= ceilings


POOLS = {
    "openai-round-2025": {"openai-round-2025-first", "openai-round-2025-syndicated", "openai-round-2025-final"},
    "microsoft-openai": {"microsoft-openai-2019", "microsoft-openai-2023"},
    "openai-round-2026": {"openai-round-2026-amazon-first", "openai-round-2026-amazon-second"},
    "microsoft-nvidia-anthropic": {"microsoft-anthropic", "nvidia-anthropic"},
    "amazon-anthropic-2023": {"amazon-anthropic-2023-first", "amazon-anthropic-2023-second"},
    "talen-cumulus": {"talen-cumulus-closing", "talen-cumulus-milestones"},
    "aip-total": {"aip-private-equity", "aip-debt"},
    "stargate": {"stargate-initial"},
    "abilene-jv": {"abilene-jv-phase-1"},
}


def test_no_sum_counts_twice():
    for pool, parts in POOLS.items():
        assert set(Investment.objects.get(key=pool).drawn.values_list("key", flat=True)) == parts


# Of each event: the fact in a line, with its bound, its stage and its parties.
INVESTMENTS = {
    "aip-private-equity": ("USD 30 bn (target)", {}),
    "aip-total": ("up to USD 100 bn (target)", {}),
    "kia-aip": ("undisclosed (agreed)", {"Kuwait Investment Authority": ""}),
    "aligned-acquisition": (
        "about USD 40 bn (agreed)",
        {"AI Infrastructure Partnership": "", "Global Infrastructure Partners": "", "MGX": ""},
    ),
    "amazon-anthropic-2024": ("USD 4 bn (agreed)", {"Amazon": ""}),
    "talen-cumulus": ("USD 650 m (closed)", {"Amazon Web Services": ""}),
    "aws-brandenburg": ("about EUR 7.8 bn (target)", {"Amazon Web Services": ""}),
    "brookfield-strangnas": ("up to SEK 95 bn (target)", {"Brookfield Asset Management": ""}),
    "coreweave-openai-2025-09": ("up to USD 6.5 bn (committed)", {"OpenAI": ""}),
    "abilene-jv": ("USD 15 bn (agreed)", {"Blue Owl Capital": "", "Crusoe": "", "Primary Digital Infrastructure": ""}),
    "google-germany": ("about EUR 5.5 bn (target)", {"Google": ""}),
    "alphabet-intersect": ("USD 4.75 bn (closed)", {"Alphabet": "", "Google": ""}),
    "meta-scale": ("USD 14.3 bn (agreed)", {"Meta": ""}),
    "azure-anthropic": ("USD 30 bn (committed)", {"Anthropic": ""}),
    "microsoft-anthropic": ("up to USD 5 bn (agreed)", {"Microsoft": ""}),
    "nvidia-anthropic": ("up to USD 10 bn (agreed)", {"Nvidia": ""}),
    "azure-openai": ("USD 250 bn (committed)", {"OpenAI": ""}),
    "microsoft-openai": ("more than USD 13 bn (closed)", {"Microsoft": ""}),
    "nvidia-openai": ("up to USD 100 bn (cancelled)", {"Nvidia": ""}),
    "openai-round-2026": (
        "USD 110 bn (agreed)",
        {"Amazon": "50 billion USD", "Nvidia": "30 billion USD", "SoftBank Group": "30 billion USD"},
    ),
    "openai-round-2024": (
        "USD 6.6 bn (closed)",
        {
            "Altimeter Capital": "",
            "Fidelity Management & Research Company": "",
            "Khosla Ventures": "",
            "MGX": "",
            "Microsoft": "750 million USD",
            "Nvidia": "",
            "SoftBank Group": "",
            "Thrive Capital": "about 1.2 billion USD",
        },
    ),
    "oracle-openai": ("USD 300 bn (agreed)", {"OpenAI": ""}),
    "openai-round-2025": ("USD 40 bn (closed)", {"SoftBank Group": "up to 30 billion USD"}),
    "stargate": ("USD 500 bn (target)", {"MGX": "", "OpenAI": "", "Oracle": "", "SoftBank Group": ""}),
    "xai-series-c": (
        "USD 6 bn (closed)",
        {
            "AMD": "",
            "Andreessen Horowitz": "",
            "BlackRock": "",
            "Fidelity Management & Research Company": "",
            "Kingdom Holding": "400 million USD",
            "Lightspeed": "",
            "Morgan Stanley": "",
            "Nvidia": "",
            "Sequoia Capital": "",
        },
    ),
}


@pytest.mark.parametrize("key", INVESTMENTS)
def test_investments(key):
    investment = Investment.objects.get(key=key)
    sum_and_stage, parties = INVESTMENTS[key]
    assert investment.sentence.endswith(f": {sum_and_stage}")
    amounts = {each.investor.name: each.stated_amount for each in investment.commitments.select_related("investor")}
    assert {name: spell_figure(amount) if amount.value else "" for name, amount in amounts.items()} == parties


ENERGY_DEALS = {
    "aip-nextera": "NextEra Energy → AI Infrastructure Partnership: cooperation (agreed)",
    "amazon-talen": "Talen Energy → Amazon Web Services: power purchase agreement, 960 MW, Susquehanna, Pennsylvania (agreed)",
    "amazon-talen-two-gigawatts": "Talen Energy → Amazon: supply on site or over the grid, about 2 GW (agreed)",
    "google-duane-arnold": "NextEra Energy → Google: power purchase agreement, 615 MW, Palo, Iowa (agreed)",
    "google-fervo-nevada": "Fervo Energy → Google: green tariff, 115 MW, Nevada (target)",
    "google-intersect-texas": "Intersect Power → Google: development agreement, about 3.6 GW, Texas (target)",
    "google-kairos": "Kairos Power → Google: framework, 500 MW (letter of intent)",
    "google-ormat-nevada": "Ormat Technologies → Google: power purchase agreement, up to 150 MW, Nevada (agreed)",
    "meta-oklo": "Oklo → Meta: supply on site or over the grid, 1.2 GW, Pike County, Ohio (agreed)",
    "meta-sage": "Sage Geosystems → Meta: supply on site or over the grid, up to 150 MW, east of the Rocky Mountains (agreed)",
    "meta-terrapower": "TerraPower → Meta: supply on site or over the grid, up to 690 MW (agreed)",
    "meta-xgs": "XGS Energy → Meta: supply on site or over the grid, 150 MW, New Mexico (agreed)",
    "microsoft-brookfield": "Brookfield Asset Management → Microsoft: framework, 10.5 GW, US and Europe (letter of intent)",
    "microsoft-constellation-crane": "Constellation Energy → Microsoft: power purchase agreement, about 835 MW, "
    "Three Mile Island Unit 1, Pennsylvania (agreed)",
    "oklo-switch": "Oklo → Switch: framework, up to 12 GW (letter of intent)",
    "power-foundries": "Power foundries venture → offtaker not named: supply on site or over the grid, up to 4 GW, "
    "US Southeast, Midwest and West (target)",
    "tva-kairos": "Kairos Power → Tennessee Valley Authority: power purchase agreement, up to 50 MW, "
    "Hermes 2, Oak Ridge (agreed)",
}


@pytest.mark.parametrize("key", ENERGY_DEALS)
def test_energy_deals(key):
    assert EnergyDeal.objects.get(key=key).sentence == ENERGY_DEALS[key]


FORECASTS = {
    "bitkom-germany-it-power-2030": "IT power of data centres, Germany, 2030: 4.8 GW",
    "bloombergnef-us-power-2035": "power demand of data centres, United States, 2035: 106 GW",
    "borderstep-germany-electricity-2030": "electricity use of data centres, Germany, 2030: 23–35 TWh",
    "data-centre-electricity-2034": "electricity use of data centres, world, 2034: 1,580 TWh",
    "doe-us-share-2028": "share of data centres in electricity use, United States, 2028: 6.7–12%",
    "goldman-sachs-power-rise-2030": "rise of the power demand of data centres, world, 2030: 220%",
    "iea-world-electricity-2030": "electricity use of data centres, world, 2030: about 945 TWh",
}
OBSERVATIONS = {
    "anthropic-google-tpu-capacity": "Anthropic's use of Google's TPUs: computing capacity: more than 1 GW",
    "anthropic-google-tpu-chips": "Anthropic's use of Google's TPUs: chips (TPUs): up to 1,000,000",
    "openai-amd-capacity": "AMD and OpenAI: capacity of the processors: 6 GW",
    "openai-amd-warrant-shares": "AMD: AMD shares under OpenAI's warrant: up to 160,000,000",
    "stargate-uae-capacity": "Abu Dhabi: capacity of the whole: 1 GW",
    "uae-us-ai-campus-capacity": "Abu Dhabi: capacity of the campus: 5 GW",
    "meta-nuclear-capacity": "Meta's suppliers of nuclear power: capacity of all the agreements together: up to 6.6 GW (2035)",
    "openai-nvidia-capacity": "Nvidia and OpenAI: capacity of the systems: at least 10 GW",
    "openai-valuation-2026": "OpenAI: valuation in the round of 2026: USD 730 bn",
}


@pytest.mark.parametrize(("model", "sentences"), [(Forecast, FORECASTS), (Observation, OBSERVATIONS)])
def test_forecasts_and_observations(model, sentences):
    assert {fact.key: fact.sentence for fact in model.objects.filter(key__in=sentences)} == sentences


MEMBERS = {
    "ai-infrastructure-partnership": {
        "anchor_investor": {"Kuwait Investment Authority", "Temasek"},
        "energy_partner": {"GE Vernova", "NextEra Energy"},
        "founder": {"BlackRock", "Global Infrastructure Partners", "MGX", "Microsoft"},
        "member": {"xAI"},
        "technology_adviser": {"Nvidia"},
        "technology_partner": {"Cisco", "Nvidia", "xAI"},
    },
    "stargate-uae": {
        "builder": {"G42"},
        "chip_supplier": {"Nvidia"},
        "operator": {"OpenAI", "Oracle"},
        "partner": {"SoftBank Group"},
        "supplier": {"Cisco"},
    },
    "openai-amd": {"chip_supplier": {"AMD"}, "customer": {"OpenAI"}},
    "power-foundries": {"partner": {"Chevron", "Engine No. 1"}, "supplier": {"GE Vernova"}},
    "google-intersect": {
        "developer": {"Intersect Power"},
        "investor": {"Google", "TPG Rise Climate"},
        "offtaker": {"Google"},
    },
}


@pytest.mark.parametrize("key", MEMBERS)
def test_members(key):
    members = Partnership.objects.get(key=key).memberships.by_role()
    assert {role: {each.name for each in found} for role, found in members.items()} == MEMBERS[key]


def test_names_lead_to_one_organization():
    for name, organization in {
        "AWS": "Amazon Web Services",
        "GAIIP": "AI Infrastructure Partnership",
        "GIP": "Global Infrastructure Partners",
        "NVIDIA": "Nvidia",
        "SoftBank": "SoftBank Group",
        "Three Mile Island Unit 1": "Crane Clean Energy Center",
    }.items():
        assert Organization.objects.named(name).name == organization


def test_articles_that_differ_on_a_word_or_a_date_meet():
    fields = {conflict.field for conflict in find_conflicts()}
    assert fields >= {"amount", "capacity", "value", "announced", "binding", "stage", "starts", "term_years", "words"}
    assert len(find_conflicts()) >= 95


def test_the_files_can_be_read_without_a_database():
    assert len(read_articles([FOLDER])) >= 230
