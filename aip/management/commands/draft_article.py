"""`manage.py draft_article`: a text → the draft of an article file."""

import hashlib
from pathlib import Path

from django.core.management.base import CommandError

from aip.codes import check_language
from aip.drafting import draft_article
from aip.management.command import StrictCommand, why_unread
from aip.stated_dates import read_stated_date


class Command(StrictCommand):
    help = (
        "Write the draft of an article file: the text, the organizations that the database knows, and every figure as "
        "an investment, an energy deal or a forecast, with its quote. Where a human must decide it says TODO, and it "
        "does not load until those are gone. For example: "
        "manage.py draft_article text.txt --language de --publisher AIbase > fixtures/new.yaml"
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "file", type=Path, metavar="TEXTFILE", help="Plain text, UTF-8; a blank line ends a paragraph."
        )
        parser.add_argument("--language", required=True, help="ISO 639-1 code of the text: de, en, fr, es.")
        parser.add_argument("--publisher", required=True, help="Who published the article.")
        parser.add_argument("--title", help="The article's headline.")
        parser.add_argument("--url", help="The article's web address.")
        parser.add_argument("--published", help="When, as precisely as known: 2025, 2025-10, 2025-10-15.")

    def handle(self, *, file, language, publisher, **options):
        header = {name: options[name] for name in ("title", "url", "published") if options[name]}
        try:
            check_language(language)
            if options["published"]:
                read_stated_date(options["published"])
            raw = file.read_bytes()
            header |= {"source_name": file.name, "source_sha256": hashlib.sha256(raw).hexdigest()}
            draft = draft_article(raw.decode("utf-8-sig"), language=language, publisher=publisher, **header)
        except (OSError, UnicodeDecodeError) as error:
            raise CommandError(f"{file} cannot be read as UTF-8 text: {why_unread(error)}.") from error
        except ValueError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(draft, ending="")
