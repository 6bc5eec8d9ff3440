"""What names and keys mean while a dump reads, and by which the files are to call what they mean."""

from collections.abc import Iterable
from typing import Any

from django.db import connection

from aip.loading.stating.identity import DEALS, ORGANIZATIONS, Identities
from aip.loading.stating.settling import OTHER_NAMES
from aip.loading.storing.tables import TABLES
from aip.models import Organization, Publisher, Statement

MODELS = {"publisher": Publisher, **{field: TABLES[kind].model for field, kind in DEALS.items()}}


class Lost:
    """Names and keys that files use and the database knows no more, with what they meant when last loaded."""

    def __init__(self) -> None:
        names = ", ".join(f"'{field}'" for field in OTHER_NAMES)
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT DISTINCT n.name, s.organization_id FROM aip_statement s CROSS JOIN LATERAL ("  # noqa: S608
                "SELECT s.named AS name UNION SELECT jsonb_array_elements_text(o.value) "
                f'FROM jsonb_each(s."values") o WHERE o.key IN ({names})) n '
                "WHERE s.organization_id IS NOT NULL "
                "AND NOT EXISTS (SELECT FROM aip_knownname k WHERE k.folded = aip_fold(n.name))"
            )
            self.organizations: dict[str, int] = dict(cursor.fetchall())
        self.deals: dict[tuple[str, str], int] = {}
        for kind in DEALS.values():
            other = Statement.objects.filter(kind=kind, **{f"{kind}__isnull": False})
            for key, now, id in other.values_list("named", f"{kind}__key", f"{kind}_id").distinct().iterator():
                if key != now:
                    self.deals[kind, key] = id


class Known:
    """The names and keys that matter to some facts: those that their entries use, and those of what their rows name."""

    def __init__(self, lost: Lost) -> None:
        self.lost = lost
        self.identities = Identities()
        self.called: dict[tuple[str, int], str] = {}  # model and id → main name or key

    def learn(self, rows: Iterable[dict[str, Any]], values: list[dict[str, Any]], names: set[str]) -> None:
        """Look up, in a fixed number of queries, what rows and values refer to, and names besides."""
        self.identities.learn_references(values)
        self.identities.directory.learn(names)
        wanted: dict[Any, set[int]] = {Organization: set(self.lost.organizations.values())}
        for row in rows:
            for column, id in row.items():
                if id and column.endswith("_id"):
                    wanted.setdefault(_model(column[:-3]), set()).add(id)
        for (kind, _), id in self.lost.deals.items():
            wanted.setdefault(TABLES[kind].model, set()).add(id)
        for model, ids in wanted.items():
            if model and ids:
                name = "key" if hasattr(model, "key") else "name"
                found = model.objects.filter(pk__any=list(ids)).values_list("pk", name)
                self.called.update({(model.__name__, id): word for id, word in found})

    def organization(self, name: str) -> int | None:
        return self.identities.organization(name)

    def publisher(self, name: str) -> int | None:
        return self.identities.publisher(name)

    def deal(self, kind: str, key: str) -> int | None:
        return self.identities.deal(kind, key)

    def fold(self, name: str) -> str:
        """Return a name as compared."""
        return self.identities.directory.folded[name]

    def words(self, field: str, id: int) -> str:
        """Return what a file calls the row that a field refers to."""
        return self.called[_model(field).__name__, id]

    def repaired(self, values: dict[str, Any]) -> dict[str, str | None]:
        """Return new words for each reference that means nothing any more, None where what it meant is gone."""
        repairs: dict[str, str | None] = {}
        for field in ORGANIZATIONS:
            if field in values and not self.organization(values[field]):
                id = self.lost.organizations.get(values[field])
                repairs[field] = self.words(field, id) if id else None
        for field, kind in DEALS.items():
            if field in values and not self.deal(kind, values[field]):
                id = self.lost.deals.get((kind, values[field]))
                repairs[field] = self.words(field, id) if id else None
        return repairs


def _model(field: str) -> Any:
    """Return the model of what a field of that name refers to."""
    return Organization if field in (*ORGANIZATIONS, "investor") else MODELS.get(field)
