"""Where articles state different things of one fact, side by side: figures, and dates, words and plain numbers."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from aip.figures import Figure
from aip.models import Citation, Decision
from aip.models.facts import Fact
from aip.stated_dates import one_within_the_other

Said = Figure | str | None


@dataclass
class Conflict:
    """One field of one fact of which articles state different things: figures, or words as their files have them."""

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
    def held(self) -> Said:
        """What the fact holds."""
        if hasattr(self.fact, f"stated_{self.field}"):
            return getattr(self.fact, f"stated_{self.field}")
        value = getattr(self.fact, self.field, None)
        return None if value in (None, "") else str(value)

    @property
    def accepted(self) -> list[Citation]:
        """The citations that state what the fact holds."""
        return [citation for citation in self.citations if _said(citation) == self.held]

    @property
    def why(self) -> str:
        """Why the fact holds what it holds."""
        if self.decision and self.decision.citation in self.accepted:
            return f"decided by {self.decision.decided_by_name or 'an article file'}: {self.decision.reason}"
        if not self.accepted:
            return "no quote states it: set by hand, or by an article that is not cited for it"
        if self.accepted[0] != self.citations[0]:
            return "set by hand"
        days = [citation.article.published_earliest for citation in self.citations]
        if days[0] is None:
            return "no article is dated, and this is the last by key"
        others = [day for citation, day in zip(self.citations, days, strict=True) if citation not in self.accepted]
        return "published last" if days[0] not in others else "published as late as another, and the last by key"

    def says(self, citation: Citation) -> Said:
        """Return what a citation's article states; of a closed list, the word that people read."""
        return self.in_words(_said(citation))

    def in_words(self, said: Said) -> Said:
        """Return something stated as people read it."""
        labels = dict(getattr(self.fact._meta.get_field(self.field), "flatchoices", ()))
        return str(labels.get(said, said)) if isinstance(said, str) else said

    def differences(self, citation: Citation) -> list[str]:
        """Return in which of value, unit, bound and precision a citation differs from the fact."""
        one, other = _said(citation), self.held
        if isinstance(one, str) and isinstance(other, str):
            agree = one == other or (_is_date(citation) and one_within_the_other(one, other))
            return ([] if one == other else ["precision"]) if agree else ["value"]
        if not isinstance(one, Figure) or not isinstance(other, Figure):
            return ["value"]
        pairs = {
            "value": ((one.value, one.value_high), (other.value, other.value_high)),
            "unit": (one.unit, other.unit),
            "bound": (one.bound, other.bound),
        }
        return [name for name, (mine, its) in pairs.items() if mine != its]


def find_conflicts() -> list[Conflict]:
    """Return every conflict in the database, those without a decision first."""
    return _conflicts(Citation.objects.conflicting(), Citation.objects.differing())


def conflict_of(address: str, field: str) -> Conflict | None:
    """Return the conflict over one field of one fact, if there is one."""
    here = {"address": address, "field": field}
    found = _conflicts(Citation.objects.conflicting().filter(**here), Citation.objects.differing().filter(**here))
    return found[0] if found else None


def conflicts_of(fact: Fact) -> list[Conflict]:
    """Return the conflicts over the fields of one fact."""
    return _conflicts(Citation.objects.of(fact).conflicting(), Citation.objects.of(fact).differing())


def _conflicts(figures: Any, words: Any) -> list[Conflict]:
    grouped: dict[tuple[str, str], list[Citation]] = defaultdict(list)
    for rows in (figures, words):
        rows = rows.select_related("investment__recipient", "investment__partnership", "forecast__forecaster")
        for citation in rows.order_by("address", "field"):
            grouped[citation.address, citation.field].append(citation)
    decisions = _decisions(grouped)
    found = [
        Conflict(address, field, _latest_first(each), decisions.get((address, field)))
        for (address, field), each in grouped.items()
        if not _all_agree(each)
    ]
    return sorted(found, key=lambda conflict: (conflict.decision is not None, conflict.address, conflict.field))


def _said(citation: Citation) -> Said:
    """Return what a citation states: its figure, or what its article's file says."""
    return citation.stated_value or getattr(citation, "said", None)


def _is_date(citation: Citation) -> bool:
    return hasattr(citation.fact, f"{citation.field}_earliest")


def _all_agree(citations: list[Citation]) -> bool:
    """Whether all say the same but for precision: October 2025 and the 15th of October 2025."""
    if not _is_date(citations[0]):
        return False
    said = sorted({str(_said(citation)) for citation in citations})
    return all(one_within_the_other(one, other) for one in said for other in said)


def _latest_first(citations: Iterable[Citation]) -> list[Citation]:
    def order(citation: Citation) -> tuple[str, str]:
        return (str(citation.article.published_earliest or ""), citation.article.key)

    return sorted(citations, key=order, reverse=True)


def _decisions(grouped: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Decision]:
    """Return the latest decision on each field, in one query."""
    addresses = {address for address, _ in grouped}
    rows = Decision.objects.filter(citation__address__in=addresses).select_related("citation").order_by("decided_at")
    return {(row.citation.address, row.citation.field): row for row in rows}
