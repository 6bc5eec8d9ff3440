"""Documents → rows: all of them in one transaction, or none."""

import gc
import marshal
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from django.db import IntegrityError, connection, transaction

from aip.documents import AnyFile, ArticleErrors, DecisionsFile, Fault
from aip.loading.batch import load_batch
from aip.loading.differing import vanished
from aip.loading.differing.candidates import find_candidates
from aip.loading.differing.doubting import find_twice
from aip.loading.differing.reconciling import tell_differences
from aip.loading.listing import MOST, Listing
from aip.loading.refusing import REFUSALS, LoadError, may_be_tried_again, refusal
from aip.loading.report import Report
from aip.loading.stating import decisions
from aip.loading.stating.batches import SIZE, Spool
from aip.loading.stating.facts import Memory
from aip.loading.stating.identity import Identities
from aip.loading.stating.sayings import said_by
from aip.loading.storing.aside import WriteFailed, catch_up, writing_aside
from aip.loading.storing.signing import signed
from aip.loading.storing.writing import analyze
from aip.models.facts import LOAD
from aip.processes import deaf

ANALYZED = {1, 4, 16, 64, 256}  # batches after which the planner is told what there is
LOCK = 0x414950  # “AIP”: the advisory lock that only one load holds
PATIENCE = "60s"  # for a row that somebody else is writing; no Ctrl-C is heard meanwhile

Progress = Callable[[str, int, int, int], None]  # what is done, how many articles of how many, how many rows


@dataclass(frozen=True)
class Wanted:
    """What a load is asked for; `load_articles` says what each means."""

    dry_run: bool = False
    overwrite: bool = False
    prune: bool = False
    complete: bool = False
    removing: int = 0
    most: int = MOST
    before_undoing: Callable[[Report], None] = lambda report: None


def load_articles(
    files: Iterable[AnyFile],
    *,
    dry_run: bool = False,
    overwrite: bool = False,
    prune: bool = False,
    complete: bool = False,
    on_wait: Callable[[], None] = lambda: None,
) -> Report:
    """Load articles and decisions, and return what changed; with `dry_run` say so and change nothing.

    A value that an editor changed by hand stays, unless `overwrite` says that the files' comes instead. What
    left its file stays, unless `prune` says that it goes where nothing else holds it; `complete` says that the files
    are all there are, so that an article in none of them has left, too. Calls `on_wait` if another load has to end
    first. ArticleErrors lists what is wrong with the files, LoadError says what the database refused; either way
    nothing was written.
    """
    spool, decided, paths = Spool(), [], {}
    try:
        for file in files:
            if isinstance(file, DecisionsFile):
                decided.append(file)
            else:
                said = said_by(file)
                spool.add(said.order, marshal.dumps(said.plain()))
                paths[said.key] = said.file
        wanted = Wanted(dry_run, overwrite, prune, complete)
        return load_spool(spool, decided, paths, wanted, on_wait=on_wait)
    finally:
        spool.close()


def load_spool(
    spool: Spool,
    decided: list[DecisionsFile],
    files: dict[str, Path],
    wanted: Wanted,
    *,
    on_wait: Callable[[], None],
    progress: Progress = lambda what, done, total, rows: None,
) -> Report:
    """Load what `load_articles` does, where the files have been read already; tells `progress` how far it is.

    `files` are those of all articles by their keys, of the unchanged ones, too.
    """
    for is_last in (False, True):
        try:
            return _in_transaction(spool, decided, files, wanted, on_wait, progress)
        except REFUSALS as error:
            if is_last or not may_be_tried_again(error):
                raise LoadError(refusal(error)) from error
    raise AssertionError("unreachable")


