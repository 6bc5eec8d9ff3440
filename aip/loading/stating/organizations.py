"""Which organization a name means: names of files and of the database, brought together."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db import connection

from aip.documents import Fault, suggestion
from aip.loading.stating.sayings import Saying
from aip.loading.storing.writing import take_ids
from aip.models import KnownName, Organization


@dataclass
class Directory:
    """Every name that matters to a load, and the organization each means."""

    folded: dict[str, str] = field(default_factory=dict)  # name as written → name as compared
    owner: dict[str, int] = field(default_factory=dict)  # name as compared → organization in the database
    main: dict[str, int] = field(default_factory=dict)  # main name as compared → organization in the database
    meant: dict[str, int] = field(default_factory=dict)  # name as compared → organization, new ones too

    def learn(self, names: set[str]) -> None:
        """Look up names, all in one query."""
        unknown = sorted(names - self.folded.keys())
        if not unknown:
            return
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT n.name, aip_fold(n.name), k.organization_id, aip_fold(o.name) = k.folded "
                "FROM unnest(%s::text[]) n(name) LEFT JOIN aip_knownname k ON k.folded = aip_fold(n.name) "
                "LEFT JOIN aip_organization o ON o.id = k.organization_id",
                [unknown],
            )
            for name, folded, organization, is_main in cursor.fetchall():
                self.folded[name] = folded
                if organization:
                    self.owner[folded] = organization
                    self.meant.setdefault(folded, organization)
                    if is_main:
                        self.main[folded] = organization

    def find(self, name: str) -> int | None:
        """Return the organization that a name means, if any."""
        return self.meant.get(self.folded.get(name, ""))

    def near(self, name: str) -> str:
        """Return what a misspelled name may have meant, for a message."""
        known = KnownName.objects.values_list("organization__name", flat=True)[:10_000]
        return suggestion(name, [*self.folded.keys() - {name}, *known])


def meet(sayings: list[Saying], directory: Directory, known: dict[Saying, int], new: set[int]) -> list[Fault]:
    """Decide which entries are of one organization, and give each name its row; return what cannot be decided.

    The ids of rows that are still to be made are added to `new`.

    An entry belongs to whatever knows its name; a name given besides, an alias, belongs with the organization whose
    main name it is. Two that share no more than an alias are two, and the alias is at fault.
    """
    faults: list[Fault] = []
    groups = _Groups()
    holders: dict[str, list[Saying]] = defaultdict(list)
    for saying in sayings:
        for name in saying.words:
            holders[directory.folded[name]].append(saying)
    for saying in sayings:
        own, *others = [directory.folded[name] for name in saying.words]
        for other in holders[own]:
            groups.join(saying, other)
        if own in directory.owner:
            groups.join(saying, directory.owner[own])
        for folded in others:
            if folded in directory.main:
                groups.join(saying, directory.main[folded])
        if saying in known:
            groups.join(saying, known[saying])
    faults += _two_of_the_database(sayings, groups)
    if not faults:
        faults += _shared_aliases(sayings, directory, groups)
    if not faults:
        new.update(_give_ids(sayings, directory, groups))
    return faults


def _two_of_the_database(sayings: list[Saying], groups: "_Groups") -> list[Fault]:
    faults = []
    for saying in sayings:
        ids = sorted(member for member in groups.members(saying) if isinstance(member, int))
        if len(ids) > 1:
            known = Organization.objects.filter(pk__in=ids).order_by("pk")
            words = " and ".join(f"“{organization}”" for organization in known)
            faults.append(saying.fault(f"“{saying.named}” brings together {words}, which are two in the database"))
    return faults


def _shared_aliases(sayings: list[Saying], directory: Directory, groups: "_Groups") -> list[Fault]:
    faults = []
    first: dict[str, Saying | int] = dict(directory.owner)
    for saying in sayings:
        for name in saying.words:
            holder = first.setdefault(directory.folded[name], saying)
            if groups.root(holder) != groups.root(saying):
                other = holder.words[0] if isinstance(holder, Saying) else Organization.objects.get(pk=holder).name
                faults.append(saying.fault(f"“{name}” is a name of “{other}” too; a name belongs to one organization"))
    return faults


def _give_ids(sayings: list[Saying], directory: Directory, groups: "_Groups") -> list[int]:
    roots = {groups.root(saying): groups.members(saying) for saying in sayings}
    new = [root for root, members in roots.items() if not any(isinstance(member, int) for member in members)]
    ids = dict(zip(new, take_ids(Organization, len(new)), strict=True))
    for root, members in roots.items():
        saved = [member for member in members if isinstance(member, int)]
        ids[root] = saved[0] if saved else ids[root]
    for saying in sayings:
        for name in saying.words:
            directory.meant[directory.folded[name]] = ids[groups.root(saying)]
    return [ids[root] for root in new]


class _Groups:
    """Sets that are joined when any two of their members are."""

    def __init__(self) -> None:
        self._of: dict[Saying | int, list[Saying | int]] = {}

    def members(self, one: Saying | int) -> list[Saying | int]:
        return self._of.setdefault(one, [one])

    def root(self, one: Saying | int) -> Saying | int:
        return self.members(one)[0]

    def join(self, one: Saying | int, other: Saying | int) -> None:
        small, large = sorted((self.members(one), self.members(other)), key=len)
        if small is not large:
            large += small
            self._of.update(dict.fromkeys(small, large))
