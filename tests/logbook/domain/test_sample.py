"""The sample person's days."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from logbook.domain import sample
from logbook.domain.days import day_of

LONDON = ZoneInfo("Europe/London")
LAST = date(2026, 11, 19)
TARGETS = {"flexion": 2, "circles": 3, "presses": 3, "walking": 2}


def test_the_sample_is_the_same_every_time() -> None:
    once, again = (list(sample.sessions(TARGETS, last=LAST, zone=LONDON)) for _ in range(2))

    assert once == again


def test_the_sample_fills_a_year_and_no_target_is_exceeded() -> None:
    sessions = list(sample.sessions(TARGETS, last=LAST, zone=LONDON))

    assert min(session.day for session in sessions) == LAST - timedelta(days=364)
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
        for back in range(1, 365)
    ]

    assert counts.count(0) >= 5
    assert counts.count(10) >= 10
    assert any(0 < count < 10 for count in counts)


def test_the_sample_means_to_do_more_as_the_year_goes_on() -> None:
    meant = [sample.targets_on(TARGETS, number) for number in (0, 59, 60, 129, 130, 364)]

    assert [sum(targets.values()) for targets in meant] == [4, 4, 6, 6, 10, 10]


def test_a_session_that_was_filled_in_was_noted_later_and_the_others_at_once() -> None:
    sessions = list(sample.sessions(TARGETS, last=LAST, zone=LONDON))

    assert {session.source for session in sessions} == {"guided", "tick", "backfill"}
    for session in sessions:
        assert (session.source != "backfill") == (session.noted_on == session.day)
        assert session.noted_on <= LAST


def test_the_sample_has_pauses_for_three_reasons_and_notes_within_its_days() -> None:
    pauses = sample.pauses(last=LAST)

    assert {pause.reason for pause in pauses} == {"away", "ill", "flare"}
    first = LAST - timedelta(days=364)
    assert all(first <= pause.first <= pause.last < LAST for pause in pauses)
    assert all(first <= day < LAST for day in sample.notes(last=LAST))


def test_the_samples_pain_declines_has_gaps_and_was_sometimes_skipped() -> None:
    pains = list(sample.pains(last=LAST))
    backs = [pain.value for pain in pains if pain.site == "back" and pain.value is not None]

    assert sum(backs[:20]) > sum(backs[-20:]) + 20
    assert len({pain.day for pain in pains}) < 250
    assert None in {pain.value for pain in pains}
    assert all(pain.value is None or 0 <= pain.value <= 10 for pain in pains)
