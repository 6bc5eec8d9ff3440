"""Where facts were read: publishers, articles, the phrases cited, and what each article says of each fact."""

from aip.models.sources.citing import Citation, Decision
from aip.models.sources.confirming import Confirmation
from aip.models.sources.publishing import Article, Publisher
from aip.models.sources.stating import LoadedFile, Statement
from aip.models.sources.subjects import STATED, SUBJECTS

__all__ = [
    "STATED",
    "SUBJECTS",
    "Article",
    "Citation",
    "Confirmation",
    "Decision",
    "LoadedFile",
    "Publisher",
    "Statement",
]
