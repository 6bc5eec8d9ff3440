"""`manage.py dumpdata`, without the tables that triggers keep by themselves."""

from django.apps import apps
from django.core.management.commands import dumpdata

from aip.models import KnownName, LoadedFile


class Command(dumpdata.Command):
    help = (
        "Write the database as a Django fixture. Use --natural-primary --natural-foreign, so that it can be loaded "
        "anywhere. Left out is what triggers write: the known names, and the history, which belongs to its database."
    )

    def create_parser(self, prog_name, subcommand, **kwargs):
        return super().create_parser(prog_name, subcommand, allow_abbrev=False, **kwargs)

    def handle(self, *app_labels, exclude, **options):
        kept = [model for model in apps.get_app_config("aip").get_models() if hasattr(model, "pgh_tracked_model")]
        exclude = [*exclude, *(model._meta.label for model in [KnownName, LoadedFile, *kept])]
        return super().handle(*app_labels, exclude=exclude, **options)
