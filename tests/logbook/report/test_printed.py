"""What the printed report says: its days, aims, pauses, pain, and the notes that fit."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from accounts.models import User
from exercises.models import Exercise
from logbook.choices import Reason
from logbook.recording import pauses, programme
from logbook.recording.notes import Felt, note_day, note_pain
from logbook.recording.pauses import NewPause
from logbook.recording.programme import TargetFigures
from logbook.report import printed as printed_report
from logbook.report.printed import LONGEST, ON_A_LINE, PrintedReport
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
    return printed_report.build(user, today=today, weeks=weeks, with_notes=notes)


@pytest.fixture
def old_hand() -> User:
    """Somebody who began half a year ago."""
    user = make_user(email="olga@example.org", first_day=date(2026, 5, 20))
    make_programme(user=user, from_day=date(2026, 5, 20))
    return user


@pytest.mark.parametrize(
    ("today", "weeks", "first", "rows"),
    [
        # A Sunday, a Monday, a Tuesday: whole weeks only on the Monday
        (date(2026, 11, 22), 4, date(2026, 10, 25), 5),
        (date(2026, 11, 23), 4, date(2026, 10, 26), 4),
        (date(2026, 11, 24), 4, date(2026, 10, 27), 5),
        (date(2026, 11, 23), 12, date(2026, 8, 31), 12),
        (date(2026, 11, 24), 12, date(2026, 9, 1), 13),
        # After a month's end, after February in a common and in a leap year, after New Year
        (date(2026, 12, 1), 4, date(2026, 11, 3), 5),
        (date(2027, 3, 1), 4, date(2027, 2, 1), 4),
        (date(2028, 3, 1), 4, date(2028, 2, 2), 5),
        (date(2027, 1, 1), 12, date(2026, 10, 9), 13),
    ],
)
def test_four_weeks_are_28_days_up_to_yesterday_and_twelve_84(
    old_hand: User, today: date, weeks: int, first: date, rows: int
) -> None:
    page = of(old_hand, weeks=weeks, today=today)

    assert (page.first, page.last) == (first, today - timedelta(days=1))
    assert page.length == page.total.days == 7 * weeks
    assert (page.weeks[0].first, page.weeks[-1].last) == (first, page.last)
    assert len(page.weeks) == rows


def test_rows_begin_on_the_persons_weekday_and_the_days_stay(old_hand: User) -> None:
    old_hand.change(week_starts_on=6)

    page = of(old_hand, weeks=4)

    assert page.first == date(2026, 10, 22)
    assert [week.first for week in page.weeks[1:3]] == [date(2026, 10, 25), date(2026, 11, 1)]


@pytest.mark.parametrize(("days", "length"), [(27, 27), (28, 28), (29, 28)])
def test_a_first_day_within_the_window_is_where_it_begins(days: int, length: int) -> None:
    user = make_user(first_day=TODAY - timedelta(days=days))
    make_programme(user=user, from_day=TODAY - timedelta(days=days))

    page = of(user, weeks=4)

    assert (page.first, page.length) == (TODAY - timedelta(days=length), length)


def test_paused_days_are_days_of_the_window(old_hand: User) -> None:
    pauses.add(
        old_hand,
        NewPause(key=uuid4(), first_day=date(2026, 10, 20), last_day=TUESDAY, reason=Reason.AWAY),
        now=NOW,
    )

    page = of(old_hand, weeks=4)

    assert (page.length, page.total.days, page.total.paused) == (28, 1, 27)
    assert page.pauses_text == "22 Oct to 17 Nov (away)"


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
    assert [(aim.per_day_text, aim.tally.counted, aim.tally.due) for aim in page.aims] == [
        ("2", 5, 6),
        ("3", 8, 9),
        ("3", 8, 9),
        ("2", 6, 6),
    ]


def test_worked_example_2_the_paused_day_is_named(person: User) -> None:
    make_example_week(user=person)
    pauses.add(
        person,
        NewPause(key=uuid4(), first_day=TUESDAY, last_day=TUESDAY, reason=Reason.ILL),
        now=NOW,
    )

    page = of(person)

    assert page.in_short == "100% of sessions done: 20 of 20 sessions on 2 days, 1 paused."
    assert page.pauses_text == "17 Nov (ill)"


def test_a_pause_is_told_for_the_days_of_the_report_only(old_hand: User) -> None:
    pauses.add(
        old_hand,
        NewPause(key=uuid4(), first_day=date(2026, 7, 1), last_day=None, reason=Reason.FLARE),
        now=NOW,
    )

    page = of(old_hand, weeks=4)

    assert page.pauses_text == "22 Oct to 18 Nov (flare)"
    assert page.in_short == "No session was due on these days."


def test_worked_example_3_a_change_of_the_aim_is_told(person: User, circles: Exercise) -> None:
    programme.set_target(person, circles, TargetFigures(per_day=2), today=WEDNESDAY)

    aim = of(person).aims[1]

    assert (aim.per_day_text, aim.tally.due) == ("3, 2 from 18 Nov", 3 + 3 + 2)


def test_an_own_amount_is_told_with_its_day(person: User, circles: Exercise) -> None:
    programme.set_target(person, circles, TargetFigures(repetitions=6), today=TUESDAY)

    flexion, aim, *_others = of(person).aims

    assert aim.amount == "6 circles each way, 2 legs, one after the other."
    assert (aim.own_since, aim.per_day_text) == (TUESDAY, "3")
    assert flexion.amount == "15 presses with each foot, 5 s hold each."
    assert flexion.own_since is None


def note_back(user: User, days: list[date], value: int, site: str = "back", side: str = "") -> None:
    for day in days:
        note_pain(user=user, day=day, felt={site: Felt(value, side)}, now=NOW)


def days_from(first: date, count: int) -> list[date]:
    return [first + timedelta(days=number) for number in range(count)]


def test_pain_is_told_of_the_first_and_the_last_two_weeks(old_hand: User) -> None:
    note_back(old_hand, days_from(date(2026, 9, 2), 4), 5)
    note_back(old_hand, days_from(date(2026, 11, 9), 5), 3)
    note_back(old_hand, days_from(date(2026, 8, 27), 4), 6, "knee", "left")
    note_back(old_hand, days_from(date(2026, 11, 9), 4), 2, "knee", "right")

    page = of(old_hand)

    assert page.pain_in_short == (
        "Mean pain in the first and the last two weeks: Back 5.0 (4 days), then 3.0 (5 days)."
    )
    assert [chart.name for chart in page.pains] == ["Back", "Left knee, Right knee"]
    told = [(means[0].rounded, means[0].entries) for _week, means in page.rows]
    assert told == [(None, 0), (5.0, 4), *[(None, 0)] * 9, (3.0, 5), (None, 0)]


@pytest.mark.parametrize("days", [3, 4])
def test_pain_noted_on_few_days_is_charted_and_not_summed_up(old_hand: User, days: int) -> None:
    note_back(old_hand, days_from(date(2026, 9, 1), days), 5)
    note_back(old_hand, days_from(date(2026, 11, 9), 4), 5)

    page = of(old_hand)

    assert (bool(page.pain_in_short), len(page.pains)) == (days == 4, 1)


def test_notes_are_there_only_if_wanted_and_only_ones_own(person: User) -> None:
    note_day(user=person, day=TUESDAY, text="Stairs feel  easier.\n", now=NOW)
    alex = make_user(email="alex@example.org")
    note_day(user=alex, day=TUESDAY, text="Alex was here.", now=NOW)

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
        note_day(user=old_hand, day=day, text=f"Note {back}", now=NOW)

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
    note_day(user=person, day=TUESDAY, text=text, now=NOW)

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
        programme.set_target(old_hand, circles, TargetFigures(per_day=5 + number), today=day)

    assert of(old_hand).aims[1].per_day_text == told


@pytest.mark.parametrize(
    ("count", "more"), [(6, ""), (7, ", and once before"), (8, ", and 2 times before")]
)
def test_of_many_pauses_the_latest_are_told(old_hand: User, count: int, more: str) -> None:
    for number in range(count):
        day = WEDNESDAY - timedelta(days=3 * number)
        pauses.add(
            old_hand,
            NewPause(key=uuid4(), first_day=day, last_day=day, reason=Reason.REST),
            now=NOW,
        )

    told = of(old_hand).pauses_text

    assert told.startswith("3 Nov (rest), 6 Nov (rest)")
    assert told.endswith(f"18 Nov (rest){more}")
