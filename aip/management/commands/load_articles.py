"""`manage.py load_articles`: article files into the database."""

from argparse import RawDescriptionHelpFormatter
from pathlib import Path

from django.core.management.base import CommandError, DjangoHelpFormatter
from django.db import InterfaceError, OperationalError

from aip.documents import ArticleErrors
from aip.evidence import check_citations
from aip.loading import LoadError, load_files
from aip.loading.differing.doubting import tell_contradicted
from aip.loading.listing import ALL, MOST
from aip.loading.refusing import refusal
from aip.management.command import StrictCommand
from aip.management.progress import Progress
from aip.models import Citation

AT_ONCE = 10_000  # citations that are checked along with a load

HELP = """\
Load article files into the database: all of them, or, where one has a fault, none. Every fault is told with file,
line and column. Loading again is safe: what is unchanged stays as it is.

A table counts the facts of each kind that are new, changed in their file, edited by hand since the last load, both,
or neither; lists say what changes in which line. What an editor changed stays, and is listed. Where two articles
differ, the one published later counts; a changed statement that loses to it is listed. What left its file stays."""

EXAMPLES = """\
examples:
  load_articles fixtures --dry-run              what would change, line by line; changes nothing
  load_articles fixtures                        load all files of a folder; those that are as they were are not read
  load_articles fixtures/a.yaml fixtures/b.json load only these
  load_articles fixtures --dry-run --all        every line, however many
  load_articles fixtures --overwrite            take the files' values where an editor changed them by hand
  load_articles fixtures --prune --dry-run      what has left the files, and why it would go or stay
  load_articles fixtures more --prune           remove it, and the articles that are in neither folder
  load_articles fixtures --prune --removing 40  the same where 40 articles go, which are more than a tenth of all"""


class Formatter(DjangoHelpFormatter, RawDescriptionHelpFormatter):
    """Leaves the lines of description and examples as they are."""


class Command(StrictCommand):
    help = HELP
    requires_system_checks = []  # they are for whoever changes the code, and take as long as a small load

    def create_parser(self, prog_name, subcommand, **kwargs):
        return super().create_parser(prog_name, subcommand, formatter_class=Formatter, epilog=EXAMPLES, **kwargs)

    def add_arguments(self, parser):
        parser.add_argument(
            "paths", nargs="+", type=Path, metavar="FILE|FOLDER", help="YAML or JSON files, or folders that hold some."
        )
        parser.add_argument("--dry-run", action="store_true", help="Say what would change, and change nothing.")
        parser.add_argument(
            "--overwrite",
            action="store_true",
            help="Take the file's value where an editor changed it by hand, and the decided one of a field decided on.",
        )
        parser.add_argument(
            "--prune",
            action="store_true",
            help="Remove what left its file, where nothing else states, cites or refers to it. With folders only: "
            "articles whose file is gone, too, so name every folder that you keep.",
        )
        parser.add_argument(
            "--removing",
            type=int,
            metavar="N",
            help="With --prune: yes, remove N articles. Asked for where they are more than ten and a tenth of all.",
        )
        parser.add_argument(
            "--all", action="store_true", help=f"List all that changes or differs, not only {MOST} lines of each list."
        )
        parser.add_argument("--quiet", action="store_true", help="Say nothing where nothing changed.")

    def handle(self, *, paths, dry_run, overwrite, prune, removing, quiet, **options):
        if removing is not None and not prune:
            raise CommandError("--removing N goes with --prune: without it nothing is removed.")
        progress = Progress(self.stderr._out)
        try:
            report = load_files(
                paths,
                dry_run=dry_run,
                overwrite=overwrite,
                prune=prune,
                removing=removing or 0,
                most=ALL if options["all"] else MOST,
                before_undoing=self._check,
                on_wait=lambda: self.stderr.write("Another load is running; waiting for it to end …"),
                progress=progress,
            )
        except (ArticleErrors, LoadError) as error:
            raise CommandError(str(error)) from error
        except (OperationalError, InterfaceError) as error:
            raise CommandError(refusal(error)) from error
        except KeyboardInterrupt:
            raise CommandError("Stopped. Nothing was written.") from None
        finally:
            progress.end()
        if not quiet or report.changes:
            self.stdout.write(str(report))
        if dry_run:
            self._tell_doubts(report)
            self.stdout.write("Dry run: nothing was written.")
        else:
            try:
                self._check(report)
            except (KeyboardInterrupt, OperationalError, InterfaceError) as error:
                why = "Stopped" if isinstance(error, KeyboardInterrupt) else str(error).strip()
                raise CommandError(f"{why}. All is loaded, not all checked: run manage.py check_evidence.") from None
            self._tell_doubts(report)
            contradicted = Citation.objects.errors().count()
            if contradicted:
                many = contradicted > 1
                words = (
                    f"{contradicted:,} citations contradict their facts" if many else "1 citation contradicts its fact"
                )
                self.stderr.write(f"{words}: see manage.py check_evidence")

    def _tell_doubts(self, report):
        if doubts := report.doubts():
            self.stdout.write(doubts)

    def _check(self, report):
        """Find whether the quotes bear out what was loaded; what they contradict is loaded all the same, and marked."""
        unchecked = Citation.objects.unchecked()[: AT_ONCE + 1].count()
        if unchecked > AT_ONCE:
            self.stderr.write(f"More than {AT_ONCE:,} citations are unchecked: manage.py check_evidence checks them.")
            return
        check_citations()
        tell_contradicted(report)
