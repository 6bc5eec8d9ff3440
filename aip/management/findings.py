"""What a check of the evidence found, told: a section for each standing, a line for each fact, its quotes below it."""

import json
from collections import defaultdict
from collections.abc import Iterable

from django.urls import reverse

from aip.conflicts import Conflict, Said
from aip.figures import Figure, format_figure
from aip.models import Citation
from aip.models.facts import Fact

SECTIONS = {
    "contradicted": ("Contradicted", "field", "with a quote that contradicts, and none that supports"),
    "conflicting": ("Conflicting", "field", "on which articles differ and nobody has decided"),
    "decided": ("Decided", "field", "on which articles differ (--all lists them)"),
    "unchecked": ("Unchecked", "field", "with quotes that somebody is writing at this moment"),
    "uncited": ("Uncited", "fact", "that no quote supports"),
    "supported": ("Supported", "field", "that say what the document says"),
    "not_judgeable": ("Not judgeable", "field", "of which only a reader can tell"),
}


class Findings:
    """Writes what was found: for people in sections, for programs an object a line."""

    def __init__(self, stream, *, as_json: bool):
        self.stream, self.as_json = stream, as_json

    def of_citations(self, standing: str, citations: Iterable[Citation]) -> None:
        """Tell citations under the field of the fact to which they belong."""
        self._fields(standing, by_field(citations), page=_page)

    def of_conflicts(self, standing: str, conflicts: list[Conflict], *, listed: bool = True) -> None:
        """Tell conflicts, each with the quotes that differ from what the fact holds, or only how many there are."""
        if listed:
            self._fields(standing, conflicts, page=_conflict_page)
        elif not self.as_json:
            self._heading(standing, len(conflicts))

    def of_facts(self, standing: str, facts: list[Fact]) -> None:
        """Tell facts, those of a kind together."""
        kinds: dict[str, list[Fact]] = defaultdict(list)
        for fact in facts:
            kinds[str(fact._meta.verbose_name_plural)].append(fact)
        if not self.as_json:
            self._heading(standing, len(facts))
        for kind, rows in kinds.items():
            if not self.as_json:
                self.stream.write(f"  {kind}: {len(rows):,}")
            for row in rows:
                if self.as_json:
                    self._object(standing, row, fact=str(row))
                else:
                    self.stream.write(f"    {row}  {_page(row)}")

    def sum_up(self, counts: dict[str, int]) -> None:
        """Tell the counts in a line."""
        line = (
            f"{_of(counts['citations'], 'citation')}: {counts['supported']:,} supported, "
            f"{counts['contradicted']:,} contradicted, {counts['explained']:,} set aside for another that is accepted, "
            f"{counts['not_judgeable']:,} not judgeable, {counts['unchecked']:,} unchecked; "
            f"{_of(counts['open'], 'conflict')} open, {counts['decided']:,} decided; "
            f"{_of(counts['uncited'], 'fact')} uncited."
        )
        self.stream.write(json.dumps({"standing": "summary", "text": line, **counts}) if self.as_json else line)

    def _fields(self, standing: str, fields: list[Conflict], page) -> None:
        if not self.as_json:
            self._heading(standing, len(fields))
        for each in fields:
            held = _words(each.in_words(each.held))
            differing = [citation for citation in each.citations if citation not in each.accepted] or each.citations
            shown = each.citations if page is _page else differing
            if not self.as_json:
                about = f"{each.fact}, {each.field_label}: {held or 'nothing'}" if each.field else str(each.fact)
                self.stream.write(f"  {about}  {page(each)}")
            for citation in shown:
                self._quote(standing, each, citation, held)

    def _quote(self, standing: str, field: Conflict, citation: Citation, held: str | None) -> None:
        said = _words(field.says(citation))
        why = citation.finding if citation.finding and citation.verdict != "supported" else ""
        if standing in ("conflicting", "decided") and citation.verdict != "contradicted":
            why = f"says {said}" if said else why
        if self.as_json:
            fact, article = str(field.fact), citation.article.key
            self._object(standing, citation, article=article, fact=fact, field=citation.field, holds=held, why=why)
        else:
            self.stream.write(f"    {citation.article.key}: “{citation.quote}”" + (f" – {why}" if why else ""))

    def _heading(self, standing: str, count: int) -> None:
        title, noun, what = SECTIONS[standing]
        self.stream.write(f"{title}: {_of(count, noun)} {what}" if count else f"{title}: none")

    def _object(self, standing: str, row: Fact, **more) -> None:
        told = {
            "standing": standing,
            "is": row._meta.model_name,
            "id": row.pk,
            "place": _page(row),
            "article": None,
            "fact": None,
            "field": None,
            "holds": None,
            "text": str(row),
            "why": "",
        }
        self.stream.write(json.dumps(told | more, ensure_ascii=False))


def by_field(citations: Iterable[Citation]) -> list[Conflict]:
    """Return citations by the field of the fact that they are of."""
    fields: dict[tuple[str, str], list[Citation]] = defaultdict(list)
    for citation in citations:
        fields[citation.address, citation.field].append(citation)
    return [Conflict(address, field, each) for (address, field), each in fields.items()]


def _words(said: Said) -> str | None:
    return format_figure(said, language="en") if isinstance(said, Figure) else said


def _of(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _page(row: Fact | Conflict) -> str:
    row = row.fact if isinstance(row, Conflict) else row
    return reverse(f"admin:aip_{row._meta.model_name}_change", args=[row.pk])


def _conflict_page(conflict: Conflict) -> str:
    if len(conflict.citations) == 1 or not conflict.field:  # one that no other article is known to state otherwise
        return _page(conflict)
    return reverse("admin:aip_citation_conflict", args=[conflict.address, conflict.field])
