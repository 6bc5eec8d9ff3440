"""The database → article files of a folder, as of one moment."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path

from django.db import connection, transaction

from aip.documents import ArticleFile, DecisionsFile, UncitedFile
from aip.dumping.assembling import Unwritable, documents, uncited
from aip.dumping.decisions import missing_decisions, with_decisions
from aip.dumping.folder import DumpError, Folder
from aip.dumping.left import find_left
from aip.dumping.reading import Changes, find_changes
from aip.dumping.report import Report
from aip.dumping.telling import tell_confirmed, tell_contradicted
from aip.loading.load import without_collecting
from aip.models import Article


def dump_articles(path: Path, keys: list[str] | None = None, *, prune: bool = False) -> Report:
    """Write the articles of these keys into the files of a folder, or all, with what no article says and decisions.

    Each file is written whole or not at all, and only where it says something else than the database. With `prune`
    files of articles that are gone are removed. DumpError tells why there can be no dump, or why it did not end.
    """
    report = Report()
    with without_collecting(), one_moment():
        known = dict(Article.objects.values_list("key", "pk"))
        for key in keys or ():
            if key not in known:
                raise DumpError(_unknown(key, known))
        articles = [known[key] for key in keys] if keys else None
        left = find_left(articles)
        changes = find_changes(left, articles)
        with Folder.open(path, report) as folder:
            for key, document in documents(changes, keys or None):
                if isinstance(document, Unwritable):
                    report.refused.append(str(document))
                else:
                    folder.put(key, document)
            if not keys:
                _put_others(folder, changes, set(known), prune)
        report.not_held += changes.not_held
        report.undone += changes.undone.values()
        report.left += left.told
        tell_contradicted(report, articles, changes)
        tell_confirmed(report, articles, changes)
    return report


def _unknown(key: str, known: Iterable[str]) -> str:
    near = [word for word in known if key in word][:3] or get_close_matches(key, known, n=3)
    return f"No article has the key “{key}”." + (f" Did you mean {' or '.join(near)}?" if near else "")


@contextmanager
def one_moment() -> Iterator[None]:
    """Have everything within see the database as it is now, whatever others write meanwhile; nothing is written."""
    outermost = not connection.in_atomic_block
    with transaction.atomic():
        if outermost:  # else whoever began the transaction has decided what it sees
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def _put_others(folder: Folder, changes: Changes, known: set[str], prune: bool) -> None:
    """Write what is no article's: facts that none says, and decisions that no file holds; tell what is stale."""
    others = folder.others(known)
    decided = [file for file in others if isinstance(file, DecisionsFile)]
    missing = missing_decisions(decided, changes.lost, folder.report)
    if missing:
        key = _free("decisions", known)
        folder.put(key, with_decisions(next((file for file in decided if file.source.file.stem == key), None), missing))
    document, key = uncited(changes), _free("uncited", known)
    if document:
        folder.put(key, document)
        named = (f"{entry.kind.replace('_', ' ')} {entry.called}" for entry in changes.new[None])
        folder.report.uncited += named
    for file in others:
        if isinstance(file, ArticleFile) or (isinstance(file, UncitedFile) and not (document and file.key == key)):
            _stale(folder, file.source.file, prune)


def _free(key: str, known: set[str]) -> str:
    """Return a key that no article has."""
    return _free(f"{key}-facts", known) if key in known else key


def _stale(folder: Folder, file: Path, prune: bool) -> None:
    if prune and file.parent == folder.path:
        folder.remove(file)
    else:
        folder.report.stale.append(
            f"{file}" + (", in a folder within, which is left alone" * (file.parent != folder.path))
        )
