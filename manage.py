#!/usr/bin/env python3
"""Django's command line, pointed at AIP's settings."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line
from django.db import InternalError, OperationalError

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "aip.settings")
    try:
        execute_from_command_line(sys.argv)
    except (ImproperlyConfigured, InternalError, OperationalError) as error:  # no database to be had: a message
        if "--traceback" in sys.argv:
            raise
        sys.exit(f"manage.py: {str(error).strip()}")
