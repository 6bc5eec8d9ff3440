"""Where articles state different things of one fact, side by side: figures, and dates, words and plain numbers."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import F, Func, IntegerField, Max, Min, TextField
from django.db.models.functions import Cast

from aip.figures import Figure
from aip.models import Citation, Decision
from aip.models.facts import Fact
from aip.models.sources import SUBJECTS
from aip.models.sources.comparing import COMPARABLE, FIGURE
from aip.stated_dates import one_within_the_other

Said = Figure | str | None
Place = tuple[str, str]  # address of a fact, and a field of it


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
    def kind(self) -> str:
        """The kind of fact: "investment"."""
        return self.address.partition(":")[0]

    @property
    def settled(self) -> bool:
        """Whether the fact holds what was decided."""
        return self.decision is not None and self.decision.citation in self.accepted

    @property
    def differs_in(self) -> list[str]:
        """In what the articles differ: of figures in value, unit, bound; else in a date, a word or a plain number."""
        said = [_said(citation) for citation in self.citations]
        figures = [each for each in said if isinstance(each, Figure)]
        if len(figures) < len(said):
            column = self.fact._meta.get_field(self.field)
            return ["date" if _is_date(self.address, self.field) else "value" if _is_number(column) else "word"]
        parts = {
            "value": {(each.value, each.value_high) for each in figures},
            "unit": {each.unit for each in figures},
            "bound": {each.bound for each in figures},
        }
        return [name for name, different in parts.items() if len(different) > 1]

    def grouped(self) -> list[tuple[Said, list[Citation]]]:
        """Return each different statement once, with the citations that make it; the latest published first."""
        groups: dict[Any, list[Citation]] = defaultdict(list)
        for citation in self.citations:
            groups[_said(citation)].append(citation)
        return [(self.says(each[0]), each) for each in groups.values()]

    @property
    def field_label(self) -> str:
        return self.citations[0].field_label

    @property
    def held(self) -> Said:
        """What the fact holds."""
        return self.fact.held(self.field)

    @property
    def accepted(self) -> list[Citation]:
        """The citations that state what the fact holds."""
        return [citation for citation in self.citations if _said(citation) == self.held]

    @property
    def why(self) -> str:
        """Why the fact holds what it holds."""
        if self.decision and self.settled:
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
        return self.fact.in_words(self.field, said)

    def differences(self, citation: Citation) -> list[str]:
        """Return in which of value, unit, bound and precision a citation differs from the fact."""
        one, other = _said(citation), self.held
        if isinstance(one, str) and isinstance(other, str):
            agree = one == other or (_is_date(self.address, self.field) and one_within_the_other(one, other))
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
    return _conflicts(Citation.objects.all())


def find_open() -> list[Place]:
    """Return address and field of every conflict without a decision, in the order of `find_conflicts`."""
    decided = Decision.objects.order_by().values_list("citation__address", "citation__field")
    return sorted(_places(Citation.objects.all()) - set(decided))


def conflict_of(address: str, field: str) -> Conflict | None:
    """Return the conflict over one field of one fact, if there is one."""
    here = Citation.objects.filter(address=address, field=field)
    found = _conflicts(here, {address.partition(":")[0]} & set(SUBJECTS))
    return found[0] if found else None


def conflicts_of(fact: Fact) -> list[Conflict]:
    """Return the conflicts over the fields of one fact."""
    return _conflicts(Citation.objects.of(fact), [name for name, model in SUBJECTS.items() if model is type(fact)])


def _conflicts(citations: Any, kinds: Iterable[str] = SUBJECTS) -> list[Conflict]:
    places = _places(citations, kinds)
    grouped: dict[Place, list[Citation]] = {place: [] for place in places}
    rows = citations.filter(address__in={address for address, _ in places}, field__in={field for _, field in places})
    for citation in rows.with_said().with_facts():
        if (citation.address, citation.field) in grouped and _said(citation) is not None:
            grouped[citation.address, citation.field].append(citation)
    decisions = _decisions(grouped)
    found = [
        Conflict(address, field, _latest_first(each), decisions.get((address, field)))
        for (address, field), each in grouped.items()
    ]
    return sorted(found, key=lambda conflict: (conflict.decision is not None, conflict.address, conflict.field))


def _places(citations: Any, kinds: Iterable[str] = SUBJECTS) -> set[Place]:
    """Return address and field wherever citations disagree: a query a kind of fact, and one for the figures."""
    figures = citations.exclude(bound="").annotate(figure=FIGURE)
    found = set(_several(figures, "figure").values_list("address", "field"))
    for kind in kinds:
        # In one filter, so that both conditions are on the same statement, and `said` is of it, too.
        same = {f"{kind}__statements__article": F("article"), "field__in": COMPARABLE, "bound": ""}
        text = Func(F(f"{kind}__statements__values"), F("field"), function="jsonb_extract_path_text")
        said = citations.filter(**same).annotate(said=Cast(text, TextField()))
        rows = _several(said, "said").annotate(all_said=ArrayAgg("said", distinct=True))
        for address, field, words in rows.values_list("address", "field", "all_said"):
            if not _all_agree(address, field, set(words) - {None}):
                found.add((address, field))
    return found


def _several(rows: Any, what: str) -> Any:
    """Return address and field where rows have more than one `what`; the least and the greatest tell fastest."""
    grouped = rows.order_by().values("address", "field")
    return grouped.annotate(least=Min(what), greatest=Max(what)).exclude(least=F("greatest"))


def _said(citation: Citation) -> Said:
    """Return what a citation states: its figure, or what its article's file says."""
    return citation.stated_value or getattr(citation, "said", None)


def _is_date(address: str, field: str) -> bool:
    return hasattr(SUBJECTS[address.partition(":")[0]], f"{field}_earliest")


def _is_number(column: Any) -> bool:
    return isinstance(column, IntegerField)


def _all_agree(address: str, field: str, said: set[str]) -> bool:
    """Whether all say the same but for precision: October 2025 and the 15th of October 2025."""
    if not _is_date(address, field):
        return False
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
