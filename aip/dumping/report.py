"""What a dump did."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Report:
    """Which files were written, which stayed as they were and why, and what no file can hold."""

    written: list[Path] = field(default_factory=list)
    unchanged: int = 0
    removed: list[Path] = field(default_factory=list)
    stale: list[Path] = field(default_factory=list)  # of articles that the database does not hold
    refused: list[str] = field(default_factory=list)  # files that should change and could not, each with the reason
    not_held: list[str] = field(default_factory=list)  # what article files cannot say
    uncited: list[str] = field(default_factory=list)  # facts of the file of what no article says

    def __str__(self) -> str:
        counts = [
            f"{len(self.written):,} written",
            f"{self.unchanged:,} unchanged",
            *([f"{len(self.removed):,} removed"] if self.removed else []),
            *([f"{len(self.refused):,} left as they were"] if self.refused else []),
        ]
        return "\n".join(
            [
                ", ".join(counts),
                *_listed("Left as they were:", self.refused),
                *_listed("Not in the files, which cannot hold it:", self.not_held),
                *_listed("In no article, typed in by hand; see uncited.yaml:", self.uncited),
                *_listed("Of articles that the database does not hold; --prune removes them:", map(str, self.stale)),
            ]
        )


def _listed(title: str, lines: object) -> list[str]:
    found = sorted(str(line) for line in lines)  # type: ignore[attr-defined]
    return ["", title, *found] if found else []
