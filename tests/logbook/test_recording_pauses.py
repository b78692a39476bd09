"""Pauses: said, changed, ended early, taken back and put back, each once."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from accounts.models import User
from logbook import recording, report
from logbook.adherence import Tally
from logbook.models import Pause
from tests.make import MONDAY, THURSDAY_MORNING, make_pause, make_user

NOW = THURSDAY_MORNING
TODAY = date(2026, 11, 19)
TUESDAY, WEDNESDAY, SUNDAY = (MONDAY + timedelta(days=n) for n in (1, 2, 6))

pytestmark = pytest.mark.django_db


def days_of(user: User) -> list[tuple[date, date | None]]:
    rows = Pause.objects.of(user).order_by("first_day")
    return [(row.first_day, row.last) for row in rows]


def test_the_same_key_twice_is_one_pause(person: User) -> None:
    key = uuid4()

    for reason in ("ill", "away"):
        recording.pause(
            user=person, key=key, first_day=MONDAY, last_day=TUESDAY, reason=reason, now=NOW
        )

    assert [(row.reason, row.last_day) for row in Pause.objects.all()] == [("ill", TUESDAY)]


def test_another_persons_pause_is_out_of_reach(person: User) -> None:
    stranger = make_user(email="kim@example.org")
    theirs = make_pause(user=stranger, first_day=MONDAY)

    for act in (
        lambda: recording.pause(
            user=person, key=theirs.key, first_day=MONDAY, last_day=None, reason="ill", now=NOW
        ),
        lambda: recording.change_pause(user=person, key=theirs.key, reason="ill"),
        lambda: recording.undo_pause(user=person, key=theirs.key, now=NOW),
        lambda: recording.put_back_pause(user=person, key=theirs.key),
    ):
        with pytest.raises(recording.NotYours):
            act()

    assert days_of(stranger) == [(MONDAY, None)]
    assert days_of(person) == []


def test_ended_today_the_pause_holds_up_to_yesterday(person: User) -> None:
    make_pause(user=person, first_day=MONDAY)

    recording.end_pauses(user=person, day=TODAY)

    assert days_of(person) == [(MONDAY, WEDNESDAY)]


def test_ended_on_its_first_day_it_pauses_no_day(person: User) -> None:
    make_pause(user=person, first_day=TODAY)

    recording.end_pauses(user=person, day=TODAY)

    assert report.of_day(person, TODAY, today=TODAY).pause is None
    assert report.of_pauses(person, today=TODAY).said == []


def test_ending_ends_each_pause_that_covers_the_day_and_no_other(person: User) -> None:
    make_pause(user=person, first_day=MONDAY, last_day=TUESDAY)
    make_pause(user=person, first_day=TUESDAY, last_day=SUNDAY)
    make_pause(user=person, first_day=WEDNESDAY)
    make_pause(user=person, first_day=SUNDAY)

    recording.end_pauses(user=person, day=TODAY)

    assert days_of(person) == [
        (MONDAY, TUESDAY),
        (TUESDAY, WEDNESDAY),
        (WEDNESDAY, WEDNESDAY),
        (SUNDAY, None),
    ]


def test_pauses_that_were_ended_go_on_as_they_were_said(person: User) -> None:
    make_pause(user=person, first_day=MONDAY, last_day=SUNDAY)
    make_pause(user=person, first_day=TODAY)
    recording.end_pauses(user=person, day=TODAY)

    recording.resume_pauses(user=person, day=TODAY)

    assert days_of(person) == [(MONDAY, SUNDAY), (TODAY, None)]


def test_where_no_pause_covers_the_day_nothing_ends(person: User) -> None:
    make_pause(user=person, first_day=MONDAY, last_day=WEDNESDAY)

    with pytest.raises(recording.Refused, match="There is no pause to end"):
        recording.end_pauses(user=person, day=TODAY)
    with pytest.raises(recording.Refused, match="There is no pause to take up again"):
        recording.resume_pauses(user=person, day=TODAY)

    assert days_of(person) == [(MONDAY, WEDNESDAY)]


def test_new_days_forget_that_the_pause_was_ended_early_and_a_new_reason_does_not(
    person: User,
) -> None:
    row = make_pause(user=person, first_day=MONDAY)
    recording.end_pauses(user=person, day=TODAY)

    recording.change_pause(user=person, key=row.key, reason="rest")
    assert days_of(person) == [(MONDAY, WEDNESDAY)]

    recording.change_pause(user=person, key=row.key, last_day=SUNDAY)
    assert days_of(person) == [(MONDAY, SUNDAY)]


def test_taken_back_it_pauses_nothing_and_put_back_it_does_again(person: User) -> None:
    row = make_pause(user=person, first_day=MONDAY, last_day=TUESDAY)

    recording.undo_pause(user=person, key=row.key, now=NOW)
    recording.undo_pause(user=person, key=row.key, now=NOW)
    assert report.of_week(person, MONDAY, today=TODAY).paused == 0

    recording.put_back_pause(user=person, key=row.key)
    week = report.of_week(person, MONDAY, today=TODAY)
    assert (week.paused, week.tally) == (2, Tally(0, 10))


def test_the_table_refuses_a_pause_that_ends_before_it_starts(person: User) -> None:
    with pytest.raises(IntegrityError, match="pause_ends_after_it_starts"), transaction.atomic():
        make_pause(user=person, first_day=TUESDAY, last_day=MONDAY)


def test_a_new_first_day_leaves_it_ended_early(person: User) -> None:
    row = make_pause(user=person, first_day=MONDAY)
    recording.end_pauses(user=person, day=WEDNESDAY)

    recording.change_pause(user=person, key=row.key, first_day=TUESDAY)

    assert days_of(person) == [(TUESDAY, TUESDAY)]
    with pytest.raises(recording.Refused):
        recording.change_pause(user=person, key=row.key, first_day=WEDNESDAY)
