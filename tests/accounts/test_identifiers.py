"""Ids that sort by the time they were made."""

from datetime import UTC, datetime, timedelta
from uuid import RFC_4122

import time_machine

from accounts.identifiers import uuid7


def test_an_id_says_which_version_it_is() -> None:
    made = uuid7()

    assert (made.version, made.variant) == (7, RFC_4122)


def test_an_id_begins_with_its_millisecond() -> None:
    moment = datetime(2026, 11, 19, 8, 0, 0, 123_000, tzinfo=UTC)

    with time_machine.travel(moment, tick=False):
        made = uuid7()

    assert made.int >> 80 == round(moment.timestamp() * 1000)


def test_later_ids_sort_after_earlier_ones() -> None:
    start = datetime(2026, 11, 19, 8, tzinfo=UTC)
    made = []
    for millisecond in range(20):
        with time_machine.travel(start + timedelta(milliseconds=millisecond), tick=False):
            made.append(uuid7())

    assert made == sorted(made)


def test_ids_of_the_same_millisecond_differ() -> None:
    with time_machine.travel(datetime(2026, 11, 19, 8, tzinfo=UTC), tick=False):
        assert len({uuid7() for _ in range(1000)}) == 1000
