"""What all commands of AIP share."""

from django.core.management.base import BaseCommand


class StrictCommand(BaseCommand):
    """A command whose options are spelled out: an abbreviation could come to mean another option."""

    def create_parser(self, prog_name, subcommand, **kwargs):
        return super().create_parser(prog_name, subcommand, allow_abbrev=False, **kwargs)


def why_unread(error: OSError | UnicodeDecodeError) -> str:
    """Return in words why a file could not be read as text."""
    if isinstance(error, UnicodeDecodeError):
        return f"it is not UTF-8 at byte {error.start + 1:,}"
    return in_words(error)


def in_words(error: Exception) -> str:
    """Return what an error says, without its number."""
    return (getattr(error, "strerror", None) or str(error)).lower()
