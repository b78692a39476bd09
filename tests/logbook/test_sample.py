"""The sample person's days."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from logbook import sample
from logbook.days import day_of

LONDON = ZoneInfo("Europe/London")
LAST = date(2026, 11, 19)
TARGETS = {"flexion": 2, "circles": 3, "presses": 3, "walking": 2}


def test_the_sample_is_the_same_every_time() -> None:
    once, again = (list(sample.sessions(TARGETS, last=LAST, zone=LONDON)) for _ in range(2))

    assert once == again


def test_the_sample_fills_ninety_days_and_no_target_is_exceeded() -> None:
    sessions = list(sample.sessions(TARGETS, last=LAST, zone=LONDON))

    assert min(session.day for session in sessions) == LAST - timedelta(days=89)
    assert max(session.day for session in sessions) == LAST
    for exercise, target in TARGETS.items():
        per_day = [session.day for session in sessions if session.exercise == exercise]
        assert max(per_day.count(day) for day in set(per_day)) <= target


def test_each_sample_session_happened_on_its_day() -> None:
    for session in sample.sessions(TARGETS, last=LAST, zone=LONDON):
        assert day_of(session.moment, LONDON, 3) == session.day


def test_the_sample_has_full_days_part_days_and_empty_ones() -> None:
    sessions = list(sample.sessions(TARGETS, last=LAST, zone=LONDON))
    counts = [
        sum(session.day == LAST - timedelta(days=back) for session in sessions)
        for back in range(1, 90)
    ]

    assert counts.count(0) >= 4
    assert counts.count(10) >= 10
    assert any(0 < count < 10 for count in counts)
