"""What needs a look: conflicts, differences, quotes that a machine found wrong or has not checked yet."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.urls import reverse

from aip.admin.pages import MOST, row_counts
from aip.conflicts import find_open
from aip.loading.differing.candidates import find_candidates
from aip.loading.differing.differences import find_differences
from aip.models import Citation

MOST_COMPARED = 50_000  # citations among which the first page looks for conflicts; of more, their own page tells
MOST_TOUCHED = 2_000  # facts edited by hand that the first page compares with the files


@dataclass(frozen=True)
class Work:
    """A list of what needs a look: how many there are, or None where counting would take too long."""

    name: str
    url: str
    count: int | None
    says: str

    @property
    def is_many(self) -> bool:
        """Whether there are more than were counted."""
        return self.count is not None and self.count > MOST


def work_of(user) -> list[Work]:
    """Return what needs a look and may be seen by the user, in a fixed number of queries."""
    conflicts = reverse("admin:aip_citation_conflicts", query={"state": "open"})
    differences = reverse("admin:aip_statement_differences")
    found = []
    if user.has_perm("aip.view_citation"):
        found.append(Work("Conflicts", conflicts, _open_conflicts(), "Articles state different things of one fact."))
    if user.has_perm("aip.view_statement"):
        found.append(Work("Differences", differences, _open_differences(), "The database is not what a file says."))
    if user.has_perm("aip.view_citation"):
        for name, query, rows, says in (
            (
                "Contradicted",
                {"contradiction": "error"},
                Citation.objects.errors(),
                "A quote says otherwise.",
            ),
            ("Unchecked", {"verdict__exact": ""}, Citation.objects.unchecked(), "No machine has read the quote."),
        ):
            found.append(Work(name, reverse("admin:aip_citation_changelist", query=query), _few(rows), says))
    return found


def _open_conflicts() -> int | None:
    return len(find_open()) if row_counts([Citation])[Citation._meta.db_table] <= MOST_COMPARED else None


def _open_differences() -> int | None:
    if sum(map(len, find_candidates().values())) > MOST_TOUCHED:
        return None
    return sum(not each.decided and not each.confirmed for each in find_differences())


def _few(rows: QuerySet) -> int:
    """Return how many rows there are, counted up to one more than `MOST`."""
    return rows.order_by().values("pk")[: MOST + 1].count()
