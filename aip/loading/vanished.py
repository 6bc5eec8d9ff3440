"""What files said once and say no longer: told after every load, and pruned where nothing else holds it.

A statement whose entry left its file stays, and counts, until it is pruned; `left_at` marks it, so that a later load
knows of it although the file itself has not changed since.
"""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Now

from aip.documents import ArticleFile
from aip.loading.identity import Identities
from aip.loading.pruning import Pruning
from aip.loading.report import Report
from aip.loading.sayings import Saying
from aip.models import Article, Statement


def mark(identities: Identities) -> None:
    """Note which statements have left their files, and which have come back."""
    left = [statement.pk for statement in identities.left]
    back = [statement.pk for statement in identities.stored.values() if statement.left_at]
    Statement.objects.filter(pk__in=left, left_at=None).update(left_at=Now())
    Statement.objects.filter(pk__in=back).update(left_at=None)


def settle_vanished(
    articles: Iterable[ArticleFile], sayings: Iterable[Saying], report: Report, *, prune: bool, complete: bool
) -> None:
    """Tell what has left the files, and why it stays or, with `prune`, that it is gone.

    Without `prune` the same is done and undone again, so that only what really would go is told to. `complete` says
    that an article in none of the files has left as a whole.
    """
    files = {article.key: str(article.source.file) for article in articles}
    absent = _absent(files) if complete else []
    left = Q(article__key__in=files, left_at__isnull=False)
    organizations = None if prune else {saying.id for saying in sayings if saying.kind == "organization" and saying.id}
    told = report if prune else Report()
    with transaction.atomic():
        pruning = Pruning(told, files, "removed" if prune else "--prune would remove it")
        pruning.statements(Statement.objects.filter(left | Q(article__key__in=absent) if prune else left))
        pruning.names(organizations)
        if not prune:
            transaction.set_rollback(True)
    if not prune:
        gone = [f"{key}: no file says this article; --prune would remove what nothing else holds" for key in absent]
        report.left = [*told.left, *gone]


def _absent(files: Iterable[str]) -> list[str]:
    """Return the articles that were loaded from a file once, and are in none of these."""
    loaded = Article.objects.filter(statements__kind="article").exclude(key__in=list(files))
    return list(loaded.order_by("key").values_list("key", flat=True))
