"""Every named rule is broken once, by a write that goes past all forms, and the database says which rule it was."""

import pytest
from django.apps import apps
from django.db import DatabaseError, IntegrityError, connection, transaction

from aip.models import Citation, Investment, Organization, Partnership
from tests.makers import (
    make_article,
    make_citation,
    make_commitment,
    make_confirmation,
    make_decision,
    make_energy_deal,
    make_forecast,
    make_identifier,
    make_investment,
    make_membership,
    make_observation,
    make_organization,
    make_other_name,
    make_partnership,
    make_person,
    make_position,
    make_publisher,
    make_statement,
)

pytestmark = pytest.mark.django_db


def figure_rules(table, make, name="amount", bound="amount_bound", unit=None):
    """Return the breaches of the rules that every figure has."""
    right = {name: 5, bound: "exact", **({unit: "USD"} if unit else {})}
    breaches = {
        f"{table}_{name}_has_bound": lambda: make(**{**right, bound: "undisclosed"}),
        f"{table}_{name}_bound_is_known": lambda: make(**{**right, bound: "roughly"}),
        f"{table}_{name}_is_above_zero": lambda: make(**{**right, name: 0}),
        f"{table}_{name}_range_has_two_ends": lambda: make(**{**right, bound: "range"}),
    }
    if unit:
        breaches[f"{table}_{name}_has_{unit}"] = lambda: make(**{**right, unit: ""})
    return breaches


def twice(make, **fields):
    make(**fields)
    make(**fields)


def cited_twice():
    citation = make_citation(make_investment(), quote="30 billion")
    make_citation(citation.investment, article=citation.article, quote="30 billion")


def same_position_twice():
    position = make_position()
    make_position(position.person, position.organization, title=position.title)


def same_membership_twice():
    membership = make_membership()
    make_membership(membership.partnership, membership.organization)


def same_commitment_twice():
    commitment = make_commitment()
    make_commitment(commitment.investment, commitment.investor)


def own_parent():
    organization = make_organization()
    Organization.objects.filter(pk=organization.pk).update(parent=organization)


def draws_on_itself():
    investment = make_investment()
    Investment.objects.filter(pk=investment.pk).update(draws_on=investment)


def same_statement_twice():
    statement = make_statement()
    make_statement(statement.article, kind=statement.kind, named=statement.named)


def both_parties():
    organization = make_organization()
    make_energy_deal(supplier=organization, offtaker=organization)


