"""`manage.py check_evidence`: does every quoted phrase say what its fact says?"""

import argparse
import hashlib
import sys
from collections import defaultdict
from pathlib import Path

from django.core.management.base import CommandError, DjangoHelpFormatter
from django.db.models import Count

from aip.conflicts import find_conflicts
from aip.evidence import check_citations, check_text, errors_among
from aip.management.command import StrictCommand, why_unread
from aip.management.findings import Findings, by_field
from aip.models import Article, Citation
from aip.vocabulary import Verdict

HELP = """\
Check every citation afresh: does its quote stand in the article's text, and does it
say the number, unit and bound of the fact? Then list what needs somebody to look:

  Contradicted  a quote that its fact, its text or its own figure is against, while no
                other quote supports the fact: an error to correct
  Conflicting   articles differ and nobody has decided; decided ones are counted, and
                listed with --all
  Unchecked     citations that somebody is writing at this moment
  Uncited       facts that no quote supports

Each fact has a line with what it holds and the page to go to; below it stand the quotes
that differ, each with the key of its article. The last line sums up.

Ends with 0, or with 1 when anything is contradicted."""

EXAMPLES = """\
With --json each quote, and each uncited fact, is an object on a line of its own:
  standing   contradicted, conflicting, decided, unchecked, uncited; with --text a verdict
  is, id     the table and the number of the row: citation, or the kind of the uncited fact
  place      the row's page
  article    the key of the article; null for an uncited fact
  fact, field, holds   what is cited, and what it holds; null where nothing is cited
  text, why  the row in words, and why it stands so
The last object is {"standing": "summary", "text": …} with the counts.

Examples:
  manage.py check_evidence
  manage.py check_evidence --json | jq -r 'select(.standing == "contradicted").place'
  manage.py check_evidence --text 2025-03-xai-joins-aip=original.txt"""


class Formatter(DjangoHelpFormatter, argparse.RawDescriptionHelpFormatter):
    """Keeps the lines of the help as they are."""


class Command(StrictCommand):
    help = HELP

    def create_parser(self, prog_name, subcommand, **kwargs):
        return super().create_parser(prog_name, subcommand, formatter_class=Formatter, epilog=EXAMPLES, **kwargs)

    def add_arguments(self, parser):
        parser.add_argument(
            "--text",
            action="append",
            default=[],
            metavar="ARTICLE=FILE",
            help="Check one article's quotes against the original document, known by its SHA-256, without storing it.",
        )
        parser.add_argument("--all", action="store_true", help="List conflicts that are decided, too.")
        parser.add_argument("--json", action="store_true", help="One JSON object a line, for other programs.")

    def handle(self, *, text, json, **options):
        self.findings = Findings(self.stdout, as_json=json)
        if text:
            wrong = sum(self._check_original(each) for each in text)
        else:
            check_citations(Citation.objects.all(), progress=self._progress)
            wrong = self._list(decided_too=options["all"])
        if wrong:
            raise CommandError(f"{wrong:,} contradicted.", returncode=1)

    def _list(self, *, decided_too):
        """List what needs a look, and return how many citations are errors."""
        errors, unchecked = list(Citation.objects.errors()), list(Citation.objects.unchecked().with_facts())
        conflicts, uncited = find_conflicts(), Citation.objects.missing()
        open_, decided = ([each for each in conflicts if bool(each.decision) is wanted] for wanted in (False, True))
        open_ += self._without_a_page(conflicts)
        self.findings.of_citations("contradicted", errors)
        self.findings.of_conflicts("conflicting", open_)
        self.findings.of_conflicts("decided", decided, listed=decided_too)
        self.findings.of_citations("unchecked", unchecked)
        self.findings.of_facts("uncited", uncited)
        verdicts = dict(Citation.objects.order_by().values_list("verdict").annotate(Count("pk")))
        counts = {
            "citations": sum(verdicts.values()),
            "supported": verdicts.get(Verdict.SUPPORTED, 0),
            "contradicted": len(errors),
            "explained": verdicts.get(Verdict.CONTRADICTED, 0) - len(errors),
            "not_judgeable": verdicts.get(Verdict.NOT_JUDGEABLE, 0),
            "unchecked": len(unchecked),
            "open": len(open_),
            "decided": len(decided),
            "uncited": len(uncited),
        }
        self.findings.sum_up(counts)
        return len(errors)

    def _without_a_page(self, conflicts):
        """Return the conflicts that have no page of their own, as no article is known to state another figure."""
        known = {(conflict.address, conflict.field) for conflict in conflicts}
        disputed = by_field(Citation.objects.contradicted().disputed())
        return [each for each in disputed if (each.address, each.field) not in known]

    def _check_original(self, pair):
        key, _, name = pair.partition("=")
        article = Article.objects.filter(key=key).first()
        if article is None:
            raise CommandError(f"There is no article “{key}”. Write --text ARTICLE=FILE.")
        try:
            raw = Path(name).read_bytes()
            text = raw.decode("utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise CommandError(f"{name or 'the file'} cannot be read as UTF-8 text: {why_unread(error)}.") from error
        digest = hashlib.sha256(raw).hexdigest()
        if article.source_sha256 and digest != article.source_sha256:
            raise CommandError(
                f"{name} is not the document of “{key}”: its SHA-256 is {digest}, not {article.source_sha256}"
            )
        judged = list(check_text(article, text))
        errors = {citation.pk for citation, _ in errors_among(judged)}
        standings = defaultdict(list)
        for citation, finding in judged:
            citation.verdict, citation.finding = finding.verdict.value, finding.why
            explained = citation.verdict == Verdict.CONTRADICTED and citation.pk not in errors
            standings["conflicting" if explained else citation.verdict].append(citation)
        for standing in ("contradicted", "conflicting", "not_judgeable", "supported"):
            self.findings.of_citations(standing, standings[standing])
        return len(errors)

    def _progress(self, done, total):
        if total > 5_000 and sys.stderr.isatty():
            self.stderr.write(f"\r{done:,} of {total:,} citations", ending="\n" if done == total else "")
