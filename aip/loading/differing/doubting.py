"""What a load should have a reader look at: articles said twice, and quotes that contradict what was loaded."""

from collections import defaultdict
from collections.abc import Collection
from functools import cache
from pathlib import Path

from django.db import connection

from aip.loading.report import Report
from aip.loading.stating.sayings import Said, said_in
from aip.models import Citation

MOST_COMPARED = 2_000  # articles of a load that are compared with all others

_ALIKE = """
    SELECT a.key, o.key, {what} FROM aip_article a JOIN aip_article o ON o.{column} = a.{column} AND o.id <> a.id
    WHERE a.id = ANY(%(looked_at)s) AND a.{column} <> ''"""
ALIKE = " UNION ALL ".join(
    _ALIKE.format(column=column, what=what) for column, what in (("url", "'address'"), ("text", "'text'"))
)


def find_twice(looked_at: Collection[int], files: dict[str, Path]) -> list[str]:
    """Return in lines which of some articles seem to be another one's twin, in one query."""
    if not looked_at or len(looked_at) > MOST_COMPARED:
        return []
    alike: dict[tuple[str, ...], set[str]] = defaultdict(set)
    with connection.cursor() as cursor:
        cursor.execute(ALIKE, {"looked_at": list(looked_at)})
        for one, other, what in cursor.fetchall():
            alike[tuple(sorted((one, other)))].add(what)
    called = {key: str(files.get(key, key)) for pair in alike for key in pair}
    return [
        f"{called[one]} and {called[other]} are the same article twice: same {' and same '.join(sorted(what))}"
        for (one, other), what in sorted(alike.items())
    ]


def tell_contradicted(report: Report) -> None:
    """Add to a report which citations of its articles are against their facts, as far as they are checked."""
    errors = Citation.objects.errors().filter(article__id__any=list(report.articles)).order_by("article__key", "pk")
    said = cache(said_in)
    report.contradictions = errors.count()
    for citation in errors[: report.listing.most]:
        file = report.files.get(citation.article.key)
        place = f"{file}:{_line(said(file), citation)}" if file else citation.article.key
        report.contradicted.append(f"{place}: {citation}: {citation.finding}")


def _line(said: Said | None, citation: Citation) -> int:
    """Return the line in which a file cites a phrase, the first where it does not."""
    identity = (citation.field, citation.quote, citation.paragraph)
    kind = citation.address.split(":")[0]
    for saying in said.sayings if said else ():
        for number, cite in enumerate(saying.values.get("cite", [])):
            if said and saying.kind == kind and (cite["field"], cite["quote"], cite["paragraph"]) == identity:
                return said.source.place((*saying.path, "cite", number))[0]
    return 1