BREACHES = {
    "organization_name_is_trimmed": lambda: make_organization(" OpenAI"),
    "organization_kind_is_known": lambda: make_organization(kind="firm"),
    "organization_country_is_a_code": lambda: make_organization(country="de"),
    "organization_is_not_its_own_parent": own_parent,
    "name_belongs_to_one_organization": lambda: (make_organization("OpenAI"), make_other_name("openai")),
    "other_name_name_is_trimmed": lambda: make_other_name("OpenAI "),
    "other_name_kind_is_known": lambda: make_other_name(kind="nickname"),
    "identifier_belongs_to_one_organization": lambda: twice(make_identifier, scheme="wikidata", value="Q1"),
    "identifier_scheme_is_known": lambda: make_identifier(scheme="duns"),
    "identifier_value_is_trimmed": lambda: make_identifier(value=" Q1"),
    "person_name_is_unique": lambda: (make_person("Sam Altman"), make_person("sam  altman")),
    "person_name_is_trimmed": lambda: make_person("Sam Altman\n"),
    "position_is_stated_once": same_position_twice,
    "position_title_is_trimmed": lambda: make_position(title=" CEO"),
    "position_since_is_a_date": lambda: make_position(since="2025-13"),
    "position_until_is_a_date": lambda: make_position(until="May 2025"),
    "position_until_is_not_before_since": lambda: make_position(since="2025", until="2024-12"),
    "partnership_key_is_a_key": lambda: make_partnership(key="Microsoft OpenAI"),
    "partnership_name_is_trimmed": lambda: make_partnership(" AIP"),
    "partnership_kind_is_known": lambda: make_partnership(kind="club"),
    "partnership_binding_is_known": lambda: make_partnership(binding="perhaps"),
    "partnership_announced_is_a_date": lambda: make_partnership(announced="2025-02-30"),
    "membership_is_stated_once": same_membership_twice,
    "membership_role_is_known": lambda: make_membership(role="friend"),
    "membership_joined_is_a_date": lambda: make_membership(joined="soon"),
    "membership_left_is_a_date": lambda: make_membership(left="2026-01/2025-01"),
    "membership_left_is_not_before_joined": lambda: make_membership(joined="2025-06", left="2025-05"),
    "investment_key_is_a_key": lambda: make_investment(key="-"),
    **figure_rules("investment", make_investment, unit="currency"),
    "investment_basis_is_known": lambda: make_investment(basis="cash"),
    "investment_stage_is_known": lambda: make_investment(stage="done"),
    "investment_announced_is_a_date": lambda: make_investment(announced="2025-00"),
    "investment_closed_is_a_date": lambda: make_investment(closed="0000"),
    "investment_does_not_draw_on_itself": draws_on_itself,
    "commitment_is_stated_once": same_commitment_twice,
    "commitment_role_is_known": lambda: make_commitment(role="angel"),
    **figure_rules("commitment", make_commitment, unit="currency"),
    "energy_deal_key_is_a_key": lambda: make_energy_deal(key="a--b"),
    **figure_rules("energy_deal", make_energy_deal, "capacity", "capacity_bound"),
    **figure_rules("energy_deal", make_energy_deal, "energy", "energy_bound"),
    "energy_deal_kind_is_known": lambda: make_energy_deal(kind="handshake"),
    "energy_deal_stage_is_known": lambda: make_energy_deal(stage="signed"),
    "energy_deal_technology_is_known": lambda: make_energy_deal(technology=["solar", "coal"]),
    "energy_deal_has_a_party": lambda: make_energy_deal(supplier=None),
    "energy_deal_has_two_parties": both_parties,
    "energy_deal_term_is_above_zero": lambda: make_energy_deal(term_years=0),
    "energy_deal_starts_is_a_date": lambda: make_energy_deal(starts="2028 or so"),
    "energy_deal_announced_is_a_date": lambda: make_energy_deal(announced="2025/"),
    "energy_deal_country_is_a_code": lambda: make_energy_deal(country="U1"),
    "forecast_key_is_a_key": lambda: make_forecast(key=""),
    **figure_rules("forecast", make_forecast, "value", "value_bound", "unit"),
    "forecast_metric_is_known": lambda: make_forecast(metric="weather"),
    "forecast_region_is_known": lambda: make_forecast(region="mars"),
    "forecast_year_is_a_year": lambda: make_forecast(year=20_30_0),
    "observation_key_is_a_key": lambda: make_observation(key="A"),
    "observation_measure_is_trimmed": lambda: make_observation(measure=" jobs"),
    **figure_rules("observation", make_observation, "value", "value_bound", "unit"),
    "observation_as_of_is_a_date": lambda: make_observation(as_of="lately"),
    "observation_is_about_something": lambda: make_observation(site=""),
    "observation_says_something": lambda: make_observation(words=""),
    "publisher_name_is_unique": lambda: (make_publisher("Mint"), make_publisher("MINT")),
    "publisher_name_is_trimmed": lambda: make_publisher("\tMint"),
    "publisher_kind_is_known": lambda: make_publisher(kind="blog"),
    "publisher_country_is_a_code": lambda: make_publisher(country="INDIA"[:2].lower()),
    "article_key_is_a_key": lambda: make_article(key="Über"),
    "article_language_is_a_code": lambda: make_article(language="EN"),
    "article_language_is_stated": lambda: make_article(language=""),
    "article_source_sha256_is_a_code": lambda: make_article(source_sha256="f" * 63),
    "article_text_is_is_known": lambda: make_article("text", text_is="copy"),
    "article_published_is_a_date": lambda: make_article(published="yesterday"),
    "article_text_is_what_it_says": lambda: make_article("", text_is="digest"),
    "citation_has_one_fact": lambda: make_citation(make_investment(), forecast=make_forecast()),
    "citation_is_made_once": cited_twice,
    **figure_rules("citation", make_citation, "value", "bound", "unit"),
    "citation_verdict_is_known": lambda: (make_citation(), Citation.objects.update(verdict="true")),
    "citation_against_is_known": lambda: (make_citation(), Citation.objects.update(against="all odds")),
    "citation_quote_is_trimmed": lambda: make_citation(quote="  "),
    "decision_has_a_reason": lambda: make_decision(reason=""),
    "statement_has_at_most_one_fact": lambda: make_statement(
        organization=make_organization(), investment=make_investment()
    ),
    "statement_is_made_once": same_statement_twice,
    "confirmation_is_made_once": lambda: make_confirmation(make_confirmation().statement),
    "confirmation_is_of_a_difference": lambda: make_confirmation(said="agreed", held="agreed"),
    "confirmation_is_somebodys": lambda: make_confirmation(confirmed_by_name=""),
}


@pytest.mark.parametrize("rule", BREACHES)
def test_rule_is_kept_by_the_database(rule):
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        BREACHES[rule]()
    assert error.value.__cause__.diag.constraint_name == rule


def test_every_rule_is_broken_here():
    models = [model for model in apps.get_app_config("aip").get_models() if not hasattr(model, "pgh_tracked_model")]
    rules = {constraint.name for model in models for constraint in model._meta.constraints}
    assert rules == set(BREACHES)


