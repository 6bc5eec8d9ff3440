"""What must hold between the parts of a file: names said once, quotes that stand in the text.

These look at the plain data, beside the shape, so that a fault in one field never hides one in another.
"""

import re
from collections.abc import Iterator
from typing import Any

from aip.documents.faults import nearest, suggestion
from aip.documents.shape import (
    CommitmentEntry,
    EnergyDealEntry,
    Entry,
    ForecastEntry,
    InvestmentEntry,
    MemberEntry,
    ObservationEntry,
    OrganizationEntry,
    PartnershipEntry,
    PositionEntry,
)
from aip.documents.syntax import PathTo, Source
from aip.quotes import paragraphs_with

SECTIONS: dict[str, tuple[type[Entry] | None, str, type[Entry] | None]] = {  # entry, field of its parts, part
    "organizations": (OrganizationEntry, "", None),
    "people": (None, "positions", PositionEntry),
    "partnerships": (PartnershipEntry, "members", MemberEntry),
    "investments": (InvestmentEntry, "commitments", CommitmentEntry),
    "energy_deals": (EnergyDealEntry, "", None),
    "forecasts": (ForecastEntry, "", None),
    "observations": (ObservationEntry, "", None),
}


def check_entries(source: Source) -> None:
    """Note every entry said twice, and every citation of a phrase or a field that is not there."""
    said: dict[tuple[str, ...], PathTo] = {}
    text = _text(source.data)
    for path, entry, kind in _entries(source.data):
        identity = _identity(path, entry, kind, source.data)
        if identity in said:
            line = source.place(said[identity])[0]
            source.fault(source.place(path), f"“{', '.join(identity[1:])}” is said twice, first in line {line}")
        elif identity:
            said[identity] = path
        if kind:
            for cite_path, cite in _listed(entry.get("cite"), (*path, "cite")):
                if "uncited" in source.data and "article" not in source.data:
                    source.fault(source.place(cite_path), "a citation needs an article; this file has none")
                _check_field(source, cite_path, cite, entry, kind)
                _check_quote(source, cite_path, cite, text)


def check_open_questions(source: Source) -> None:
    """Note every TODO that a draft left for a human to decide."""
    if not source.may_be_open:
        return
    for path, value in _texts(source.data, ()):
        if is_open(value) and path != ("article", "text"):
            source.fault(source.place(path), f"“{value}”: somebody has to decide this before the article can be loaded")


def is_open(value: Any) -> bool:
    """Whether a value is a TODO."""
    return isinstance(value, str) and bool(re.search(r"\bTODO\b", value)) and "\n" not in value


def _texts(data: Any, path: PathTo) -> Iterator[tuple[PathTo, Any]]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(value, (*path, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _texts(value, (*path, number))
    else:
        yield path, data


def _entries(data: Any) -> Iterator[tuple[PathTo, dict[str, Any], type[Entry] | None]]:
    """Yield path, data and kind of every entry, the parts after what holds them; a person has no kind."""
    for section, (kind, field, part) in SECTIONS.items():
        for path, entry in _listed(_get(data, section), (section,)):
            yield path, entry, kind
            if part:
                yield from ((*found, part) for found in _listed(entry.get(field), (*path, field)))


def _listed(value: Any, path: PathTo) -> Iterator[tuple[PathTo, dict[str, Any]]]:
    """Yield path and mapping of each item; a mapping by itself counts as a list of one."""
    if isinstance(value, dict):
        yield path, value
    elif isinstance(value, list):
        yield from (((*path, number), item) for number, item in enumerate(value) if isinstance(item, dict))


def _get(data: Any, key: str) -> Any:
    return data.get(key) if isinstance(data, dict) else None


def _text(data: Any) -> str | None:
    text = _get(_get(data, "article"), "text")
    return text if isinstance(text, str) and text.strip() else None


def _identity(path: PathTo, entry: dict[str, Any], kind: type[Entry] | None, data: Any) -> tuple[str, ...]:
    """Return what names an entry within its file, or nothing where a part of that is missing."""
    names = kind.identity if kind else ("name",)
    default = {"role": "member"} if kind is MemberEntry else {}
    words = [entry.get(name, default.get(name)) for name in names]
    if not all(isinstance(word, str) for word in words):
        return ()
    holder = path[:2] if len(path) > 2 else path[:1]
    return (str(holder), *(" ".join(str(word).split()) for word in words))


def _check_field(source: Source, path: PathTo, cite: dict[str, Any], entry: dict[str, Any], kind: type[Entry]) -> None:
    field = cite.get("field")
    if not isinstance(field, str):
        return
    here = (*path, "field")
    if field not in kind.citable():
        hint = suggestion(field, kind.citable()) or f"; one of: {', '.join(kind.citable())}"
        source.fault(source.place(here), f"“{field}” is no field that a quote can support here{hint}")
    elif entry.get(field) is None and cite.get("states") is None and field not in _misspelt(entry, kind):
        source.fault(source.place(here), f"the quote supports “{field}”, but the entry says nothing of it")


def _misspelt(entry: dict[str, Any], kind: type[Entry]) -> set[str]:
    """Return the fields that unknown keys of an entry seem to mean; those are faults themselves."""
    return {nearest(key, kind.model_fields) for key in entry.keys() - kind.model_fields.keys()}


def _check_quote(source: Source, path: PathTo, cite: dict[str, Any], text: str | None) -> None:
    quote, paragraph = cite.get("quote"), cite.get("paragraph")
    if text is None or not isinstance(quote, str) or not quote.strip():
        return
    found = paragraphs_with(quote, text)
    here, numbers = (*path, "quote"), ", ".join(map(str, found))
    if not found:
        source.fault(source.place(here), f"the text does not hold “{quote}”{_near(quote, text)}")
    elif paragraph is None and len(found) > 1:
        source.fault(source.place(here), f"“{quote}” stands in paragraphs {numbers}: say which with “paragraph”")
    elif isinstance(paragraph, str) and paragraph.isdecimal() and int(paragraph) not in found:
        source.fault(source.place((*path, "paragraph")), f"“{quote}” stands in paragraph {numbers}, not {paragraph}")


def _near(quote: str, text: str) -> str:
    quote, text = " ".join(quote.split()), " ".join(text.split())
    if quote in text:
        return " as whole words and numbers"
    return " in these letters" if quote.casefold() in text.casefold() else ""
