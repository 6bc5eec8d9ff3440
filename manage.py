#!/usr/bin/env python3
"""Django's command line, pointed at AIP's settings."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line
from django.db import InternalError, OperationalError, ProgrammingError

UNKNOWN_TABLE, UNKNOWN_COLUMN = "42P01", "42703"  # PostgreSQL's codes


def lacks_tables(error: BaseException | None) -> bool:
    """Whether the database refused because its tables are not those of this version."""
    while error is not None and getattr(error, "pgcode", "") not in {UNKNOWN_TABLE, UNKNOWN_COLUMN}:
        error = error.__context__
    return error is not None


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "aip.settings")
    try:
        execute_from_command_line(sys.argv)
    except (ImproperlyConfigured, InternalError, OperationalError) as error:  # no database to be had: a message
        if "--traceback" in sys.argv:
            raise
        sys.exit(f"manage.py: {str(error).strip()}")
    except ProgrammingError as error:
        if "--traceback" in sys.argv or not lacks_tables(error):
            raise
        sys.exit("manage.py: the database has not the tables of this version. Make them with: manage.py migrate")
    except KeyboardInterrupt:  # as it starts; later each command says what it has done
        sys.exit("manage.py: stopped")
    except BrokenPipeError:  # whoever read it has read enough: manage.py check_evidence | head
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
