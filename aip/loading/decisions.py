"""Decisions between statements that differ: of an editor in the admin, or of a file that a team has reviewed."""

from datetime import UTC, datetime, time
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from aip.documents import DecisionsFile, Fault
from aip.documents.shape import DecisionEntry
from aip.figures.spelling import plain
from aip.loading.report import Report
from aip.loading.tables import TABLES, figure_columns
from aip.models import Citation, Decision
from aip.models.sources import SUBJECTS
from aip.stated_dates import read_stated_date


@transaction.atomic
def accept(citation: Citation, *, reason: str, user: Any = None, name: str = "") -> Decision:
    """Let a fact hold what one citation states, and keep the decision with its reason and whose it is.

    The next load respects it. ValueError where the citation states no figure, or no reason is given.
    """
    if not reason.strip():
        raise ValueError("Say why this statement is accepted.")
    hold(citation)
    who = name or (user.get_username() if user else "")
    return Decision.objects.create(citation=citation, reason=reason.strip(), decided_by=user, decided_by_name=who)


def hold(citation: Citation) -> None:
    """Write what a citation states into the columns of its fact; ValueError where that is no figure."""
    columns = _columns(citation)
    if not columns or citation.stated_value is None:
        raise ValueError("This citation states no figure that could be accepted.")
    kind, number = citation.address.split(":")
    fact = SUBJECTS[kind].objects.select_for_update().get(pk=number)
    for column, value in zip(columns, figure_columns(citation.stated_value), strict=False):
        setattr(fact, column, Decimal(plain(value)) if isinstance(value, Decimal) else value)  # no zeros to spare
    fact.full_clean()
    fact.save()


def can_be_held(citation: Citation) -> bool:
    """Whether a citation states a figure that its fact could hold."""
    return citation.stated_value is not None and bool(_columns(citation))


def _columns(citation: Citation) -> tuple[str, ...]:
    """Return the columns of the figure that a citation supports; none where it supports no figure."""
    field = TABLES[citation.address.split(":")[0]].fields.get(citation.field)
    return field.columns if field and len(field.columns) > 1 else ()


def load(files: list[DecisionsFile], report: Report) -> list[Fault]:
    """Make the decisions of files that are not made yet, in their order; return those that cannot be made."""
    faults = []
    for file in files:
        for number, entry in enumerate(file.document.decisions):
            citation = _citation(entry)
            if citation is None:
                words = f"no citation of “{entry.article}” has this quote for this field of this fact"
                faults.append(file.fault(("decisions", number), words))
                continue
            made = Decision.objects.filter(citation=citation, reason=entry.reason).exists()
            report.count("decision", new=not made, changed=False)
            if made:
                continue
            try:
                decision = accept(citation, reason=entry.reason, name=entry.decided_by)
            except (ValueError, ValidationError) as error:
                words = " ".join(error.messages) if isinstance(error, ValidationError) else str(error)
                faults.append(file.fault(("decisions", number), words))
                continue
            if entry.decided:
                day = datetime.combine(read_stated_date(entry.decided)[0], time(), UTC)
                Decision.objects.filter(pk=decision.pk).update(decided_at=day)
    return faults


def _citation(entry: DecisionEntry) -> Citation | None:
    """Return the citation that a decision accepts."""
    fact: dict[str, Any] = {f"{entry.kind}__key": entry.key}
    if entry.kind == "commitment":
        investment, _, investor = entry.key.partition("/")
        fact = {
            "commitment__investment__key": investment,
            "commitment__investor__known_names__folded": investor.lower(),
        }
    citations = Citation.objects.filter(article__key=entry.article, field=entry.field, quote=entry.quote, **fact)
    return citations.order_by("pk").first()
