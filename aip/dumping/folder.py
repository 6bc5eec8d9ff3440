"""A folder of article files: what it holds, and how a document gets into it."""

import errno
from collections import defaultdict, deque
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from aip.documents import AnyFile, ArticleFile, UncitedFile
from aip.documents.comments import Comments, CommentsRefused, find_comments
from aip.documents.files import NotWritten, remove_leftovers, write_file
from aip.documents.reading import SUFFIXES, read_what_is_right
from aip.documents.shape import ArticleDocument, Cite, DecisionsDocument, Part, UncitedDocument
from aip.documents.syntax import PathTo, Source, decode
from aip.documents.writing import AnyDocument, write_document, write_json
from aip.dumping.report import Report
from aip.loading.stating.sayings import said_by

AT_ONCE = 4  # files being written, while others are made: most of the time is the disk's
WAITING = 64  # files at most, so that memory stays flat
NO_FURTHER = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO}  # what keeps every other file from being written, too


class DumpError(Exception):
    """A dump that cannot go on, in words for an editor."""


@dataclass
class Folder:
    """The files of a folder by their stems, those of its own before those of folders in it."""

    path: Path
    files: dict[str, list[Path]]
    report: Report
    writing: deque[tuple[Path, Future[None]]] = field(default_factory=deque)
    threads: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(AT_ONCE))

    def __enter__(self) -> "Folder":
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Have every file written that was put; where something went wrong, those only that are begun."""
        try:
            while self.writing and not kind:
                self._end_one()
        finally:
            self.threads.shutdown(cancel_futures=True)

    @classmethod
    def open(cls, path: Path, report: Report) -> "Folder":
        """Return the folder, made if need be, without what a killed dump left. DumpError where there can be none."""
        try:
            if not path.exists():
                report.made = path
            path.mkdir(parents=True, exist_ok=True)
            remove_leftovers([path])
            found = sorted(path.rglob("*"), key=lambda file: (len(file.parts), file))
        except FileExistsError as error:
            raise DumpError(f"{path} is a file; a dump is written into a folder.") from error
        except OSError as error:
            raise DumpError(f"{path} cannot be written: {(error.strerror or str(error)).lower()}.") from error
        files: dict[str, list[Path]] = defaultdict(list)
        for file in found:
            if file.suffix in SUFFIXES and not file.name.startswith("."):
                files[file.stem].append(file)
        return cls(path, files, report)

    def others(self, keys: set[str]) -> list[AnyFile]:
        """Return the valid files whose key is not among `keys`."""
        paths = [file for key, files in self.files.items() if key not in keys for file in files if file.is_file()]
        return [read for file in paths for read in read_what_is_right([file])[0]]

    def put(self, key: str, document: AnyDocument) -> None:
        """Have the file of this key say what the document says; one that says the same stays as it is."""
        held = self.files.get(key, [])
        if len(held) > 1 and held[0].parent != self.path:
            self._refuse(held[1], f"{held[0]} has the same key")
            return
        file = held[0] if held else self.path / f"{key}.yaml"
        try:
            self._write(file, document)
        except NotWritten as error:
            self._refuse(file, str(error))
        except CommentsRefused as refused:
            for (line, _), reason in refused.reasons:
                self._refuse(file, f"line {line}: {reason}")

    def _write(self, file: Path, document: AnyDocument) -> None:
        was = _read(file)
        new = (write_json(document) if file.suffix == ".json" else write_document(document)).encode()
        if was == new:
            self.report.unchanged += 1
            return
        if was is not None:
            read, faults = read_what_is_right([file])
            if not read:
                raise NotWritten(f"has faults of its own: {faults[0].line}:{faults[0].column}: {faults[0].message}")
            if type(read[0].document) is not type(document):
                raise NotWritten("is a file of another kind")
            if _meaning(read[0].document) == _meaning(document):
                self.report.unchanged += 1
                return
            if file.suffix != ".json":
                comments = _moved(find_comments(decode(was)), read[0].document, document)
                new = write_document(document, comments).encode()
        self.writing.append((file, self.threads.submit(write_file, file, new, was=was)))
        if len(self.writing) > WAITING:
            self._end_one()

    def _end_one(self) -> None:
        """Wait for the file that is written for longest. DumpError where no other can be written after it."""
        file, result = self.writing.popleft()
        try:
            result.result()
            self.report.written.append(file)
        except NotWritten as error:
            self._refuse(file, str(error))
            if isinstance(error.__cause__, OSError) and error.__cause__.errno in NO_FURTHER:
                words = f"{len(self.report.written):,} files were written before; every file is whole."
                raise DumpError(f"{file}: {error}. {words}") from error

    def _refuse(self, file: Path, why: str) -> None:
        self.report.refused.append(f"{file}: {why}")

    def remove(self, file: Path) -> None:
        """Remove a file."""
        try:
            file.unlink()
            self.report.removed.append(file)
        except OSError as error:
            self._refuse(file, f"cannot be removed: {(error.strerror or str(error)).lower()}")


def _read(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise NotWritten(f"cannot be read: {(error.strerror or str(error)).lower()}") from error


def _meaning(document: AnyDocument) -> Any:
    """Return what a document comes to when it is loaded, however it is written."""
    match document:
        case DecisionsDocument():
            return document
        case ArticleDocument():
            file: ArticleFile | UncitedFile = ArticleFile(Source(Path("a.yaml")), document)
        case UncitedDocument():
            file = UncitedFile(Source(Path("a.yaml")), document)
    return {
        (saying.kind, saying.named): {name: value for name, value in saying.values.items() if value not in ("", [], {})}
        for saying in said_by(file).sayings
    }


def _moved(comments: Comments, old: Part, new: Part) -> Comments:
    """Return comments by the paths in the new document of what they belong to. CommentsRefused where that is gone."""
    moved = replace(comments, before=defaultdict(list), behind=defaultdict(list), after=defaultdict(list), only=set())
    gone = []
    for kept, goal in ((comments.before, moved.before), (comments.behind, moved.behind), (comments.after, moved.after)):
        for path, each in kept.items():
            place = _path(path, old, new)
            if place is None:
                gone += [(comment.place, "the database holds no more what this comment is about") for comment in each]
            else:
                goal[place] += each
    if gone:
        raise CommentsRefused(gone)
    moved.only = {place for path in comments.only if (place := _path(path, old, new)) is not None}
    return moved


def _path(path: PathTo, old: Any, new: Any) -> PathTo | None:
    """Return where in the new document stands what stood at `path` in the old one, None where it does not."""
    found: list[str | int] = []
    for step in path:
        if isinstance(step, int) and isinstance(old, list):
            named = [_name(each, number) for number, each in enumerate(new)]
            name = _name(old[step], step)
            if name not in named:
                return None
            index = named.index(name)
            old, new = old[step], new[index]
            found.append(index)
        else:
            old, new = (getattr(each, str(step), None) for each in (old, new))
            found.append(step)
            if old and not new:
                return None
    return tuple(found)


def _name(part: Any, number: int) -> Any:
    """Return what tells an item of a list from the others."""
    if not isinstance(part, Part):
        return str(part)
    names = ("field", "paragraph", "quote") if isinstance(part, Cite) else getattr(part, "identity", ())
    return tuple(str(getattr(part, name)) for name in names) or number
