"""Citations of the database → verdicts on them, many at a time.

A verdict is written only to a citation that nobody has touched since it was read (its `xmin` is the same); whatever a
verdict rests on touches the citation when it changes (`aip.models.unchecking`). So no verdict is ever out of date. One
that somebody is writing at this moment is passed over: a check waits for nobody, and nobody is kept from saving by it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator

from django.db import connection
from django.db.models import QuerySet, TextField
from django.db.models.expressions import RawSQL

from aip.evidence.judging import (
    Finding,
    contradicted,
    figures_in,
    judge_figure,
    names_any,
    not_judgeable,
    passages,
    says_word,
    supported,
)
from aip.evidence.lexicon import role_words, title_words
from aip.figures import Figure, Kind
from aip.models import Article, Citation, KnownName, Organization
from aip.models.sources import SUBJECTS
from aip.vocabulary import Against

BATCH = 2_000
FIGURES = {
    ("investment", "amount"): "stated_amount",
    ("commitment", "amount"): "stated_amount",
    ("energy_deal", "capacity"): "stated_capacity",
    ("energy_deal", "energy"): "stated_energy",
    ("forecast", "value"): "stated_value",
    ("observation", "value"): "stated_value",
}
KINDS = {"amount": Kind.MONEY, "capacity": Kind.POWER, "energy": Kind.ENERGY}  # what a field can hold, where it is one
NAMES = {  # which organizations a quote has to name for it to support a field: paths from the fact
    "organization": {"": "self", "name": "self", "aliases": "self", "former": "self", "legal": "self", "short": "self",
                     "parent": "self parent"},
    "membership": {"": "organization", "organization": "organization", "role": "organization"},
    "commitment": {"": "investor", "investor": "investor"},
    "position": {"": "organization", "organization": "organization", "person": "organization", "title": "organization"},
    "partnership": {"acts_as": "acts_as"},
    "investment": {"": "recipient", "recipient": "recipient"},
    "energy_deal": {"": "supplier offtaker", "supplier": "supplier", "offtaker": "offtaker"},
    "forecast": {"forecaster": "forecaster"},
    "observation": {"organization": "organization"},
}  # fmt: skip


def check_citations(
    citations: QuerySet[Citation] | None = None, *, progress: Callable[[int, int], None] = lambda done, total: None
) -> int:
    """Check citations, those that are unchecked where none are given; return how many were checked.

    Calls `progress` with how many are done of how many.
    """
    citations = Citation.objects.unchecked() if citations is None else citations
    total, done = citations.count(), 0
    for batch in _batches(citations):
        _check(batch)
        done += len(batch)
        progress(done, total)
    return done


def judge_citations(citations: QuerySet[Citation]) -> Iterator[tuple[Citation, Finding]]:
    """Yield what each citation would come to now; nothing is stored."""
    for batch in _batches(citations):
        known = _known_names(batch)
        yield from ((citation, judge(citation, known)) for citation in batch)


def check_text(article: Article, text: str) -> Iterator[tuple[Citation, Finding]]:
    """Yield what each citation of an article would come to if `text` were its text; nothing is stored."""
    article.text = text
    citations = list(with_parties(article.citations.all()))
    known = _known_names(citations)
    for citation in citations:
        citation.article, citation.paragraph = article, None  # paragraphs are counted in our own text
        yield citation, judge(citation, known)


def with_parties(citations: QuerySet[Citation]) -> QuerySet[Citation]:
    """Fetch along every organization that a citation's fact involves."""
    paths = [f"{kind}__{path}" for kind, fields in NAMES.items() for each in fields.values() for path in each.split()]
    return citations.with_facts().select_related(*(path for path in paths if not path.endswith("__self")))


def _batches(citations: QuerySet[Citation]) -> Iterator[list[Citation]]:
    last = 0
    rows = with_parties(citations).annotate(version=RawSQL("aip_citation.xmin::text", (), output_field=TextField()))
    while batch := list(rows.filter(pk__gt=last).order_by("pk")[:BATCH]):
        yield batch
        last = batch[-1].pk


def _check(batch: list[Citation]) -> None:
    known = _known_names(batch)
    findings = [(citation, judge(citation, known)) for citation in batch]
    changed = [
        (citation, finding)
        for citation, finding in findings
        if (citation.verdict, citation.against, citation.finding) != (finding.verdict, finding.against, finding.why)
    ]
    with connection.cursor() as cursor:
        cursor.execute(
            "WITH v(id, version, verdict, against, finding) AS MATERIALIZED "
            "(SELECT * FROM unnest(%s::bigint[], %s::text[], %s::text[], %s::text[], %s::text[])), "
            "free AS MATERIALIZED (SELECT c.id FROM aip_citation c JOIN v ON v.id = c.id "
            "WHERE c.xmin::text = v.version ORDER BY c.id FOR NO KEY UPDATE OF c SKIP LOCKED) "
            "UPDATE aip_citation c SET verdict = v.verdict, against = v.against, finding = v.finding "
            "FROM v JOIN free ON free.id = v.id WHERE c.id = v.id AND c.xmin::text = v.version",
            [
                [citation.pk for citation, _ in changed],
                [citation.version for citation, _ in changed],
                [finding.verdict.value for _, finding in changed],
                [finding.against for _, finding in changed],
                [finding.why for _, finding in changed],
            ],
        )


