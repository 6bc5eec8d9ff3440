"""The end of a load: where files and database differ, of the entries looked at and of those that were skipped."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from aip.documents import ArticleFile
from aip.loading.differences import WHOLE, find_differences
from aip.loading.report import Report, place_of
from aip.loading.sayings import Saying
from aip.loading.settling import Difference, Differing
from aip.loading.tables import Table
from aip.loading.wording import Wording, said_words

PARTS = {"cite": "citation", "identifiers": "identifier"}  # kinds that the report counts; other parts are names


def tell_differences(articles: Iterable[ArticleFile], sayings: Iterable[Saying], report: Report) -> None:
    """Add to the report every difference of facts that the articles state, whether or not this load looked at them."""
    places = {(saying.article.key, saying.kind, saying.named): place_of(saying) for saying in sayings}
    files = {article.key: str(article.source.file) for article in articles}
    found = {(each.kind, each.fact, each.label): each for each in find_differences() if each.article in files}
    counted: set[tuple[str, int]] = set()
    for pending, difference in _looked_at(report):
        _, id, saying, name, _ = pending
        inside = found.pop((difference.kind, id, name), None)
        known = replace(inside, answer=difference.answer, said=difference.said) if inside else difference
        report.differs(known, place_of(saying, name))
        counted.add((difference.kind, id))
    for each in found.values():
        report.differs(each, places.get((each.article, each.kind, each.named), files[each.article]))
    report.edited += _edited(found.values(), counted)


def _looked_at(report: Report) -> list[tuple[tuple[Table, int, Saying, str, Differing], Difference]]:
    """Return the differences that the load met, in words, in one query a table that they refer to."""
    wording = Wording()
    for table, _, _, name, differing in report.pending:
        wording.note(table, name, differing.held)
    wording.learn()
    return [(each, _told(*each, wording)) for each in report.pending]


def _told(table: Table, id: int, saying: Saying, name: str, differing: Differing, wording: Wording) -> Difference:
    return Difference(
        table.kind,
        id,
        saying.named,
        name,
        item="",
        statement=0,
        article=saying.article.key,
        says=said_words(differing.says),
        held=wording.words(table, name, differing.held),
        decided=differing.decided,
        answer=differing.answer,
        said=said_words(differing.said),
    )


def _edited(found: Iterable[Difference], counted: set[tuple[str, int]]) -> Counter[str]:
    """Count names, identifiers and quotes each, and facts once, unless the load has counted them."""
    parts = [PARTS.get(each.field, "name") for each in found if each.item]
    whole = [each.kind for each in found if each.field == WHOLE]
    facts = {(each.kind, each.fact) for each in found if each.fact and not each.item}
    return Counter([*parts, *whole, *(kind for kind, id in facts if id and (kind, id) not in counted)])
