"""Bytes of a YAML or JSON file → plain data, and where each part of it stands.

Every scalar comes out as the text that was typed, or None where nothing was, so that YAML's guesses never apply:
`country: NO` is Norway, `12:30:00` is no number, and each field reads its text itself. Aliases, tags and repeated
keys are refused; nothing here recurses, so deep nesting and exploding aliases end in a fault like any other.
"""

import codecs
import hashlib
import json
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from aip.documents.faults import Fault
from aip.documents.plainly import DEEPEST, read_plainly

LARGEST_FILE = 10_000_000  # bytes
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_REMEDIES = {  # what the parser says → what is to be done
    "mapping values are not allowed in this context": "a text that holds “: ” stands in quotes",
    "found unexpected end of stream": "this quotation mark is never closed",
    "found unexpected document indicator": "this quotation mark is never closed",
    "found character that cannot start any token": "a text that begins with @, ` or % stands in quotes",
    "did not find expected '-' indicator": "entries of a list begin below each other",
    "did not find expected key": "keys of an entry begin below each other",
    "did not find expected ',' or '}'": "a text that holds “,”, “: ” or a bracket stands in quotes",
    "did not find expected ',' or ']'": "a text that holds “,”, “: ” or a bracket stands in quotes",
}

Place = tuple[int, int]
PathTo = tuple[str | int, ...]


@dataclass
class Source:
    """A file's data with the place of each value and key, and what was wrong with its syntax."""

    file: Path
    data: Any = None
    places: dict[PathTo, Place] = field(default_factory=dict)
    key_places: dict[PathTo, Place] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    digest: bytes = b""  # of the bytes that were read
    may_be_open: bool = True  # whether it says TODO anywhere
    has_places: bool = True  # False after fast reading: a place is looked up when somebody asks for one

    def fault(self, place: Place, message: str) -> None:
        """Note what is wrong at a place."""
        self.faults.append(Fault(self.file, *place, message))

    def place(self, path: PathTo) -> Place:
        """Return where the value at `path` stands, or else the nearest part of the file that holds it."""
        if not self.has_places:
            marked = read_source(self.file)
            self.places, self.key_places, self.has_places = marked.places, marked.key_places, True
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, (1, 1))


def read_fast(file: Path) -> Source | None:
    """Read one file without places, where nothing is wrong with it and its data is plain; else None."""
    source = Source(file, has_places=False)
    text = _read_text(source)
    if text is not None:
        source.data = read_plainly(text, is_json=file.suffix == ".json")
        source.may_be_open = "TODO" in text
    return source if source.data is not None else None


def read_source(file: Path) -> Source:
    """Read one file; whatever is wrong with it is in the `faults` of what is returned."""
    source = Source(file)
    text = _read_text(source)
    if text is None:
        return source
    is_json = file.suffix == ".json"
    values = _read_json(source, text) if is_json else None
    if source.faults:
        return source
    if is_json:  # YAML's parser tells the places; it stumbles over tabs and surrogates, which JSON may hold
        text = re.sub(r"\\(u[0-9a-fA-F]{4}|.)", lambda escape: "x" * len(escape[0]), text.replace("\t", " "))
    try:
        source.data = _Builder(source).build(yaml.parse(text, Loader=yaml.CSafeLoader))
    except yaml.reader.ReaderError as error:
        position = error.position if isinstance(error.position, int) else 0
        source.fault(_place(text[:position]), f"character U+{ord(_char(error)):04X} is not allowed in a text file")
    except yaml.MarkedYAMLError as error:
        place, message = _told(error, text)
        source.fault(place, f"not {_kind(file)}: {message}")
    except _Refused:
        pass
    if source.data is None and not source.faults:
        source.fault((1, 1), "the file is empty")
    if is_json:
        source.data = values
    return source


def decode(raw: bytes) -> str:
    """Return the text of a file, without byte order mark and with plain line ends."""
    return raw.removeprefix(codecs.BOM_UTF8).decode("utf-8").replace("\r\n", "\n")


def digest(raw: bytes) -> bytes:
    """Return what tells the bytes of a file from others."""
    return hashlib.blake2b(raw, digest_size=16).digest()


def _read_text(source: Source) -> str | None:
    try:
        size, mode = source.file.stat().st_size, source.file.stat().st_mode
        if stat.S_ISFIFO(mode) or stat.S_ISCHR(mode):
            raise ValueError("is no file that could be read twice, but a pipe or a device")
        if size > LARGEST_FILE:
            raise ValueError(
                f"{size / 1e6:,.0f} MB is too large: an article file holds at most {LARGEST_FILE / 1e6:,.0f} MB"
            )
        raw = source.file.read_bytes()
        source.digest = digest(raw)
        return decode(raw)
    except UnicodeDecodeError as error:
        good = error.object[: error.start].decode("utf-8")
        what = "UTF-16" if error.object.startswith(_UTF16) else f"byte 0x{error.object[error.start]:02x}"
        source.fault(_place(good), f"not UTF-8: {what}; save the file as UTF-8")
    except ValueError as error:
        source.fault((1, 1), str(error))
    except OSError as error:
        source.fault((1, 1), f"cannot be read: {(error.strerror or str(error)).lower()}")
    return None


