"""The closed lists of words, shared by article files and models. Knows no Django.

The value stands in files and columns; the label is what people read. Where a term comes from a standard, it says so.
"""

import difflib
from enum import StrEnum
from typing import Self


class Vocabulary(StrEnum):
    """A closed list of words, each with a label."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        word = str.__new__(cls, value)
        word._value_ = value
        word.label = label or value.replace("_", " ")
        return word

    @classmethod
    def _missing_(cls, value: object) -> None:
        near = difflib.get_close_matches(str(value), list(cls))
        hint = f"Do you mean “{'” or “'.join(near)}”?" if near else f"It is one of: {', '.join(cls)}."
        raise ValueError(f"“{value}” is no {cls.__name__}. {hint}")

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        """Return value and label of each word, in order, as Django's fields want them."""
        return [(word.value, word.label) for word in cls]


class OrganizationKind(Vocabulary):
    COMPANY = "company"
    AI_LAB = "ai_lab", "AI lab"
    CLOUD_PROVIDER = "cloud_provider"
    CHIP_MAKER = "chip_maker"
    DATA_CENTRE_OPERATOR = "data_centre_operator"
    EQUIPMENT_MAKER = "equipment_maker"
    UTILITY = "utility"
    POWER_PRODUCER = "power_producer"
    ENERGY_DEVELOPER = "energy_developer"
    GRID_OPERATOR = "grid_operator"
    ASSET_MANAGER = "asset_manager"
    INVESTMENT_COMPANY = "investment_company"
    SOVEREIGN_FUND = "sovereign_fund"
    VENTURE_CAPITAL = "venture_capital"
    FUND = "fund"
    BANK = "bank"
    HOLDING_COMPANY = "holding_company"
    PROJECT_COMPANY = "project_company"
    JOINT_VENTURE = "joint_venture"
    CONSORTIUM = "consortium"
    GOVERNMENT = "government"
    PUBLIC_BODY = "public_body"
    REGULATOR = "regulator"
    INTERGOVERNMENTAL_BODY = "intergovernmental_body"
    RESEARCH_BODY = "research_body"
    INDUSTRY_ASSOCIATION = "industry_association"
    CONSULTANCY = "consultancy"
    NONPROFIT = "nonprofit"


class NameKind(Vocabulary):
    """What another name of an organization is."""

    ALIAS = "alias"
    FORMER = "former"
    LEGAL = "legal"
    SHORT = "short"


class IdentifierScheme(Vocabulary):
    LEI = "lei", "LEI (ISO 17442)"
    ISIN = "isin", "ISIN (ISO 6166)"
    WIKIDATA = "wikidata", "Wikidata"
    TICKER = "ticker", "ticker, with exchange"
    CIK = "cik", "CIK (SEC)"
    COMPANY_NUMBER = "company_number", "company number, with country"


class PartnershipKind(Vocabulary):
    CONSORTIUM = "consortium"
    JOINT_VENTURE = "joint_venture"
    STRATEGIC_ALLIANCE = "strategic_alliance"
    SUPPLY_AGREEMENT = "supply_agreement"
    COMPUTE_CONTRACT = "compute_contract", "cloud or compute contract"
    FRAMEWORK_AGREEMENT = "framework_agreement"
    EQUITY_PARTNERSHIP = "equity_partnership"
    MEMORANDUM = "memorandum", "memorandum of understanding"


class Binding(Vocabulary):
    """Whether the parties are bound by what they signed."""

    BINDING = "binding"
    NON_BINDING = "non_binding", "non-binding"
    UNKNOWN = "unknown"


class Role(Vocabulary):
    """What a member does in a partnership."""

    FOUNDER = "founder"
    LEAD = "lead"
    MEMBER = "member"
    PARTNER = "partner"
    MANAGER = "manager", "manager or general partner"
    LIMITED_PARTNER = "limited_partner"
    ANCHOR_INVESTOR = "anchor_investor"
    INVESTOR = "investor"
    LENDER = "lender"
    TECHNOLOGY_ADVISER = "technology_adviser"
    TECHNOLOGY_PARTNER = "technology_partner"
    CHIP_SUPPLIER = "chip_supplier"
    CLOUD_PROVIDER = "cloud_provider"
    SUPPLIER = "supplier"
    CUSTOMER = "customer"
    DEVELOPER = "developer"
    BUILDER = "builder"
    OPERATOR = "operator"
    OWNER = "owner"
    LAND_PROVIDER = "land_provider"
    LESSEE = "lessee"
    ENERGY_SUPPLIER = "energy_supplier"
    ENERGY_PARTNER = "energy_partner"
    OFFTAKER = "offtaker"
    UTILITY = "utility"
    GOVERNMENT_SPONSOR = "government_sponsor"
    SPONSOR = "sponsor"
    ADVISER = "adviser"


class Stage(Vocabulary):
    """How far a deal has come, in order. Only committed and closed count as money."""

    RUMOURED = "rumoured"
    TARGET = "target"
    LETTER_OF_INTENT = "letter_of_intent"
    AGREED = "agreed"
    COMMITTED = "committed"
    CLOSED = "closed"
    CANCELLED = "cancelled"


MONEY_STAGES = (Stage.COMMITTED, Stage.CLOSED)


