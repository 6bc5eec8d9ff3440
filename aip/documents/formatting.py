"""Article files → the same files in canonical spelling, with their comments."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from aip.documents.comments import CommentsRefused, find_comments
from aip.documents.faults import Fault
from aip.documents.files import NotWritten, write_file
from aip.documents.reading import AnyFile, read_what_is_right
from aip.documents.syntax import decode, digest
from aip.documents.writing import write_document, write_json


@dataclass(frozen=True)
class Formatting:
    """A file that is not canonical: what it holds and what it should."""

    file: Path
    was: bytes
    canonical: bytes

    @property
    def line(self) -> int:
        """The first line that is not canonical."""
        was, canonical = self.was.split(b"\n"), self.canonical.split(b"\n")
        same = (ours == theirs for ours, theirs in zip(was, canonical, strict=False))
        return next((number for number, each in enumerate(same, 1) if not each), min(len(was), len(canonical)))


def find_formattings(paths: Iterable[Path]) -> tuple[int, list[Formatting], list[Fault]]:
    """Return how many files are meant, those that are not canonical, and the faults of those that cannot be."""
    articles, faults = read_what_is_right(paths)
    formattings = []
    for article in articles:
        try:
            formatting = _formatting(article)
        except CommentsRefused as refused:
            faults += [Fault(article.source.file, *place, reason) for place, reason in refused.reasons]
            continue
        if formatting is None:
            faults.append(Fault(article.source.file, 1, 1, "the file was changed while it was read; left alone"))
        elif formatting.was != formatting.canonical:
            formattings.append(formatting)
    count = len(articles) + len({fault.file for fault in faults} - {article.source.file for article in articles})
    return count, formattings, faults


def _formatting(article: AnyFile) -> Formatting | None:
    """Return what a file holds and what it should, or None where it is not the file any more that was read."""
    file = article.source.file
    try:
        raw = file.read_bytes()
    except OSError:
        return None
    if digest(raw) != article.source.digest:
        return None
    if file.suffix == ".json":
        canonical = write_json(article.document)
    else:
        canonical = write_document(article.document, find_comments(decode(raw)))
    return Formatting(file, raw, canonical.encode())


def write_formattings(formattings: Iterable[Formatting]) -> tuple[list[Path], list[Fault]]:
    """Write canonical files in place; return those written, and why others were not."""
    written, faults = [], []
    for formatting in formattings:
        try:
            write_file(formatting.file, formatting.canonical, was=formatting.was)
            written.append(formatting.file)
        except NotWritten as error:
            faults.append(Fault(formatting.file, 1, 1, str(error)))
    return written, faults
