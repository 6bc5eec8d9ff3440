"""What an editor should know of a dump although every file says it: quotes that contradict, and what was kept by hand."""

from django.db.models import Q

from aip.dumping.report import Report
from aip.evidence import judge_citations
from aip.models import Article, Citation, Confirmation
from aip.vocabulary import Verdict

MOST_JUDGED = 1000  # unchecked citations; more are only counted


def tell(report: Report, articles: list[int] | None) -> None:
    """Tell of contradicted facts and of confirmations, in these articles or in all; nothing is stored."""
    where = Q() if articles is None else Q(article__in=articles)
    _tell_contradicted(report, Citation.objects.filter(where))
    rows = Confirmation.objects.select_related("statement__article").order_by("pk")
    for each in rows if articles is None else rows.filter(statement__article__in=articles):
        report.confirmed.append(
            f"{each.statement.article.key}: {each}, not {each.said or 'nothing'}, kept by {each.confirmed_by_name}"
        )


def _tell_contradicted(report: Report, citations: "CitationQuerySet") -> None:
    """Name every fact that a quote contradicts and none supports; of what is unchecked, judge what is not too much."""
    for citation in citations.contradicted():
        report.contradicted.append(_line(citation, citation.finding))
    unchecked = citations.unchecked()
    count = unchecked.count()
    if count > MOST_JUDGED:
        report.unchecked = count
        return
    for citation, finding in judge_citations(unchecked):
        if finding.verdict is Verdict.CONTRADICTED:
            report.contradicted.append(_line(citation, finding.why))


def _line(citation: Citation, why: str) -> str:
    return f"{citation.article.key}: {citation}: {why}"
