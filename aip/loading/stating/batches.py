"""What the files of a load say, kept on disk and given out in batches, so that memory stays flat."""

import marshal
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from aip.loading.refusing import spooling
from aip.loading.stating.sayings import Said, Saying
from aip.models import Article, Statement
from aip.models.sources import STATED

SIZE = 2_000  # articles of a batch
_ROWS = {kind: f"{kind}_id" for kind in STATED} | {"article": "article_id"}


@dataclass(frozen=True, slots=True)
class Stored:
    """What an article said of a fact when last loaded, and the row that is; None where an editor deleted it."""

    id: int
    article: int
    kind: str
    named: str
    values: dict[str, Any]
    row: int | None


class Batch:
    """Some articles, with what each says now and what it said when last loaded."""

    def __init__(self, articles: list[Said]) -> None:
        self.articles = articles
        self.sayings = [saying for said in articles for saying in said.sayings]
        self.stored: dict[Saying, Stored] = {}
        self.left: list[tuple[Said, Stored]] = []  # what a file said then and says no longer
        self._moved: set[str] = set()  # articles that have another date of publishing than then
        self._by_kind: dict[str, list[Saying]] = defaultdict(list)
        for saying in self.sayings:
            self._by_kind[saying.kind].append(saying)

    def of(self, kind: str) -> list[Saying]:
        """Return the sayings of one kind of fact."""
        return self._by_kind[kind]

    def row(self, saying: Saying) -> int | None:
        """Return the row to which the saying was loaded before."""
        stored = self.stored.get(saying)
        return stored.row if stored else None

    def is_unchanged(self, saying: Saying) -> bool:
        """Whether its file says of the same row what it said when last loaded, published when it was then."""
        stored = self.stored.get(saying)
        if not stored or saying.id is None or (stored.row, stored.values) != (saying.id, saying.values):
            return False
        return saying.article.key not in self._moved

    def remember(self) -> None:
        """Look up what the articles said when they were last loaded."""
        known = {said.key: said for said in self.articles if not said.is_new}
        if not known:
            return
        rows = Statement.objects.filter(article__key__any=list(known))
        stored: dict[tuple[str, str, str], Stored] = {}
        for key, id, article, kind, named, values, *facts in rows.values_list(
            "article__key", "pk", "article_id", "kind", "named", "values", *_ROWS.values()
        ):
            row = dict(zip(_ROWS, facts, strict=True))[kind]
            stored[key, kind, named] = Stored(id, article, kind, named, values, row)
        for saying in self.sayings:
            found = stored.pop((saying.article.key, saying.kind, saying.named), None)
            if found:
                self.stored[saying] = found
                if saying.kind == "article" and found.values.get("published", "") != saying.article.published:
                    self._moved.add(saying.article.key)
        self.left = [(known[key], statement) for (key, _, _), statement in stored.items()]


class Spool:
    """The articles of a load, on disk; given out in the order of their publishing."""

    def __init__(self) -> None:
        with spooling():
            self._file = tempfile.TemporaryFile()  # noqa: SIM115 (closed by `close`, or with the process)
        self._index: list[tuple[tuple[date, str], int, int]] = []
        self._known: set[str] | None = None
        self._end = 0

    def add(self, order: tuple[date, str], content: bytes) -> None:
        """Keep what one file says, `Said.plain` marshalled, in its place among all."""
        self._index.append((order, self._end, len(content)))
        with spooling():
            self._file.write(content)
        self._end += len(content)

    def __len__(self) -> int:
        return len(self._index)

    def begin(self) -> None:
        """Have all on the disk, and forget what the database held when the batches were last given out."""
        with spooling():
            self._file.flush()
        self._known = None

    def batches(self) -> Iterator[Batch]:
        """Yield the articles in batches, the earliest published first, so that what comes later is accepted."""
        if self._known is None:
            self._known = set(Article.objects.values_list("key", flat=True).iterator())
        self._index.sort()
        for start in range(0, len(self._index), SIZE):
            articles = []
            for _, place, length in self._index[start : start + SIZE]:
                self._file.seek(place)
                said = Said.of_plain(marshal.loads(self._file.read(length)))  # noqa: S302 (our own, of this process)
                said.is_new = said.key not in self._known
                articles.append(said)
            batch = Batch(articles)
            batch.remember()
            yield batch
            for said in articles:
                said.sayings.clear()  # each holds its article: no circle is left for a collector to find

    def close(self) -> None:
        """Give the disk back."""
        with suppress(OSError):  # what is still to be written to a full one
            self._file.close()
