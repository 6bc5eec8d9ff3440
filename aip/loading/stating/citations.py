"""The phrases cited: those of the files, less what an editor took away, plus what an editor added."""

from collections.abc import Iterator
from typing import Any

from aip.figures import read_figure
from aip.loading.report import Report
from aip.loading.stating.batches import Batch
from aip.loading.stating.identity import Identities
from aip.loading.stating.sayings import Saying
from aip.loading.storing.tables import TABLES, Columns, figure_columns, line_feeds
from aip.loading.storing.writing import one_of, take_ids, write
from aip.models import Citation
from aip.models.sources import SUBJECTS

FIGURE = ("value", "value_high", "bound", "unit")
COLUMNS = ["id", "article_id", "paragraph", "quote", "field", *FIGURE, "note", *(f"{kind}_id" for kind in SUBJECTS)]
FACTS = tuple(SUBJECTS)
MADE_UP = ["verdict", "against", "finding"]  # what files do not say
UNCHECKED = ("",) * len(MADE_UP)
NOTHING: Columns = (None, None, "", "")
Identity = tuple[int, str, int, str, str, int | None]  # article, kind and id of the fact, field, quote, paragraph

Row = tuple[int | None, Identity, Columns]  # id, or None for a new citation


def load(batch: Batch, identities: Identities, report: Report) -> None:
    """Write citations that are new or state another figure, and delete those that left their entry.

    A citation that an editor deleted stays deleted, and one whose figure an editor changed stays as it is.
    """
    articles = identities.ids["article"]
    now: dict[Identity, Columns] = {}
    said_in = {articles[said.key]: said for said in batch.articles if not said.is_uncited}
    entries = {(articles[each.article.key], each.kind, each.id) for each in batch.stored}
    before: dict[Identity, Columns] = {}
    for saying in batch.sayings:
        if saying.kind in SUBJECTS and saying.id:
            now.update(_cited(saying, articles, saying.values))
            if saying in batch.stored:
                before.update(_cited(saying, articles, batch.stored[saying].values))
    held = _held([articles[said.key] for said in batch.articles if not said.is_new])
    rows: list[Row] = []
    for identity, figure in now.items():
        if identity not in held:
            if identity not in before or identities.revive:
                rows.append((None, identity, figure))
                report.new["citation"] += 1
                if identity[:3] not in entries:
                    report.listing.add_new("citation", said_in[identity[0]])
            continue
        id, stated = held[identity]
        now_stated = _merged(stated, stated if identities.revive else before.get(identity, ()), figure)
        report.count("citation", new=False, changed=now_stated != stated)
        if now_stated != stated:
            rows.append((id, identity, now_stated))
    _write([row for row in rows if row[0] is None], [row for row in rows if row[0] is not None])
    left = [held[identity][0] for identity in before.keys() - now.keys() if identity in held]
    if left:
        removed, _ = Citation.objects.filter(pk__in=left, decisions__isnull=True).delete()
        report.removed["citation"] += removed


def _merged(stated: Columns, before: Columns, now: Columns) -> Columns:
    """Return what the file states now, figure and note each by itself, unless an editor changed it since `before`."""
    figure = now[:-1] if stated[:-1] == before[:-1] else stated[:-1]
    return (*figure, now[-1] if stated[-1:] == before[-1:] else stated[-1])


def _cited(saying: Saying, articles: dict[Any, int], values: dict[str, Any]) -> Iterator[tuple[Identity, Columns]]:
    """Yield each citation of an entry with its note and the figure that it states, or the entry for the field."""
    fields = TABLES[saying.kind].fields
    for cite in values.get("cite", []):
        field = fields.get(cite["field"])
        is_figure = field is not None and len(field.columns) > 1
        said = cite.get("states", values.get(cite["field"]))
        figure = figure_columns(read_figure(said)) if is_figure and said else NOTHING
        identity = articles[saying.article.key], saying.kind, saying.id or 0
        yield (*identity, cite["field"], cite["quote"], cite["paragraph"]), (*figure, cite.get("note", ""))


def _held(articles: list[int]) -> dict[Identity, tuple[int, Columns]]:
    """Return id, stated figure and note of every citation of the articles that the database holds."""
    held = {}
    if not articles:
        return {}
    rows = Citation.objects.filter(article_id__any=articles).order_by()
    for id, article, address, field, quote, paragraph, *figure in rows.values_list(
        "pk", "article_id", "address", "field", "quote", "paragraph", *FIGURE, "note"
    ):
        kind, fact = address.split(":")
        held[article, kind, int(fact), field, quote, paragraph] = (id, tuple(map(line_feeds, figure)))
    return held


def _write(new: list[Row], changed: list[Row]) -> None:
    ids = iter(take_ids(Citation, len(new)))
    lines = [
        (
            next(ids) if id is None else id,
            article,
            paragraph,
            quote,
            field,
            *figure,
            one_of(FACTS, kind, fact),
            *UNCHECKED,
        )
        for id, (article, kind, fact, field, quote, paragraph), figure in [*new, *changed]
    ]
    write(Citation, [*COLUMNS, *MADE_UP], lines[: len(new)], lines[len(new) :], only_new=MADE_UP)
