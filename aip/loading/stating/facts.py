"""The rows of one table that a batch is about, with all that is and was said of each."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any, Self

from aip.loading.stating.batches import Batch
from aip.loading.stating.decided import Decisions, find_decided
from aip.loading.stating.identity import Identities
from aip.loading.stating.sayings import Saying, order_of
from aip.loading.stating.settling import Stated
from aip.loading.storing.tables import Table, with_line_feeds
from aip.models import Statement

MANY = 16  # statements on one fact that are kept for the next batches, not asked for again


@dataclass
class Memory:
    """What one load knows from batch to batch: above all what is said of the facts that many articles speak of."""

    by_hand: dict[str, set[int]]  # kind → rows that somebody other than a load has written
    stated: dict[tuple[str, int], list[Stated]] = field(default_factory=dict)
    ahead: dict[tuple[str, int], dict[tuple[str, str], Stated]] = field(default_factory=lambda: defaultdict(dict))

    def look_ahead(self, batch: Batch, identities: Identities) -> None:
        """Take note of what a batch says of deals that others speak of, too: only together they may say enough."""
        for kind, keys in identities.shared.items():
            for saying in batch.of(kind):
                if saying.named in keys and not identities.is_gone(saying, batch):
                    stated = Stated(saying.order, saying.values)
                    self.ahead[kind, identities.ids[kind][saying.named]][saying.article.key, saying.named] = stated

    def add(self, kind: str, id: int, stated: list[Stated]) -> None:
        """Keep what is said of a fact: of statements that say the same, the last stands for all."""
        by_values = {_alike(each): each for each in sorted(stated, key=lambda each: each.order)}
        self.stated[kind, id] = list(by_values.values())


def _alike(stated: Stated) -> str:
    return repr(sorted((name, value) for name, value in stated.values.items() if name != "cite"))


@dataclass
class Facts:
    """Everything by the row's id; a row that is new is in `sayings` and not in `rows`.

    Entries that say what they said when last loaded are left out, unless somebody edited the row since.
    """

    table: Table
    batch: Batch
    sayings: dict[int, list[Saying]]  # what the files of this batch say
    rows: dict[int, dict[str, Any]]  # what the database holds, locked
    before: dict[int, list[Stated]]  # what all articles said when last loaded
    now: dict[int, list[Stated]]  # what all articles say
    decided: Decisions  # what somebody has decided
    unchanged: int  # how many facts are left out

    @classmethod
    def find(cls, table: Table, batch: Batch, identities: Identities, memory: Memory) -> Self:
        """Return the facts of one table that a batch is about, in a fixed number of queries."""
        sayings: dict[int, list[Saying]] = defaultdict(list)
        unchanged: set[int] = set()
        for saying in batch.of(table.kind):
            if batch.is_unchanged(saying) and saying.id not in memory.by_hand.get(table.kind, ()):
                unchanged.add(saying.id or 0)
            elif saying.id:
                sayings[saying.id].append(saying)
        old = [id for id in sayings if id not in identities.unwritten[table.kind]]
        left_out = len(unchanged - sayings.keys())
        decided = find_decided(table.kind, old)
        facts = cls(table, batch, sayings, _rows(table, old), defaultdict(list), defaultdict(list), decided, left_out)
        facts._read_statements(old, identities, memory)
        return facts

    def _read_statements(self, old: list[int], identities: Identities, memory: Memory) -> None:
        kind = self.table.kind
        changed = {
            saying.id
            for sayings in self.sayings.values()
            for saying in sayings
            if (stored := self.batch.stored.get(saying)) and stored.values != saying.values
        }
        for id in changed:
            memory.stated.pop((kind, id or 0), None)  # some of it is said no longer
        recalled = {id for id in old if (kind, id) in memory.stated and id not in changed}
        said = {(saying.article.key, saying.named) for sayings in self.sayings.values() for saying in sayings}
        for id in recalled:
            self.before[id] = list(memory.stated[kind, id])
            self.now[id] = list(self.before[id])
        asked = [id for id in old if id not in recalled]
        for id, article, published, named, values in _statements(kind, asked):
            stated = Stated(order_of(published, article), values)
            self.before[id].append(stated)
            if (article, named) not in said and (article, named) not in memory.ahead.get((kind, id), ()):
                self.now[id].append(stated)
        identities.learn_references(each.values for id in asked for each in (*self.before[id], *self.now[id]))
        for id, sayings in self.sayings.items():
            ahead = memory.ahead.get((kind, id))
            self.now[id] += ahead.values() if ahead else [Stated(saying.order, saying.values) for saying in sayings]
            if not ahead and (len(self.now[id]) > MANY or id in recalled):
                memory.add(kind, id, self.now[id])


def _statements(kind: str, ids: list[int]) -> Any:
    """Return what all articles said of some facts when last loaded."""
    if not ids:
        return []
    subject = "article_id" if kind == "article" else f"{kind}_id"
    stored = Statement.objects.filter(kind=kind, **{f"{subject}__any": ids})
    return stored.values_list(subject, "article__key", "article__published", "named", "values")


def _rows(table: Table, ids: list[int]) -> dict[int, dict[str, Any]]:
    """Return the rows as they are, locked until the load ends, so that no edit slips in between."""
    if not ids:
        return {}
    rows = table.model._default_manager.filter(pk__any=ids).order_by("pk").select_for_update()
    return {row["id"]: with_line_feeds(row) for row in rows.values(*table.columns)}
