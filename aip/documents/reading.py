"""Article files → documents, or every fault of every file."""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from aip.documents.checks import check_entries, check_open_questions, is_open
from aip.documents.faults import ArticleErrors, Fault, cut, nearest, suggestion
from aip.documents.shape import ArticleDocument, DecisionsDocument, Part, UncitedDocument
from aip.documents.syntax import PathTo, Place, Source, read_fast, read_source

SUFFIXES = (".yaml", ".yml", ".json")
ENDINGS = "article files end in .yaml, .yml or .json"
KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class _File:
    """A file that was read: its key (the file's stem), and where each part of it stands."""

    source: Source

    @property
    def key(self) -> str:
        return self.source.file.stem

    def fault(self, path: PathTo, message: str) -> Fault:
        """Return what is wrong with the value at `path`, with its place."""
        return Fault(self.source.file, *self.source.place(path), message)


@dataclass(frozen=True)
class ArticleFile(_File):
    """An article and what it says."""

    document: ArticleDocument


@dataclass(frozen=True)
class UncitedFile(_File):
    """Facts that no article says; what they say counts as typed in by hand."""

    document: UncitedDocument


@dataclass(frozen=True)
class DecisionsFile(_File):
    """Decisions between statements that differ."""

    document: DecisionsDocument


AnyFile = ArticleFile | UncitedFile | DecisionsFile


def read_articles(paths: Iterable[Path]) -> list[AnyFile]:
    """Read article files, and all of those in folders, whatever their depth. ArticleErrors lists every fault."""
    articles, faults = read_what_is_right(paths)
    if faults:
        raise ArticleErrors(faults)
    return articles


def read_what_is_right(paths: Iterable[Path]) -> tuple[list[AnyFile], list[Fault]]:
    """Return the files that have no fault, and the faults of all others."""
    articles: list[AnyFile] = []
    faults: list[Fault] = []
    for file in find_files(paths, faults):
        read = read_file(file)
        faults += read if isinstance(read, list) else []
        articles += [] if isinstance(read, list) else [read]
    return articles, faults


def find_files(paths: Iterable[Path], faults: list[Fault]) -> list[Path]:
    """Return the article files meant, each once, in the order of their names; add to `faults` what is wrong."""
    files = _files(paths, faults)
    seen: dict[str, Path] = {}
    for file in files:
        if not KEY.fullmatch(file.stem):
            words = f"“{file.stem}” is no key: name the file with small letters, digits and hyphens"
            faults.append(Fault(file, 1, 1, words))
        if file.stem in seen:
            faults.append(Fault(file, 1, 1, f"{seen[file.stem]} has the same key: one file an article"))
        seen.setdefault(file.stem, file)
    return files


def read_file(file: Path) -> AnyFile | list[Fault]:
    """Read one file, the fast way; where that finds a fault, again with line and column of everything."""
    source = read_fast(file)
    document = _document(source) if source else None
    if source is None or source.faults:
        source = read_source(file)
        document = _document(source) if source.data is not None else None
    if source.faults or document is None:
        return source.faults
    match document:
        case ArticleDocument():
            return ArticleFile(source, document)
        case UncitedDocument():
            return UncitedFile(source, document)
    return DecisionsFile(source, document)


def _files(paths: Iterable[Path], faults: list[Fault]) -> list[Path]:
    """Return the files meant, each once, in the order of their names."""
    files: dict[str, Path] = {}
    for path in paths:
        if path.is_dir():
            found = list(_in_folder(path, faults))
            if not found:
                words = "the folder holds nothing" if not any(path.iterdir()) else "no article files in this folder"
                faults.append(Fault(path, 1, 1, f"{words}; {ENDINGS}"))
        elif path.suffix not in SUFFIXES:
            words = "no article file" if os.path.lexists(path) else "there is no such file or folder"
            faults.append(Fault(path, 1, 1, f"{words}; {ENDINGS}"))
            continue
        else:
            found = [path]
        files.update((os.path.realpath(file), file) for file in found)
    return sorted(files.values())


def _in_folder(folder: Path, faults: list[Fault]) -> Iterator[Path]:
    """Yield the article files of a folder, whatever their depth; links to other folders are not followed."""

    def refused(error: OSError) -> None:
        faults.append(Fault(Path(error.filename), 1, 1, f"cannot be read: {(error.strerror or str(error)).lower()}"))

    for path, _, names in os.walk(folder, onerror=refused):
        yield from (Path(path, name) for name in names if name.endswith(SUFFIXES) and not name.startswith("."))


def _shape_of(data: dict[str, Any]) -> type[ArticleDocument | UncitedDocument | DecisionsDocument]:
    if "article" not in data:
        if "decisions" in data:
            return DecisionsDocument
        if "uncited" in data:
            return UncitedDocument
    return ArticleDocument


