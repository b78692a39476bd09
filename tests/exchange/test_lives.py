"""Any life, taken along to a new account: it is the same there."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from accounts.models import User
from exchange import export, file, importing
from logbook.recording import programme
from tests.exchange.records import written
from tests.logbook.test_lives import BEGIN, Life

pytestmark = pytest.mark.slow


class MovingLife(Life):
    """In the end they move to another Footcare, with their file."""

    def __init__(self) -> None:
        super().__init__()
        self.user.change(date_joined=BEGIN)

    def teardown(self) -> None:
        user = User.objects.create(email=f"{uuid4()}@example.org", time_zone=self.user.time_zone)
        programme.open_logbook(user=user, now=self.now)
        record = export.record(self.user, today=self.today)

        contents = file.parse(written(record).encode(), today=self.today)
        importing.apply(user, contents, now=self.now)

        there = export.record(user, today=self.today)
        address = replace(there.profile, email=self.user.email)
        assert written(replace(there, profile=address)) == written(record)


@pytest.mark.django_db
def test_whatever_was_lived_is_the_same_after_moving() -> None:
    patient: dict[str, Any] = {
        "suppress_health_check": list(HealthCheck),
        "deadline": None,
        "phases": [Phase.generate],
    }
    life: Callable[[], MovingLife] = MovingLife

    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        life, settings=settings(max_examples=15, stateful_step_count=20, **patient)
    )
