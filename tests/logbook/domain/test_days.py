"""Which day a moment belongs to, and which week a day is in."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from logbook.domain.days import (
    day_of,
    days_from,
    days_of_week,
    first_day_as_of,
    first_of_week,
    moment_on,
)

BERLIN = ZoneInfo("Europe/Berlin")
CHICAGO = ZoneInfo("America/Chicago")
LORD_HOWE = ZoneInfo("Australia/Lord_Howe")
KIRITIMATI = ZoneInfo("Pacific/Kiritimati")
PAGO_PAGO = ZoneInfo("Pacific/Pago_Pago")
ZONES = [BERLIN, CHICAGO, LORD_HOWE, KIRITIMATI, PAGO_PAGO]

zones = st.sampled_from(ZONES)
moments = st.datetimes(
    min_value=datetime(1990, 1, 1),  # noqa: DTZ001 - Hypothesis adds the zone
    max_value=datetime(2060, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)
hours = st.integers(0, 5)


def test_worked_example_5_a_tick_before_the_day_ends_belongs_to_the_day_before() -> None:
    saturday, sunday = date(2026, 11, 21), date(2026, 11, 22)

    assert day_of(datetime(2026, 11, 22, 1, 30, tzinfo=BERLIN), BERLIN, 3) == saturday
    assert day_of(datetime(2026, 11, 22, 2, 59, 59, tzinfo=BERLIN), BERLIN, 3) == saturday
    assert day_of(datetime(2026, 11, 22, 3, 0, tzinfo=BERLIN), BERLIN, 3) == sunday
    assert day_of(datetime(2026, 11, 22, 3, 0, 1, tzinfo=BERLIN), BERLIN, 3) == sunday


def test_worked_example_6_both_half_past_twos_of_the_autumn_night_are_the_day_before() -> None:
    first = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=0)
    second = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=1)

    assert second.astimezone(UTC) - first.astimezone(UTC) == timedelta(hours=1)
    assert day_of(first, BERLIN, 3) == day_of(second, BERLIN, 3) == date(2026, 10, 24)


def test_worked_example_6_the_half_past_two_that_the_spring_night_lacks_has_a_day() -> None:
    missing = datetime(2026, 3, 29, 2, 30, tzinfo=BERLIN)
    as_utc = missing.astimezone(UTC)  # the clock shows half past three

    assert day_of(as_utc, BERLIN, 3) == date(2026, 3, 29)


def test_worked_example_7_kiritimati_and_pago_pago_differ_by_one_day() -> None:
    moment = datetime(2026, 11, 19, 18, 0, tzinfo=UTC)

    assert day_of(moment, KIRITIMATI, 3) == date(2026, 11, 20)
    assert day_of(moment, PAGO_PAGO, 3) == date(2026, 11, 19)


def test_worked_example_7_and_by_two_days_in_the_one_hour_that_their_25_hours_leave() -> None:
    moment = datetime(2026, 11, 19, 13, 30, tzinfo=UTC)

    assert day_of(moment, KIRITIMATI, 3) == date(2026, 11, 20)
    assert day_of(moment, PAGO_PAGO, 3) == date(2026, 11, 18)


@pytest.mark.parametrize("zone", ZONES, ids=str)
def test_a_day_that_ends_at_midnight_changes_at_midnight(zone: ZoneInfo) -> None:
    midnight = datetime(2026, 11, 20, tzinfo=zone)

    assert day_of(midnight - timedelta(microseconds=1), zone, 0) == date(2026, 11, 19)
    assert day_of(midnight, zone, 0) == date(2026, 11, 20)


@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [
        (BERLIN, date(2026, 3, 28), 23),
        (BERLIN, date(2026, 10, 24), 25),
        (CHICAGO, date(2026, 3, 7), 23),
        (CHICAGO, date(2026, 10, 31), 25),
        (LORD_HOWE, date(2026, 10, 3), 23.5),
        (LORD_HOWE, date(2026, 4, 4), 24.5),
        (BERLIN, date(2026, 7, 1), 24),
    ],
    ids=str,
)
def test_a_day_over_a_clock_change_is_shorter_or_longer_but_whole(
    zone: ZoneInfo, day: date, hours: float
) -> None:
    """The day ends at 3 in the morning, so the night of the change belongs to the day before."""
    begins = datetime(day.year, day.month, day.day, 3, tzinfo=zone).astimezone(UTC)
    ends = begins + timedelta(hours=hours)

    assert day_of(begins - timedelta(seconds=1), zone, 3) == day - timedelta(days=1)
    assert day_of(begins, zone, 3) == day
    assert day_of(ends - timedelta(seconds=1), zone, 3) == day
    assert day_of(ends, zone, 3) == day + timedelta(days=1)


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="without a zone"):
        day_of(datetime(2026, 11, 19, 9), BERLIN, 3)  # noqa: DTZ001


@given(moments, st.timedeltas(timedelta(0), timedelta(hours=30)), zones, hours)
def test_the_day_never_goes_back_as_time_goes_on(
    moment: datetime, later: timedelta, zone: ZoneInfo, ends: int
) -> None:
    assert day_of(moment, zone, ends) <= day_of(moment + later, zone, ends)


@pytest.mark.parametrize(
    ("zone", "ends", "before"),
    [
        (ZoneInfo("Pacific/Chatham"), 3, datetime(2026, 4, 4, 13, 55, tzinfo=UTC)),
        (ZoneInfo("Antarctica/Troll"), 2, datetime(2026, 10, 25, 0, 55, tzinfo=UTC)),
    ],
    ids=str,
)
def test_a_clock_put_back_over_the_days_end_begins_the_day_once(
    zone: ZoneInfo, ends: int, before: datetime
) -> None:
    """There the clock shows the hour at which the day ends twice."""
    after = before + timedelta(minutes=10)
    walls = [moment.astimezone(zone) for moment in (before, after)]

    assert walls[1].replace(tzinfo=None) < walls[0].replace(tzinfo=None)
    assert day_of(before, zone, ends) == day_of(after, zone, ends) == walls[0].date()


@given(moments, zones, hours)
def test_the_day_is_the_walls_date_or_the_one_before(
    moment: datetime, zone: ZoneInfo, ends: int
) -> None:
    wall = moment.astimezone(zone)

    assert day_of(moment, zone, ends) in {wall.date(), wall.date() - timedelta(days=1)}
    if wall.hour > ends:
        assert day_of(moment, zone, ends) == wall.date()


@pytest.mark.parametrize(
    ("clock", "moment"),
    [
        (time(2, 59), datetime(2026, 11, 18, 1, 59, tzinfo=UTC)),
        (time(3), datetime(2026, 11, 17, 2, tzinfo=UTC)),
        (time(3, 1), datetime(2026, 11, 17, 2, 1, tzinfo=UTC)),
        (time(0), datetime(2026, 11, 17, 23, tzinfo=UTC)),
        (time(23, 59), datetime(2026, 11, 17, 22, 59, tzinfo=UTC)),
    ],
    ids=str,
)
def test_a_time_before_the_days_end_is_in_the_night_after(clock: time, moment: datetime) -> None:
    assert moment_on(date(2026, 11, 17), clock, BERLIN, 3) == moment


def test_of_two_times_alike_in_the_autumn_night_the_first_is_meant() -> None:
    moment = moment_on(date(2026, 10, 24), time(2, 30), BERLIN, 3)

    assert moment == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("ends", "day", "shown"),
    [
        (0, date(2026, 3, 29), time(3, 30)),
        (2, date(2026, 3, 29), time(3, 30)),
        (3, date(2026, 3, 28), time(1, 30)),  # half past three would be tomorrow
        (4, date(2026, 3, 28), time(3, 30)),
    ],
)
def test_a_time_that_the_spring_night_lacks_is_shifted_within_its_day(
    ends: int, day: date, shown: time
) -> None:
    moment = moment_on(day, time(2, 30), BERLIN, ends)

    assert moment.astimezone(BERLIN).replace(tzinfo=None) == datetime.combine(
        date(2026, 3, 29), shown
    )
    assert day_of(moment, BERLIN, ends) == day


def test_of_a_day_that_a_zone_left_out_there_is_only_the_next_ones_beginning() -> None:
    apia = ZoneInfo("Pacific/Apia")

    moment = moment_on(date(2011, 12, 30), time(10), apia, 3)

    assert moment.astimezone(apia) == datetime(2011, 12, 31, 3, tzinfo=apia)


@given(
    st.dates(date(1990, 1, 1), date(2060, 1, 1)),
    st.times(),
    st.sampled_from([*ZONES, ZoneInfo("Antarctica/Troll"), ZoneInfo("America/Havana")]),
    hours,
)
def test_every_time_on_a_day_is_a_moment_of_that_day(
    day: date, clock: time, zone: ZoneInfo, ends: int
) -> None:
    # Kiritimati left out the first days of 1995 when it changed sides.
    assume(not (zone is KIRITIMATI and day.year in {1994, 1995}))

    assert day_of(moment_on(day, clock, zone, ends), zone, ends) == day


@given(moments, zones, hours)
def test_the_time_on_the_wall_leads_back_to_the_moment_where_it_is_shown_once(
    moment: datetime, zone: ZoneInfo, ends: int
) -> None:
    wall = moment.astimezone(zone)
    assume(wall.utcoffset() == wall.replace(fold=1 - wall.fold).utcoffset())

    assert moment_on(day_of(moment, zone, ends), wall.time(), zone, ends) == moment


@pytest.mark.parametrize(
    ("first_day", "counts_from"),
    [
        (None, date(2026, 11, 19)),
        (date(2026, 11, 18), date(2026, 11, 18)),
        (date(2026, 11, 19), date(2026, 11, 19)),
        (date(2026, 11, 20), date(2026, 11, 19)),
    ],
)
def test_the_first_day_is_never_after_today(first_day: date | None, counts_from: date) -> None:
    assert first_day_as_of(date(2026, 11, 19), first_day) == counts_from


@pytest.mark.parametrize(
    ("week_starts_on", "first"),
    [(0, date(2026, 11, 16)), (6, date(2026, 11, 15)), (5, date(2026, 11, 14))],
    ids=["Monday", "Sunday", "Saturday"],
)
def test_a_week_begins_on_the_weekday_that_the_person_chose(
    week_starts_on: int, first: date
) -> None:
    assert first_of_week(date(2026, 11, 19), week_starts_on) == first
    assert first_of_week(first, week_starts_on) == first
    assert first_of_week(first - timedelta(days=1), week_starts_on) == first - timedelta(days=7)
    assert first_of_week(first + timedelta(days=6), week_starts_on) == first


def test_the_week_over_new_year_holds_days_of_both_years() -> None:
    days = days_of_week(first_of_week(date(2027, 1, 1), 0))

    assert days[0] == date(2026, 12, 28)
    assert days[-1] == date(2027, 1, 3)
    assert len(days) == 7


@given(st.dates(min_value=date(1, 1, 8)), st.sampled_from([0, 5, 6]))
def test_a_day_is_in_the_week_that_begins_at_most_six_days_before(
    day: date, week_starts_on: int
) -> None:
    first = first_of_week(day, week_starts_on)

    assert first.weekday() == week_starts_on
    assert timedelta(0) <= day - first <= timedelta(days=6)


def test_days_from_one_day_to_an_earlier_one_are_none() -> None:
    day = date(2026, 11, 19)

    assert list(days_from(day, day - timedelta(days=1))) == []
    assert list(days_from(day, day)) == [day]
    assert list(days_from(day, day + timedelta(days=1))) == [day, date(2026, 11, 20)]
