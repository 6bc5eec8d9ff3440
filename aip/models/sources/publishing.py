"""Who published what: publishers and their articles."""

import difflib

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import (
    PROTECT,
    F,
    Q,
    UniqueConstraint,
)

from aip.models.columns import (
    Check,
    Fold,
    code_constraint,
    country,
    date_constraint,
    earliest,
    stated_date,
    trimmed_constraint,
    word_constraint,
)
from aip.models.facts import Fact, FactQuerySet, key, key_constraint, track
from aip.models.unchecking import uncheck_citations
from aip.quotes import paragraphs
from aip.vocabulary import PublisherKind, TextIs


class PublisherQuerySet(FactQuerySet):
    def named(self, name: str) -> "Publisher":
        """Return the publisher of this name, whatever its case; DoesNotExist suggests what is nearly right."""
        try:
            return self.get(name__alike=str(name))
        except self.model.DoesNotExist:
            near = difflib.get_close_matches(str(name), self.values_list("name", flat=True)[:10_000])
            hint = f" Do you mean “{'” or “'.join(near)}”?" if near else ""
            raise self.model.DoesNotExist(f"No publisher is known as “{name}”.{hint}") from None


@track
class Publisher(Fact):
    """Who published an article."""

    natural = ("name",)

    name = models.CharField(max_length=200)
    country = country()
    kind = models.CharField(max_length=15, blank=True, choices=PublisherKind.choices())

    objects = PublisherQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            UniqueConstraint(Fold("name"), name="publisher_name_is_unique", violation_error_message="Known already."),
            trimmed_constraint("publisher", "name"),
            word_constraint("publisher", "kind", PublisherKind, blank=True),
            code_constraint("publisher", "country", "^[A-Z]{2}$", "A country is two capital letters (ISO 3166-1)."),
        ]

    def __str__(self) -> str:
        return self.name


@track
class Article(Fact):
    """One published article, and its text or a digest of it where we hold one."""

    depends_on = ("aip.publisher",)
    named_by = ("publisher",)

    key = key()
    publisher = models.ForeignKey(Publisher, PROTECT, related_name="articles")
    title = models.CharField(max_length=500, blank=True)
    url = models.URLField(max_length=1000, blank=True)
    language = models.CharField(max_length=2, validators=[Check("language")], help_text="ISO 639-1 code: de, en, fr.")
    published = stated_date()
    published_earliest = earliest("published")
    text = models.TextField(blank=True, help_text="Paragraphs are separated by a blank line.")
    text_is = models.CharField(max_length=10, choices=TextIs.choices(), default=TextIs.NONE.value)
    source_name = models.CharField(
        max_length=200, blank=True, help_text="File name of the document that the text renders."
    )
    source_sha256 = models.CharField(
        max_length=64,
        blank=True,
        validators=[RegexValidator("^[0-9a-f]{64}$", "A SHA-256 is 64 digits and letters a to f.")],
        help_text="SHA-256 of that document: whoever holds it can check every quote against it.",
    )

    class Meta:
        ordering = [F("published_earliest").desc(nulls_last=True), "key"]
        indexes = [models.Index(F("published_earliest").desc(nulls_last=True), "key", name="article_order")]
        triggers = [uncheck_citations("article")]
        constraints = [
            key_constraint("article"),
            code_constraint("article", "language", "^[a-z]{2}$", "A language is two small letters (ISO 639-1)."),
            code_constraint("article", "source_sha256", "^[0-9a-f]{64}$", "A SHA-256 is 64 digits and letters a to f."),
            word_constraint("article", "text_is", TextIs),
            date_constraint("article", "published"),
            models.CheckConstraint(
                name="article_language_is_stated",
                condition=~Q(language=""),
                violation_error_message="State the language of the article.",
            ),
            models.CheckConstraint(
                name="article_text_is_what_it_says",
                condition=Q(text="", text_is=TextIs.NONE.value) | ~Q(text="") & ~Q(text_is=TextIs.NONE.value),
                violation_error_message="Say what the text is; “no text held” goes with an empty text only.",
            ),
        ]

    def __str__(self) -> str:
        return self.title or f"{self.publisher}, {self.published or 'undated'} ({self.key})"

    def says(self):
        """Return everything the article says: its citations, each with its fact."""
        return self.citations.with_facts()

    def paragraphs(self) -> list[str]:
        """Return the blank-line blocks of the text; a citation's `paragraph` counts them from 1."""
        return paragraphs(self.text)
