"""Where articles state different figures of one thing, side by side."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from aip.figures import Figure
from aip.models import Citation, Decision
from aip.models.facts import Fact


@dataclass
class Conflict:
    """One field of one fact of which articles state different figures."""

    address: str  # of the fact: "investment:12"
    field: str
    citations: list[Citation]  # the latest published first
    decision: Decision | None = None

    @property
    def fact(self) -> Fact:
        return self.citations[0].fact

    @property
    def field_label(self) -> str:
        return self.citations[0].field_label

    @property
    def held(self) -> Figure | None:
        """The figure that the fact holds."""
        return getattr(self.fact, f"stated_{self.field}", None)

    @property
    def accepted(self) -> list[Citation]:
        """The citations that state the figure that the fact holds."""
        return [citation for citation in self.citations if citation.stated_value == self.held]

    @property
    def why(self) -> str:
        """Why the fact holds the figure that it holds."""
        if self.decision and self.decision.citation in self.accepted:
            return f"decided by {self.decision.decided_by_name or 'an article file'}: {self.decision.reason}"
        if not self.accepted:
            return "set by hand; no article states it"
        if self.accepted[0] != self.citations[0]:
            return "set by hand"
        days = [citation.article.published_earliest for citation in self.citations]
        if days[0] is None:
            return "no article is dated, and this is the last by key"
        others = [day for citation, day in zip(self.citations, days, strict=True) if citation not in self.accepted]
        return "published last" if days[0] not in others else "published as late as another, and the last by key"

    def differences(self, citation: Citation) -> list[str]:
        """Return in which of value, unit and bound a citation differs from the fact."""
        one, other = citation.stated_value, self.held
        if one is None or other is None:
            return ["value"]
        pairs = {
            "value": ((one.value, one.value_high), (other.value, other.value_high)),
            "unit": (one.unit, other.unit),
            "bound": (one.bound, other.bound),
        }
        return [name for name, (mine, its) in pairs.items() if mine != its]


def find_conflicts(citations: Any = None) -> list[Conflict]:
    """Return every conflict among `citations`, or in the database, those without a decision first."""
    rows = Citation.objects.conflicting() if citations is None else citations
    rows = rows.select_related("investment__recipient", "investment__partnership", "forecast__forecaster")
    grouped: dict[tuple[str, str], list[Citation]] = defaultdict(list)
    for citation in rows.order_by("address", "field"):
        grouped[citation.address, citation.field].append(citation)
    decisions = _decisions(grouped)
    found = [
        Conflict(address, field, _latest_first(each), decisions.get((address, field)))
        for (address, field), each in grouped.items()
    ]
    return sorted(found, key=lambda conflict: (conflict.decision is not None, conflict.address, conflict.field))


def conflict_of(address: str, field: str) -> Conflict | None:
    """Return the conflict over one field of one fact, if there is one."""
    found = find_conflicts(Citation.objects.conflicting().filter(address=address, field=field))
    return found[0] if found else None


def _latest_first(citations: Iterable[Citation]) -> list[Citation]:
    def order(citation: Citation) -> tuple[str, str]:
        return (str(citation.article.published_earliest or ""), citation.article.key)

    return sorted(citations, key=order, reverse=True)


def _decisions(grouped: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Decision]:
    """Return the latest decision on each field, in one query."""
    addresses = {address for address, _ in grouped}
    rows = Decision.objects.filter(citation__address__in=addresses).select_related("citation").order_by("decided_at")
    return {(row.citation.address, row.citation.field): row for row in rows}
