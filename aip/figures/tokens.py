"""A text cut into numbers, words and signs, in one pass."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, NamedTuple, TypeVar

Value = TypeVar("Value")
NUMBER, WORD, SIGN, OTHER = "number", "word", "sign", "other"
BREAK = "\n"  # more than a space or one end of a line lies between

# Every alternative runs forward only, so that no text takes more than linear time.
_TOKEN = re.compile(
    r"""
    (?P<other> https?://[^\s<>]{0,2000}+ | www\.[^\s<>]{0,2000}+ | </?[a-zA-Z][^<>]{0,400}+> )
  | (?P<number> [0-9]{1,3}+(?:[ \u00a0][0-9]{3}(?![0-9]))++ (?:[.,][0-9]++)?+ | [0-9]++(?:[.,'][0-9]++)*+ )
  | (?P<word> [^\W\d_]++ )
  | (?P<note> †(?<=[^\W\d_]†|[€$£¥₹.]†)[†‡]*+ | ‡(?<=[^\W\d_mM]‡|[€$£¥₹]‡)[†‡]*+ )
  | (?P<sign> [^\w\s] )
  | (?P<rest> \w )
    """,
    re.VERBOSE,
)
_ONE_GAP = re.compile(r"[ \t\u00a0]{1,4}|[ \t\u00a0]{0,4}\r?\n[ \t\u00a0]{0,8}")


class Token(NamedTuple):
    """A piece of a folded text: `text` in small letters, `raw` as written, `gap` what lies before it."""

    text: str
    raw: str
    kind: str
    start: int
    end: int
    gap: str  # "" attached, " " a space, BREAK more than that


END = Token("", "", OTHER, 0, 0, BREAK)


def tokenize(text: str) -> list[Token]:
    """Return the tokens of a folded text, in order; white space is only remembered as a gap."""
    tokens: list[Token] = []
    last = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        kind = match.lastgroup or OTHER
        if kind == "note":  # the mark of a footnote: "€1.04 billion²"
            last = end
            continue
        gap = "" if start == last else _gap(text, last, start)
        raw = match[0]
        tokens.append(Token(raw.lower(), raw, OTHER if kind == "rest" else kind, start, end, gap))
        last = end
    return tokens


def _gap(text: str, start: int, end: int) -> str:
    if end == start + 1 and text[start] in " \u00a0":
        return " "
    return " " if end - start < 16 and _ONE_GAP.fullmatch(text, start, end) else BREAK


class Phrases(Generic[Value]):
    """Words, or signs, in a row that stand for something: a tree that is walked token by token."""

    def __init__(self, phrases: Mapping[str, Value] | Iterable[tuple[str, Value]], *, exact: bool = False) -> None:
        """`exact` phrases keep their capitals ("MW" is not "mW")."""
        self._exact = exact
        self._forward: dict[str, object] = {}
        self._backward: dict[str, object] = {}
        for phrase, value in phrases.items() if isinstance(phrases, Mapping) else phrases:
            words = [token.raw if exact else token.text for token in tokenize(phrase) if token.raw != "-"]
            for tree, steps in ((self._forward, words), (self._backward, words[::-1])):
                node = tree
                for word in steps:
                    node = node.setdefault(word, {})  # type: ignore[assignment]
                node[""] = value

    def match(self, tokens: list[Token], at: int) -> tuple[Value, int] | None:
        """Return the value of the longest phrase that begins at token `at`, and the token after it."""
        node, index, found = self._forward, at, None
        while index < len(tokens):
            if index > at:
                index = over_hyphen(tokens, index)
                if tokens[index].gap == BREAK:
                    break
            token = tokens[index]
            node = node.get(token.raw if self._exact else token.text)  # type: ignore[assignment]
            if node is None:
                break
            index += 1
            if "" in node:
                found = (node[""], index)
        return found  # type: ignore[return-value]

    def match_before(self, tokens: list[Token], at: int) -> tuple[Value, int] | None:
        """Return the value of the longest phrase that ends before token `at`, and its first token."""
        node, index, found = self._backward, at, None
        while index > 0 and tokens[index].gap != BREAK:
            token = tokens[index - 1]
            node = node.get(token.raw if self._exact else token.text)  # type: ignore[assignment]
            if node is None:
                break
            index -= 1
            if "" in node:
                found = (node[""], index)
        return found  # type: ignore[return-value]

    def firsts(self) -> Iterator[str]:
        """Yield the words with which phrases begin."""
        return (word for word in self._forward if word)


def over_hyphen(tokens: list[Token], index: int) -> int:
    """Return the token after a hyphen that joins two tokens ("US-Dollar"), or `index` where there is none."""
    if index + 1 < len(tokens) and tokens[index].raw == "-" and tokens[index].gap == tokens[index + 1].gap == "":
        return index + 1
    return index
