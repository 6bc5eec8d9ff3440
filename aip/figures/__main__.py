"""`python -m aip.figures --language de FILE…`: the figures of texts, as JSON lines."""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from aip.figures.figure import FoundFigure
from aip.figures.finding import find_figures
from aip.figures.lexicon import LANGUAGES
from aip.figures.spelling import plain

DESCRIPTION = """\
Find the figures of texts: money, power and energy, each with its exact place.

One JSON object a line:
  {"file": "article.txt", "start": 12, "end": 37, "phrase": "rund 13 Mrd. US-Dollar", "kind": "money",
   "value": "13000000000", "unit": "USD", "bound": "about"}

start and end count code points from 0. Values are whole currency units, MW or MWh; a range has value_high too.
What is not understood word by word is left out.
"""


def main(arguments: list[str] | None = None) -> int:
    """Print what the files hold. Return 1 when a file cannot be read, else 0."""
    options = _parser().parse_args(arguments)
    failed = False
    for name in options.files or ["-"]:
        try:
            text = _read(name)
        except (OSError, UnicodeDecodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else "not UTF-8 text"
            print(f"{name}: {reason}", file=sys.stderr)
            failed = True
            continue
        for line in _lines(name, text, options.language):
            print(line)
    return int(failed)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m aip.figures",
        description=DESCRIPTION,
        epilog='Example: echo "rund 13 Mrd. US-Dollar" | python -m aip.figures --language de',
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--language", required=True, choices=LANGUAGES, help="the language of the texts; never guessed")
    parser.add_argument("files", nargs="*", metavar="FILE", help="UTF-8 text; none or “-” is the standard input")
    return parser


def _read(name: str) -> str:
    data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    return data.decode("utf-8")


def _lines(name: str, text: str, language: str) -> Iterator[str]:
    for found in find_figures(text, language=language):
        yield json.dumps({"file": name} | fields(found), ensure_ascii=False)


def fields(found: FoundFigure) -> dict[str, object]:
    """Return what a figure's JSON object holds: its place, and its parts as text."""
    values = {"value": found.value, "value_high": found.value_high}
    parts = {name: plain(value) for name, value in values.items() if value is not None}
    place = {"start": found.start, "end": found.end, "phrase": found.phrase, "kind": found.kind}
    return place | parts | {"unit": found.unit, "bound": found.bound}


if __name__ == "__main__":
    try:
        sys.exit(main())
    except BrokenPipeError:
        sys.exit(0)
