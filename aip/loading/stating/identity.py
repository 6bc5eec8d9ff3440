"""Which row each entry of each file is about: the one it was loaded to before, the one it names, or a new one.

Names and keys are gathered from all files first, so that the order of files never matters, and then mean one thing
for the whole load; the rows of positions, members and commitments are found batch by batch.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.db.models import Model

from aip.documents import Fault, suggestion
from aip.loading.stating.batches import Batch
from aip.loading.stating.organizations import Directory, meet
from aip.loading.stating.sayings import Saying
from aip.loading.storing.tables import TABLES, Table
from aip.loading.storing.writing import take_ids
from aip.models import Person, Publisher
from aip.models.columns import Fold

# Fields that name an organization.
ORGANIZATIONS = ("parent", "acts_as", "recipient", "supplier", "offtaker", "forecaster", "organization")
DEALS = {  # fields that hold a key, and of what
    "partnership": "partnership",
    "draws_on": "investment",
    "investment": "investment",
    "energy_deal": "energy_deal",
}
BY_KEY = ("article", "partnership", "investment", "energy_deal", "forecast", "observation")
BY_NAME: dict[str, type[Model]] = {"publisher": Publisher, "person": Person}
PARTS = ("position", "membership", "commitment")


class Identities:
    """The rows that a load is about, and what the names and keys in its files mean."""

    def __init__(self, *, revive: bool = False) -> None:
        """`revive` makes again what an editor deleted; otherwise that stays deleted."""
        self.revive = revive
        self.directory = Directory()
        self.ids: dict[str, dict[Any, int]] = defaultdict(dict)  # kind → what names a row → its id
        self.unwritten: dict[str, set[int]] = defaultdict(set)  # kind → ids given to rows that are still to be made
        self.shared: dict[str, set[str]] = defaultdict(set)  # kind → keys of which several files speak
        self.faults: list[Fault] = []
        self._organizations: dict[tuple[tuple[str, ...], int | None], Saying] = {}  # one saying for each way of naming
        self._wanted: dict[str, dict[str, int | None]] = defaultdict(dict)  # kind → name or key → row known before
        self._names: set[str] = set()  # that refer to organizations
        self._keys: dict[str, set[str]] = defaultdict(set)  # kind → keys that refer to deals
        self._gone: set[str] = set()  # what an editor deleted

    # First, what is named anywhere

    def gather(self, batch: Batch) -> None:
        """Take note of every name and key of a batch."""
        for saying in batch.sayings:
            kind, row = saying.kind, batch.row(saying)
            if self.is_gone(saying, batch):
                self._gone.add(saying.named)
                continue
            if kind == "organization":
                if (saying.words, row) not in self._organizations:
                    self._organizations[saying.words, row] = saying.alone()
            elif kind not in PARTS:
                wanted = self._wanted[kind]
                if saying.named in wanted and TABLES[kind].required:
                    self.shared[kind].add(saying.named)
                if row or saying.named not in wanted:
                    wanted[saying.named] = row
            self._names.update(name for _, name in references(saying))
            for field, of in DEALS.items():
                if field in saying.values:
                    self._keys[of].add(saying.values[field])

    def settle(self) -> None:
        """Give every name and key its row; note what cannot be told."""
        names = {name for words, _ in self._organizations for name in words}
        self.directory.learn(names | self._names | {name for kind in BY_NAME for name in self._wanted[kind]})
        sayings = list(self._organizations.values())
        known = {saying: row for (_, row), saying in self._organizations.items() if row}
        self.faults += meet(sayings, self.directory, known, self.unwritten["organization"])
        for kind in BY_NAME:
            folded = {self.directory.folded[name]: row for name, row in self._wanted[kind].items()}
            self._give(kind, folded, _named(BY_NAME[kind]))
        for kind in BY_KEY:
            self._give(kind, self._wanted[kind], _keyed(TABLES[kind]))
        for kind, keys in self._keys.items():
            self.ids[kind].update(_keyed(TABLES[kind])(keys - self.ids[kind].keys()))
        self._organizations.clear()
        self._wanted.clear()

    @property
    def refers_to_nothing(self) -> bool:
        """Whether some name or key means nothing, which `check_references` tells in full."""
        return any(not self.organization(name) for name in self._names) or any(
            not keys <= self.ids[kind].keys() for kind, keys in self._keys.items()
        )

    def check_references(self, batch: Batch) -> None:
        """Note every name and key of a batch that means nothing."""
        for saying in batch.sayings:
            if self.is_gone(saying, batch):
                continue
            for field, name in references(saying):
                if not self.organization(name) and (name not in self._gone or saying.kind in PARTS):
                    message = f"no organization is known as “{name}”{self.directory.near(name)}"
                    self.faults.append(saying.fault(message, field))
            for field, kind in DEALS.items():
                key = saying.values.get(field)
                if key and key not in self.ids[kind] and key not in self._gone:
                    message = f"no {kind} has the key “{key}”{suggestion(key, self._known_keys(kind))}"
                    self.faults.append(saying.fault(message, field))

    # Then, batch by batch

    def identify(self, batch: Batch) -> None:
        """Give every saying of a batch the id of its row, or None where an editor deleted it."""
        for saying in batch.sayings:
            if self.is_gone(saying, batch):
                saying.id = None
            elif saying.kind == "organization":
                saying.id = self.organization(saying.named)
            elif saying.kind in BY_NAME:
                saying.id = self.ids[saying.kind][self.directory.folded[saying.named]]
            elif saying.kind not in PARTS:
                saying.id = self.ids[saying.kind][saying.named]
        for kind in PARTS:
            self._identify_parts(kind, batch)

    def _identify_parts(self, kind: str, batch: Batch) -> None:
        named: dict[tuple[Any, ...], int | None] = {}
        parts = [saying for saying in batch.of(kind) if not self.is_gone(saying, batch)]
        live: list[tuple[Saying, tuple[Any, ...]]] = []
        for saying in parts:
            if saying.holder is None or saying.holder.id is None:
                holder = saying.holder.named if saying.holder else ""
                self.faults.append(saying.fault(f"belongs to “{holder}”, which an editor deleted"))
                continue
            columns = self.columns(saying)
            live.append((saying, columns))
            named[columns] = batch.row(saying) or named.get(columns)
        ids = self._ids_of(kind, named, _identical(TABLES[kind], self.unwritten))
        for saying, columns in live:
            saying.id = ids[columns]

    def is_gone(self, saying: Saying, batch: Batch) -> bool:
        """Whether an editor deleted the fact since its file was last loaded."""
        return not self.revive and saying in batch.stored and not batch.row(saying)

    # What names and keys mean, for reading fields

    def organization(self, name: str) -> int | None:
        return self.directory.find(name)

    def publisher(self, name: str) -> int | None:
        return self.ids["publisher"].get(self.directory.folded.get(name, name))

    def deal(self, kind: str, key: str) -> int | None:
        return self.ids[kind].get(key)

    def columns(self, saying: Saying) -> tuple[Any, ...]:
        """Return the columns that name a row: a key, a name, or the holder, the organization, and a role or title."""
        if saying.holder is None:
            return (saying.named,)
        party, *words = saying.words
        return (saying.holder.id, self.organization(party), *words)

    def learn_references(self, stated: Iterable[dict[str, Any]]) -> None:
        """Look up what the statements of other articles refer to."""
        names: set[str] = set()
        publishers: set[str] = set()
        keys: dict[str, set[str]] = defaultdict(set)
        for values in stated:
            names.update(values[field] for field in ORGANIZATIONS if field in values)
            if "publisher" in values:
                publishers.add(values["publisher"])
            for field, kind in DEALS.items():
                if field in values:
                    keys[kind].add(values[field])
        self.directory.learn(names | publishers)
        unknown = {self.directory.folded[name] for name in publishers} - self.ids["publisher"].keys()
        if unknown:
            self.ids["publisher"].update(_named(Publisher)(unknown))
        for kind, found in keys.items():
            if unknown := found - self.ids[kind].keys():
                self.ids[kind].update(_keyed(TABLES[kind])(unknown))

    # Steps

    def _give(self, kind: str, wanted: dict[str, int | None], find: Callable[[set[str]], dict[str, int]]) -> None:
        self.ids[kind].update(self._ids_of(kind, wanted, find))

    def _ids_of(
        self, kind: str, wanted: dict[Any, int | None], find: Callable[[set[Any]], dict[Any, int]]
    ) -> dict[Any, int]:
        """Return the id of each row that is wanted: the one known before, the one found, or a new one."""
        ids = find(set(wanted))
        ids.update({name: row for name, row in wanted.items() if row})
        new = [name for name in wanted if name not in ids]
        ids.update(zip(new, take_ids(TABLES[kind].model, len(new)), strict=True))
        self.unwritten[kind].update(ids[name] for name in new)
        return ids

    def _known_keys(self, kind: str) -> list[str]:
        model = TABLES[kind].model
        return [*self.ids[kind], *model._default_manager.values_list("key", flat=True)[:10_000]]


def references(saying: Saying) -> Iterator[tuple[str, str]]:
    """Yield field and name of every organization that a saying refers to."""
    if saying.kind in PARTS:
        yield ("investor" if saying.kind == "commitment" else "organization"), saying.words[0]
    else:
        values = saying.values
        for field in ORGANIZATIONS:
            if field in values:
                yield field, values[field]


def _named(model: Any) -> Callable[[set[str]], dict[str, int]]:
    """Return what finds rows by their compared names."""
    return lambda names: dict(
        model.objects.annotate(folded=Fold("name"))
        .filter(folded__any=list(names))
        .order_by()
        .values_list("folded", "pk")
    )


def _keyed(table: Table) -> Callable[[set[str]], dict[str, int]]:
    """Return what finds rows by their keys."""
    return lambda keys: dict(
        table.model._default_manager.filter(key__any=list(keys)).order_by().values_list("key", "pk")
    )


def _identical(table: Table, unwritten: dict[str, set[int]]) -> Callable[[set[Any]], dict[Any, int]]:
    """Return what finds parts by the columns that name them, of which the first is the holder's."""
    holder = table.identity[0]
    above = unwritten[holder.removesuffix("_id")]

    def find(names: set[Any]) -> dict[Any, int]:
        holders = list({name[0] for name in names} - above)
        rows = table.model._default_manager.filter(**{f"{holder}__any": holders})
        rows = rows.order_by()  # an order by names would leave out what belongs to an organization still to be made
        found = {tuple(columns): row for row, *columns in rows.values_list("pk", *table.identity)}
        return {name: found[name] for name in names if name in found}

    return find
