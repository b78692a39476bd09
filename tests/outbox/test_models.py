"""The acts that were done are known for sixty days."""

from datetime import timedelta

import pytest
from django.core.management import call_command

from accounts.models import User
from outbox.models import Act
from tests.make import THURSDAY_MORNING


@pytest.mark.parametrize(("days", "left"), [(60, 1), (61, 0)])
def test_an_act_of_long_ago_is_forgotten(person: User, days: int, left: int) -> None:
    done_at = THURSDAY_MORNING - timedelta(days=days)
    Act.objects.create(user=person, key="a", to="/today/", done_at=done_at)

    call_command("tidy", verbosity=0)

    assert Act.objects.count() == left
