"""The comments of a YAML file, and which part of it each belongs to.

A comment behind something belongs to the value or the key it trails. A comment in lines of its own belongs to the key
or the entry that follows; where it is indented deeper than what follows, to the end of the block that it still is in.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from aip.documents.syntax import PathTo, Place

_END = re.compile("[\n\r\x85\u2028\u2029]")  # of a line, to a reader of YAML 1.1
_COMMENT = re.compile("#[^\n\r\x85\u2028\u2029]*")
_FOR_EDITORS = "# yaml-language-server:"  # names the schema; stands at the head of a file


class CommentsRefused(Exception):
    """Comments that have no place in the canonical form, with their places and the reason."""

    def __init__(self, reasons: list[tuple[Place, str]]) -> None:
        self.reasons = reasons
        super().__init__("; ".join(f"line {line}: {reason}" for (line, _), reason in reasons))


@dataclass(frozen=True)
class Comment:
    """A comment with its #, and where it stands."""

    text: str
    place: Place


Kept = defaultdict[PathTo, list[Comment]]


def _none() -> Kept:
    return defaultdict(list)


@dataclass
class Comments:
    """Comments by the path of what they belong to: in lines before it, behind it, or in lines after its last."""

    head: list[Comment] = field(default_factory=list)
    before: Kept = field(default_factory=_none)
    behind: Kept = field(default_factory=_none)
    after: Kept = field(default_factory=_none)
    only: set[PathTo] = field(default_factory=set)  # each path that is all its holder holds

    def settled(self, lines: Collection[PathTo], blocks: Collection[PathTo]) -> "Comments":
        """Return the comments by paths that have a line, or a block, of their own. CommentsRefused where none will do.

        Where a value moves into the line of its holder, its comments go with it if it is all that the holder holds.
        """
        settled = Comments(head=self.head)
        refused: list[tuple[Place, str]] = []
        for kept, goal, written in (
            (self.before, settled.before, lines),
            (self.behind, settled.behind, lines),
            (self.after, settled.after, blocks),
        ):
            for path, comments in kept.items():
                target = path
                while target not in written and target in self.only:
                    target = target[:-1]
                if target in written:
                    goal[target] += comments
                else:
                    refused += [(comment.place, _no_place(path)) for comment in comments]
        if refused:
            raise CommentsRefused(refused)
        return settled


def _no_place(path: PathTo) -> str:
    name = next((step for step in reversed(path) if isinstance(step, str)), "")
    return f"this comment at “{name}” would lose its line, as that is written in one line or left out; move it"


def find_comments(text: str) -> Comments:
    """Return the comments of a YAML text that holds one document without anchors and tags."""
    layout = _Layout(text)
    comments = Comments(only=layout.only)
    refused: list[tuple[Place, str]] = []
    for start, end in layout.comments():
        comment = Comment(text[start:end].rstrip(), layout.place(start))
        if layout.is_in_flow(start):
            refused.append((comment.place, "a comment within [ ] or { } has no place; move it to a line above"))
        elif (path := layout.trailed(start)) is not None:
            comments.behind[path].append(comment)
        elif layout.is_head(start, comment.text):
            comments.head.append(comment)
        elif (block := layout.ending(start)) is not None:
            comments.after[block].append(comment)
        else:
            comments.before[layout.next(start).path].append(comment)
    if refused:
        raise CommentsRefused(refused)
    return comments


@dataclass(frozen=True)
class _Block:
    """A mapping or list in lines of its own."""

    start: int
    end: int
    column: int
    path: PathTo


@dataclass(frozen=True)
class _Owner:
    """What a comment in lines of its own may precede."""

    start: int
    column: int
    path: PathTo


