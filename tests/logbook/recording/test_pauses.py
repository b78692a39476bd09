"""Pauses: said, changed, ended early, taken back and put back, each once."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from accounts.models import User
from logbook.domain.adherence import Tally
from logbook.models import Pause
from logbook.recording import pauses
from logbook.recording.pauses import NewPause, PauseChange
from logbook.recording.rules import NotYours, Refused
from logbook.report import day
from logbook.report import pauses as pauses_report
from logbook.report import week as week_report
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
        pauses.add(
            person, NewPause(key=key, first_day=MONDAY, last_day=TUESDAY, reason=reason), now=NOW
        )

    assert [(row.reason, row.last_day) for row in Pause.objects.all()] == [("ill", TUESDAY)]


def test_another_persons_pause_is_out_of_reach(person: User) -> None:
    stranger = make_user(email="kim@example.org")
    theirs = make_pause(user=stranger, first_day=MONDAY)

    for act in (
        lambda: pauses.add(
            person, NewPause(key=theirs.key, first_day=MONDAY, last_day=None, reason="ill"), now=NOW
        ),
        lambda: pauses.change(person, theirs.key, PauseChange(reason="ill")),
        lambda: pauses.undo(person, theirs.key, now=NOW),
        lambda: pauses.put_back(person, theirs.key),
    ):
        with pytest.raises(NotYours):
            act()

    assert days_of(stranger) == [(MONDAY, None)]
    assert days_of(person) == []


def test_ended_today_the_pause_holds_up_to_yesterday(person: User) -> None:
    make_pause(user=person, first_day=MONDAY)

    pauses.end(person, TODAY)

    assert days_of(person) == [(MONDAY, WEDNESDAY)]


def test_ended_twice_on_a_day_is_ended_once(person: User) -> None:
    make_pause(user=person, first_day=MONDAY)

    for _ in range(2):
        pauses.end(person, TODAY)

    assert days_of(person) == [(MONDAY, WEDNESDAY)]


def test_ended_on_its_first_day_it_pauses_no_day(person: User) -> None:
    make_pause(user=person, first_day=TODAY)

    pauses.end(person, TODAY)

    assert day.build(person, TODAY, today=TODAY).pause is None
    assert pauses_report.build(person, today=TODAY).said == []


def test_ending_ends_each_pause_that_covers_the_day_and_no_other(person: User) -> None:
    make_pause(user=person, first_day=MONDAY, last_day=TUESDAY)
    make_pause(user=person, first_day=TUESDAY, last_day=SUNDAY)
    make_pause(user=person, first_day=WEDNESDAY)
    make_pause(user=person, first_day=SUNDAY)

    pauses.end(person, TODAY)

    assert days_of(person) == [
        (MONDAY, TUESDAY),
        (TUESDAY, WEDNESDAY),
        (WEDNESDAY, WEDNESDAY),
        (SUNDAY, None),
    ]


def test_pauses_that_were_ended_go_on_as_they_were_said(person: User) -> None:
    make_pause(user=person, first_day=MONDAY, last_day=SUNDAY)
    make_pause(user=person, first_day=TODAY)
    pauses.end(person, TODAY)

    pauses.resume(person, TODAY)

    assert days_of(person) == [(MONDAY, SUNDAY), (TODAY, None)]


def test_where_no_pause_covers_the_day_nothing_ends(person: User) -> None:
    make_pause(user=person, first_day=MONDAY, last_day=WEDNESDAY)

    with pytest.raises(Refused, match="There is no pause to end"):
        pauses.end(person, TODAY)
    with pytest.raises(Refused, match="There is no pause to take up again"):
        pauses.resume(person, TODAY)

    assert days_of(person) == [(MONDAY, WEDNESDAY)]


def test_new_days_forget_that_the_pause_was_ended_early_and_a_new_reason_does_not(
    person: User,
) -> None:
    row = make_pause(user=person, first_day=MONDAY)
    pauses.end(person, TODAY)

    pauses.change(person, row.key, PauseChange(reason="rest"))
    assert days_of(person) == [(MONDAY, WEDNESDAY)]

    pauses.change(person, row.key, PauseChange(last_day=SUNDAY))
    assert days_of(person) == [(MONDAY, SUNDAY)]


def test_taken_back_it_pauses_nothing_and_put_back_it_does_again(person: User) -> None:
    row = make_pause(user=person, first_day=MONDAY, last_day=TUESDAY)

    pauses.undo(person, row.key, now=NOW)
    pauses.undo(person, row.key, now=NOW)
    assert week_report.build(person, MONDAY, today=TODAY).paused == 0

    pauses.put_back(person, row.key)
    week = week_report.build(person, MONDAY, today=TODAY)
    assert (week.paused, week.tally) == (2, Tally(0, 10))


def test_the_table_refuses_a_pause_that_ends_before_it_starts(person: User) -> None:
    with pytest.raises(IntegrityError, match="pause_ends_after_it_starts"), transaction.atomic():
        make_pause(user=person, first_day=TUESDAY, last_day=MONDAY)


def test_a_new_first_day_leaves_it_ended_early(person: User) -> None:
    row = make_pause(user=person, first_day=MONDAY)
    pauses.end(person, WEDNESDAY)

    pauses.change(person, row.key, PauseChange(first_day=TUESDAY))

    assert days_of(person) == [(TUESDAY, TUESDAY)]
    with pytest.raises(Refused):
        pauses.change(person, row.key, PauseChange(first_day=WEDNESDAY))
