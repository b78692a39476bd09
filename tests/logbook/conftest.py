"""What the logbook's tests share."""

from collections.abc import Iterator
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command
from django.db import transaction
from pytest_django import DjangoDbBlocker

from tests.make import THURSDAY_MORNING


@pytest.fixture(scope="module")
def demo(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """What `manage.py demo` prints on the morning of `clock`. It takes seconds: once in a file.

    What a test changes is undone after that test, and the demo after the last one.
    """
    printed = StringIO()
    with django_db_blocker.unblock(), transaction.atomic():
        with time_machine.travel(THURSDAY_MORNING, tick=False):
            call_command("demo", stdout=printed)
        yield printed.getvalue()
        transaction.set_rollback(True)
