#!/usr/bin/env python3
"""Run one of Footcare's or Django's commands; `manage.py help` lists them."""

import os
import sys

if sys.version_info < (3, 11):
    sys.exit("Footcare needs Python 3.11 or newer; this is %d.%d." % sys.version_info[:2])


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "footcare_site.settings")
    try:
        from django.conf import settings
        from django.core.exceptions import ImproperlyConfigured
        from django.core.management import execute_from_command_line
        from django.db import Error
    except ImportError:
        sys.exit("Django is not installed here. Run 'make run', or use .venv/bin/python manage.py.")
    try:
        settings.DEBUG  # noqa: B018 - reads the environment, and a wrong setting says why
    except ImproperlyConfigured as problem:
        sys.exit("Footcare can't start. %s" % problem)
    from hosting import database_errors

    try:
        execute_from_command_line(sys.argv)
    except Error as error:
        sentence = database_errors.advice(error)
        if not sentence:
            raise
        sys.exit(sentence)


if __name__ == "__main__":
    main()
