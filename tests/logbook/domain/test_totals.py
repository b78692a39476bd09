"""Days that are over, and that their sums agree whichever way they are added up."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from logbook.domain import adherence, totals
from logbook.domain.adherence import Tally
from logbook.domain.programme import Programme, TargetChange
from logbook.domain.totals import Day, Total, add_up, by_exercise, days_over

MONDAY = date(2026, 11, 16)
TUESDAY, WEDNESDAY, THURSDAY = (MONDAY + timedelta(days=n) for n in (1, 2, 3))
PROGRAMME = Programme([TargetChange("circles", MONDAY, 3), TargetChange("walking", TUESDAY, 2)])
DONE = {
    MONDAY - timedelta(days=1): {"circles": 3},
    MONDAY: {"circles": 4, "walking": 1},
    TUESDAY: {"circles": 1},
    WEDNESDAY: {"circles": 2, "walking": 2},
    THURSDAY: {"circles": 3},
}


def lived(paused: set[date] | None = None) -> list[Day]:
    return days_over(
        MONDAY - timedelta(days=9),
        THURSDAY + timedelta(days=9),
        DONE,
        PROGRAMME,
        first_day=MONDAY,
        today=THURSDAY,
        paused=paused or set(),
    )


def test_days_are_over_from_the_first_day_to_yesterday() -> None:
    assert lived() == [
        Day(MONDAY, {"circles": Tally(3, 3)}, done=5, paused=False),
        Day(TUESDAY, {"circles": Tally(1, 3), "walking": Tally(0, 2)}, done=1, paused=False),
        Day(WEDNESDAY, {"circles": Tally(2, 3), "walking": Tally(2, 2)}, done=4, paused=False),
    ]


def test_a_paused_day_owes_nothing_and_keeps_what_was_done() -> None:
    assert lived(paused={WEDNESDAY})[2] == Day(WEDNESDAY, {}, done=4, paused=True)


def test_what_is_beyond_the_target_or_on_a_paused_day_is_extra() -> None:
    assert add_up(lived()) == Total(Tally(8, 13), days=3, paused=0, extra=2)
    assert add_up(lived(paused={WEDNESDAY})) == Total(Tally(4, 8), days=2, paused=1, extra=6)


def test_no_days_add_up_to_nothing() -> None:
    assert add_up([]) == Total(Tally(), days=0, paused=0, extra=0)


def test_a_day_without_targets_is_neither_counted_nor_paused() -> None:
    days = days_over(MONDAY, MONDAY, {}, Programme([]), first_day=MONDAY, today=TUESDAY)

    assert add_up(days) == Total(Tally(), days=0, paused=0, extra=0)


def test_each_exercise_has_a_tally_of_its_own() -> None:
    assert by_exercise(lived()) == {"circles": Tally(6, 9), "walking": Tally(2, 4)}


days = st.integers(0, 40).map(lambda n: MONDAY + timedelta(days=n))
counts = st.dictionaries(st.sampled_from(["circles", "walking", "presses"]), st.integers(0, 5))
changes = st.lists(
    st.builds(
        TargetChange, st.sampled_from(["circles", "walking", "presses"]), days, st.integers(0, 4)
    )
)


@given(st.dictionaries(days, counts), changes, st.sets(days), days, days)
def test_sums_agree_whichever_way_they_are_added_up(
    done: dict[date, dict[str, int]],
    changes: list[TargetChange],
    paused: set[date],
    first_day: date,
    today: date,
) -> None:
    programme = Programme(changes)
    span = (MONDAY, MONDAY + timedelta(days=50))
    found = days_over(*span, done, programme, first_day=first_day, today=today, paused=paused)
    over = adherence.days_that_are_over(*span, first_day=first_day, today=today)
    judged = [day for day in over if day not in paused]
    whole = add_up(found)

    assert whole.tally == adherence.over(judged, done, programme)
    assert whole.tally == adherence.total(by_exercise(found).values())
    assert whole.tally == adherence.total(totals.add_up([day]).tally for day in found)
    assert whole.days + whole.paused <= len(found)
    assert whole.extra + whole.tally.counted == sum(day.done for day in found)
