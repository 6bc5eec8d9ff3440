"""What is true: the tables, their rules, and the questions that can be asked of them."""

from aip.models.deals import Commitment, Investment, Membership, Partnership
from aip.models.energy import EnergyDeal, Forecast
from aip.models.observations import Observation
from aip.models.organizations import (
    KnownName,
    Organization,
    OrganizationIdentifier,
    OrganizationName,
    Person,
    Position,
)
from aip.models.sources import Article, Citation, Confirmation, Decision, LoadedFile, Publisher, Statement

__all__ = [
    "Article",
    "Citation",
    "Commitment",
    "Confirmation",
    "Decision",
    "EnergyDeal",
    "Forecast",
    "Investment",
    "KnownName",
    "LoadedFile",
    "Membership",
    "Observation",
    "Organization",
    "OrganizationIdentifier",
    "OrganizationName",
    "Partnership",
    "Person",
    "Position",
    "Publisher",
    "Statement",
]
