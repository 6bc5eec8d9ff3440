"""The questions of the shell, each asked of rows made for it."""

from decimal import Decimal

import pytest

from aip.models import Citation, Commitment, EnergyDeal, Investment, Membership, Organization, Publisher
from aip.models.sources import SUBJECTS
from tests.makers import (
    make_article,
    make_citation,
    make_commitment,
    make_energy_deal,
    make_forecast,
    make_investment,
    make_membership,
    make_observation,
    make_organization,
    make_other_name,
    make_partnership,
    make_position,
    make_publisher,
)

pytestmark = pytest.mark.django_db


def test_named_finds_by_any_name():
    gip = make_organization("Global Infrastructure Partners")
    make_other_name("GIP", organization=gip)
    assert Organization.objects.named("gip ") == gip
    assert Organization.objects.named("GLOBAL  infrastructure partners") == gip


def test_named_suggests_what_is_nearly_right():
    make_organization("BlackRock")
    with pytest.raises(Organization.DoesNotExist, match="Do you mean “blackrock”"):
        Organization.objects.named("BlakRock")


def test_search_finds_beginnings_of_words_of_one_name():
    gip = make_organization("Global Infrastructure Partners")
    make_other_name("GIP", organization=gip)
    make_organization("Global Partners of Nothing")
    assert list(Organization.objects.search("infra part")) == [gip]
    assert list(Organization.objects.search("gi")) == [gip]
    assert list(Organization.objects.search("gip infra")) == []


@pytest.mark.parametrize("words", ["", "  ", "&|!():*", "'; --", "a" * 5000, "\\"])
def test_search_takes_any_words(words):
    assert list(Organization.objects.search(words)) == []


def test_partners_are_the_others_and_say_through_what():
    blackrock, microsoft, stranger = make_organization(), make_organization("Microsoft"), make_organization()
    alliance = make_partnership("AIP")
    make_membership(alliance, blackrock)
    make_membership(alliance, microsoft, role="founder")
    make_membership(organization=stranger)
    assert [str(partner) for partner in blackrock.partners()] == ["Microsoft, founder in AIP"]


def test_partners_of_what_a_partnership_acts_as_are_its_members():
    vehicle, member = make_organization(), make_organization()
    make_membership(make_partnership(acts_as=vehicle), member)
    assert [partner.organization for partner in vehicle.partners()] == [member]


def test_members_as_of_a_date():
    alliance = make_partnership()
    always = make_membership(alliance)
    joined = make_membership(alliance, joined="2025-03")
    left = make_membership(alliance, joined="2024", left="2025-01-31")
    assert set(alliance.memberships.as_of("2024-12-31")) == {always, left}
    assert set(alliance.memberships.as_of("2025-03-01")) == {always, joined}


def test_members_by_role():
    founder = make_membership(role="founder")
    make_membership(founder.partnership, role="member")
    assert founder.partnership.memberships.by_role()["founder"] == [founder.organization]
    assert list(Membership.objects.in_role("founder")) == [founder]


def test_money_leaves_out_hopes_and_ceilings_and_keeps_currencies_apart():
    make_investment(amount=13, stage="closed", amount_bound="about")
    make_investment(amount=7, stage="committed")
    make_investment(amount=5, stage="committed", currency="EUR")
    make_investment(amount=30, stage="target")
    make_investment(amount=100, stage="letter_of_intent")
    make_investment(amount=40, stage="committed", amount_bound="up_to")
    make_investment(stage="closed", amount_bound="undisclosed")
    assert Investment.objects.money().totals() == [
        {"currency": "USD", "total": Decimal(20), "count": 2},
        {"currency": "EUR", "total": Decimal(5), "count": 1},
    ]


def test_money_counts_a_pool_or_what_draws_on_it_never_both():
    pool = make_investment(amount=30, stage="committed")
    part = make_investment(amount=5, stage="closed", draws_on=pool)
    make_investment(amount=1, stage="closed", draws_on=part)
    assert Investment.objects.money().totals()[0]["total"] == 30


def test_money_counts_what_draws_on_a_mere_ceiling():
    ceiling = make_investment(amount=100, stage="committed", amount_bound="up_to")
    make_investment(amount=5, stage="closed", draws_on=ceiling)
    hope = make_investment(amount=30, stage="target")
    make_investment(amount=2, stage="closed", draws_on=hope)
    assert Investment.objects.money().totals()[0]["total"] == 7


def test_money_of_one_recipient_counts_a_part_whose_pool_is_elsewhere():
    aligned = make_organization()
    pool = make_investment(amount=30, stage="committed")
    make_investment(amount=5, stage="closed", draws_on=pool, recipient=aligned)
    assert aligned.funding.money().totals()[0]["total"] == 5


def test_equity_committed_is_not_a_target_nor_a_purchase():
    make_investment(amount=30, stage="target", basis="equity")
    make_investment(amount=38, stage="committed", basis="purchase_commitment")
    make_investment(amount=3, stage="committed", basis="equity")
    assert Investment.objects.of_basis("equity").money().totals()[0]["total"] == 3