class Basis(Vocabulary):
    """What kind of money an amount is. Enterprise value is not a price paid; a purchase is no stake."""

    EQUITY = "equity"
    DEBT = "debt"
    EQUITY_AND_DEBT = "equity_and_debt", "equity and debt"
    ENTERPRISE_VALUE = "enterprise_value"
    PURCHASE_COMMITMENT = "purchase_commitment"
    CAPITAL_EXPENDITURE = "capital_expenditure"
    UNSPECIFIED = "unspecified"


class CommitmentRole(Vocabulary):
    """An investor's part in an investment."""

    LEAD = "lead"
    CO_LEAD = "co_lead", "co-lead"
    PARTICIPANT = "participant"
    ANCHOR = "anchor"
    LENDER = "lender"
    ARRANGER = "arranger"
    BUYER = "buyer"


class EnergyDealKind(Vocabulary):
    PPA = "ppa", "power purchase agreement"
    COOPERATION = "cooperation"
    FRAMEWORK = "framework"
    DEVELOPMENT = "development", "development agreement"
    SUPPLY = "supply", "supply on site or over the grid"
    TARIFF = "tariff", "green tariff"
    EQUIPMENT = "equipment", "equipment for making power"
    EQUITY = "equity", "stake in a producer"
    OPTION = "option"


class Technology(Vocabulary):
    """How the power is made or kept."""

    NUCLEAR = "nuclear"
    SMALL_MODULAR_REACTOR = "small_modular_reactor"
    FUSION = "fusion"
    SOLAR = "solar"
    WIND = "wind"
    HYDRO = "hydro"
    GEOTHERMAL = "geothermal"
    STORAGE = "storage"
    NATURAL_GAS = "natural_gas"
    FUEL_CELL = "fuel_cell"
    ON_SITE = "on_site", "on-site generation"
    RENEWABLE = "renewable", "renewable, not said which"
    CARBON_FREE = "carbon_free", "carbon-free, not said which"


class Metric(Vocabulary):
    """What a forecast foretells."""

    DATA_CENTRE_ELECTRICITY = "data_centre_electricity", "electricity use of data centres"
    DATA_CENTRE_ELECTRICITY_RISE = "data_centre_electricity_rise", "rise of the electricity use of data centres"
    DATA_CENTRE_POWER = "data_centre_power", "power demand of data centres"
    DATA_CENTRE_POWER_RISE = "data_centre_power_rise", "rise of the power demand of data centres"
    DATA_CENTRE_CAPACITY = "data_centre_capacity", "capacity of data centres"
    IT_POWER = "it_power", "IT power of data centres"
    POWER_DEMAND_RISE = "power_demand_rise", "rise of power demand"
    GENERATING_CAPACITY = "generating_capacity", "new generating capacity needed"
    ELECTRICITY_USE = "electricity_use"
    INFRASTRUCTURE_SPENDING = "infrastructure_spending", "spending on AI infrastructure"
    DATA_CENTRE_ELECTRICITY_SHARE = "data_centre_electricity_share", "share of data centres in electricity use"
    DATA_CENTRE_ELECTRICITY_GROWTH = "data_centre_electricity_growth", "yearly growth of data centres' electricity use"
    AI_SHARE = "ai_share", "share of AI in the power of data centres"
    CARBON_FREE_SHARE = "carbon_free_share", "carbon-free share of power"
    CARBON_EMISSIONS_RISE = "carbon_emissions_rise", "rise of carbon dioxide emissions, tonnes"
    JOBS = "jobs"
    GDP_CONTRIBUTION = "gdp_contribution", "contribution to the gross domestic product"


class Region(Vocabulary):
    """Places of a forecast that are not one country."""

    WORLD = "world"
    EUROPE = "europe", "Europe"
    EU = "eu", "European Union"


class TextIs(Vocabulary):
    """What the text of an article is."""

    DIGEST = "digest", "digest in our own words, holding every quote as printed"
    ORIGINAL = "original", "the original text"
    NONE = "none", "no text held"


class PublisherKind(Vocabulary):
    WIRE = "wire", "news agency"
    NEWSPAPER = "newspaper"
    BROADCASTER = "broadcaster"
    TRADE_PRESS = "trade_press"
    ONLINE = "online", "online magazine"
    COMPANY = "company", "company newsroom"
    GOVERNMENT = "government"
    REGULATOR = "regulator", "regulator or filing"
    RESEARCH = "research", "research body"


class Standing(Vocabulary):
    """How a fact stands with all its citations taken together, the worst first."""

    CONTRADICTED = "contradicted"
    CONFLICTING = "conflicting"
    UNCHECKED = "unchecked"
    SUPPORTED = "supported"
    NOT_JUDGEABLE = "not_judgeable", "cannot be judged"
    UNCITED = "uncited"


class Against(Vocabulary):
    """What a contradicted quote stands against."""

    TEXT = "text", "the text, which does not hold it"
    CITATION = "citation", "the figure that the citation states"
    FACT = "fact", "the fact"


class Verdict(Vocabulary):
    """What the check of a citation came to. An unchecked citation has none."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    NOT_JUDGEABLE = "not_judgeable", "cannot be judged"
