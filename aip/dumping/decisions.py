"""Decisions that no file of the folder holds: those that editors made in the admin."""

import re
from datetime import time
from typing import Any

from pydantic import ValidationError

from aip.documents import DecisionsFile
from aip.documents.shape import DecisionEntry, DecisionsDocument
from aip.dumping.report import Report
from aip.loading.storing.tables import line_feeds
from aip.models import Decision

_CONTROL = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f]")  # what no file can hold
Made = tuple[str, str, str, str, str]


def missing_decisions(files: list[DecisionsFile], lost: set[int], report: Report) -> list[DecisionEntry]:
    """Return the decisions of the database that files do not hold, the first made first; note what only files hold.

    A decision on a citation that is `lost`, in no file, would be refused by a load: it is named instead.
    """
    said = {_made(entry): file for file in files for entry in file.document.decisions}
    found = []
    for decision in Decision.objects.select_related("citation__article").order_by("pk"):
        if decision.citation_id in lost:
            report.not_held.append(f"decision on {decision.citation}: left out with its citation")
            continue
        entry = _entry(decision, report)
        if entry and not said.pop(_made(entry), None):
            found.append(entry)
    for (kind, article, field, _, _), file in said.items():
        report.stale.append(
            f"{file.source.file}: a decision on the {field} of a {kind.replace('_', ' ')}, for {article}"
        )
    return found


def with_decisions(file: DecisionsFile | None, entries: list[DecisionEntry]) -> DecisionsDocument:
    """Return the document of a file, if there is one, with further decisions."""
    return DecisionsDocument(decisions=[*(file.document.decisions if file else []), *entries])


def _made(entry: DecisionEntry) -> Made:
    return entry.kind, entry.article, entry.field, entry.quote, entry.reason


def _key(kind: str, fact: Any) -> str:
    """Return what a decision calls its fact."""
    match kind:
        case "organization":
            return str(fact.name)
        case "position":
            return f"{fact.person.name}/{fact.organization.name}/{fact.title}"
        case "membership":
            return f"{fact.partnership.key}/{fact.organization.name}/{fact.role}"
        case "commitment":
            return f"{fact.investment.key}/{fact.investor.name}"
    return str(fact.key)


def _entry(decision: Decision, report: Report) -> DecisionEntry | None:
    """Return a decision as a file holds it; a day stands with what an editor decided, or a file that says it."""
    citation = decision.citation
    kind: str = citation.address.split(":")[0]
    fact: Any = citation.fact
    key = _key(kind, fact)
    reason = line_feeds(decision.reason)
    said: dict[str, Any] = {
        kind: key,
        "field": citation.field,
        "article": citation.article.key,
        "quote": citation.quote,
        "reason": _CONTROL.sub(" ", reason),
        "decided_by": decision.decided_by_name,
    }
    if decision.decided_by_id or decision.decided_at.time() == time():
        said["decided"] = decision.decided_at.date().isoformat()
    try:
        entry = DecisionEntry.model_validate({name: value for name, value in said.items() if value})
    except ValidationError as errors:
        report.not_held.append(f"decision on {citation}: {errors.errors()[0]['msg'].removeprefix('Value error, ')}")
        return None
    if entry.reason != reason:
        report.not_held.append(f"decision on {citation}: the white space of its reason")
    if decision.note:
        report.not_held.append(f"decision on {citation}: its note")
    return entry