def test_a_range_counts_with_its_lower_end():
    make_investment(amount=5, amount_high=9, amount_bound="range", stage="closed")
    assert Investment.objects.money().totals()[0]["total"] == 5


def test_put_in_and_taken_in():
    microsoft, openai = make_organization("Microsoft"), make_organization("OpenAI")
    investment = make_investment(recipient=openai, amount=13, stage="closed")
    commitment = make_commitment(investment, microsoft)
    assert list(microsoft.put_in()) == [commitment]
    assert list(openai.taken_in()) == [investment]
    assert openai.taken_in().money().totals()[0]["total"] == 13
    assert microsoft.put_in().money().totals() == []  # its own part is undisclosed: neither 13 nor nothing


def test_energy_deals_by_technology():
    both = make_energy_deal(technology=["wind", "solar"])
    make_energy_deal(technology=["nuclear"])
    make_energy_deal(technology=["wind"])
    assert both in EnergyDeal.objects.powered_by("solar")
    assert EnergyDeal.objects.by_technology() == {"wind": 2, "nuclear": 1, "solar": 1}


def test_everything_one_article_says(django_assert_num_queries):
    article = make_article()
    for fact in (make_investment("Round"), make_membership(), make_energy_deal()):
        make_citation(fact, article=article, quote="as printed")
    make_citation()
    with django_assert_num_queries(1):
        said = [str(citation) for citation in article.says()]
    assert len(said) == 3
    assert "Round: “as printed”" in said


def test_everything_without_a_citation_is_named_in_a_query_a_kind(django_assert_num_queries):
    makers = [make_membership, make_position, make_commitment, make_energy_deal, make_forecast, make_observation]
    for make in (*makers, *makers):
        make()
    with django_assert_num_queries(len(SUBJECTS)):
        assert len([str(fact) for fact in Citation.objects.missing()]) >= 2 * len(makers)


def test_everything_without_a_citation():
    cited, uncited = make_investment(), make_investment()
    make_citation(cited)
    assert list(Investment.objects.uncited()) == [uncited]
    assert list(Investment.objects.cited()) == [cited]
    assert uncited in Citation.objects.missing()
    assert cited not in Citation.objects.missing()


def test_conflicting_citations_are_those_that_state_different_figures():
    investment = make_investment()
    first = make_citation(investment, field="amount", value=30, bound="exact", unit="USD")
    second = make_citation(investment, field="amount", value=30, bound="more_than", unit="USD")
    make_citation(investment, field="basis")
    make_citation(make_investment(), field="amount", value=3, bound="exact", unit="USD")
    assert set(Citation.objects.conflicting()) == {first, second}


def test_what_rests_on_a_publisher():
    mint = make_publisher("Mint")
    citation = make_citation(article=make_article(publisher=mint))
    make_citation()
    assert list(Citation.objects.resting_on("mint")) == [citation]
    assert Publisher.objects.named("MINT") == mint


def test_hopes_count_a_pool_or_what_draws_on_it_never_both():
    programme = make_investment(amount=500, stage="target")
    make_investment(amount=100, stage="target", draws_on=programme)
    assert Investment.objects.targets().totals()[0]["total"] == 500


def test_a_word_that_is_none_is_refused_with_the_one_that_was_meant():
    for ask in (Investment.objects.of_basis, Commitment.objects.of_basis):
        with pytest.raises(ValueError, match=r"“equty” is no Basis\. Do you mean “equity”"):
            ask("equty")
    with pytest.raises(ValueError, match="Do you mean “nuclear”"):
        EnergyDeal.objects.powered_by("nuclar")
    with pytest.raises(ValueError, match="Do you mean “chip_supplier”"):
        Membership.objects.in_role("chipsupplier")
    make_publisher("Mint")
    with pytest.raises(Publisher.DoesNotExist, match="Do you mean “Mint”"):
        Citation.objects.resting_on("Mintt")


def test_commitments_and_energy_deals_have_ceilings_and_commitments_a_basis():
    most = make_commitment(make_investment(basis="equity"), amount=30, amount_bound="up_to", currency="USD")
    make_commitment(make_investment(basis="debt"), amount=30, currency="USD")
    assert list(Commitment.objects.ceilings()) == list(Commitment.objects.of_basis("equity")) == [most]
    deal = make_energy_deal(capacity=150, capacity_bound="up_to")
    make_energy_deal(capacity=150)
    assert list(EnergyDeal.objects.ceilings()) == [deal]


def test_facts_of_one_publisher():
    alone, twice, both = make_investment(), make_investment(), make_investment()
    publisher = make_publisher()
    for fact, publishers in ((alone, [publisher]), (twice, [publisher] * 2), (both, [publisher, make_publisher()])):
        for each in publishers:
            make_citation(fact, article=make_article(publisher=each))
    make_investment()
    assert set(Investment.objects.of_one_publisher()) == {alone, twice}
