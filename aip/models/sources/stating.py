"""What each article file says of each fact, as last loaded."""

from django.db import models
from django.db.models import (
    CASCADE,
    SET_NULL,
    Q,
    UniqueConstraint,
)
from django.db.models.lookups import LessThanOrEqual

from aip.models.facts import FactQuerySet
from aip.models.sources.publishing import Article
from aip.models.sources.subjects import STATED, about, count_of, fact_indexes

DELETED = Q(*((f"{name}__isnull", True) for name in STATED)) & ~Q(kind="article")  # by hand, since it was loaded


class LoadedFile(models.Model):
    """Which file of an article was loaded last, by a digest of its bytes: an unchanged one need not be read again."""

    article = models.OneToOneField(Article, CASCADE, primary_key=True, related_name="loaded_file")
    digest = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.article}: {self.digest}"


class Statement(about(STATED, SET_NULL), models.Model):
    """What one article file says of one fact, as last loaded: `values` holds its fields in the file's own words.

    From statements the loader knows which value is the latest published one, whatever the order of loading, and
    whether an editor has changed a field by hand since. A fact that was deleted by hand leaves its statement behind.
    """

    natural = ("article__key", "kind", "named")
    named_by = ("article",)

    article = models.ForeignKey(Article, CASCADE, related_name="statements")
    kind = models.CharField(max_length=20)
    named = models.TextField(help_text="What the file calls the fact.")
    values = models.JSONField(default=dict)
    left_at = models.DateTimeField(
        null=True, blank=True, editable=False, help_text="When a load found that the file no longer says it."
    )

    objects = FactQuerySet.as_manager()

    class Meta:
        default_related_name = "statements"
        indexes = [
            *fact_indexes("statement", STATED),
            models.Index(fields=["article"], condition=Q(left_at__isnull=False), name="statement_left"),
            models.Index(fields=["kind"], condition=DELETED, name="statement_deleted"),
        ]
        constraints = [
            models.CheckConstraint(
                name="statement_has_at_most_one_fact", condition=LessThanOrEqual(count_of(STATED), 1)
            ),
            UniqueConstraint(fields=["article", "kind", "named"], name="statement_is_made_once"),
        ]

    def __str__(self) -> str:
        return f"{self.article}: {self.kind} {self.named}"

    def natural_key(self):
        return (self.article.key, self.kind, self.named)

    natural_key.dependencies = ["aip.article", *(f"aip.{model._meta.model_name}" for model in STATED.values())]
