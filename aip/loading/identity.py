"""Which row each entry of each file is about: the one it was loaded to before, the one it names, or a new one."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.db.models import F

from aip.documents import Fault, suggestion
from aip.loading.organizations import Directory, meet, names_of
from aip.loading.sayings import Saying
from aip.loading.tables import TABLES, Table, take_ids
from aip.models import Person, Publisher, Statement
from aip.models.columns import Fold

ORGANIZATIONS = (
    "parent",
    "acts_as",
    "recipient",
    "supplier",
    "offtaker",
    "forecaster",
    "organization",
)  # fields that name one
DEALS = {  # fields that hold a key, and of what
    "partnership": "partnership",
    "draws_on": "investment",
    "investment": "investment",
    "energy_deal": "energy_deal",
}
BY_KEY = ("article", "partnership", "investment", "energy_deal", "forecast", "observation")
BY_NAME = {"publisher": Publisher, "person": Person}
PARTS = ("position", "membership", "commitment")


class Identities:
    """The rows that the sayings of a load are about, and what the names and keys in them mean."""

    def __init__(self, sayings: list[Saying], *, revive: bool = False) -> None:
        """`revive` makes again what an editor deleted; otherwise that stays deleted."""
        self.sayings = sayings
        self.revive = revive
        self.directory = Directory()
        self.ids: dict[str, dict[Any, int]] = defaultdict(dict)  # kind → what names a row → its id
        self.stored: dict[Saying, Statement] = {}  # what the same file said of the same fact when last loaded
        self.left: list[Statement] = []  # what files said then and say no longer
        self.faults: list[Fault] = []

    def settle(self) -> None:
        """Give every saying the id of its row, or None where an editor deleted it; note what cannot be told."""
        self._remember()
        self._learn()
        live = [saying for saying in self.of("organization") if not self.is_gone(saying)]
        rows = {saying: row for saying in live if (row := self.row(saying))}
        self.faults += meet(live, self.directory, rows)
        for kind, model in BY_NAME.items():
            self._give(kind, {saying: self.directory.folded[saying.named] for saying in self.of(kind)}, _named(model))
        for kind in BY_KEY:
            self._give(kind, {saying: saying.named for saying in self.of(kind)}, _keyed(TABLES[kind]))
        self._check_references()
        if not self.faults:
            for kind in PARTS:
                parts = ((saying, self._part(saying)) for saying in self.of(kind))
                self._give(kind, {saying: names for saying, names in parts if names}, _identical(TABLES[kind]))

    def of(self, kind: str) -> list[Saying]:
        """Return the sayings of one kind of fact."""
        return [saying for saying in self.sayings if saying.kind == kind]

    def is_gone(self, saying: Saying) -> bool:
        """Whether an editor deleted the fact since its file was last loaded."""
        return saying in self.stored and not self.row(saying) and not self.revive

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
        party, *words = saying.entry.identity
        organization = self.organization(getattr(saying.entry, party))
        return (saying.holder.id, organization, *(str(getattr(saying.entry, word)) for word in words))

    def learn_references(self, stated: Iterable[dict[str, Any]]) -> None:
        """Look up what the statements of other articles refer to."""
        stated = list(stated)
        self.directory.learn({values[field] for values in stated for field in ORGANIZATIONS if field in values})
        names = {values["publisher"] for values in stated if "publisher" in values}
        self.directory.learn(names)
        self.ids["publisher"].update(_named(Publisher)({self.directory.folded[name] for name in names}))
        for field, kind in DEALS.items():
            keys = {values[field] for values in stated if field in values}
            self.ids[kind].update(_keyed(TABLES[kind])(keys - self.ids[kind].keys()))

    # Steps

    def _remember(self) -> None:
        keys = {saying.article.key for saying in self.sayings}
        stored = {
            (statement.article_key, statement.kind, statement.named): statement
            for statement in Statement.objects.filter(article__key__in=keys).annotate(article_key=F("article__key"))
        }
        for saying in self.sayings:
            statement = stored.pop((saying.article.key, saying.kind, saying.named), None)
            if statement:
                self.stored[saying] = statement
        self.left = list(stored.values())

    def row(self, saying: Saying) -> int | None:
        """Return the row to which the saying was loaded before."""
        statement = self.stored.get(saying)
        if statement is None:
            return None
        return statement.article_id if saying.kind == "article" else getattr(statement, f"{saying.kind}_id")

    def _learn(self) -> None:
        names = {saying.named for kind in BY_NAME for saying in self.of(kind)}
        names |= {name for saying in self.of("organization") for name in names_of(saying.entry)}
        names |= {name for saying in self.sayings for _, name in _organizations(saying)}
        self.directory.learn(names)
        self.learn_references(saying.values for saying in self.sayings)

    def _give(self, kind: str, wanted: dict[Saying, Any], find: Callable[[set[Any]], dict[Any, int]]) -> None:
        live = {saying: names for saying, names in wanted.items() if not self.is_gone(saying)}
        ids = find(set(live.values()))
        ids.update({names: row for saying, names in live.items() if (row := self.row(saying))})
        new = [names for names in dict.fromkeys(live.values()) if names not in ids]
        ids.update(zip(new, take_ids(TABLES[kind].model, len(new)), strict=True))
        for saying, names in live.items():
            saying.id = ids[names]
        self.ids[kind].update(ids)

    def _part(self, saying: Saying) -> tuple[Any, ...] | None:
        """Return what names a part, or None where there is nothing to name it by."""
        if self.is_gone(saying) or saying.holder is None:
            return None
        if saying.holder.id is None:
            self.faults.append(saying.fault(f"belongs to “{saying.holder.named}”, which an editor deleted"))
            return None
        return self.columns(saying)

    def _check_references(self) -> None:
        gone = {saying.named for saying in self.sayings if self.is_gone(saying)}
        for saying in self.sayings:
            if self.is_gone(saying):
                continue
            for field, name in _organizations(saying):
                if not self.organization(name) and (name not in gone or field in saying.entry.identity):
                    message = f"no organization is known as “{name}”{self.directory.near(name)}"
                    self.faults.append(saying.fault(message, field))
            for field, kind in DEALS.items():
                key = saying.values.get(field)
                if key and key not in self.ids[kind] and key not in gone:
                    message = f"no {kind} has the key “{key}”{suggestion(key, self._keys(kind))}"
                    self.faults.append(saying.fault(message, field))

    def _keys(self, kind: str) -> list[str]:
        model = TABLES[kind].model
        return [*self.ids[kind], *model._default_manager.values_list("key", flat=True)[:10_000]]


def _organizations(saying: Saying) -> Iterator[tuple[str, str]]:
    """Yield field and name of every organization that a saying refers to."""
    yield from ((field, saying.values[field]) for field in ORGANIZATIONS if field in saying.values)
    if saying.kind in PARTS:
        party = saying.entry.identity[0]
        yield party, getattr(saying.entry, party)


def _named(model: Any) -> Callable[[set[str]], dict[str, int]]:
    """Return what finds rows by their compared names."""
    return lambda names: dict(
        model.objects.annotate(folded=Fold("name")).filter(folded__in=names).values_list("folded", "pk")
    )


def _keyed(table: Table) -> Callable[[set[str]], dict[str, int]]:
    """Return what finds rows by their keys."""
    return lambda keys: dict(table.model._default_manager.filter(key__in=keys).values_list("key", "pk"))


def _identical(table: Table) -> Callable[[set[tuple[Any, ...]]], dict[tuple[Any, ...], int]]:
    """Return what finds parts by the columns that name them, of which the first is the holder's."""
    holder = table.identity[0]

    def find(names: set[tuple[Any, ...]]) -> dict[tuple[Any, ...], int]:
        rows = table.model._default_manager.filter(**{f"{holder}__in": {name[0] for name in names}})
        found = {tuple(columns): row for row, *columns in rows.values_list("pk", *table.identity)}
        return {name: found[name] for name in names if name in found}

    return find
