"""The rows of one table that a load is about, with all that is and was said of each."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self

from aip.loading.identity import Identities
from aip.loading.sayings import Saying, order_of
from aip.loading.settling import Stated
from aip.loading.tables import Table
from aip.models import Decision, Statement
from aip.models.sources import SUBJECTS


@dataclass
class Facts:
    """Everything by the row's id; a row that is new is in `sayings` and not in `rows`."""

    table: Table
    sayings: dict[int, list[Saying]]  # what the files of this load say
    rows: dict[int, dict[str, Any]]  # what the database holds, locked
    before: dict[int, list[Stated]]  # what all articles said when last loaded
    now: dict[int, list[Stated]]  # what all articles say
    decided: dict[int, set[str]]  # fields on which an editor has decided

    @classmethod
    def find(cls, table: Table, identities: Identities) -> Self:
        """Return the facts of one table that the sayings are about, in a fixed number of queries."""
        sayings: dict[int, list[Saying]] = defaultdict(list)
        for saying in identities.of(table.kind):
            if saying.id:
                sayings[saying.id].append(saying)
        facts = cls(table, sayings, _rows(table, list(sayings)), defaultdict(list), defaultdict(list), defaultdict(set))
        facts._read_statements()
        facts._read_decisions()
        identities.learn_references(stated.values for all_stated in facts.now.values() for stated in all_stated)
        identities.learn_references(stated.values for all_stated in facts.before.values() for stated in all_stated)
        return facts

    def _read_statements(self) -> None:
        kind = self.table.kind
        subject = "article_id" if kind == "article" else f"{kind}_id"
        stored = Statement.objects.filter(kind=kind, **{f"{subject}__in": list(self.sayings)})
        said = {(saying.article.key, saying.named) for sayings in self.sayings.values() for saying in sayings}
        columns = (subject, "article__key", "article__published", "named", "values")
        for id, article, published, named, values in stored.values_list(*columns):
            stated = Stated(order_of(published, article), values)
            self.before[id].append(stated)
            if (article, named) not in said:
                self.now[id].append(stated)
        for id, sayings in self.sayings.items():
            self.now[id] += [Stated(saying.order, saying.values) for saying in sayings]

    def _read_decisions(self) -> None:
        self.decided = decided_fields(self.table.kind, self.sayings)


def decided_fields(kind: str, ids: Iterable[int]) -> dict[int, set[str]]:
    """Return the fields of some facts on which an editor has decided, by the fact's id."""
    decided: dict[int, set[str]] = defaultdict(set)
    if kind in SUBJECTS:
        decisions = Decision.objects.filter(**{f"citation__{kind}__in": list(ids)})
        for id, field in decisions.values_list(f"citation__{kind}_id", "citation__field"):
            decided[id].add(field)
    return decided


def _rows(table: Table, ids: list[int]) -> dict[int, dict[str, Any]]:
    """Return the rows as they are, locked until the load ends, so that no edit slips in between."""
    rows = table.model._default_manager.filter(pk__in=ids).order_by("pk").select_for_update()
    return {row["id"]: row for row in rows.values(*table.columns)}
