"""What a load did."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from aip.loading.sayings import Saying

KINDS = {
    "publisher": "publishers",
    "article": "articles",
    "organization": "organizations",
    "name": "other names",
    "identifier": "identifiers",
    "person": "people",
    "position": "positions",
    "partnership": "partnerships",
    "membership": "members",
    "investment": "investments",
    "commitment": "commitments",
    "energy_deal": "energy deals",
    "forecast": "forecasts",
    "observation": "observations",
    "citation": "citations",
    "decision": "decisions",
}


@dataclass
class Report:
    """How many rows of each kind a load made, changed, left alone and removed, and where files and editors differ."""

    new: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    unchanged: Counter[str] = field(default_factory=Counter)
    removed: Counter[str] = field(default_factory=Counter)
    skipped: int = 0  # files that are as they were loaded last
    kept: list[str] = field(default_factory=list)  # edited by hand since the last load
    left: list[str] = field(default_factory=list)  # said by a file when last loaded, and no longer

    def count(self, kind: str, *, new: bool, changed: bool) -> None:
        """Count one row."""
        counter = self.new if new else self.changed if changed else self.unchanged
        counter[kind] += 1

    @property
    def changes(self) -> bool:
        """Whether the load wrote anything."""
        return bool(self.new.total() + self.changed.total() + self.removed.total())

    def keep(self, saying: Saying, kept: dict[str, tuple[Any, Any]]) -> None:
        """Note the fields of a fact in which an editor's value stays against the file's."""
        for name, (said, held) in kept.items():
            database = " ".join(str(value) for value in held if value not in (None, ""))
            line = saying.article.source.place((*saying.path, name))[0]
            self.kept.append(
                f"{saying.article.source.file}:{line}: {saying.named}, {name}: "
                f"the file says {said or 'nothing'}, the database {database or 'nothing'}"
            )

    def __str__(self) -> str:
        head = f"{'':<15}{'new':>9}{'changed':>9}{'unchanged':>11}{'removed':>9}"
        lines = [
            f"{name:<15}{self.new[kind]:>9,}{self.changed[kind]:>9,}{self.unchanged[kind]:>11,}{self.removed[kind]:>9,}"
            for kind, name in KINDS.items()
        ]
        kept = _listed("Edited by hand since the last load; the editor's value stays:", self.kept)
        skipped = [f"{self.skipped:,} files are as they were loaded last."] if self.skipped else []
        return "\n".join([head, *lines, *skipped, *kept, *_listed("Left their file; kept in the database:", self.left)])


def _listed(title: str, lines: list[str]) -> list[str]:
    return ["", title, *sorted(lines)] if lines else []
