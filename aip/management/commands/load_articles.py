"""`manage.py load_articles`: article files into the database."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import InterfaceError, OperationalError

from aip.documents import ArticleErrors
from aip.evidence import check_citations
from aip.loading import LoadError, load_files
from aip.loading.refusing import refusal
from aip.management.progress import Progress
from aip.models import Citation

MOST = 10_000  # citations that are checked along with a load


class Command(BaseCommand):
    help = (
        "Load article files into the database: all of them, or, where one has a fault, none. Safe to run again: what "
        "is unchanged stays as it is. A value that an editor changed by hand stays too, and the difference is listed."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "paths", nargs="+", type=Path, metavar="FILE|FOLDER", help="YAML or JSON files, or folders that hold some."
        )
        parser.add_argument("--dry-run", action="store_true", help="Say what would change, and change nothing.")
        parser.add_argument(
            "--overwrite", action="store_true", help="Take the file's value where an editor changed it by hand."
        )
        parser.add_argument(
            "--prune",
            action="store_true",
            help="Remove what left its file, where nothing else states, cites or refers to it. With folders only: "
            "articles whose file is gone, too, so name every folder that you keep.",
        )
        parser.add_argument("--quiet", action="store_true", help="Say nothing where nothing changed.")

    def handle(self, *, paths, dry_run, overwrite, prune, quiet, **options):
        progress = Progress(self.stderr._out)
        try:
            report = load_files(
                paths,
                dry_run=dry_run,
                overwrite=overwrite,
                prune=prune,
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
            self.stdout.write("Dry run: nothing was written.")
        else:
            try:
                self._check()
            except (KeyboardInterrupt, OperationalError, InterfaceError) as error:
                why = "Stopped" if isinstance(error, KeyboardInterrupt) else str(error).strip()
                raise CommandError(f"{why}. All is loaded, not all checked: run manage.py check_evidence.") from None

    def _check(self):
        """Say whether the quotes bear out what was loaded; what they contradict is loaded all the same, and marked."""
        unchecked = Citation.objects.unchecked()[: MOST + 1].count()
        if unchecked > MOST:
            self.stderr.write(f"More than {MOST:,} citations are unchecked: manage.py check_evidence checks them.")
            return
        check_citations()
        contradicted = Citation.objects.errors().count()
        if contradicted:
            many = contradicted > 1
            words = f"{contradicted:,} citations contradict their facts" if many else "1 citation contradicts its fact"
            self.stderr.write(f"{words}: see manage.py check_evidence")
