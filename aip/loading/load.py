"""Documents → rows: all of them in one transaction, or none."""

import getpass
import json
import time
import uuid
from collections.abc import Callable, Iterable
from itertools import chain, count

from django.db import IntegrityError, connection, transaction

from aip.documents import AnyFile, ArticleErrors, ArticleFile, DecisionsFile, Fault
from aip.loading import citations, decisions, names
from aip.loading.facts import Facts
from aip.loading.identity import Identities
from aip.loading.report import Report
from aip.loading.sayings import Saying, sayings_of
from aip.loading.settling import accepted, settle
from aip.loading.tables import TABLES, Table, take_ids, write
from aip.models import Statement
from aip.models.sources import STATED

LOCK = 0x414950  # “AIP”: the advisory lock that only one load holds
STATEMENT_COLUMNS = ["id", "article_id", "kind", "named", "values", *(f"{kind}_id" for kind in STATED)]


class LoadError(Exception):
    """A load that the database refused as a whole, in words for an editor."""


def load_articles(
    files: Iterable[AnyFile],
    *,
    dry_run: bool = False,
    overwrite: bool = False,
    on_wait: Callable[[], None] = lambda: None,
) -> Report:
    """Load articles and decisions, and return what changed; with `dry_run` say so and change nothing.

    A value that an editor changed by hand stays, unless `overwrite` says that the files' comes instead. Calls
    `on_wait` if another load has to end first. ArticleErrors lists what is wrong with the files, LoadError says what
    the database refused; either way nothing was written.
    """
    files = list(files)
    articles = [file for file in files if not isinstance(file, DecisionsFile)]
    decided = [file for file in files if isinstance(file, DecisionsFile)]
    try:
        with transaction.atomic():
            _wait_for_turn(on_wait)
            _sign()
            report = _load(list(chain.from_iterable(map(sayings_of, articles))), overwrite)
            _stop_at(decisions.load(decided, report))
            _check_references()
            if dry_run:
                transaction.set_rollback(True)
    except IntegrityError as error:
        raise LoadError(f"{str(error).strip()}\nNothing was written.") from error
    return report


def _wait_for_turn(on_wait: Callable[[], None]) -> None:
    # Asked again and again rather than waited for in the driver, where no Ctrl-C is heard.
    for turn in count():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [LOCK])
            if cursor.fetchone()[0]:
                return
        if turn == 0:
            on_wait()
        time.sleep(0.2)


def _sign() -> None:
    """Tell the history who writes, and how; COPY and raw cursors would otherwise lose it."""
    context = {"source": "load_articles", "name": getpass.getuser()}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('pghistory.context_id', %s, true), set_config('pghistory.context_metadata', %s, true)",
            [str(uuid.uuid4()), json.dumps(context)],
        )


def _check_references() -> None:
    """Let deferred foreign keys speak now, while there is somebody to hear them."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def _load(sayings: list[Saying], overwrite: bool) -> Report:
    identities = Identities(sayings, revive=overwrite)
    identities.settle()
    _stop_at(identities.faults)
    report = Report(left=[f"{statement.article_key}: {statement}" for statement in identities.left])
    faults: list[Fault] = []
    for table in TABLES.values():
        facts = Facts.find(table, identities)
        faults += _write(facts, identities, report, overwrite)
        if table.kind == "organization" and not faults:
            faults += names.load(facts, identities, report)
    _stop_at(faults)
    citations.load(sayings, identities, report)
    _keep_statements(sayings, identities)
    return report


def _stop_at(faults: list[Fault]) -> None:
    if faults:
        raise ArticleErrors(faults)


def _write(facts: Facts, identities: Identities, report: Report, overwrite: bool) -> list[Fault]:
    """Write the rows of one table that are new or differ; return what is wrong with them."""
    table, faults, staged = facts.table, [], {}
    for id, sayings in facts.sayings.items():
        row, now = facts.rows.get(id), accepted(facts.now[id])
        missing = [name for name in table.required if name not in now and row is None]
        faults += [sayings[0].fault(f"no article says the {name} of “{sayings[0].named}”") for name in missing]
        before, decided = accepted(facts.before[id]), facts.decided[id]
        settled = settle(table, row, before, now, identities, decided=decided, overwrite=overwrite)
        report.count(table.kind, new=row is None, changed=bool(settled.changed))
        report.keep(sayings[-1], settled.kept)
        if row is None and table.identity:
            settled.columns.update(zip(table.identity, identities.columns(sayings[0]), strict=True))
        if row is None or settled.changed:
            staged[id] = settled.columns
    if faults:
        return faults
    if table.kind == "organization":
        names.promote({id: row["name"] for id, row in staged.items() if id in facts.rows})
    rows = [(id, *(row[column] for column in table.columns[1:])) for id, row in staged.items()]
    for id, broken in write(table.model, table.columns, rows).items():
        faults += [facts.sayings[id][-1].fault(_sentence(table, rule)) for rule in broken]
    return faults


def _sentence(table: Table, rule: str) -> str:
    """Return a broken rule in the model's words."""
    sentences = {each.name: each.violation_error_message for each in table.model._meta.constraints}
    return str(sentences.get(rule) or "") or rule.replace("_", " ")


def _keep_statements(sayings: list[Saying], identities: Identities) -> None:
    """Remember what the files say now, for the next load."""
    stored = identities.stored
    changed = [
        saying
        for saying in sayings
        if isinstance(saying.article, ArticleFile)  # what no article says counts as typed in by hand
        and (saying not in stored or stored[saying].values != saying.values or identities.row(saying) != saying.id)
    ]
    new = [saying for saying in changed if saying not in stored]
    ids = {saying: statement.pk for saying, statement in stored.items()}
    ids.update(zip(new, take_ids(Statement, len(new)), strict=True))
    rows = [
        (
            ids[saying],
            identities.ids["article"][saying.article.key],
            saying.kind,
            saying.named,
            saying.values,
            *(saying.id if kind == saying.kind else None for kind in STATED),
        )
        for saying in changed
    ]
    write(Statement, STATEMENT_COLUMNS, rows)
