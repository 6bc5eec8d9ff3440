"""What files said once and say no longer: told after every load, and pruned where nothing else holds it.

A statement whose entry left its file stays, and counts, until it is pruned; `left_at` marks it, so that a later load
knows of it although the file itself has not changed since.
"""

from collections.abc import Collection, Iterable
from pathlib import Path

from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Now

from aip.loading.differing.pruning import Pruning
from aip.loading.refusing import NOTHING
from aip.loading.report import Report
from aip.loading.stating.batches import Batch
from aip.models import Article, Statement

FEW, SHARE = 10, 0.1  # articles that a load removes without asking back: that many, or that share of all
SHOWN = 10  # of those about which it asks back


def mark(batch: Batch) -> None:
    """Note which statements of a batch have left their files, and which have come back."""
    known = [said.key for said in batch.articles if not said.is_new]
    if not known:
        return
    left = [stored.id for _, stored in batch.left]
    marked = Statement.objects.filter(article__key__any=known, left_at__isnull=False)
    marked.exclude(pk__any=left).update(left_at=None)
    if left:
        Statement.objects.filter(pk__any=left, left_at=None).update(left_at=Now())


def ask_back(files: Collection[str], removing: int) -> str:
    """Return what to ask where pruning would take away many articles, unless `removing` says how many.

    For once a folder is forgotten or misspelt, all that it holds seems to be gone.
    """
    absent, known = find_absent(files), Article.objects.count()
    is_few = len(absent) <= FEW or len(absent) <= known * SHARE
    if not absent or len(absent) == removing or (is_few and not removing):
        return ""
    shown = [*absent[:SHOWN], *([f"… and {len(absent) - SHOWN:,} more"] if len(absent) > SHOWN else [])]
    what = f"--prune would remove {len(absent):,} of {known:,} articles, which are in none of these folders:"
    remedy = f"Name every folder that you keep; if they are to go, add --removing {len(absent)}."
    wrong = [f"--removing {removing:,} is wrong: it is {len(absent):,} that would go."] if removing else []
    return "\n".join([*wrong, what, *shown, f"{NOTHING} {remedy}"])


def settle_vanished(files: dict[str, Path], report: Report, *, prune: bool, complete: bool) -> None:
    """Tell what has left the files, and why it stays or, with `prune`, that it is gone.

    Without `prune` the same is done and undone again, so that only what really would go is told to. `complete` says
    that an article in none of the files has left as a whole.
    """
    absent = find_absent(files) if complete else []
    left = Q(article__key__any=list(files), left_at__isnull=False)
    told = report if prune else Report()
    with transaction.atomic():
        pruning = Pruning(told, files, [] if prune else absent, is_tried=not prune)
        pruning.statements(Statement.objects.filter(left | Q(article__key__any=absent) if prune else left))
        pruning.names(None if prune else report.organizations)
        if not prune:
            transaction.set_rollback(True)
    if not prune:
        report.left, report.absent = told.left, absent


def find_absent(files: Iterable[str]) -> list[str]:
    """Return the articles that were loaded from a file once, and are in none of these."""
    loaded = Article.objects.filter(statements__kind="article").exclude(key__any=list(files))
    return list(loaded.order_by("key").values_list("key", flat=True))
