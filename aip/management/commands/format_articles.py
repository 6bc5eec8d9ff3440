"""`manage.py format_articles`: article files in their one canonical spelling."""

from pathlib import Path

from django.core.management.base import CommandError

from aip.documents.files import remove_leftovers
from aip.documents.formatting import find_formattings, write_formattings
from aip.management.command import StrictCommand


class Command(StrictCommand):
    help = (
        "Write article files in place in their one canonical spelling: keys in the order of the README, entries sorted "
        "by name or key, quotes only where they are needed, a blank line between sections. What a file says stays the "
        "same, and so do its comments: one behind a value stays behind it, one in its own line goes with what follows. "
        "Files with faults are left alone, and every fault is told with file, line and column."
    )
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument(
            "paths", nargs="+", type=Path, metavar="FILE|FOLDER", help="YAML or JSON files, or folders that hold some."
        )
        parser.add_argument(
            "--check", action="store_true", help="Change nothing, and fail where a file is not canonical."
        )

    def handle(self, *, paths, check, **options):
        if not check:
            remove_leftovers(paths)
        try:
            count, formattings, faults = find_formattings(paths)
            changed = []
            if not check:
                changed, unwritten = write_formattings(formattings)
                faults += unwritten
        except KeyboardInterrupt:
            raise CommandError("Stopped. Each file is as it was, or canonical.") from None
        self._tell(count, formattings if check else [], changed, faults)

    def _tell(self, count, not_canonical, changed, faults):
        for file in changed:
            self.stdout.write(f"{file}: changed")
        problems = [*map(str, sorted(faults)), *(f"{each.file}:{each.line}:1: not canonical" for each in not_canonical)]
        files = f"{count:,} file{'s' if count != 1 else ''}"
        if problems:
            left = len({fault.file for fault in faults})
            told = (
                f"{len(not_canonical):,} of {files} not canonical"
                if not_canonical
                else f"{left:,} of {files} left alone"
            )
            raise CommandError("\n".join([*problems, f"{told}; {len(changed):,} changed."]))
        self.stdout.write(f"{files}, {len(changed):,} changed.")
