"""Documents → article files in their one canonical spelling, YAML or JSON.

What is written follows from the shape: its fields in order, then `note`, what holds further entries, and `cite`; and
only what the document says and what names an entry, while an empty list says nothing. Entries that a name or key tells
apart are sorted by it; other lists, as of decisions, keep their order. One line holds a value, a list of words or a
citation, however long; a text of several lines is a block.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import WithJsonSchema
from pydantic.fields import FieldInfo

from aip.documents.comments import Comment, Comments, CommentsRefused
from aip.documents.scalars import in_block, in_line, in_quotes, is_block
from aip.documents.shape import ArticleDocument, Cite, DecisionsDocument, Part, UncitedDocument
from aip.documents.syntax import PathTo
from aip.documents.values import OneOrMore
from aip.figures import Figure, spell_figure

Data = dict[str, Any]
AnyDocument = ArticleDocument | UncitedDocument | DecisionsDocument


class _Bare(str):
    """A date: plain, although it may look like a number."""


class _Quoted(str):
    """A quote: in quotes, although it may be plain."""


class _InLine(Data):
    """A mapping in one line."""


class _Entries(list[Data]):
    """Entries in canonical order, with the number that each had in the document."""

    numbers: list[int]


def write_document(document: AnyDocument, comments: Comments | None = None) -> str:
    """Return the canonical YAML of a document, with comments by their paths in what it was read from.

    CommentsRefused tells which comments have no place in it.
    """
    lines = list(_lines(_plain(document), (), 0))
    written = {path for line in lines for path in line.paths}
    blocks = {line.end_of for line in lines if line.end_of is not None}
    return _joined(_pieces(lines, (comments or Comments()).settled(written, blocks)))


def write_json(document: AnyDocument) -> str:
    """Return the canonical JSON of a document."""
    text = json.dumps(_plain(document), indent=2, ensure_ascii=False)
    return re.sub("[\u2028\u2029\ufeff\ufffe\uffff]", lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"


def _plain(part: Part) -> Data:
    """Return what a part says, as plain data in canonical order."""
    shape = type(part)
    data: Data = _InLine() if shape is Cite or shape.alone else {}
    said = part.model_fields_set
    for name, field, always in _fields(shape):
        if always or name in said:
            value = getattr(part, name)
            if value is not None and (value not in ([], {}) or field.is_required()):
                data[name] = _value(value, field.annotation, field.metadata)
    if shape is Cite and "quote" in data:
        data["quote"] = _Quoted(data["quote"])
    return data


@cache
def _fields(shape: type[Part]) -> list[tuple[str, FieldInfo, bool]]:
    """Return the fields of a shape in canonical order, each with whether it is written even if nobody typed it."""
    names = sorted(shape.model_fields, key=lambda name: _rank(name, shape))
    return [(name, shape.model_fields[name], name in getattr(shape, "identity", ())) for name in names]


def _rank(name: str, shape: type[Part]) -> tuple[bool, bool, bool]:
    return name == "cite", name in getattr(shape, "parts", ()), name not in shape.__annotations__


def _value(value: Any, annotation: Any, metadata: Iterable[Any]) -> Any:
    """Return the plain data of a field, by what the shape says of it."""
    match value:
        case Part():
            data = _plain(value)
            return data[value.alone] if list(data) == [value.alone] else data
        case Figure():
            return spell_figure(value)
        case list():
            items = _entries(value) if value and isinstance(value[0], Part) else [str(item) for item in value]
            return items[0] if len(items) == 1 and any(isinstance(mark, OneOrMore) for mark in metadata) else items
        case dict():
            words, kind = get_args(annotation)
            inner, *marks = get_args(kind) if get_origin(kind) is Annotated else (kind,)
            return _InLine((str(word), _value(value[word], inner, marks)) for word in words if word in value)
        case str():
            return _Bare(value) if _may_be_number(metadata) else str(value)
    return value


def _may_be_number(metadata: Iterable[Any]) -> bool:
    schemas = [mark.json_schema or {} for mark in metadata if isinstance(mark, WithJsonSchema)]
    return any("integer" in schema.get("type", ()) for schema in schemas)


def _entries(parts: list[Part]) -> _Entries:
    def name(number: int) -> tuple[list[str], list[str]]:
        words = [str(getattr(parts[number], field)) for field in getattr(parts[number], "identity", ())]
        return [word.casefold() for word in words], words

    numbers = sorted(range(len(parts)), key=name)
    entries = _Entries(_plain(parts[number]) for number in numbers)
    entries.numbers = numbers
    return entries


@dataclass(frozen=True)
class _Line:
    """A line, with the lines of the text that begins in it; or the end of a block, where comments may stand."""

    indent: int
    text: str = ""
    paths: tuple[PathTo, ...] = ()
    block: str = ""
    end_of: PathTo | None = None


def _lines(data: Data, path: PathTo, indent: int) -> Iterator[_Line]:
    """Yield the lines of a mapping in block style."""
    for key, value in data.items():
        here = (*path, key)
        if isinstance(value, _Entries):
            yield _Line(indent, f"{key}:", (here,))
            yield from _entry_lines(value, here, indent + 2)
        elif isinstance(value, dict) and value and not isinstance(value, _InLine):
            yield _Line(indent, f"{key}:", (here,))
            yield from _lines(value, here, indent + 2)
        elif isinstance(value, str) and is_block(value) and not isinstance(value, _Quoted):
            header, block = in_block(value, indent + 2)
            yield _Line(indent, f"{key}: {header}", (here,), block)
        else:
            yield _Line(indent, f"{key}: {_spelled(value)}", (here,))
    yield _Line(indent, end_of=path)


def _entry_lines(entries: _Entries, path: PathTo, indent: int) -> Iterator[_Line]:
    for number, entry in zip(entries.numbers, entries, strict=True):
        here = (*path, number)
        if isinstance(entry, _InLine):
            yield _Line(indent, f"- {_spelled(entry)}", (here,))
        else:
            first, *others = _lines(entry, here, indent + 2)
            yield replace(first, indent=indent, text=f"- {first.text}", paths=(here, *first.paths))
            yield from others
    yield _Line(indent, end_of=path)


def _spelled(value: Any, *, flow: bool = False) -> str:
    """Return a value in one line."""
    match value:
        case _Bare() | int():
            return str(value)
        case _Quoted():
            return in_quotes(value)
        case str():
            return in_line(value, flow=flow)
        case list():
            return f"[{', '.join(_spelled(item, flow=True) for item in value)}]"
    return f"{{{', '.join(f'{key}: {_spelled(item, flow=True)}' for key, item in value.items())}}}"


_BLANK = ""


def _pieces(lines: list[_Line], comments: Comments) -> Iterator[str]:
    """Yield the lines with their comments, each with its end, and _BLANK where sections part."""
    yield from (f"{comment.text}\n" for comment in comments.head)
    for line in lines:
        if line.end_of == () or (line.paths and len(line.paths[0]) == 1):
            yield _BLANK
        if line.end_of is not None:
            yield from (f"{' ' * line.indent}{comment.text}\n" for comment in comments.after[line.end_of])
            continue
        for path in line.paths:
            yield from (f"{' ' * line.indent}{comment.text}\n" for comment in comments.before[path])
        behind = [comment for path in line.paths for comment in comments.behind[path]]
        yield f"{' ' * line.indent}{line.text}{_one(behind)}\n{line.block}"


def _one(comments: list[Comment]) -> str:
    if len(comments) > 1:
        first, *others = sorted(comments, key=lambda comment: comment.place)
        words = f"this comment and that of line {first.place[0]} would stand in one line; move one to a line above"
        raise CommentsRefused([(other.place, words) for other in others])
    return f"  {comments[0].text}" if comments else ""


def _joined(pieces: Iterable[str]) -> str:
    """Join pieces; sections part with a blank line, unless a text before has one at its end, which is its own."""
    text: list[str] = []
    blank = False
    for piece in pieces:
        if piece == _BLANK:
            blank = bool(text) and not text[-1].endswith("\n\n")
            continue
        text += ["\n", piece] if blank else [piece]
        blank = False
    return "".join(text)
