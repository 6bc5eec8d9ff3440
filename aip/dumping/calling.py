"""What an entry calls its fact: the file's own words, as long as they mean this row."""

from collections.abc import Iterator
from typing import Any

from aip.dumping.entries import HOLDERS, in_words
from aip.dumping.knowing import Known
from aip.dumping.laying import Fact

HOLDER_WORDS = {"membership": "partnership__key", "commitment": "investment__key", "position": "person__name"}


def call(fact: Fact, known: Known) -> None:
    """Name the fact in every entry so that it is known for this row; a file's own words stay where they will do."""
    kind, row = fact.table.kind, fact.row
    own = _own_words(kind, row, known)
    for entry in fact.entries:
        said = in_words(kind, entry.named) if entry.named is not None else None
        if said is None and entry.named is not None:
            said = _position(entry.named, row, known)
            entry.changed = True
        entry.words = said or {}
        if said is None or not _fits(said, kind, row, known):
            entry.call(own)
        if kind in HOLDERS:
            entry.holder = row[f"{HOLDERS[kind][0]}_id"]
            entry.holder_words = {HOLDER_WORDS[kind].rsplit("__", 1)[1]: row[HOLDER_WORDS[kind]]}
    if kind in ("publisher", "person"):  # a new row is called as the first article calls it
        fact.entries[0].call(own)


def _own_words(kind: str, row: dict[str, Any], known: Known) -> dict[str, str]:
    """Return what names a row, in its own words."""
    if kind == "organization":
        return {}
    if kind in ("person", "publisher"):
        return {"name": row["name"]}
    if kind == "commitment":
        return {"investor": known.words("investor", row["investor_id"])}
    if kind in HOLDERS:
        last = "role" if kind == "membership" else "title"
        return {"organization": known.words("organization", row["organization_id"]), last: row[last]}
    return {"key": row["key"]}


def _fits(said: dict[str, str], kind: str, row: dict[str, Any], known: Known) -> bool:
    if kind == "article":
        return True
    for name, word in said.items():
        if name in ("organization", "investor"):
            if known.organization(word) != row[f"{name}_id"]:
                return False
        elif name == "name":
            if known.fold(word) != known.fold(row[name]):
                return False
        elif word != row[name]:
            return False
    return True


def splits(named: str) -> Iterator[tuple[str, str, str]]:
    """Yield every way of reading person, organization and title, where one has a slash in it."""
    words = named.split("/")
    for one in range(1, len(words) - 1):
        for two in range(one + 1, len(words)):
            yield "/".join(words[:one]), "/".join(words[one:two]), "/".join(words[two:])


def _position(named: str, row: dict[str, Any], known: Known) -> dict[str, str] | None:
    """Return the words for a position of which one has a slash in it, if they still are the row's."""
    for _, organization, title in splits(named):
        if title == row["title"] and known.organization(organization) == row["organization_id"]:
            return {"organization": organization, "title": title}
    return None