def _in_transaction(
    spool: Spool,
    decided: list[DecisionsFile],
    files: dict[str, Path],
    wanted: Wanted,
    on_wait: Callable[[], None],
    progress: Progress,
) -> Report:
    is_written = False
    try:
        with ExitStack() as committing, without_collecting(), transaction.atomic():
            _wait_for_turn(on_wait)
            _plan_for_many()
            spool.begin()
            question = vanished.ask_back(files, wanted.removing) if wanted.prune and wanted.complete else ""
            if question and not wanted.dry_run:
                raise LoadError(question)
            with signed(LOAD):
                report = _load_batches(spool, wanted, progress)
                _stop_at(decisions.load(decided, report))
                vanished.settle_vanished(files, report, prune=wanted.prune, complete=wanted.complete)
            _check_references()
            tell_differences(files, report)
            report.question, report.files = question, files
            report.twice = find_twice(report.articles, files)
            if wanted.dry_run:
                wanted.before_undoing(report)
                transaction.set_rollback(True)
            committing.enter_context(deaf())  # whoever stops a load is told whether it was written
            is_written = not wanted.dry_run
    except KeyboardInterrupt as stop:
        if is_written:
            raise LoadError("Stopped when all was loaded, and not checked: run manage.py check_evidence.") from stop
        raise
    return report


@contextmanager
def without_collecting() -> Iterator[None]:
    """Keep Python from looking for circles of garbage among millions of rows, time and again; there is none."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _wait_for_turn(on_wait: Callable[[], None]) -> None:
    # Asked again and again rather than waited for in the driver, where no Ctrl-C is heard.
    for turn in count():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [LOCK])
            if cursor.fetchone()[0]:
                cursor.execute("SELECT set_config('lock_timeout', %s, true)", [PATIENCE])
                return
        if turn == 0:
            on_wait()
        time.sleep(0.2)


def _plan_for_many() -> None:
    """Let plans use indexes, until the transaction ends: what a load asks for is few rows of many, and in memory."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL random_page_cost = 1.1")


def _check_references() -> None:
    """Let deferred foreign keys speak now, while there is somebody to hear them; one plan serves all rows."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL plan_cache_mode = force_generic_plan")
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
        cursor.execute("SET LOCAL plan_cache_mode = force_custom_plan")


def _load_batches(spool: Spool, wanted: Wanted, progress: Progress) -> Report:
    """Load many articles writing one batch while the next is made ready; step by step where that fails, to say why."""
    if len(spool) > SIZE:
        with suppress(WriteFailed), transaction.atomic(), writing_aside():
            return _load(spool, wanted, progress)
    return _load(spool, wanted, progress)


def _load(spool: Spool, wanted: Wanted, progress: Progress) -> Report:
    identities, memory = Identities(revive=wanted.overwrite), Memory(find_candidates())
    report = Report(wanted.overwrite, Listing(wanted.most, with_new_files=wanted.dry_run))
    for batch in spool.batches():
        identities.gather(batch)
    identities.settle()
    if not identities.faults and identities.refers_to_nothing:
        for batch in spool.batches():
            identities.check_references(batch)
    _stop_at(identities.faults)
    if len(spool) > SIZE and identities.shared:
        for batch in spool.batches():
            memory.look_ahead(batch, identities)
    done, rows = 0, 0
    faults: list[Fault] = []
    for number, batch in enumerate(spool.batches(), 1):
        with _after(faults):
            faults += load_batch(batch, identities, memory, report, wanted.overwrite)
        done, rows = done + len(batch.articles), rows + len(batch.sayings)
        if len(spool) > SIZE and number in ANALYZED:
            catch_up()
            analyze()
        progress("written", done, len(spool), rows)
    _stop_at(faults)
    return report


@contextmanager
def _after(faults: list[Fault]) -> Iterator[None]:
    """Let go of what the database refuses once something is wrong: what it misses may be what was not written."""
    if not faults:
        yield
        return
    with suppress(IntegrityError), transaction.atomic():
        yield


def _stop_at(faults: list[Fault]) -> None:
    if faults:
        raise ArticleErrors(faults)
