"""What editors hold up against the files."""

from django.conf import settings
from django.db import models
from django.db.models import CASCADE, SET_NULL, Q, UniqueConstraint
from django.db.models.functions import Now

from aip.models.facts import Fact, track
from aip.models.sources.stating import Statement


@track
class Confirmation(Fact):
    """An editor's word that the database's value stands against a file's, for as long as neither side changes.

    `field` names the field, and behind a colon which of its names, identifiers or quotes; blank means the whole fact.
    """

    natural = ("statement__article__key", "statement__kind", "statement__named", "field")
    depends_on = ("aip.statement",)
    named_by = ("statement",)

    statement = models.ForeignKey(Statement, CASCADE, related_name="confirmations")
    field = models.TextField(blank=True)
    said = models.TextField(blank=True, help_text="What the file said.")
    held = models.TextField(blank=True, help_text="What the database held.")
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, SET_NULL, null=True, blank=True, related_name="+")
    confirmed_by_name = models.CharField(max_length=150, help_text="Kept when the user is gone.")
    confirmed_at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["-confirmed_at"]
        constraints = [
            UniqueConstraint(
                fields=["statement", "field"],
                name="confirmation_is_made_once",
                violation_error_message="This difference is confirmed already.",
            ),
            models.CheckConstraint(
                name="confirmation_is_of_a_difference",
                condition=~Q(said=models.F("held")),
                violation_error_message="File and database say the same; there is nothing to confirm.",
            ),
            models.CheckConstraint(
                name="confirmation_is_somebodys",
                condition=~Q(confirmed_by_name=""),
                violation_error_message="Say who confirms it.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.statement.named}, {self.field}: {self.held or 'nothing'}"
