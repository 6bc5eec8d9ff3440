"""Article files → what they say: unchanged files are told by their digest, the others read by several processes."""

import marshal
import multiprocessing
import os
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from datetime import date
from pathlib import Path

from aip.documents import ArticleErrors, DecisionsFile, Fault
from aip.documents.reading import find_files, read_file
from aip.documents.syntax import LARGEST_FILE, digest
from aip.loading.listing import MOST
from aip.loading.load import Progress, Wanted, load_spool
from aip.loading.refusing import NOTHING, LoadError
from aip.loading.report import Report
from aip.loading.stating.batches import Spool
from aip.loading.stating.sayings import said_by
from aip.loading.storing.writing import stamp
from aip.models import LoadedFile
from aip.processes import begin, deaf

FEW = 300  # files that are read here; for more, processes are worth their start
CHUNK = 25  # files that a process takes at a time

Read = tuple[tuple[date, str], bytes] | list[Fault] | DecisionsFile  # an article in its place, what is wrong, …


def load_files(
    paths: Iterable[Path],
    *,
    dry_run: bool = False,
    overwrite: bool = False,
    prune: bool = False,
    removing: int = 0,
    most: int = MOST,
    before_undoing: Callable[[Report], None] = lambda report: None,
    on_wait: Callable[[], None] = lambda: None,
    progress: Progress = lambda what, done, total, rows: None,
) -> Report:
    """Load files, and those in folders; `load_articles` says how. A file that is as it was loaded last is not read.

    Where only folders are named, they are all there are; to prune many articles needs `removing`, which says how many.
    Calls `before_undoing` with what a dry run has found while the database still holds it.
    """
    faults: list[Fault] = []
    paths = list(paths)
    files = find_files(paths, faults)
    changed = files if overwrite else _changed(files)
    spool, decided = Spool(), []
    try:
        with closing(_read(changed)) as reading:
            for done, (_, read) in enumerate(reading, 1):
                if isinstance(read, list):
                    faults += read
                elif isinstance(read, DecisionsFile):
                    decided.append(read)
                else:
                    spool.add(*read)
                progress("read", done, len(changed), 0)
        if faults:
            raise ArticleErrors(faults)
        complete = all(path.is_dir() for path in paths)
        wanted = Wanted(dry_run, overwrite, prune, complete, removing, most, before_undoing)
        keys = {file.stem: file for file in files}
        report = load_spool(spool, decided, keys, wanted, on_wait=on_wait, progress=progress)
    finally:
        spool.close()
    report.skipped = len(files) - len(changed)
    return report


def _changed(files: list[Path]) -> list[Path]:
    """Return the files that are not, byte for byte, those that were loaded last."""
    rows = LoadedFile.objects.filter(article__key__any=[file.stem for file in files])
    known = dict(rows.values_list("article__key", "digest"))
    return [file for file in files if file.stem not in known or _stamp(file) != known[file.stem]]


def _stamp(file: Path) -> str:
    try:
        if not file.is_file() or file.stat().st_size > LARGEST_FILE:
            return ""
        return stamp(digest(file.read_bytes()))
    except OSError:
        return ""  # whoever reads it says what is wrong


def _read(files: list[Path]) -> Generator[tuple[Path, Read], None, None]:
    """Yield what each file says, in the order of the files."""
    if len(files) < FEW:
        yield from ((file, _read_one(file)) for file in files)
        return
    context = multiprocessing.get_context("spawn")  # a copy of this process would share its database connection
    processes = ProcessPoolExecutor(os.cpu_count(), mp_context=context, initializer=begin)
    try:
        with deaf():
            read = processes.map(_read_one, files, chunksize=CHUNK)
        yield from zip(files, read, strict=True)
    except (BrokenProcessPool, OSError) as error:  # the latter where it happens as they are started
        words = "A process that reads files was ended from outside, perhaps for want of memory."
        raise LoadError(f"{words} {NOTHING} Run it again.") from error
    finally:
        processes.shutdown(cancel_futures=True)


def _read_one(file: Path) -> Read:
    read = read_file(file)
    if isinstance(read, list | DecisionsFile):
        return read
    said = said_by(read)
    content = marshal.dumps(said.plain())
    said.sayings.clear()  # each holds its article
    return said.order, content
