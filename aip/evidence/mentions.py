"""Known organizations in a text: every place where one of their names stands, whatever its case."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from aip.models import KnownName

LONGEST = 8  # words of a name that is looked for
BATCH = 20_000  # candidates a query
_WORD = re.compile(r"[^\s\-–—/]+")
_OPENING, _CLOSING = "([{„“”\"'’‚«»¿¡", ")]}“”\"'’»«,;:!?…"


@dataclass(frozen=True)
class Mention:
    """A name of an organization in a text: its span in code points, and whose it is."""

    start: int
    end: int
    name: str
    organization: int


def find_mentions(text: str) -> list[Mention]:
    """Return the known organizations that `text` names, in order; of overlapping names the longest."""
    candidates, found = _candidates(text), []
    while batch := list(islice(candidates, BATCH)):  # so that a text of megabytes takes no more memory than its words
        owners = _owners({folded for _, _, folded in batch})
        found += [Mention(start, end, text[start:end], owners[name]) for start, end, name in batch if name in owners]
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda each: (each.start, -each.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _candidates(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield span and compared form of every run of words that may be a name: it begins with a capital or a digit.

    A name may stand in brackets or quotes, before a comma, or with a genitive s.
    """
    words = list(_WORD.finditer(text))
    for first, word in enumerate(words):
        start = word.start() + len(word[0]) - len(word[0].lstrip(_OPENING))
        if start == word.end() or not _may_begin(text[start : word.end()]):
            continue
        for last in words[first : first + LONGEST]:
            run = text[start : last.end()]
            if "\n\n" in run:
                break
            for form in _forms(run):
                yield start, start + len(form), " ".join(unicodedata.normalize("NFKC", form).lower().split())


def _may_begin(word: str) -> bool:
    return any(character.isupper() or character.isdigit() for character in word[:4])


def _forms(run: str) -> Iterator[str]:
    """Yield a run of words as it is, without closing signs, and without a genitive s."""
    bare = run.rstrip(_CLOSING)
    forms = [bare, bare.rstrip("."), re.sub(r"['’]?s$|['’]$", "", bare.rstrip("."))]
    yield from (form for form in dict.fromkeys(forms) if form)


def _owners(folded: set[str]) -> dict[str, int]:
    """Return the organization of each compared name that is known."""
    return dict(KnownName.objects.filter(folded__in=folded).values_list("folded", "organization_id"))
