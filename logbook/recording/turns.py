"""Turns: who writes what depends on what is read must wait for whoever does the same."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from accounts.models import User


@contextmanager
def one_at_a_time(user: User) -> Iterator[None]:
    """One transaction, for which others of this person wait: what is read in it still holds."""
    with transaction.atomic():
        User.objects.select_for_update().get(pk=user.pk)
        yield
