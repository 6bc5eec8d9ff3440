"""`manage.py check_evidence`: does every quoted phrase say what its fact says?"""

import hashlib
import json
import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

from aip.evidence import check_citations, check_text
from aip.models import Article, Citation


class Command(BaseCommand):
    help = (
        "Check every citation afresh: does its quote stand in the article's text, and does it say the number, unit and "
        "bound of the fact? Lists what is contradicted, conflicting (two articles differ, and one supports the fact), "
        "unchecked or uncited, each with the page to go to, and ends with 1 when anything is contradicted."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--text",
            action="append",
            default=[],
            metavar="ARTICLE=FILE",
            help="Check one article's quotes against the original document, known by its SHA-256, without storing it.",
        )
        parser.add_argument("--json", action="store_true", help="One JSON object a line, for other programs.")

    def handle(self, *, text, json, **options):
        self.as_json = json
        if text:
            wrong = sum(self._check_original(each) for each in text)
        else:
            check_citations(Citation.objects.all(), progress=self._progress)
            wrong = self._list()
        if wrong:
            raise CommandError(f"{wrong:,} contradicted.", returncode=1)

    def _list(self):
        contradicted = list(Citation.objects.contradicted())
        self._tell("contradicted", contradicted)
        self._tell("conflicting", Citation.objects.conflicting())
        self._tell("unchecked", Citation.objects.unchecked().with_facts())
        self._tell("uncited", Citation.objects.missing())
        return len(contradicted)

    def _check_original(self, pair):
        key, _, name = pair.partition("=")
        article = Article.objects.filter(key=key).first()
        if article is None:
            raise CommandError(f"There is no article “{key}”. Write --text ARTICLE=FILE.")
        try:
            raw = Path(name).read_bytes()
            text = raw.decode("utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise CommandError(f"{name or 'the file'} cannot be read as UTF-8 text: {error}") from error
        digest = hashlib.sha256(raw).hexdigest()
        if article.source_sha256 and digest != article.source_sha256:
            raise CommandError(
                f"{name} is not the document of “{key}”: its SHA-256 is {digest}, not {article.source_sha256}"
            )
        wrong = 0
        for citation, finding in check_text(article, text):
            citation.verdict, citation.finding = finding.verdict.value, finding.why
            self._tell(finding.verdict.value, [citation])
            wrong += finding.verdict == "contradicted"
        return wrong

    def _tell(self, standing, rows):
        for row in rows:
            model = row._meta.model_name
            place = reverse(f"admin:aip_{model}_change", args=[row.pk])
            finding = getattr(row, "finding", "")
            if self.as_json:
                said = {
                    "standing": standing,
                    "is": model,
                    "id": row.pk,
                    "place": place,
                    "text": str(row),
                    "why": finding,
                }
                self.stdout.write(json.dumps(said, ensure_ascii=False))
            else:
                self.stdout.write(f"{standing:<14}{place}  {row}" + (f"  – {finding}" if finding else ""))

    def _progress(self, done, total):
        if total > 5_000 and sys.stderr.isatty():
            self.stderr.write(f"\r{done:,} of {total:,} citations", ending="\n" if done == total else "")
