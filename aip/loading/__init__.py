"""Article files → rows of the database.

`stating` finds which row each entry is about and which value it comes to hold, `storing` writes rows, `differing`
tells where files and database differ.
"""

from aip.loading.files import load_files
from aip.loading.load import load_articles
from aip.loading.refusing import LoadError
from aip.loading.report import Report

__all__ = ["LoadError", "Report", "load_articles", "load_files"]
