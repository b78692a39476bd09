"""What is written, and what a key, an undo or a wrong day makes of it."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import User
from exercises.models import Exercise
from logbook.choices import SessionSource
from logbook.domain.days import day_of, first_of_week
from logbook.models import Session, Target
from logbook.recording import programme, sessions
from logbook.recording.rules import NotYours, Refused
from logbook.recording.sessions import NewSession
from logbook.report import day as day_report
from logbook.report import week as week_report
from tests.make import MONDAY, SLUGS, THURSDAY_MORNING, make_session, make_user, prefer

NOW = THURSDAY_MORNING
TODAY = date(2026, 11, 19)
YESTERDAY = TODAY - timedelta(days=1)
ZONES = [
    "Europe/Berlin",
    "America/Chicago",
    "Australia/Lord_Howe",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "Pacific/Chatham",
]

pytestmark = pytest.mark.django_db


def rows_of(user: User) -> list[tuple[str, date, SessionSource]]:
    return [
        (session.exercise.slug, session.day, session.source)
        for session in Session.objects.of(user).select_related("exercise")
    ]


def test_opening_the_logbook_writes_the_first_day_and_the_articles_targets() -> None:
    user = make_user(first_day=None)

    programme.open_logbook(user=user, now=NOW)

    user.refresh_from_db()
    assert user.preferences.first_day == TODAY
    targets = Target.objects.filter(user=user).order_by("exercise__place")
    of_the_four = targets.filter(exercise__slug__in=SLUGS)
    assert [target.per_day for target in of_the_four] == [2, 3, 3, 2]
    assert targets.count() == Exercise.objects.to_start_with().count()
    assert all(target.from_day <= TODAY for target in targets)


def test_opening_the_logbook_again_changes_nothing(person: User) -> None:
    programme.open_logbook(user=person, now=NOW)

    person.refresh_from_db()
    assert person.preferences.first_day == MONDAY
    assert Target.objects.filter(user=person).count() == 4


@pytest.mark.parametrize(
    ("ago", "day", "moment", "source"),
    [
        (0, TODAY, NOW, "tick"),
        (299, TODAY, NOW - timedelta(seconds=299), "tick"),
        (300, TODAY, NOW - timedelta(seconds=300), "offline"),
        # A clock that is a little ahead means now; its day ends at three in the morning in Berlin.
        (-3600, TODAY, NOW, "tick"),
        (6 * 3600, TODAY, NOW - timedelta(hours=6), "offline"),
        (6 * 3600 + 1, YESTERDAY, NOW - timedelta(seconds=6 * 3600 + 1), "offline"),
        (60, YESTERDAY, None, "backfill"),
        # A day in which it can't have been: the day is the person's, the moment isn't known.
        (40 * 24 * 3600, TODAY, None, "tick"),
        (None, YESTERDAY, None, "backfill"),
    ],
)
def test_what_was_kept_on_a_device_has_the_moment_at_which_it_was_done(
    person: User,
    circles: Exercise,
    ago: int | None,
    day: date,
    moment: datetime | None,
    source: str,
) -> None:
    new = NewSession(exercise=circles, day=day, key=uuid4(), ago=ago)

    session = sessions.record(person, new, now=NOW)

    assert (session.day, session.moment, session.source) == (day, moment, source)
    assert session.recorded_at == NOW


def test_a_guided_session_that_was_kept_stays_a_guided_one(person: User, circles: Exercise) -> None:
    new = NewSession(
        exercise=circles, day=TODAY, key=uuid4(), ago=3600, source=SessionSource.GUIDED
    )

    session = sessions.record(person, new, now=NOW)

    assert (session.source, session.moment) == ("guided", NOW - timedelta(hours=1))


def test_what_is_more_than_a_day_to_come_is_refused(person: User, circles: Exercise) -> None:
    new = NewSession(exercise=circles, day=TODAY, key=uuid4(), ago=-24 * 3600 - 1)

    with pytest.raises(Refused, match="more than a day ahead"):
        sessions.record(person, new, now=NOW)


def test_a_session_of_today_is_a_tick_made_now(person: User, circles: Exercise) -> None:
    key = uuid4()

    session = sessions.record(person, NewSession(exercise=circles, day=TODAY, key=key), now=NOW)

    stored = Session.objects.get(user=person, key=key)
    assert stored == session
    assert (stored.exercise, stored.day, stored.moment) == (circles, TODAY, NOW)
    assert (stored.source, stored.recorded_at) == (SessionSource.TICK, NOW)


def test_somebody_without_a_logbook_gets_one_with_their_first_session(circles: Exercise) -> None:
    user = make_user(first_day=None)

    sessions.record(user, NewSession(exercise=circles, day=TODAY, key=uuid4()), now=NOW)

    user.refresh_from_db()
    assert user.preferences.first_day == TODAY
    begun = Exercise.objects.to_start_with().count()
    assert Target.objects.filter(user=user).count() == begun


def test_a_session_of_an_earlier_day_is_filled_in_without_a_time(
    person: User, circles: Exercise
) -> None:
    sessions.record(person, NewSession(exercise=circles, day=YESTERDAY, key=uuid4()), now=NOW)

    session = Session.objects.get(user=person)
    assert (session.day, session.moment, session.source) == (YESTERDAY, None, "backfill")


def test_the_same_key_again_is_the_same_session(person: User, circles: Exercise) -> None:
    key = uuid4()
    other = Exercise.objects.get(slug="toe-presses")

    for exercise, day in ((circles, TODAY), (circles, TODAY), (other, YESTERDAY)):
        sessions.record(person, NewSession(exercise=exercise, day=day, key=key), now=NOW)

    assert rows_of(person) == [("ankle-circles", TODAY, "tick")]


def test_sessions_beyond_the_target_are_kept(person: User, circles: Exercise) -> None:
    for _ in range(5):
        sessions.record(person, NewSession(exercise=circles, day=TODAY, key=uuid4()), now=NOW)

    assert rows_of(person) == [("ankle-circles", TODAY, "tick")] * 5


@pytest.mark.parametrize(
    ("change", "moment"),
    [
        ({"time_zone": "America/New_York"}, datetime(2026, 11, 19, 4, tzinfo=UTC)),
        ({"day_ends_at": 5}, datetime(2026, 11, 19, 3, 30, tzinfo=UTC)),
    ],
    ids=["moved west", "day ends later"],
)
def test_a_newcomer_whose_today_moves_back_can_tick_and_that_day_counts(
    circles: Exercise, change: dict[str, str | int], moment: datetime
) -> None:
    user = make_user(time_zone="Europe/London", first_day=None)
    programme.open_logbook(user=user, now=moment)
    assert user.preferences.first_day == TODAY
    for name, value in change.items():
        setattr(user, name, value)

    sessions.record(user, NewSession(exercise=circles, day=YESTERDAY, key=uuid4()), now=moment)

    user.refresh_from_db()
    assert user.preferences.first_day == YESTERDAY
    assert rows_of(user) == [("ankle-circles", YESTERDAY, "tick")]


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        (TODAY + timedelta(days=1), "Friday 20 November 2026 is still to come"),
        (date(9999, 12, 31), "still to come"),
        (MONDAY - timedelta(days=1), "before your first day, Monday 16 November 2026"),
        (date(1, 1, 1), "before your first day"),
    ],
)
def test_a_day_outside_the_logbook_is_refused_with_the_reason(
    person: User, circles: Exercise, day: date, reason: str
) -> None:
    with pytest.raises(Refused, match=reason):
        sessions.record(person, NewSession(exercise=circles, day=day, key=uuid4()), now=NOW)

    assert not Session.objects.exists()


@pytest.mark.parametrize("day", [MONDAY, TODAY])
def test_the_first_day_and_today_can_be_recorded(
    person: User, circles: Exercise, day: date
) -> None:
    sessions.record(person, NewSession(exercise=circles, day=day, key=uuid4()), now=NOW)

    assert [row[1] for row in rows_of(person)] == [day]


def test_another_persons_key_is_not_ours_to_record_undo_or_put_back(
    person: User, circles: Exercise
) -> None:
    stranger = make_user(email="kim@example.org")
    theirs = make_session(user=stranger, exercise=circles)

    with pytest.raises(NotYours):
        sessions.record(person, NewSession(exercise=circles, day=TODAY, key=theirs.key), now=NOW)
    with pytest.raises(NotYours):
        sessions.undo(person, theirs.key, now=NOW)
    with pytest.raises(NotYours):
        sessions.put_back(person, theirs.key, now=NOW)

    assert list(Session.objects.all()) == [theirs]
    assert Session.objects.get().undone_at is None


@pytest.mark.parametrize(
    ("zone", "moment"),
    [
        ("Europe/Berlin", datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        ("Europe/Berlin", datetime(2026, 10, 25, 1, 30, tzinfo=UTC)),
        ("Europe/Berlin", datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),
        ("America/Chicago", datetime(2026, 11, 1, 6, 30, tzinfo=UTC)),
        ("America/Chicago", datetime(2026, 11, 1, 7, 30, tzinfo=UTC)),
        ("Australia/Lord_Howe", datetime(2026, 4, 4, 14, 45, tzinfo=UTC)),
        ("Australia/Lord_Howe", datetime(2026, 4, 4, 15, 15, tzinfo=UTC)),
    ],
)
def test_no_night_of_a_clock_change_refuses_moves_or_doubles_a_session(
    circles: Exercise, zone: str, moment: datetime
) -> None:
    user = make_user(time_zone=zone, first_day=date(2026, 1, 1))
    day = day_of(moment, user.zone, user.day_ends_at)

    sessions.record(user, NewSession(exercise=circles, day=day, key=uuid4()), now=moment)

    session = Session.objects.of(user).get()
    assert (session.day, session.moment) == (day, moment)


@given(
    moment=st.datetimes(
        min_value=datetime(2026, 1, 3),  # noqa: DTZ001 - Hypothesis adds the zone
        max_value=datetime(2026, 12, 30),  # noqa: DTZ001
        timezones=st.just(UTC),
    ),
    before=st.tuples(st.sampled_from(ZONES), st.integers(0, 5)),
    after=st.tuples(st.sampled_from(ZONES), st.integers(0, 5)),
)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_zone_or_clock_change_moves_a_stored_day(
    moment: datetime,
    before: tuple[str, int],
    after: tuple[str, int],
    person: User,
    circles: Exercise,
) -> None:
    with transaction.atomic():
        prefer(person, time_zone=before[0], day_ends_at=before[1], first_day=date(2026, 1, 1))
        day = day_of(moment, person.zone, person.day_ends_at)
        sessions.record(person, NewSession(exercise=circles, day=day, key=uuid4()), now=moment)

        person.change(time_zone=after[0], day_ends_at=after[1])
        later = moment + timedelta(days=3)
        today = day_of(later, person.zone, person.day_ends_at)

        rows = day_report.build(person, day, today=today).rows
        assert [row.done for row in rows if row.exercise == circles] == [1]
        week = week_report.build(person, first_of_week(day, 0), today=today)
        assert [d.day for d in week.days if d.done] == [day]
        transaction.set_rollback(True)


@pytest.mark.parametrize("missing", ["exercise", "day"])
def test_the_database_refuses_a_session_that_lacks_exercise_or_day(
    person: User, circles: Exercise, missing: str
) -> None:
    fields = {"exercise": circles, "day": TODAY, missing: None}

    with pytest.raises(IntegrityError):
        Session.objects.create(user=person, key=uuid4(), recorded_at=NOW, **fields)