class _Layout:
    """Where everything stands in a text, in characters from its beginning."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = [0, *(match.end() for match in _END.finditer(text))]
        self.hidden: list[tuple[int, int]] = []  # what scalars cover
        self.trails: list[tuple[int, PathTo]] = []  # where something ends that a comment may trail
        self.owners: list[_Owner] = []
        self.flows: list[tuple[int, int]] = []  # the outermost
        self.blocks: list[_Block] = []  # by their beginning
        self.only: set[PathTo] = set()
        self._walk(yaml.compose(text, Loader=yaml.CSafeLoader), ())
        self.hidden.sort()
        self.trails.sort(key=lambda trail: trail[0])  # of what ends at one place, the outermost last
        self.owners.sort(key=lambda owner: (owner.start, len(owner.path)))
        self.flows.sort()
        self.block = {block.path: block for block in self.blocks}

    def comments(self) -> Iterator[tuple[int, int]]:
        """Yield start and end of every comment: a # that no scalar covers, up to the end of its line."""
        gap = 0
        for start, end in [*self.hidden, (len(self.text), len(self.text))]:
            for match in _COMMENT.finditer(self.text, gap, start):
                yield match.span()
            gap = end

    def place(self, position: int) -> Place:
        """Return line and column of a position, counted from 1."""
        line = bisect_right(self.lines, position)
        return line, position - self.lines[line - 1] + 1

    def trailed(self, start: int) -> PathTo | None:
        """Return what a comment trails: what ends last before it in its line."""
        index = bisect_right(self.trails, start, key=lambda trail: trail[0]) - 1
        line = self.lines[self.place(start)[0] - 1]
        return self.trails[index][1] if index >= 0 and self.trails[index][0] > line else None

    def is_in_flow(self, start: int) -> bool:
        """Whether a position is within [ ] or { }."""
        index = bisect_left(self.flows, (start, start)) - 1
        return index >= 0 and start < self.flows[index][1]

    def is_head(self, start: int, comment: str) -> bool:
        """Whether a comment is one of the whole file: before everything, and apart from what follows."""
        first = self.next(start).start
        if first != self.owners[0].start:
            return False
        return comment.startswith(_FOR_EDITORS) or bool(re.search(r"\n[ \t]*\n", self.text[start:first]))

    def next(self, start: int) -> _Owner:
        """Return what follows a position: a key, an entry, or a value in the line after its key; else the end."""
        index = bisect_left(self.owners, start, key=lambda owner: owner.start)
        return self.owners[index] if index < len(self.owners) else _Owner(len(self.text), -1, ())

    def ending(self, start: int) -> PathTo | None:
        """Return the innermost block that a comment still is in, by its column, where what follows is not."""
        following, column = self.next(start), self.place(start)[1] - 1
        index = bisect_left(self.blocks, start, key=lambda block: block.start) - 1
        last = self.blocks[index].path if index >= 0 else ()  # what holds the comment holds this, too
        deepest = following.column
        ending: PathTo | None = None if following.path else ()
        for length in range(len(last) + 1):  # a list may stand in the column of its key, which then has the comment
            block = self.block.get(last[:length])
            if not block or start > block.end or (following.path and following.path[:length] == block.path):
                continue
            if deepest < block.column <= column:
                deepest, ending = block.column, block.path
        return ending

    def _walk(self, node: Any, path: PathTo) -> None:
        if isinstance(node, yaml.ScalarNode):
            self._scalar(node, path)
            return
        start, end, column = node.start_mark.index, node.end_mark.index, node.start_mark.column
        is_mapping = isinstance(node, yaml.MappingNode)
        if not node.flow_style:
            self.blocks.append(_Block(start, end, column, path))
        for number, child in enumerate(node.value):
            key, value = child if is_mapping else (None, child)
            here: PathTo = (*path, key.value if key else number)
            self.owners.append(_Owner((key or value).start_mark.index, column, here))
            if len(node.value) == 1:
                self.only.add(here)
            if key:
                self._key(key, value, here)
            self._walk(value, here)
        if node.flow_style:
            while self.flows and self.flows[-1][0] > start:  # those within it
                self.flows.pop()
            self.flows.append((start, end))
            self.trails.append((end, path))

    def _key(self, key: Any, value: Any, path: PathTo) -> None:
        """Note a key; before a value that stands in a line of its own, a comment belongs to the key, too."""
        self._scalar(key, path)
        if isinstance(value, yaml.ScalarNode) or value.flow_style:
            self.owners.append(_Owner(value.start_mark.index, len(self.text), path))

    def _scalar(self, node: Any, path: PathTo) -> None:
        start, end = node.start_mark.index, node.end_mark.index
        if node.style in ("|", ">"):  # a comment may stand behind the header
            self.trails.append((start + 1, path))
            header = _END.search(self.text, start, end)
            self.hidden.append((header.end() if header else end, end))
        else:
            self.trails.append((end, path))
            self.hidden.append((start, end))
