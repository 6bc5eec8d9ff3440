"""What decisions have the fields of facts hold, whatever the articles published later say."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from aip.figures import spell_figure
from aip.loading.storing.tables import TABLES, Columns, figure_columns
from aip.models import Decision, Statement
from aip.models.columns import stated_figure
from aip.models.sources import SUBJECTS


@dataclass(frozen=True)
class Decided:
    """The citation that was accepted last for a field, and what it states; no columns where that is nothing."""

    citation: int
    article: str
    columns: Columns = ()
    says: Any = None  # in the words of a file

    def is_held(self, held: Columns) -> bool:
        """Whether a field that holds this stands as decided."""
        return not self.columns or held == self.columns


Decisions = dict[int, dict[str, Decided]]  # by fact and field


def find_decided(kind: str, ids: Iterable[int]) -> Decisions:
    """Return what was decided on some facts, in a fixed number of queries."""
    found: Decisions = defaultdict(dict)
    facts = list(ids)
    if kind not in SUBJECTS or not facts:
        return found
    column, fields = f"citation__{kind}_id", TABLES[kind].fields
    figure = [f"citation__{name}" for name in ("value", "value_high", "bound", "unit")]
    rows = Decision.objects.filter(**{f"{column}__any": facts}).order_by("pk")
    plain: set[tuple[int, str]] = set()
    for id, name, citation, article, *stated in rows.values_list(
        column, "citation__field", "citation", "citation__article__key", *figure
    ):
        found[id][name] = Decided(citation, article)
        if name in fields and len(fields[name].columns) > 1:
            read = stated_figure(*stated)
            if read is not None:
                columns = figure_columns(read)[: len(fields[name].columns)]
                found[id][name] = Decided(citation, article, columns, spell_figure(read))
        elif name in SUBJECTS[kind].comparable():
            plain.add((id, name))
    _add_words(kind, found, plain)
    return found


def _add_words(kind: str, found: Decisions, plain: set[tuple[int, str]]) -> None:
    """Fill in what the file of the accepted citation says of fields that are no figures."""
    articles = {found[id][name].article for id, name in plain}
    rows = Statement.objects.filter(**{f"{kind}_id__any": [id for id, _ in plain]}, article__key__any=list(articles))
    said: dict[tuple[int, str], dict[str, Any]] = {}
    for id, article, values in rows.order_by("pk").values_list(f"{kind}_id", "article__key", "values") if plain else []:
        said.setdefault((id, article), values)
    for id, name in plain:
        decided = found[id][name]
        values = said.get((id, decided.article), {})
        if name in values:
            found[id][name] = Decided(decided.citation, decided.article, (values[name],), values[name])
