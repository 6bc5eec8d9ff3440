"""Which contradictions are errors, of verdicts that are not stored."""

from collections.abc import Iterable

from aip.evidence.judging import Finding
from aip.models import Citation, Decision
from aip.vocabulary import Against, Verdict

Judged = tuple[Citation, Finding]


def errors_among(judged: Iterable[Judged]) -> list[Judged]:
    """Return which of these `Citation.objects.errors()` would return if what they come to were stored."""
    judged = list(judged)
    contradicted = [(citation, finding) for citation, finding in judged if finding.verdict is Verdict.CONTRADICTED]
    addresses = {citation.address for citation, _ in contradicted}
    others = Citation.objects.filter(address__in=addresses, verdict=Verdict.SUPPORTED).order_by()
    others = others.exclude(pk__in=[citation.pk for citation, _ in judged])
    supported = {_place(citation) for citation, finding in judged if finding.verdict is Verdict.SUPPORTED}
    supported.update(others.values_list("address", "field"))
    decisions = Decision.objects.filter(citation__address__in=addresses).order_by()
    decided = set(decisions.values_list("citation__address", "citation__field"))

    def is_explained(citation: Citation, finding: Finding) -> bool:
        misprint = finding.against == Against.CITATION and bool(citation.note) and _place(citation) in decided
        return _place(citation) in supported and (finding.against == Against.FACT or misprint)

    return [each for each in contradicted if not is_explained(*each)]


def _place(citation: Citation) -> tuple[str, str]:
    return citation.address, citation.field
