"""Recall, precision and texts a second of `aip.figures`, beside quantulum3 where it is installed.

    python benchmarks/figures.py [LABELLED.jsonl …]

Without a name: ../shared/figures/dev.jsonl beside the checkout, if it is there, and the phrases of the tests. A find
counts when it overlaps the label and value, upper value, unit and bound are all right. quantulum3 reads English only
and knows no bounds: for it the span, value and unit suffice.
"""

import json
import sys
import time
from collections.abc import Callable, Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from aip.figures import find_figures, read_figure  # noqa: E402

Part = tuple[str | Decimal | None, ...]


class Labelled(NamedTuple):
    """A place in a text and what stands there: unit, value, upper value, bound."""

    start: int
    end: int
    parts: Part


class Text(NamedTuple):
    """A text with its labels."""

    language: str
    text: str
    labels: list[Labelled]


def read_jsonl(path: Path) -> Iterable[Text]:
    """Yield the texts of a labelled file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        labels = [
            Labelled(*each["span"], (each["unit"], *_numbers(each), each["qualifier"])) for each in row["figures"]
        ]
        yield Text(row["lang"], row["text"], labels)


def _numbers(label: dict[str, Any]) -> tuple[Decimal, Decimal | None]:
    return Decimal(label["value"]), Decimal(label["value_high"]) if "value_high" in label else None


def read_phrases(path: Path) -> Iterable[Text]:
    """Yield the texts of `tests/figures/phrases_….txt`."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        text, labels = "", []
        for piece in line.split("{"):
            marked, closing, rest = piece.partition("}")
            if closing:
                phrase, _, spelling = marked.partition(" = ")
                figure = read_figure(spelling)
                parts = (figure.unit, figure.value, figure.value_high, str(figure.bound))
                labels.append(Labelled(len(text), len(text + phrase), parts))
                text += phrase + rest
            else:
                text += piece
        yield Text(path.stem[-2:], text, labels)


def ours(text: Text) -> list[Labelled]:
    """Return what `aip.figures` finds."""
    return [
        Labelled(found.start, found.end, (found.unit, found.value, found.value_high, str(found.bound)))
        for found in find_figures(text.text, language=text.language)
    ]


def quantulum() -> Callable[[Text], list[Labelled]] | None:
    """Return quantulum3 as a function of the same shape, or None where it is not installed."""
    try:
        from quantulum3 import parser
    except ImportError:
        return None
    units: dict[str, tuple[str, int]] = {"dollar": ("USD", 0), "euro": ("EUR", 0), "pound sterling": ("GBP", 0)}
    units |= {"japanese yen": ("JPY", 0), "indian rupee": ("INR", 0), "gigawatt": ("MW", 3), "megawatt": ("MW", 0)}
    units |= {"kilowatt": ("MW", -3), "kilowatt-hour": ("MWh", -3), "terawatt-hour": ("MWh", 6)}
    units |= {"gigawatt-hour": ("MWh", 3), "megawatt-hour": ("MWh", 0)}

    def find(text: Text) -> list[Labelled]:
        found = []
        for each in parser.parse(text.text):
            if each.unit.name in units:
                unit, power = units[each.unit.name]
                value = Decimal(repr(each.value)).scaleb(power)
                found.append(Labelled(*each.span, (unit, value)))
        return found

    return find


def measure(texts: list[Text], find: Callable[[Text], list[Labelled]]) -> tuple[float, float, float]:
    """Return recall, precision, and texts a second."""
    find(texts[0])  # what is loaded once does not count
    start = time.perf_counter()
    answers = [find(text) for text in texts]
    seconds = time.perf_counter() - start
    hits = sum(_hits(text.labels, found) for text, found in zip(texts, answers, strict=True))
    labels, finds = sum(len(text.labels) for text in texts), sum(map(len, answers))
    return hits / max(labels, 1), hits / max(finds, 1), len(texts) / seconds


def _hits(labels: list[Labelled], found: list[Labelled]) -> int:
    left, hits = list(found), 0
    for label in labels:
        for each in left:
            if each.start < label.end and each.end > label.start and each.parts == label.parts[: len(each.parts)]:
                left.remove(each)
                hits += 1
                break
    return hits


def main(names: list[str]) -> None:
    """Print a line for each set and language."""
    dev = ROOT.parent / "shared" / "figures" / "dev.jsonl"
    paths = [Path(name) for name in names] or [path for path in [dev] if path.exists()]
    sets = {path.name: list(read_jsonl(path)) for path in paths}
    if not names:
        sets["tests"] = [
            text for path in sorted(ROOT.glob("tests/figures/phrases_*.txt")) for text in read_phrases(path)
        ]
    peer = quantulum()
    print(f"{'set':12} {'language':9} {'texts':>5}  {'':12} {'recall':>7} {'precision':>9} {'texts/s':>8}")
    for name, texts in sets.items():
        for language in sorted({text.language for text in texts}):
            chosen = [text for text in texts if text.language == language]
            _line(name, language, chosen, "aip.figures", ours)
            if peer and language == "en":
                _line(name, language, chosen, "quantulum3", peer)
    if not peer:
        print("quantulum3 is not installed: pip install quantulum3")


def _line(name: str, language: str, texts: list[Text], finder: str, find: Callable[[Text], list[Labelled]]) -> None:
    recall, precision, speed = measure(texts, find)
    print(f"{name:12} {language:9} {len(texts):5}  {finder:12} {recall:7.1%} {precision:9.1%} {speed:8.0f}")


if __name__ == "__main__":
    main(sys.argv[1:])
