"""The sentences that a day's and a week's numbers are told in."""

from datetime import date, timedelta

import pytest

from logbook.domain.adherence import Tally
from logbook.report import day_wording

MONDAY = date(2026, 11, 16)


@pytest.mark.parametrize(
    ("counted", "due", "headline"),
    [
        (0, 0, "Nothing planned today"),
        (0, 10, "Ten fresh toes"),
        (1, 10, "One toe done"),
        (9, 10, "Nine toes done"),
        (10, 10, "All ten toes"),
        (0, 8, "Ten fresh toes"),
        (3, 8, "A good start"),
        (4, 8, "Halfway"),
        (5, 8, "More than halfway"),
        (8, 8, "All ten toes"),
        (1, 1, "All ten toes"),
    ],
)
def test_the_headline_tells_toes_or_with_own_targets_the_share(
    counted: int, due: int, headline: str
) -> None:
    assert day_wording.headline(Tally(counted, due)) == headline


@pytest.mark.parametrize(
    ("counted", "due", "extra", "sentence"),
    [
        (0, 10, 0, "0 of 10 sessions. Start wherever you like."),
        (4, 10, 0, "4 of 10 sessions. Nice and steady."),
        (4, 10, 2, "4 of 10 sessions, and 2 more. Nice and steady."),
        (10, 10, 0, "10 of 10 sessions. Put your feet up."),
        (10, 10, 1, "10 of 10 sessions, and 1 more. Put your feet up."),
        (0, 0, 0, "0 sessions done."),
        (0, 0, 1, "1 session done."),
    ],
)
def test_the_count_is_told_in_a_sentence(counted: int, due: int, extra: int, sentence: str) -> None:
    assert day_wording.count(Tally(counted, due), extra) == sentence


def test_a_span_names_its_days_once() -> None:
    three_days = [MONDAY + timedelta(days=number) for number in range(3)]

    assert day_wording.span(Tally(8, 10), [MONDAY], 0) == "8 of 10 sessions on Monday."
    assert (
        day_wording.span(Tally(26, 30), three_days, 0)
        == "26 of 30 sessions from Monday to Wednesday."
    )


def test_a_span_with_paused_days_counts_its_days_and_names_the_paused_ones() -> None:
    two_days = [MONDAY, MONDAY + timedelta(days=2)]

    assert day_wording.span(Tally(20, 20), two_days, 1) == "20 of 20 sessions on 2 days, 1 paused."
    assert day_wording.span(Tally(8, 10), [MONDAY], 6) == "8 of 10 sessions on 1 day, 6 paused."
