"""Other names and identifiers of organizations: every one that some article gives, and none twice."""

from collections.abc import Iterator
from typing import Any

from aip.documents import Fault
from aip.loading.report import Report
from aip.loading.stating.facts import Facts
from aip.loading.stating.identity import Identities
from aip.loading.stating.sayings import Saying
from aip.loading.stating.settling import OTHER_NAMES, Stated, accepted
from aip.loading.storing.writing import take_ids, write
from aip.models import Organization, OrganizationIdentifier, OrganizationName
from aip.models.columns import Fold
from aip.vocabulary import NameKind


def promote(main: dict[int, str]) -> None:
    """Take the names that become an organization's main name off its other names."""
    for organization, name in main.items():
        OrganizationName.objects.filter(organization=organization, name__alike=name).delete()


def load(facts: Facts, identities: Identities, report: Report) -> list[Fault]:
    """Add the names and identifiers that are new; one that an editor removed since the last load stays removed."""
    _load_names(facts, identities, report)
    return _load_identifiers(facts, identities, report)


def _load_names(facts: Facts, identities: Identities, report: Report) -> None:
    folded = identities.directory.folded
    ids = [id for id, sayings in facts.sayings.items() if _may_give_names(facts, id, sayings)]
    identities.directory.learn({name for id in ids for name, _ in stated_names([*facts.before[id], *facts.now[id]])})
    rows_of = Organization.objects.filter(pk__any=ids).annotate(folded=Fold("name"))
    main = dict(rows_of.values_list("pk", "folded"))
    held = {
        (organization, name): (id, kind)
        for id, organization, name, kind in OrganizationName.objects.filter(organization_id__any=list(facts.rows))
        .annotate(folded=Fold("name"))
        .order_by()
        .values_list("pk", "organization_id", "folded", "kind")
    }
    rows: list[list[Any]] = []
    for id in ids:
        before = {folded[name]: kind for name, kind in stated_names(facts.before[id])}
        was_main = accepted(facts.before[id]).get("name", "")
        before.pop(folded.get(was_main, ""), None)  # it was no other name, but the main one
        for name, kind in stated_names(facts.now[id]):
            key, old = (id, folded[name]), before.get(folded[name])
            if main[id] == folded[name]:
                continue
            if key not in held and (old is None or identities.revive):
                rows.append([None, id, name, kind, ""])
                held[key] = (0, kind)
                _list(facts, id, "name", report)
            elif key in held and held[key][1] not in (kind, old):
                report.unchanged["name"] += 1
            elif key in held and held[key][0]:
                differs = held[key][1] != kind
                report.count("name", new=False, changed=differs)
                if differs:
                    rows.append([held[key][0], id, name, kind, ""])
    changed = [tuple(row) for row in rows if row[0] is not None]
    new = [row for row in rows if row[0] is None]
    for row, id in zip(new, take_ids(OrganizationName, len(new)), strict=True):
        row[0] = id
    report.new["name"] += len(new)
    columns = ["id", "organization_id", "name", "kind", "note"]
    write(OrganizationName, columns, [tuple(row) for row in new], changed, only_new=["name", "note"])


def _list(facts: Facts, id: int, kind: str, report: Report) -> None:
    """List what is new by its file, unless the entry was there before: of that every change is listed."""
    saying = facts.sayings[id][0]
    if saying not in facts.batch.stored:
        report.listing.add_new(kind, saying.article)


def _may_give_names(facts: Facts, id: int, sayings: list[Saying]) -> bool:
    """Whether the files may give an organization a name that nobody gave it before; most repeat the one it has."""
    if len(sayings) > 1 or sayings[0] in facts.batch.stored or any(name in sayings[0].values for name in OTHER_NAMES):
        return True
    name = sayings[0].values["name"]
    return bool(facts.before[id]) and all(stated.values.get("name") != name for stated in facts.before[id])


def stated_names(statements: list[Stated]) -> Iterator[tuple[str, str]]:
    """Yield each name that is stated, once, with its kind as last published; one used as the main name is an alias."""
    kinds: dict[str, str] = {}
    for stated in sorted(statements, key=lambda stated: stated.order):
        for field, kind in zip(OTHER_NAMES, NameKind, strict=True):
            kinds.update(dict.fromkeys(stated.values.get(field, []), kind.value))
    for stated in statements:
        if "name" in stated.values:
            kinds.setdefault(stated.values["name"], NameKind.ALIAS.value)
    yield from kinds.items()


def _load_identifiers(facts: Facts, identities: Identities, report: Report) -> list[Fault]:
    faults, rows = [], []
    wanted = {(scheme, value): id for id in facts.sayings for scheme, value in stated_identifiers(facts.now[id])}
    owners = {
        (scheme, value): organization
        for scheme, value, organization in OrganizationIdentifier.objects.filter(
            value__any=[value for _, value in wanted]
        )
        .order_by()
        .values_list("scheme", "value", "organization_id")
    }
    for id, sayings in facts.sayings.items():
        before = set(stated_identifiers(facts.before[id]))
        for scheme, value in stated_identifiers(facts.now[id]):
            owner = owners.get((scheme, value))
            if owner == id:
                report.unchanged["identifier"] += 1
            elif owner or wanted[scheme, value] != id:
                other = Organization.objects.filter(pk=owner or wanted[scheme, value]).first()
                message = f"{scheme} “{value}” is another organization's already" + (f": “{other}”" if other else "")
                faults.append(sayings[-1].fault(message, "identifiers", scheme))
            elif (scheme, value) not in before or identities.revive:
                rows.append((id, scheme, value, ""))
                _list(facts, id, "identifier", report)
    report.new["identifier"] += len(rows)
    numbered = [(row, *new) for row, new in zip(take_ids(OrganizationIdentifier, len(rows)), rows, strict=True)]
    if not faults:
        write(OrganizationIdentifier, ["id", "organization_id", "scheme", "value", "note"], numbered, [])
    return faults


def stated_identifiers(statements: list[Stated]) -> list[tuple[str, str]]:
    found = [stated.values.get("identifiers", {}) for stated in statements]
    return list(dict.fromkeys((scheme, value) for each in found for scheme, values in each.items() for value in values))
