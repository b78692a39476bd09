"""What writers saw is compared with the rows that are there."""

import pytest

from benchmarks.results import Result
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
    ("who", "written", "fine"),
    [
        ("64 writers", Written(), True),
        ("64 writers", Written(refused=1), False),
        ("64 writers", Written(lost=1), False),
        ("64 writers", Written(doubled=1), False),
        ("64 writers", Written(unanswered=1), False),
        ("64 writers, server killed", Written(unanswered=1), True),
        ("64 writers, server killed", Written(lost=1), False),
    ],
)
def test_only_a_killed_server_may_leave_a_tick_unanswered(
    who: str, written: Written, fine: bool
) -> None:
    result = Result()

    judge(result, who, written)

    assert [figure.holds for figure in result.figures] == [fine]
    assert (result.faults == []) is fine
