"""Article files ↔ rows of the database."""

from aip.loading.files import load_files
from aip.loading.load import load_articles
from aip.loading.refusing import LoadError
from aip.loading.report import Report

__all__ = ["LoadError", "Report", "load_articles", "load_files"]
