"""Rows of the database → article files: the way back from `aip.loading`."""

from aip.dumping.dump import dump_articles
from aip.dumping.folder import DumpError
from aip.dumping.report import Report

__all__ = ["DumpError", "Report", "dump_articles"]
