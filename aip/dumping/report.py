"""What a dump did."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

MOST_SHOWN = 100
FEW = 10  # files that are named one by one
MEND = "correct the value or the quote in the admin, or decide under Citations → Conflicts"
UNDONE = (
    "Not as decided, and written as decided: loading the files leaves this database as it is, and brings another the\n"
    "decided value (which can be taken under Statements → Differences; or decide anew under Citations → Conflicts):"
)


@dataclass
class Report:
    """Which files were written, which stayed as they were and why, and what no file can hold."""

    lists_all: bool = False
    made: Path | None = None  # the folder, where there was none
    written: list[Path] = field(default_factory=list)
    unchanged: int = 0
    removed: list[Path] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)  # files that should change and could not, each with the reason
    stale: list[str] = field(default_factory=list)  # files of articles that the database does not hold
    not_held: list[str] = field(default_factory=list)  # what article files cannot say
    undone: list[str] = field(default_factory=list)  # fields that hold something else than was decided
    left: list[str] = field(default_factory=list)  # what left its file and is not pruned yet
    uncited: list[str] = field(default_factory=list)  # facts of the file of what no article says
    contradicted: list[str] = field(default_factory=list)  # facts that a quote contradicts, written all the same
    unchecked: int = 0  # citations without a verdict, too many to be checked along
    confirmed: list[str] = field(default_factory=list)  # what editors kept against the files, which say it now

    def __str__(self) -> str:
        counts = [f"{len(self.written):,} written", f"{self.unchanged:,} unchanged"]
        if self.removed:
            counts.append(f"{len(self.removed):,} removed")
        if self.refused:
            counts.append(f"{len(self.refused):,} left alone")
        made = [f"Made {self.made}/"] if self.made else []
        lists = [
            ("Written:", self._files(self.written)),
            ("Removed:", self._files(self.removed)),
            ("Left alone, although the database says something else:", self.refused),
            ("Not in the database (--prune removes the files):", self.stale),
            ("Not in the file that once said it:", self.left),
            ("Said by no article, and so in a file of their own, uncited.yaml:", self.uncited),
            ("In the database only, as files cannot hold it:", self.not_held),
            (UNDONE, self.undone),
            ("Kept by editors against the files, which say it now; who kept it stays in the database:", self.confirmed),
            (f"Written as the database has it, although a quote says something else ({MEND}):", self.contradicted),
        ]
        if self.unchecked:
            lists.append(("", [f"{self.unchecked:,} citations are unchecked: manage.py check_evidence checks them."]))
        told = [line for title, lines in lists for line in self._listed(title, lines)]
        return "\n".join([*made, ", ".join(counts) + ".", *told])

    def _files(self, files: list[Path]) -> Iterable[str]:
        """Return a few files, or all where all is listed, else how many lie in each folder."""
        if self.lists_all or len(files) <= FEW:
            return map(str, files)
        folders = Counter(file.parent for file in files)
        return (f"{folder}: {count:,} file{'s' if count > 1 else ''}; --all lists" for folder, count in folders.items())

    def _listed(self, title: str, lines: Iterable[str]) -> list[str]:
        found = sorted(lines)
        most = len(found) if self.lists_all else MOST_SHOWN
        more = [f"… and {len(found) - most:,} more; --all lists them"] if len(found) > most else []
        return ["", *filter(None, [title]), *found[:most], *more] if found else []
