"""Pages of long lists that cost the same however long the list is: counts that are estimated or end early."""

from functools import cached_property

from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.core.paginator import Paginator
from django.db import DataError, connection, models

MOST = 10_000  # rows that are counted one by one
NEAREST = 1_000  # organizations that a search by name comes to; who means another adds a word


def row_counts(tables: list[type[models.Model]]) -> dict[str, int]:
    """Return the number of rows by table, in one query: counted up to `MOST`, beyond that PostgreSQL's estimate."""
    if not tables:
        return {}
    quote = connection.ops.quote_name
    count = """
        SELECT %s, CASE WHEN reltuples > {most} THEN reltuples::bigint
                        ELSE (SELECT count(*) FROM (SELECT FROM {table} LIMIT {most} + 1) few) END
        FROM pg_class WHERE oid = %s::regclass"""
    names = [model._meta.db_table for model in tables]
    query = " UNION ALL ".join(count.format(most=MOST, table=quote(name)) for name in names)
    with connection.cursor() as cursor:
        cursor.execute(query, [part for name in names for part in (name, quote(name))])
        return dict(cursor.fetchall())


class FactPaginator(Paginator):
    """Counts a whole table by estimate, and a part of it up to `MOST`: nobody turns to page two hundred and one."""

    @cached_property
    def count(self) -> int:
        rows = self.object_list
        if not rows.query.where and not rows.query.is_sliced:
            table = rows.model._meta.db_table
            return row_counts([rows.model])[table]
        return rows.order_by().values("pk")[:MOST].count()


class FactChangeList(ChangeList):
    """A list page, under the name of what it lists. What no column can hold finds a list with nothing in it."""

    def __init__(self, request, *args, **kwargs):
        super().__init__(request, *args, **kwargs)
        if not self.is_popup:
            self.title = self.opts.verbose_name_plural.capitalize()

    def get_filters(self, request):
        try:
            return super().get_filters(request)
        except (ValueError, OverflowError) as error:
            raise IncorrectLookupParameters(error) from error

    def get_results(self, request):
        try:
            super().get_results(request)
        except (ValueError, OverflowError, DataError) as error:
            raise IncorrectLookupParameters(error) from error
        self.counted_to_the_end = self.result_count not in (MOST, NEAREST)
        if not self.query and not self.has_active_filters:  # then there is no more to show than what is shown
            self.full_result_count = self.result_count
