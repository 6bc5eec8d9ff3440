"""What is wrong with article files, and where."""

import difflib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

MOST_SHOWN = 100
_LONG = re.compile("“([^”]{100})[^”]+”")


@dataclass(frozen=True, order=True)
class Fault:
    """One thing that is wrong, at a line and column counted from 1."""

    file: Path
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.message}"


class ArticleErrors(Exception):
    """All the faults of all the files that were read together."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults: Sequence[Fault] = sorted(set(faults))
        super().__init__(str(self))

    def __str__(self) -> str:
        lines = [str(fault) for fault in self.faults[:MOST_SHOWN]]
        if len(self.faults) > MOST_SHOWN:
            lines.append(f"… and {len(self.faults) - MOST_SHOWN:,} more")
        count = "1 fault" if len(self.faults) == 1 else f"{len(self.faults):,} faults"
        return "\n".join([*lines, f"{count}; nothing was written."])


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return "; do you mean “…”?" where something known is nearly `word`, else nothing."""
    near = nearest(word, known)
    return f"; do you mean “{near}”?" if near else ""


def nearest(word: str, known: Iterable[str]) -> str:
    """Return what is known and nearly `word`, else nothing."""
    by_folded = {each.casefold(): each for each in known}
    near = difflib.get_close_matches(word.casefold(), by_folded, n=1)
    return by_folded[near[0]] if near else ""


def cut(message: str) -> str:
    """Return a message in which nothing quoted is longer than anybody would read."""
    return _LONG.sub(r"“\1…”", message)
