"""What the printed report says: its days, aims, pauses, pain, and the notes that fit."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from accounts.models import User
from exercises.models import Exercise
from logbook import recording, report
from logbook.models import Reason
from logbook.recording import Felt
from logbook.report import PrintedReport
from logbook.report.printed import LONGEST, ON_A_LINE
from tests.make import (
    MONDAY,
    THURSDAY_MORNING,
    make_example_week,
    make_programme,
    make_session,
    make_user,
)

NOW = THURSDAY_MORNING
TODAY = date(2026, 11, 19)
TUESDAY, WEDNESDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def of(user: User, *, weeks: int = 12, notes: bool = False, today: date = TODAY) -> PrintedReport:
    return report.of_weeks(user, today=today, weeks=weeks, with_notes=notes)


@pytest.fixture
def old_hand() -> User:
    """Somebody who began half a year ago."""
    user = make_user(email="olga@example.org", first_day=date(2026, 5, 20))
    make_programme(user=user, from_day=date(2026, 5, 20))
    return user


@pytest.mark.parametrize(
    ("today", "first", "last", "weeks"),
    [
        (date(2026, 11, 22), date(2026, 8, 31), date(2026, 11, 21), 12),
        (date(2026, 11, 23), date(2026, 8, 31), date(2026, 11, 22), 12),
        (date(2026, 11, 24), date(2026, 9, 7), date(2026, 11, 23), 12),
        (date(2026, 11, 23), date(2026, 10, 26), date(2026, 11, 22), 4),
    ],
)
def test_the_weeks_end_with_yesterdays(
    old_hand: User, today: date, first: date, last: date, weeks: int
) -> None:
    page = of(old_hand, weeks=weeks, today=today)

    assert (page.first, page.last, len(page.weeks)) == (first, last, weeks)
    assert page.weeks[0].first == first
    assert page.weeks[-1].last == last


def test_weeks_begin_on_the_persons_weekday(old_hand: User) -> None:
    old_hand.change(week_starts_on=6)

    assert of(old_hand, weeks=4).first == date(2026, 10, 25)


def test_nothing_before_the_first_day_is_in_it(person: User) -> None:
    page = of(person)

    assert (page.first, page.last, len(page.weeks)) == (MONDAY, WEDNESDAY, 1)


def test_on_the_first_day_the_report_is_empty() -> None:
    user = make_user(first_day=TODAY)
    make_programme(user=user, from_day=TODAY)

    page = of(user)

    assert page.is_empty
    assert page.weeks == []


def test_worked_example_1_is_told_in_short(person: User) -> None:
    make_example_week(user=person)

    page = of(person)

    assert page.in_short == "90% of sessions done: 27 of 30 sessions on 3 days."
    assert [(aim.told, aim.tally.counted, aim.tally.due) for aim in page.aims] == [
        ("2", 5, 6),
        ("3", 8, 9),
        ("3", 8, 9),
        ("2", 6, 6),
    ]


def test_worked_example_2_the_paused_day_is_named(person: User) -> None:
    make_example_week(user=person)
    recording.pause(
        user=person,
        key=uuid4(),
        first_day=TUESDAY,
        last_day=TUESDAY,
        reason=Reason.ILL,
        now=NOW,
    )

    page = of(person)

    assert page.in_short == "100% of sessions done: 20 of 20 sessions on 2 days, 1 paused."
    assert page.pauses_told == "17 Nov (ill)"


def test_a_pause_is_told_for_the_days_of_the_report_only(old_hand: User) -> None:
    recording.pause(
        user=old_hand,
        key=uuid4(),
        first_day=date(2026, 7, 1),
        last_day=None,
        reason=Reason.FLARE,
        now=NOW,
    )

    page = of(old_hand, weeks=4)

    assert page.pauses_told == "26 Oct to 18 Nov (flare)"
    assert page.in_short == "No session was due on these days."


def test_worked_example_3_a_change_of_the_aim_is_told(person: User, circles: Exercise) -> None:
    recording.set_target(user=person, exercise=circles, today=WEDNESDAY, per_day=2)

    aim = of(person).aims[1]

    assert (aim.told, aim.tally.due) == ("3, 2 from 18 Nov", 3 + 3 + 2)


def test_an_own_amount_is_told_with_its_day(person: User, circles: Exercise) -> None:
    recording.set_target(user=person, exercise=circles, today=TUESDAY, repetitions=6)

    flexion, aim, *_others = of(person).aims

    assert aim.amount == "6 circles each way, 2 legs, one after the other."
    assert (aim.own_since, aim.told) == (TUESDAY, "3")
    assert flexion.amount == "15 presses with each foot, 5 s hold each."
    assert flexion.own_since is None


def test_pain_goes_from_the_first_week_with_four_days_to_the_last(old_hand: User) -> None:
    first = {date(2026, 9, day): value for day, value in enumerate([6, 5, 6, 5], start=1)}
    last = {date(2026, 11, day): 3 for day in range(9, 13)}
    for day, value in {**first, **last, date(2026, 11, 17): 0}.items():
        recording.note_pain(user=old_hand, day=day, felt={"back": Felt(value)}, now=NOW)
    recording.note_pain(user=old_hand, day=MONDAY, felt={"back": Felt(None)}, now=NOW)

    page = of(old_hand)

    assert page.pain_in_short == (
        "Mean pain in the first and the last week with at least 4 days noted: back 5.5 and 3.0."
    )
    assert [str(chart.site.label) for chart in page.pains] == ["Back"]
    noted = [means[0].rounded for _week, means in page.rows]
    assert noted == [5.5, *[None] * 9, 3.0, 0.0]


def test_pain_noted_on_few_days_is_charted_and_not_summed_up(old_hand: User) -> None:
    for day in (date(2026, 9, 1), date(2026, 11, 17)):
        recording.note_pain(user=old_hand, day=day, felt={"back": Felt(5)}, now=NOW)

    page = of(old_hand)

    assert (page.pain_in_short, len(page.pains)) == ("", 1)


def test_notes_are_there_only_if_wanted_and_only_ones_own(person: User) -> None:
    recording.note_day(user=person, day=TUESDAY, text="Stairs feel  easier.\n", now=NOW)
    alex = make_user(email="alex@example.org")
    recording.note_day(user=alex, day=TUESDAY, text="Alex was here.", now=NOW)

    assert of(person).notes == []
    assert [note.text for note in of(person, notes=True).notes] == ["Stairs feel easier."]


@pytest.mark.parametrize(
    ("weeks", "count", "shown"),
    [(12, 6, 6), (12, 7, 6), (4, 14, 14), (4, 15, 14)],
)
def test_the_latest_notes_that_fit_are_shown(
    old_hand: User, weeks: int, count: int, shown: int
) -> None:
    for back in range(1, count + 1):
        day = TODAY - timedelta(days=back)
        recording.note_day(user=old_hand, day=day, text=f"Note {back}", now=NOW)

    page = of(old_hand, weeks=weeks, notes=True)

    assert [note.text for note in page.notes] == [f"Note {back}" for back in range(shown, 0, -1)]
    assert page.notes_left_out == count - shown


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("x" * LONGEST, "x" * LONGEST),
        ("x" * (LONGEST + 1), "x" * (LONGEST - 1) + "…"),
        ("W" * LONGEST, "W" * (ON_A_LINE - 1) + "…"),
        ("🦶" * LONGEST, "🦶" * (ON_A_LINE - 1) + "…"),
    ],
)
def test_a_long_note_is_cut_to_two_lines(person: User, text: str, printed: str) -> None:
    recording.note_day(user=person, day=TUESDAY, text=text, now=NOW)

    (note,) = of(person, notes=True).notes

    assert note.text == printed


def test_what_was_done_today_is_not_in_it(person: User, circles: Exercise) -> None:
    make_session(user=person, exercise=circles, day=TODAY)

    assert of(person).total.extra == 0


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        (3, "3, 5 from 16 Nov, 6 from 17 Nov, 7 from 18 Nov"),
        (4, "3, …, 6 from 16 Nov, 7 from 17 Nov, 8 from 18 Nov"),
    ],
)
def test_of_many_changes_of_the_aim_the_latest_are_told(
    old_hand: User, circles: Exercise, changes: int, told: str
) -> None:
    for number in range(changes):
        day = WEDNESDAY - timedelta(days=changes - 1 - number)
        recording.set_target(user=old_hand, exercise=circles, today=day, per_day=5 + number)

    assert of(old_hand).aims[1].told == told


@pytest.mark.parametrize(
    ("count", "more"), [(6, ""), (7, ", and once before"), (8, ", and 2 times before")]
)
def test_of_many_pauses_the_latest_are_told(old_hand: User, count: int, more: str) -> None:
    for number in range(count):
        day = WEDNESDAY - timedelta(days=3 * number)
        recording.pause(
            user=old_hand, key=uuid4(), first_day=day, last_day=day, reason=Reason.REST, now=NOW
        )

    told = of(old_hand).pauses_told

    assert told.startswith("3 Nov (rest), 6 Nov (rest)")
    assert told.endswith(f"18 Nov (rest){more}")
