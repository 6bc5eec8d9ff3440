"""What an editor sees: every table in its room. Declarations; what they are made of stands in the other modules."""

from aip.admin import deals, energy, organizations, sources

__all__ = ["deals", "energy", "organizations", "sources"]
