"""Decisions between statements that differ: of an editor in the admin, or of a file that a team has reviewed."""

from collections.abc import Iterator
from datetime import UTC, datetime, time
from decimal import Decimal
from itertools import combinations, pairwise
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q, Value

from aip.documents import DecisionsFile, Fault
from aip.documents.shape import DecisionEntry
from aip.figures.spelling import plain
from aip.loading.report import Report
from aip.loading.storing.tables import TABLES, figure_columns
from aip.models import Citation, Decision, Statement
from aip.models.columns import Fold
from aip.models.sources import SUBJECTS
from aip.stated_dates import read_stated_date


@transaction.atomic
def accept(citation: Citation, *, reason: str, user: Any = None, name: str = "") -> Decision:
    """Let a fact hold what one citation states, and keep the decision with its reason and whose it is.

    The next load respects it. ValueError where the citation states nothing to hold, or no reason is given.
    """
    if not reason.strip():
        raise ValueError("Say why this statement is accepted.")
    hold(citation)
    who = name or (user.get_username() if user else "")
    return Decision.objects.create(citation=citation, reason=reason.strip(), decided_by=user, decided_by_name=who)


def hold(citation: Citation) -> None:
    """Write what a citation states into the columns of its fact; ValueError where it states nothing."""
    stated = _stated(citation)
    if not stated:
        raise ValueError("This citation states nothing that could be accepted.")
    kind, number = citation.address.split(":")
    fact = SUBJECTS[kind].objects.select_for_update().filter(pk=number).first()
    now = Citation.objects.select_for_update(no_key=True).filter(pk=citation.pk).first()
    if fact is None or now is None or _stated(now) != stated:  # a load or an editor was quicker
        raise ValueError("Meanwhile the fact or the statement has changed. Nothing was written; look again.")
    for column, value in stated.items():
        setattr(fact, column, Decimal(plain(value)) if isinstance(value, Decimal) else value)  # no zeros to spare
    fact.full_clean()
    fact.save()


def can_be_held(citation: Citation) -> bool:
    """Whether a citation states something that its fact could hold."""
    return bool(_stated(citation))


def _stated(citation: Citation) -> dict[str, Any]:
    """Return what a citation states, by column: its figure, or what its article's file says of a plain field."""
    kind, number = citation.address.split(":")
    field = TABLES[kind].fields.get(citation.field)
    if field and len(field.columns) > 1 and citation.stated_value is not None:
        return dict(zip(field.columns, figure_columns(citation.stated_value), strict=False))
    if field and citation.field in SUBJECTS[kind].comparable():
        said = Statement.objects.filter(article=citation.article_id, **{kind: number}).first()
        return {citation.field: said.values[citation.field]} if said and citation.field in said.values else {}
    return {}


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
            reasons = Decision.objects.filter(citation=citation).values_list("reason", flat=True)
            made = any(reason.split() == entry.reason.split() for reason in reasons)  # files fold white space
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
    citations = Citation.objects.filter(_is_about(entry.kind, entry.key), article__key=entry.article)
    return citations.filter(field=entry.field, quote=entry.quote).order_by("pk").first()


def _is_about(kind: str, key: str) -> Q:
    """Return what holds for the citations of the fact that a decision names; each part of a key may have a slash."""
    if kind == "organization":
        return Q(organization__known_names__folded=Fold(Value(key)))
    steps = {
        "position": ("person__name__alike", "organization__known_names__folded", "title"),
        "membership": ("partnership__key", "organization__known_names__folded", "role"),
        "commitment": ("investment__key", "investor__known_names__folded"),
    }.get(kind, ("key",))
    found = Q(pk=None)
    for words in _splits(key, len(steps)):
        parts = zip(steps, words, strict=True)
        said = {step: Fold(Value(word)) if step.endswith("__folded") else word for step, word in parts}
        found |= Q(**{f"{kind}__{step}": word for step, word in said.items()})
    return found


def _splits(key: str, count: int) -> Iterator[tuple[str, ...]]:
    """Yield every way of reading a key as so many parts with slashes between."""
    pieces = key.split("/")
    for ends in combinations(range(1, len(pieces)), count - 1):
        yield tuple("/".join(pieces[start:end]) for start, end in pairwise((0, *ends, len(pieces))))
