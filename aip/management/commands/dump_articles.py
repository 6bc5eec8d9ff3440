"""`manage.py dump_articles`: the database as article files."""

from pathlib import Path

from django.core.management.base import CommandError, DjangoHelpFormatter

from aip.dumping import DumpError, dump_articles
from aip.management.command import StrictCommand

EXAMPLES = """examples:
  manage.py dump_articles fixtures                           bring every file of the folder up to date
  manage.py dump_articles fixtures 2025-03-xai-joins-aip     only that article's file
  manage.py dump_articles fixtures --prune                   and remove the files of articles that are gone
  manage.py dump_articles /tmp/look                          into a new folder, to compare: diff -r fixtures /tmp/look
"""


class ExamplesFormatter(DjangoHelpFormatter):
    """Keeps the lines of examples as they are."""

    def _fill_text(self, text, width, indent):
        return text if text is EXAMPLES else super()._fill_text(text, width, indent)


class Command(StrictCommand):
    help = (
        "Write the database as article files, one an article, in their canonical spelling: what the files said when "
        "they were loaded, with every edit made since by hand. Loading them gives this database again. A value goes to "
        "the article that states it (the last published, where several do), a citation to its own article, a fact that "
        "no article says to uncited.yaml, and a decision that no file of the folder holds to decisions.yaml. A file "
        "that says the same already is not touched, whatever its spelling and comments; comments stay in a file that "
        "changes, or it is left alone and named, and files of other kinds are never touched. Everything is as of one "
        "moment, and every file is whole at any. What files cannot hold, and what a quote contradicts, is named."
    )
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.formatter_class, parser.epilog = ExamplesFormatter, EXAMPLES
        parser.add_argument("folder", type=Path, metavar="FOLDER", help="Where the files are; made if need be.")
        parser.add_argument(
            "keys",
            nargs="*",
            default=[],
            metavar="KEY",
            help="Keys of articles, to write their files only: 2025-03-xai-joins-aip.",
        )
        parser.add_argument(
            "--prune", action="store_true", help="Remove the files of articles that the database does not hold."
        )

        parser.add_argument("--all", action="store_true", help="Name every file, and cut no list.")

    def handle(self, *, folder, keys, prune, **options):
        try:
            report = dump_articles(folder, keys, prune=prune)
        except DumpError as error:
            raise CommandError(str(error)) from error
        except KeyboardInterrupt:
            raise CommandError("Stopped. Every file is whole: as it was, or new.") from None
        report.lists_all = options["all"]
        if report.refused:
            raise CommandError(str(report))
        self.stdout.write(str(report))
