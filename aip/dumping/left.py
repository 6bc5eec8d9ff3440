"""What left its file and is not pruned yet: the files of a dump say what they would after pruning."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet

from aip.loading.differing.candidates import rows_of
from aip.loading.differing.differences import read_sources
from aip.loading.differing.holding import Leaving, Ref, used_names
from aip.loading.differing.pruning import PARTS, find_leaving, find_orphans, restated
from aip.loading.stating.identity import Identities
from aip.models import Citation, Statement

PRUNE = "--prune of load_articles removes it"


@dataclass
class Left:
    """What no file of a dump says, and what it says instead of it."""

    statements: set[int] = field(default_factory=set)
    citations: set[int] = field(default_factory=set)  # that those entries made
    facts: set[Ref] = field(default_factory=set)  # that nothing else holds
    rows: dict[Ref, dict[str, Any]] = field(default_factory=dict)  # of other facts, as the remaining articles have them
    names: dict[int, str] = field(default_factory=dict)  # by organization: the main name that is another one then
    parts: dict[str, set[int]] = field(default_factory=dict)  # other names and identifiers that no file gives
    told: list[str] = field(default_factory=list)

    def statements_of(self, **which: Any) -> QuerySet[Statement]:
        """Return the statements that files still make."""
        rows = Statement.objects.filter(**which)
        return rows.filter(left_at=None) if self.statements else rows

    def citations_of(self, **which: Any) -> QuerySet[Citation]:
        """Return the citations, without those of entries that left."""
        rows = Citation.objects.filter(**which)
        return rows.exclude(pk__in=self.citations) if self.citations else rows


def find_left(articles: Collection[int] | None = None) -> Left:
    """Return what left its file; it is told of these articles only, or of all."""
    statements = Statement.objects.filter(left_at__isnull=False)
    ids = dict(statements.values_list("pk", "article_id"))
    if not ids:
        return Left()
    leaving = find_leaving(statements)
    leaving.find_what_stays()
    left = Left(set(leaving.gone), set(leaving.citations))
    for statement, (kind, fact, source) in leaving.gone.items():
        if fact and leaving.goes(kind, fact):
            left.facts.add((kind, fact))
        if fact and (articles is None or ids[statement] in articles):
            outcome = _outcome(leaving, kind, fact)
            left.told.append(f"{source.article}: {kind.replace('_', ' ')} {source.named}: left its file; {outcome}")
    _restate(leaving, left)
    _find_parts(leaving, left)
    return left


def _outcome(leaving: Leaving, kind: str, fact: int) -> str:
    if others := leaving.stated[kind].get(fact):
        return f"the fact is written as {others[-1].article} has it"
    if reasons := leaving.stays.get((kind, fact)):
        return f"the fact is written elsewhere, without its quotes: {reasons[0]}"
    return PRUNE


def _restate(leaving: Leaving, left: Left) -> None:
    """Let facts that others state hold what those say, where nobody edited them."""
    names = Identities()
    for kind, sources in leaving.stated.items():
        if not sources:
            continue
        rows, before = rows_of(kind, set(sources)), read_sources(kind, set(sources))
        names.learn_references(source.values for each in before.values() for source in each)
        staged = dict(restated(kind, rows, before, sources, names))
        left.rows.update({(kind, id): row for id, row in staged.items()})
        if kind == "organization":
            renamed = {id: str(rows[id]["name"]) for id, row in staged.items() if row["name"] != rows[id]["name"]}
            names.directory.learn(set(renamed.values()))
            folded = {id: names.directory.folded[name] for id, name in renamed.items()}
            used = {name for name, _ in used_names(set(folded.values()), leaving.gone)}
            left.names = {id: name for id, name in renamed.items() if folded[id] in used}


def _find_parts(leaving: Leaving, left: Left) -> None:
    organizations = leaving.stated["organization"]
    for model, word in PARTS.items() if organizations else ():
        found = find_orphans(model, organizations, leaving.gone)
        used = {folded for folded, _ in used_names({folded for *_, folded in found if folded}, leaving.gone)}
        gone = [row for row in found if row[-1] not in used]
        left.parts[word] = {id for id, *_ in gone}
        left.told += [f"{organization}, {word} {name}: left its file; {PRUNE}" for _, organization, name, _ in gone]
