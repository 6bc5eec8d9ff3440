"""The end of a load: where files and database differ, of the entries looked at and of those that were skipped."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path

from aip.loading.differing.differences import WHOLE, find_differences
from aip.loading.differing.wording import Wording, said_words
from aip.loading.report import Pending, Report
from aip.loading.stating.sayings import Said, said_in
from aip.loading.stating.settling import Difference

PARTS = {"cite": "citation", "identifiers": "identifier"}  # kinds that the report counts; other parts are names
Key = tuple[str, int | None, str]  # kind of fact, row, and what it differs in


def tell_differences(files: dict[str, Path], report: Report) -> None:
    """Add to the report every difference of facts that the articles state, whether or not this load looked at them."""
    every = [each for each in find_differences() if each.article in files]
    report.decided = sum(each.decided for each in every)
    found = {(each.kind, each.fact, each.label): each for each in every if not each.decided}
    counted: set[tuple[str, int]] = set()
    told: list[Difference] = []
    for pending, difference in _looked_at(report):
        key: Key = (difference.kind, pending.id, pending.name)
        inside = found.pop(key, None)
        told.append(replace(inside, answer=difference.answer, said=difference.said) if inside else difference)
        counted.add((difference.kind, pending.id))
    report.edited += _edited(found.values(), counted)
    open_ones = [each for each in [*told, *found.values()] if not each.confirmed]
    report.confirmed = len(told) + len(found) - len(open_ones)
    report.differences = _placed(open_ones, files, report.listing.most)
    report.listing.place()


def _looked_at(report: Report) -> list[tuple[Pending, Difference]]:
    """Return the differences that the load met, in words, in one query a table that they refer to."""
    wording, met = Wording(), report.pending.values()
    for each in met:
        wording.note(each.table, each.name, each.differing.held)
    wording.learn()
    return [(each, _told(each, wording)) for each in met]


def _told(pending: Pending, wording: Wording) -> Difference:
    differing = pending.differing
    return Difference(
        pending.table.kind,
        pending.id,
        pending.named,
        pending.name,
        item="",
        statement=0,
        article=pending.article,
        says=said_words(differing.says),
        held=wording.words(pending.table, pending.name, differing.held),
        answer=differing.answer,
        said=said_words(differing.said),
    )


def _edited(found: Iterable[Difference], counted: set[tuple[str, int]]) -> Counter[str]:
    """Count names, identifiers and quotes each, and facts once, unless the load has counted them."""
    parts = [PARTS.get(each.field, "name") for each in found if each.item]
    whole = [each.kind for each in found if each.field == WHOLE]
    facts = {(each.kind, each.fact) for each in found if each.fact and not each.item}
    return Counter([*parts, *whole, *(kind for kind, id in facts if id and (kind, id) not in counted)])


def _placed(differences: list[Difference], files: dict[str, Path], most: int) -> list[tuple[str, Difference]]:
    """Return differences in the order of the files, with the line for as many as are shown."""
    said = cache(said_in)
    ordered = sorted(differences, key=lambda each: (str(files[each.article]), each.named, each.label))
    shown = [(str(files[each.article]), _place(said(files[each.article]), each), each) for each in ordered[:most]]
    shown.sort(key=lambda each: each[:2])
    placed = [(f"{file}:{line}", each) for file, line, each in shown]
    return [*placed, *((str(files[each.article]), each) for each in ordered[most:])]


def _place(said: Said | None, difference: Difference) -> int:
    """Return the line in which a file says what differs; the first where it says it no longer."""
    for saying in said.sayings if said else ():
        if said and (saying.kind, saying.named) == (difference.kind, difference.named):
            steps = () if difference.field == WHOLE else (difference.field,)
            return said.source.place((*saying.path, *steps))[0]
    return 1
