"""Article files: YAML or JSON → `ArticleDocument`, with every fault at its line and column. Knows no Django."""

from aip.documents.faults import ArticleErrors, Fault, suggestion
from aip.documents.reading import AnyFile, ArticleFile, DecisionsFile, UncitedFile, read_articles
from aip.documents.shape import ArticleDocument, Entry

__all__ = [
    "AnyFile",
    "ArticleDocument",
    "ArticleErrors",
    "ArticleFile",
    "DecisionsFile",
    "Entry",
    "Fault",
    "UncitedFile",
    "read_articles",
    "suggestion",
]
