"""The text of an article file → plain data, fast and without places: what hardly any file needs is left to the reader
that knows line and column (`aip.documents.syntax`), and so is every fault.
"""

import json
import re
from typing import Any

import yaml_rs

DEEPEST = 12  # levels of nesting; an article file needs 7

# Where the fast parser might see another thing than ours, or miss what ours refuses: directives and documents; line
# breaks and blanks that YAML 1.1 and 1.2 tell apart; anchors, aliases, tags and merge keys; numbers that are not
# written as they count; words for nothing; keys that are no words; texts of nothing.
_STARTS = ("\n---", "\n...", "\n%")
_WORDS = ("<<", "Null", "NULL")
_NUMBER = r"(?:[-+]\d[\d_]*|0[\d_]+|0[xXoObB]\w*|\d[\d_]*_\d*) *(?:[\n,\]}]| #)"
_DOUBTFUL = [  # each begins with a set of characters, which is what a search is fast for
    re.compile(pattern)
    for pattern in (
        r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]",
        r"[\n:?,\[{-] *[&*!?]",
        r"[,\[{] *[@`%?:,]",
        r"[\n:?,\[{-] *[|>@`%](?![-+\d]* *(?:#[^\n]*)?\n)",
        r"[\n] *\?\s",
        rf"[\n\[{{,] *{_NUMBER}",
        rf"[:?-] +{_NUMBER}",
        r"[|>][-+\d]*[^\S\n]*(?:#[^\n]*)?\n(?! +\S)",
    )
]
_DOUBTFUL_JSON = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")


def read_plainly(text: str, *, is_json: bool) -> Any:
    """Return the data of a file, every scalar as the text that was typed; None where only the slow reader can tell."""
    if _DOUBTFUL_JSON.search(text) if is_json else _is_doubtful(text):
        return None
    try:
        if is_json:
            data = json.loads(
                text, parse_int=str, parse_float=str, parse_constant=str, object_pairs_hook=_without_repeats
            )
        else:
            data = yaml_rs.loads(text, parse_datetime=False)
        return _texts(data, 1, is_json)
    except (ValueError, RecursionError):
        return None


def _is_doubtful(text: str) -> bool:
    lines = f"\n{text}"
    return (
        not text.endswith("\n")
        or any(start in lines for start in _STARTS)
        or any(word in text for word in _WORDS)
        or any(pattern.search(lines) for pattern in _DOUBTFUL)
    )


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key is said twice")
    return found


def _texts(data: Any, depth: int, is_json: bool) -> Any:
    """Return data with its whole numbers as texts; ValueError where the text of a scalar is lost."""
    if data is None or (type(data) is str and (is_json or data != "\n")):
        return data
    if depth > DEEPEST:
        raise ValueError("nested too deeply")
    if type(data) is dict:
        for key, value in data.items():
            if type(key) is not str:
                raise ValueError("a key is a word")
            if type(value) is not str or value == "\n":
                data[key] = _texts(value, depth + 1, is_json)
        return data
    if type(data) is list:
        return [_texts(value, depth + 1, is_json) for value in data]
    if type(data) is int:
        return str(data)
    if is_json and type(data) is bool:
        return data
    raise ValueError("a scalar whose text is lost")
