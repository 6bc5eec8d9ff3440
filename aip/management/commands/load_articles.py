"""`manage.py load_articles`: article files into the database."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from aip.documents import ArticleErrors, read_articles
from aip.evidence import check_citations
from aip.loading import LoadError, load_articles
from aip.models import Citation


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
        try:
            report = load_articles(
                read_articles(paths),
                dry_run=dry_run,
                overwrite=overwrite,
                prune=prune,
                complete=all(path.is_dir() for path in paths),
                on_wait=lambda: self.stderr.write("Another load is running; waiting for it to end …"),
            )
        except (ArticleErrors, LoadError) as error:
            raise CommandError(str(error)) from error
        except KeyboardInterrupt:
            raise CommandError("Stopped. Nothing was written.") from None
        if not quiet or report.changes:
            self.stdout.write(str(report))
        if dry_run:
            self.stdout.write("Dry run: nothing was written.")
        else:
            self._check()

    def _check(self):
        """Say whether the quotes bear out what was loaded; what they contradict is loaded all the same, and marked."""
        check_citations()
        contradicted = Citation.objects.contradicted().count()
        if contradicted:
            self.stderr.write(f"{contradicted:,} citations contradict their facts: see manage.py check_evidence")