def read_stated(citation: Citation) -> Figure | None:
    """Return the figure that a quote states of its field, read as a verdict reads it.

    None where the field holds no figure, or the quote none of this kind, or several that differ.
    """
    fact = citation.fact  # it may not be saved yet, and without an address
    kinds = [kind for kind, model in SUBJECTS.items() if isinstance(fact, model)]
    name = FIGURES.get((kinds[0], citation.field)) if kinds else None
    if name is None:
        return None
    held = getattr(fact, name)
    kind = held.kind if held and held.kind else KINDS.get(citation.field)
    try:
        found = {each.figure for place in _places(citation) for each in figures_in(place, citation.article.language)}
    except ValueError:  # a language of which the grammar knows nothing
        return None
    alike = [figure for figure in found if kind is None or figure.kind == kind]
    return alike[0] if len(alike) == 1 else None


def _known_names(batch: list[Citation]) -> dict[int, list[str]]:
    organizations = {each.pk for citation in batch for each in _parties(citation, _paths(citation).split())}
    known = defaultdict(list)
    for organization, name in KnownName.objects.filter(organization__in=organizations).values_list(
        "organization", "folded"
    ):
        known[organization].append(name)
    return known


def _kind(citation: Citation) -> str:
    return citation.address.split(":")[0]


def _paths(citation: Citation) -> str:
    return NAMES[_kind(citation)].get(citation.field, "")


def _parties(citation: Citation, paths: list[str]) -> list[Organization]:
    fact = citation.fact
    parties = [fact if path == "self" else getattr(fact, path) for path in paths]
    return [party for party in parties if party is not None]


def judge(citation: Citation, known: dict[int, list[str]]) -> Finding:
    """Return the verdict on one citation; `known` are the names of the organizations it involves."""
    article, places = citation.article, _places(citation)
    if not places:
        where = f"paragraph {citation.paragraph} of the text" if citation.paragraph else "the text"
        return contradicted(f"quote: {where} does not hold it", Against.TEXT)
    figure = FIGURES.get((_kind(citation), citation.field))
    if figure:
        fact = getattr(citation.fact, figure)
        return judge_figure(citation.quote, places, language=article.language, fact=fact, stated=citation.stated_value)
    return _judge_names(citation, known)


def _places(citation: Citation) -> list[tuple[str, int, int]]:
    """Return where the quote stands in the article's text; without a text, the quote by itself."""
    quote, text = citation.quote, citation.article.text
    return passages(quote, text, citation.paragraph) if text else [(quote, 0, len(quote))]


def _judge_names(citation: Citation, known: dict[int, list[str]]) -> Finding:
    parties = _parties(citation, _paths(citation).split())
    if not parties:
        return _judge_title(citation)
    for party in parties:
        if not names_any(citation.quote, known.get(party.pk, [])):
            return not_judgeable(f"the quote does not name {party}")
    fact, language = citation.fact, citation.article.language
    words = role_words(fact.role, language) if _kind(citation) == "membership" else []
    if words and not says_word(citation.quote, words):
        return not_judgeable(f"the quote does not say “{fact.get_role_display()}”")
    if _kind(citation) == "position":
        return _judge_position(citation)
    return supported("the quote names " + " and ".join(map(str, parties)))


def _judge_position(citation: Citation) -> Finding:
    """A quote supports a position that names the organization, the person by the surname at least, and the title."""
    position = citation.fact
    surname = position.person.name.split()[-1]
    if not names_any(citation.quote, [surname]):
        return not_judgeable(f"the quote does not name {position.person}")
    if not says_word(citation.quote, title_words(position.title)) and not _in_compound(citation.quote, position.title):
        return not_judgeable(f"the quote does not say “{position.title}”")
    return supported(f"the quote names {position.person}, {position.organization} and the title")


def _in_compound(quote: str, title: str) -> bool:
    """Whether a title stands at the end of a compound: “BlackRock-CEO”."""
    return any(f"-{word.lower()}" in quote.lower() for word in title_words(title))


def _judge_title(citation: Citation) -> Finding:
    name = getattr(citation.fact, "name", "")
    if citation.field in ("", "name", "title") and name and names_any(citation.quote, [name]):
        return supported(f"the quote names {name}")
    return not_judgeable("only a reader can tell whether the quote says so")