def _read_json(source: Source, text: str) -> Any:
    """Return the values by JSON's own parser, which knows its escapes."""
    try:
        return json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as error:
        source.fault((error.lineno, error.colno), f"not JSON: {error.msg[0].lower()}{error.msg[1:]}")
    except RecursionError:
        source.fault((1, 1), "not JSON: nested too deeply")
    return None


def _told(error: yaml.MarkedYAMLError, text: str) -> tuple[Place, str]:
    """Return where and in which words the parser fails, and what is to be done."""
    mark = error.problem_mark or error.context_mark
    remedy = _REMEDIES.get(error.problem or "", "")
    if "never closed" in remedy:
        mark = error.context_mark or mark
    if mark and "\t" in text.split("\n")[min(mark.line, text.count("\n"))][: mark.column + 1]:
        remedy = "lines are indented by blanks, not by tabs"
    message = ", ".join(filter(None, [error.context, error.problem]))
    place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return place, "; ".join(filter(None, [message, remedy]))


def _place(text_before: str) -> Place:
    line = text_before.count("\n")
    return line + 1, len(text_before) - (text_before.rfind("\n") + 1) + 1


def _char(error: yaml.reader.ReaderError) -> str:
    character = error.character
    return chr(character) if isinstance(character, int) else str(character)[:1] or "\0"


def _kind(file: Path) -> str:
    return "JSON" if file.suffix == ".json" else "YAML"


class _Refused(Exception):
    """The file says something after which reading on makes no sense; the fault is noted."""


class _Builder:
    """Events of a YAML parser → data."""

    def __init__(self, source: Source) -> None:
        self.source = source

    def build(self, events: Iterator[yaml.Event]) -> Any:
        root: list[Any] = []
        stack: list[tuple[Any, PathTo]] = [(root, ())]
        keys: list[str | None] = [None]  # the key that waits for its value, a level each
        documents = 0
        for event in events:
            mark = event.start_mark
            place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse(place, "a file holds one article; “---” begins a second")
            elif isinstance(event, yaml.AliasEvent):
                self._refuse(place, f"“*{event.anchor}”: aliases are not used in article files; write it out")
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                stack.pop()
                keys.pop()
            elif isinstance(event, yaml.NodeEvent):
                self._node(event, place, stack, keys)
        return root[0] if root else None

    def _node(self, event: Any, place: Place, stack: list[tuple[Any, PathTo]], keys: list[str | None]) -> None:
        if event.anchor:
            self._refuse(place, f"“&{event.anchor}”: anchors are not used in article files")
        if event.tag:
            self._refuse(place, f"“{event.tag}”: tags are not used in article files")
        holder, path = stack[-1]
        if isinstance(holder, dict) and keys[-1] is None:
            keys[-1] = self._key(event, place, holder, path)
            return
        step: str | int = keys[-1] if isinstance(holder, dict) and keys[-1] is not None else len(holder)
        here = path if len(stack) == 1 else (*path, step)
        self.source.places[here] = place
        value = self._value(event)
        if isinstance(holder, dict):
            holder.setdefault(str(step), value)
            keys[-1] = None
        else:
            holder.append(value)
        if isinstance(value, (dict, list)):
            if len(stack) > DEEPEST:
                self._refuse(place, f"nested more than {DEEPEST} deep")
            stack.append((value, here))
            keys.append(None)

    def _key(self, event: Any, place: Place, holder: dict[str, Any], path: PathTo) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            self._refuse(place, "a key is a word, not a list or a mapping")
        key = str(event.value)
        if key in holder:
            first = self.source.key_places[(*path, key)]
            self.source.fault(place, f"“{key}” is said twice, first in line {first[0]}")
        else:
            self.source.key_places[(*path, key)] = place
        return key

    def _value(self, event: Any) -> Any:
        if isinstance(event, yaml.MappingStartEvent):
            return {}
        if isinstance(event, yaml.SequenceStartEvent):
            return []
        plain = event.implicit[0] and event.style in (None, "")
        return None if plain and event.value in ("", "~", "null") else event.value

    def _refuse(self, place: Place, message: str) -> None:
        self.source.fault(place, message)
        raise _Refused
