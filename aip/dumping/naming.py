"""The names of an organization laid over what its entries call it: each survives, and so does the main one."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from aip.dumping.entries import Entry
from aip.dumping.knowing import Known
from aip.dumping.laying import Fact
from aip.dumping.left import Left
from aip.loading.stating.names import stated_identifiers, stated_names
from aip.loading.stating.settling import OTHER_NAMES, Stated, accepted
from aip.models import OrganizationIdentifier, OrganizationName
from aip.vocabulary import NameKind

FIELDS = {kind.value: field for field, kind in zip(OTHER_NAMES, NameKind, strict=True)}


@dataclass(frozen=True)
class OtherName:
    """Another name of an organization."""

    name: str
    kind: str
    note: str = ""


@dataclass(frozen=True)
class Identifier:
    """An identifier of an organization."""

    scheme: str
    value: str
    note: str = ""


def read_names(ids: list[int], left: Left) -> tuple[dict[int, list[OtherName]], dict[int, list[Identifier]]]:
    """Return the other names and the identifiers of organizations, without those that left their files."""
    names: dict[int, list[OtherName]] = defaultdict(list)
    identifiers: dict[int, list[Identifier]] = defaultdict(list)
    rows = OrganizationName.objects.filter(organization_id__any=ids).exclude(pk__in=left.parts.get("name", ()))
    for id, *name in rows.order_by("name", "pk").values_list("organization_id", "name", "kind", "note"):
        names[id].append(OtherName(*name))
    rows = OrganizationIdentifier.objects.filter(organization_id__any=ids)
    rows = rows.exclude(pk__in=left.parts.get("identifier", ())).order_by("scheme", "value")
    for id, *identifier in rows.values_list("organization_id", "scheme", "value", "note"):
        identifiers[id].append(Identifier(*identifier))
    for id in left.names.keys() & set(ids):
        names[id].append(OtherName(left.names[id], NameKind.ALIAS.value))
    return names, identifiers


def lay_names(fact: Fact, names: list[OtherName], identifiers: list[Identifier], known: Known) -> None:
    """Have the entries give these other names, each with its kind, these identifiers, and the main name of the row."""
    main, fold, entries = fact.row["name"], known.fold, fact.entries
    others = {fold(other.name): (other.name, other.kind) for other in names if fold(other.name) != fold(main)}
    said = [(each.scheme, each.value) for each in identifiers]
    fact.row["others"] = _by_field(list(others.values()), said)
    for entry in entries:
        if fold(entry.values.setdefault("name", main)) not in {fold(main), *others}:
            entry.put("name", main)
        _keep(entry, lambda name: fold(name) in others or fold(name) == fold(main))
    if accepted(_stated(entries))["name"] != main:
        for entry in entries:
            _keep(entry, lambda name: fold(name) != fold(main))
        entries[-1].put("name", main)
    for folded, (name, kind) in others.items():
        _give(entries, folded, name, kind, fold)
    _join(entries, main, others, fold)
    _lay_identifiers(entries, said)
    for each in names:
        if each.note:
            fact.lose(f"the note on its name “{each.name}”")
    for held in identifiers:
        if held.note:
            fact.lose(f"the note on its identifier {held.scheme} {held.value}")


def _by_field(names: list[tuple[str, str]], identifiers: list[tuple[str, str]]) -> dict[str, Any]:
    """Return all names and identifiers as the fields of an entry."""
    fields: dict[str, Any] = {}
    for name, kind in names:
        fields.setdefault(FIELDS[kind], []).append(name)
    for scheme, value in identifiers:
        fields.setdefault("identifiers", {}).setdefault(scheme, []).append(value)
    return fields


def _stated(entries: list[Entry]) -> list[Stated]:
    return [Stated(entry.order, entry.values) for entry in entries]


def _keep(entry: Entry, wanted: Callable[[str], bool]) -> None:
    for field in OTHER_NAMES:
        entry.put(field, [name for name in entry.values.get(field, []) if wanted(name)])


def _add(entry: Entry, kind: str, name: str) -> None:
    entry.put(FIELDS[kind], [*entry.values.get(FIELDS[kind], []), name])


def _comes_to(entries: list[Entry], folded: str, fold: Callable[[str], str]) -> tuple[str, str] | None:
    """Return how loading the entries would spell a name, and of what kind."""
    return next((each for each in stated_names(_stated(entries)) if fold(each[0]) == folded), None)


def _give(entries: list[Entry], folded: str, name: str, kind: str, fold: Callable[[str], str]) -> None:
    """Have the entries give one other name, by a change of the last that gives it, or else wherever it stands."""
    if _comes_to(entries, folded, fold) == (name, kind):
        return
    giving = [entry for entry in entries if any(fold(each) == folded for each in _listed(entry))]
    last = (giving or entries)[-1]
    for changed in ([last], entries):
        for entry in changed:
            _keep(entry, lambda each: fold(each) != folded)
            if fold(entry.values["name"]) == folded and len(changed) > 1:
                entry.put("name", name)
        _add(last, kind, name)
        if _comes_to(entries, folded, fold) == (name, kind):
            return


def _listed(entry: Entry) -> list[str]:
    return [name for field in OTHER_NAMES for name in entry.values.get(field, [])]


def _join(entries: list[Entry], main: str, others: dict[str, tuple[str, str]], fold: Callable[[str], str]) -> None:
    """Have every entry share a name with the last, so that a load knows them for one organization."""
    while apart := _apart(entries, fold):
        entry, last = apart[0], entries[-1]
        own, its = fold(entry.values["name"]), fold(last.values["name"])
        if own in others:
            _add(last, others[own][1], others[own][0])
        else:
            _add(entry, others[its][1], others[its][0])


def _apart(entries: list[Entry], fold: Callable[[str], str]) -> list[Entry]:
    """Return the entries that do not hang together with the last one by the name that they begin with."""
    own = {entry: fold(entry.values["name"]) for entry in entries}
    if len(set(own.values())) == 1:
        return []
    names = {entry: {own[entry], *map(fold, _listed(entry))} for entry in entries}
    joined, rest, grown = [entries[-1]], entries[:-1], True
    while grown:
        found = [
            entry for entry in rest if any(own[entry] in names[each] or own[each] in names[entry] for each in joined)
        ]
        grown = bool(found)
        joined += found
        rest = [entry for entry in rest if entry not in found]
    return rest


def _lay_identifiers(entries: list[Entry], identifiers: list[tuple[str, str]]) -> None:
    for entry in entries:
        said = entry.values.get("identifiers", {})
        kept = {
            scheme: [value for value in values if (scheme, value) in identifiers] for scheme, values in said.items()
        }
        entry.put("identifiers", {scheme: values for scheme, values in kept.items() if values})
    stated = stated_identifiers(_stated(entries))
    for scheme, value in identifiers:
        if (scheme, value) not in stated:
            said = entries[-1].values.get("identifiers", {})
            entries[-1].put("identifiers", {**said, scheme: [*said.get(scheme, []), value]})
