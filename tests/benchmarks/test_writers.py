"""What writers saw is compared with the rows that are there."""

import pytest

from benchmarks.tables import Result
from benchmarks.writers import Written, judge


@pytest.mark.parametrize(
    ("rows", "lost", "doubled"),
    [
        (["a", "b"], 0, 0),
        (["a", "b", "c"], 0, 0),  # its answer was on its way when the server was killed
        (["a"], 1, 0),
        (["a", "b", "b"], 0, 1),
        (["a", "b", "x"], 0, 1),
        ([], 2, 0),
    ],
)
def test_lost_was_answered_and_is_not_there_doubled_was_never_sent(
    rows: list[str], lost: int, doubled: int
) -> None:
    written = Written(sent={"a", "b", "c"}, answered={"a", "b"})

    written.compare(rows)

    assert (written.lost, written.doubled) == (lost, doubled)


@pytest.mark.parametrize(
    ("written", "killed", "fine"),
    [
        (Written(), False, True),
        (Written(refused=1), False, False),
        (Written(lost=1), False, False),
        (Written(doubled=1), False, False),
        (Written(unanswered=1), False, False),
        (Written(unanswered=1), True, True),
        (Written(lost=1), True, False),
    ],
)
def test_only_a_killed_server_may_leave_a_tick_unanswered(
    written: Written, killed: bool, fine: bool
) -> None:
    result = Result()

    judge(result, "64 writers", written, killed=killed)

    assert [figure[-1] for figure in result.figures] == ["yes" if fine else "**no**"]
    assert (result.faults == []) is fine
