"""What an editor should know although every file says it: which quotes contradict, and what was kept by hand."""

from collections.abc import Collection

from aip.dumping.reading import Changes
from aip.dumping.report import Report
from aip.evidence import errors_among, judge_citations
from aip.models import Citation, Confirmation
from aip.models.sources import STATED

MOST_JUDGED = 1000  # unchecked citations; more are only counted


def tell_contradicted(report: Report, articles: Collection[int] | None, changes: Changes) -> None:
    """Name what a quote of these articles, or of any, contradicts and none supports; nothing is stored.

    Of a field that holds something else than was decided, the files say what was decided, and that is told elsewhere.
    """
    for citation in Citation.objects.errors().order_by("pk"):
        if _field(citation) not in changes.undone:
            _tell(report, articles, citation, citation.finding)
    unchecked = Citation.objects.unchecked()
    if (count := unchecked.count()) > MOST_JUDGED:
        report.unchecked = count
        return
    for citation, finding in errors_among(judge_citations(unchecked)):
        if _field(citation) not in changes.undone:
            _tell(report, articles, citation, finding.why)


def _field(citation: Citation) -> tuple[str, str]:
    return citation.address, citation.field


def _tell(report: Report, articles: Collection[int] | None, citation: Citation, why: str) -> None:
    if articles is None or citation.article_id in articles:
        report.contradicted.append(f"{citation.article.key}: {citation}: {why}")


def tell_confirmed(report: Report, articles: Collection[int] | None, changes: Changes) -> None:
    """Name what editors kept against a file that still says something else, but for this dump."""
    for each in Confirmation.objects.select_related("statement__article").order_by("pk"):
        statement = each.statement
        deleted = not any(getattr(statement, f"{kind}_id") for kind in STATED)
        differs = deleted or statement.pk in changes.changed
        if differs and (articles is None or statement.article_id in articles):
            words = f"{statement.named}, {each.field or 'as a whole'}: {each.held or 'nothing'}"
            said = f"where the file said {each.said}" if each.said else "where the file said nothing"
            report.confirmed.append(f"{statement.article.key}: {words}, {said} ({each.confirmed_by_name})")
