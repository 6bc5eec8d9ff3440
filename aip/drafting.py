"""A text → the draft of an article file: what a machine can find, with TODO where a human must decide."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from aip.documents.values import MOST_WORDS
from aip.evidence.mentions import find_mentions
from aip.figures import Kind, find_figures, spell_figure
from aip.models import Organization
from aip.quotes import paragraphs, paragraphs_with

TODO = "TODO"


@dataclass(frozen=True)
class Stub:
    """Which section a figure of a kind goes to, under which field, and what a human has to add."""

    section: str
    field: str
    open: tuple[str, ...]


STUBS = {
    Kind.MONEY: Stub("investments", "amount", ("recipient", "stage")),
    Kind.POWER: Stub("energy_deals", "capacity", ("supplier", "offtaker", "kind", "stage")),
    Kind.ENERGY: Stub("forecasts", "value", ("metric", "region", "year")),
}


def draft_article(text: str, *, language: str, publisher: str, **header: str) -> str:
    """Return an article file, as YAML, that holds `text` and a stub for each organization and figure found in it.

    `header` are further fields of the article, such as title or source_name. ValueError for an unknown language or an
    empty text.
    """
    if not text.strip():
        raise ValueError("There is no text to draft from: it is empty.")
    text = text.replace("\r\n", "\n").strip() + "\n"
    article = {"publisher": publisher, **header, "language": language}
    article.setdefault("published", TODO)
    content: dict[str, Any] = {"article": article | {"text_is": "original", "text": _Block(text)}}
    content |= {"organizations": list(_organizations(text))}
    for number, figure in enumerate(find_figures(text, language=language), 1):
        stub = STUBS[figure.kind]
        entry = {"key": f"{TODO}-{number}", **dict.fromkeys(stub.open, TODO), stub.field: spell_figure(figure.figure)}
        entry["cite"] = {"field": stub.field, **_cite(figure.phrase, text, figure.start)}
        content.setdefault(stub.section, []).append(entry)
    return yaml.dump(
        {name: value for name, value in content.items() if value},
        Dumper=_Dumper,
        sort_keys=False,
        allow_unicode=True,
        width=120,
    )


def _organizations(text: str) -> Iterator[dict[str, Any]]:
    """Yield an entry for each organization that the text names, cited to the first place."""
    mentions = find_mentions(text)
    names = Organization.objects.in_bulk({mention.organization for mention in mentions})
    seen = set()
    for mention in mentions:
        if mention.organization not in seen:
            seen.add(mention.organization)
            end = mention.end + len(re.match(r"\w*", text[mention.end :])[0])  # a quote is of whole words: “OpenAIs”
            phrase = text[mention.start : end]
            yield {"name": names[mention.organization].name, "cite": _cite(phrase, text, mention.start)}


def _cite(phrase: str, text: str, start: int) -> dict[str, Any]:
    """Return the citation of a phrase at a place of the text, with its paragraph where the phrase stands in several."""
    quote = " ".join(phrase.split()[:MOST_WORDS])
    if len(paragraphs_with(quote, text)) > 1:
        return {"paragraph": max(1, len(paragraphs(text[: start + 1]))), "quote": quote}
    return {"quote": quote}


class _Block(str):
    """A text that is written over several lines, as it is read."""


class _Dumper(yaml.SafeDumper):
    """Writes lists indented, as people do."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


_Dumper.add_representer(
    _Block, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style="|")
)
