"""What stands against a fact: told at once to whoever saves it, and at the top of its page for as long as it holds."""

from collections.abc import Iterable

from django.contrib import messages
from django.db.models import Model, Q, QuerySet
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from aip.admin.columns import sentence
from aip.conflicts import conflicts_of
from aip.evidence import check_citations
from aip.figures import Figure
from aip.models import Article, Citation
from aip.models.sources import SUBJECTS
from aip.vocabulary import Standing, Verdict

MOST_CHECKED = 200  # citations checked when a page is saved; the rest stays visibly unchecked
MOST_TOLD = 5
TROUBLED = (Standing.CONTRADICTED, Standing.CONFLICTING)
KINDS = {model: kind for kind, model in SUBJECTS.items()}


def contradicted_on(rows: Iterable[Model]) -> set[int]:
    """Return the contradicted citations of facts, of articles, or among the rows themselves."""
    return set(_citations_of(rows).filter(verdict=Verdict.CONTRADICTED).values_list("pk", flat=True))


def _citations_of(rows: Iterable[Model]) -> QuerySet[Citation]:
    rows = [row for row in rows if row.pk]
    of_facts = Q(address__in=[f"{KINDS[type(row)]}:{row.pk}" for row in rows if type(row) in KINDS])
    of_articles = Q(article__in=[row.pk for row in rows if isinstance(row, Article)])
    return Citation.objects.filter(of_facts | of_articles | Q(pk__in=[row.pk for row in rows if type(row) is Citation]))


def standing_of(fact: Model) -> dict:
    """Return, for a template, the open conflicts of a fact and the quotes that contradict it; nothing where none do."""
    if getattr(fact, "standing", "") not in TROUBLED:
        return {}
    conflicts = [each for each in conflicts_of(fact) if each.decision is None]
    fields, quotes = {each.field for each in conflicts}, Citation.objects.of(fact).contradicted()
    errors = set(quotes.errors().values_list("pk", flat=True))
    disputed = set(quotes.disputed().exclude(field__in=fields).values_list("pk", flat=True))
    return {
        "standing": Standing(fact.standing),
        "conflicts": [
            {
                "address": reverse("admin:aip_citation_conflict", args=[each.address, each.field]),
                "field": each.field_label,
                "says": [sentence(says) if isinstance(says, Figure) else says for says, _ in each.grouped()],
            }
            for each in conflicts
        ],
        "against": [each for each in quotes if each.pk in errors | disputed][:MOST_TOLD],
    }


def check_saved(request, rows: Iterable[Model], before: set[int]) -> None:
    """Check what saving has unchecked, and warn of quotes of these rows that contradict them, but not so `before`.

    What was contradicted before is told again as long as no other quote supports the fact.
    """
    latest = Citation.objects.unchecked().order_by("-pk").values_list("pk", flat=True)[:MOST_CHECKED]
    check_citations(Citation.objects.filter(pk__in=list(latest)))
    now = contradicted_on(rows)
    standing = Citation.objects.filter(pk__in=now & before).errors() if now & before else []
    told = now - before | {citation.pk for citation in standing}
    if told:
        _warn(request, Citation.objects.filter(pk__in=told).select_related("article__publisher").order_by("pk"))


def _warn(request, citations: QuerySet[Citation]) -> None:
    lines = [
        (each.quote, each.article, each.finding, reverse("admin:aip_citation_change", args=[each.pk]))
        for each in citations[:MOST_TOLD]
    ]
    more = len(citations) - len(lines)
    words = "Saved, although a quote says something else. Correct the value or the quote, or decide between articles."
    told = format_html_join("", '<br>“{}”, {}: {}. <a href="{}">Open the citation</a>', lines)
    messages.warning(request, format_html("{}{}{}", words, told, f" … and {more} more." if more else ""))