def _document(source: Source) -> ArticleDocument | UncitedDocument | DecisionsDocument | None:
    """Return the document, or note in the source what keeps it from being one."""
    if not isinstance(source.data, dict):
        source.fault(source.place(()), "an article file is a mapping that begins with “article:”")
        return None
    shape = _shape_of(source.data)
    if shape is not DecisionsDocument:
        check_entries(source)
    check_open_questions(source)
    try:
        return shape.model_validate(source.data)
    except ValidationError as errors:
        found = [(error, *_path(error["loc"], source.data)) for error in errors.errors(include_url=False)]
        misspelt = {_meant(path, shape) for error, path, _ in found if error["type"] == "extra_forbidden"}
        for error, path, key in found:
            if not is_open(error["input"]) and (error["type"] != "missing" or path not in misspelt):
                source.fault(_place(source, path, key, error), cut(_message(error, path, shape)))
    return None


def _meant(path: PathTo, shape: type[Part]) -> PathTo:
    """Return the path that an unknown key would have if it were spelled as the one nearest to it."""
    return (*path[:-1], nearest(str(path[-1]), _fields_at(path[:-1], shape)))


def _path(location: tuple[int | str, ...], data: Any) -> tuple[PathTo, bool]:
    """Return pydantic's location as a path into the data, and whether it is a key's, not a value's."""
    path: list[int | str] = []
    for step in location:
        if step == "[key]":
            return tuple(path), True
        if isinstance(step, int) and not isinstance(data, list):
            continue  # the one thing that stands without its list
        path.append(step)
        if isinstance(data, list) and isinstance(step, int):
            data = data[step]
        else:
            data = data.get(step) if isinstance(data, dict) else None
    return tuple(path), False


def _place(source: Source, path: PathTo, key: bool, error: ErrorDetails) -> Place:
    if (key or error["type"] == "extra_forbidden") and path in source.key_places:
        return source.key_places[path]
    return source.place(path)


def _message(error: ErrorDetails, path: PathTo, shape: type[Part]) -> str:
    """Return what is wrong and what would be right, in an editor's words."""
    kind, field, given = error["type"], path[-1] if path else "", error["input"]
    context: dict[str, Any] = error.get("ctx", {})
    match kind:
        case "missing":
            return f"“{field}” is missing"
        case "extra_forbidden":
            known = _fields_at(path[:-1], shape)
            if "article" in known and field in _fields_at(("article",), shape):
                return f"unknown key “{field}”; it belongs under “article”, further in"
            return f"unknown key “{field}”" + (suggestion(str(field), known) or f"; known: {', '.join(known)}")
        case "enum":
            words = re.findall(r"'([^']*)'", context["expected"])
            return f"“{given}” is unknown here" + (suggestion(str(given), words) or f"; one of: {', '.join(words)}")
        case "value_error":
            return str(context["error"])
        case "string_type":
            return f"“{field}” is a text, not {_kind_of(given)}"
        case "list_type":
            return f"“{field}” is a list, not {_kind_of(given)}"
        case "model_type" | "dict_type":
            return f"“{field}” is a mapping (key: value), not {_kind_of(given)}"
        case "string_too_long" | "too_long":
            return f"“{field}” is longer than {context['max_length']:,} characters"
        case "string_too_short" | "too_short":
            return f"“{field}” is empty"
        case "string_pattern_mismatch":
            return f"“{given}” is no {field}: {_PATTERNS[context['pattern']]}"
    return f"“{field}”: {error['msg'][0].lower()}{error['msg'][1:]}"


_PATTERNS = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "small letters, digits and single hyphens, such as microsoft-openai",
    "^[0-9a-f]{64}$": "64 digits and letters a to f",
}


def _kind_of(value: Any) -> str:
    return {dict: "a mapping", list: "a list", str: "a text", bool: "true or false"}.get(type(value), "nothing")


@cache
def _schema(shape: type[Part]) -> dict[str, Any]:
    return shape.model_json_schema()


def _fields_at(path: PathTo, shape: type[Part]) -> list[str]:
    """Return the keys that the mapping at `path` may have, by the generated schema."""
    schema = _schema(shape)
    here: Any = schema
    for step in path:
        here = _resolve(here, schema)
        here = here.get("items", {}) if isinstance(step, int) else here.get("properties", {}).get(step, {})
    return list(_resolve(here, schema).get("properties", {}))


def _resolve(part: Any, schema: Any) -> Any:
    """Follow references and take the mapping or list of several possibilities."""
    while "$ref" in part or "anyOf" in part:
        if "anyOf" in part:
            part = next((each for each in reversed(part["anyOf"]) if "$ref" in each or "items" in each), {})
            if "items" in part and "$ref" in part["items"]:
                part = part["items"]
        else:
            part = schema["$defs"][part["$ref"].rsplit("/", 1)[1]]
    return part