def test_every_rule_has_a_sentence_for_the_editor():
    kept_by_machines = {"name_belongs_to_one_organization", "statement_has_at_most_one_fact", "statement_is_made_once"}
    for model in apps.get_app_config("aip").get_models():
        for constraint in model._meta.constraints:
            sentence = str(constraint.violation_error_message)
            if constraint.name not in kept_by_machines:
                assert sentence.endswith("."), constraint.name
                assert constraint.name not in sentence


def test_pools_that_draw_on_each_other_are_refused():
    pool = make_investment()
    part = make_investment(draws_on=pool)
    with pytest.raises(IntegrityError, match="circle"), transaction.atomic():
        Investment.objects.filter(pk=pool.pk).update(draws_on=part)


def test_pools_nest_four_deep_and_no_deeper():
    investment = make_investment()
    for _ in range(4):
        investment = make_investment(draws_on=investment)
    with pytest.raises(IntegrityError, match="nest more than 4"), transaction.atomic():
        make_investment(draws_on=investment)
    first, pool = Investment.objects.filter(draws_on__isnull=True), make_investment()
    with pytest.raises(IntegrityError, match="nest more than 4"), transaction.atomic():
        first.exclude(pk=pool.pk).update(draws_on=pool)


def test_parents_in_a_circle_are_refused():
    grandparent = make_organization()
    child = make_organization(parent=make_organization(parent=grandparent))
    with pytest.raises(IntegrityError, match="circle"), transaction.atomic():
        Organization.objects.filter(pk=grandparent.pk).update(parent=child)


@pytest.mark.parametrize("name", ["openai", "  OpenAI", "Open\u00a0AI".replace("\u00a0", ""), "ＯｐｅｎＡＩ"])
def test_a_name_that_differs_in_case_spaces_or_width_is_the_same(name):
    make_organization("OpenAI")
    with pytest.raises(IntegrityError), transaction.atomic():
        make_other_name(name.strip())


def test_a_name_with_accents_composed_differently_is_the_same():
    make_organization("Électricité de France")
    with pytest.raises(IntegrityError), transaction.atomic():
        make_organization("E\u0301LECTRICITE\u0301 DE FRANCE")


def test_a_name_is_free_again_when_it_is_given_up():
    first = make_organization("Facebook")
    Organization.objects.filter(pk=first.pk).update(name="Meta")
    second = make_organization("facebook")
    second.delete()
    make_other_name("Facebook", organization=first)


def test_raw_sql_keeps_the_known_names_too():
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO aip_organization (name, kind, country, website, note) VALUES ('Örsted', '', '', '', '')"
        )
        assert Organization.objects.named("ÖRSTED").name == "Örsted"
        cursor.execute("UPDATE aip_organization SET name = 'Ørsted'")
    assert Organization.objects.named("ørsted").name == "Ørsted"
    with pytest.raises(Organization.DoesNotExist):
        Organization.objects.named("Örsted")


@pytest.mark.parametrize(
    ("stated", "earliest"),
    [
        ("2025", "2025-01-01"),
        ("2025-10", "2025-10-01"),
        ("2024-02-29", "2024-02-29"),
        ("2025~", "2025-01-01"),
        ("2025-10?", "2025-10-01"),
        ("2026-01/2026-06", "2026-01-01"),
        ("", None),
    ],
)
def test_earliest_day_of_a_stated_date(stated, earliest):
    partnership = Partnership.objects.get(pk=make_partnership(announced=stated).pk)
    assert str(partnership.announced_earliest or "") == (earliest or "")
    assert partnership.announced == stated


@pytest.mark.parametrize(
    "stated", ["2025-02-29", "2025-13", "25", "2025-1", "2026/2025", "2025/2026/2027", "2025-10-15T"]
)
def test_what_is_no_date_is_refused_by_form_and_database_alike(stated):
    partnership = Partnership(key="p", name="P", announced=stated)
    with pytest.raises(Exception, match=r"date|day|ends"):
        partnership.full_clean()
    with pytest.raises(DatabaseError), transaction.atomic():
        partnership.save()


def test_deleting_never_takes_a_fact_or_a_source_along():
    citation = make_citation(make_commitment())
    kept = [
        citation.article.publisher,
        citation.article,
        citation.commitment,
        citation.commitment.investment,
        citation.commitment.investor,
        make_membership().partnership,
        make_position().person,
        make_decision().citation,
    ]
    for row in kept:
        with pytest.raises(IntegrityError):
            row.delete()
    assert Citation.objects.filter(pk=citation.pk).exists()


def test_deleting_an_organization_takes_its_own_names_and_identifiers():
    organization = make_organization("Global Infrastructure Partners")
    make_other_name("GIP", organization=organization)
    make_identifier(organization)
    organization.delete()
    make_organization("GIP")
