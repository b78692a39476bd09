"""Then and now: two spans of days noted, pain apart by side, the sessions, and the words."""

from datetime import date, timedelta

import pytest

from accounts.models import User
from logbook.choices import Site
from logbook.domain.adherence import Tally
from logbook.domain.pain import Days
from logbook.report import then_now
from tests.make import make_days, make_pain, make_pause, make_programme, make_user

TODAY = date(2026, 11, 19)
FIRST_DAY = date(2026, 9, 28)
BEGUN = date(2026, 10, 5)
THEN = Days(BEGUN, date(2026, 10, 18))
NOW = Days(date(2026, 11, 5), date(2026, 11, 18))
ENDS = {BEGUN: 3, NOW.last: 3}
NOT_ENOUGH = "Not enough days yet: each of the two needs at least 4 days noted."

pytestmark = pytest.mark.django_db


@pytest.fixture
def user(clock: object) -> User:
    """They began a week before they first noted pain, and note how a foot is on both ends."""
    user = make_user(email="kim@example.org", first_day=FIRST_DAY)
    make_programme(user=user, from_day=FIRST_DAY)
    make_pain(user=user, site=Site.FOOT, values=ENDS)
    return user


def note(user: User, site: Site, then: list[int], now: list[int], *sides: str) -> None:
    """From the first day of either span on; with one side, or one then and another now."""
    for number, (span, values) in enumerate(((THEN, then), (NOW, now))):
        days = {span.first + timedelta(days=at): value for at, value in enumerate(values)}
        make_pain(
            user=user, site=site, values=days, side=sides[number % len(sides)] if sides else ""
        )


def told(user: User) -> list[tuple[str, str, str]]:
    """Of all but the foot."""
    page = then_now.build(user, today=TODAY)
    return [
        (card.name, card.other_side or card.difference, card.percent)
        for card in page.cards
        if card.site != Site.FOOT
    ]


def spans(user: User, weeks: tuple[int, int] = (2, 2)) -> list[tuple[date, date]]:
    page = then_now.build(user, today=TODAY, weeks=weeks)
    return [(span.first, span.last) for span in page.spans]


def test_the_spans_begin_with_the_first_day_noted_and_end_with_the_last_before_today(
    user: User,
) -> None:
    make_pain(user=user, site=Site.BACK, values={FIRST_DAY: None, TODAY: 9})

    assert then_now.build(user, today=TODAY).spans == (THEN, NOW)


def test_weeks_without_a_day_noted_are_not_the_last_two(user: User) -> None:
    user.pain.filter(day=NOW.last).delete()
    make_pain(user=user, site=Site.BACK, values={NOW.first: 4})

    assert spans(user)[1] == (date(2026, 10, 23), NOW.first)


@pytest.mark.parametrize("apart", [0, 1, 26, 27, 28])
def test_under_four_weeks_there_is_one_span_so_far(user: User, apart: int) -> None:
    first = NOW.last - timedelta(days=apart)
    user.pain.all().delete()
    make_pain(user=user, site=Site.BACK, values={first: 4, NOW.last: 4})

    page = then_now.build(user, today=TODAY)

    two = apart >= 27
    assert [name for name, _span in page.named] == (
        ["First two weeks", "Last two weeks"] if two else ["So far"]
    )
    assert (page.spans[0].first, page.spans[-1].last) == (first, NOW.last)
    assert [when for when, _mean in page.cards[0].rows] == (["Then", "Now"] if two else ["So far"])
    assert len(page.totals) == len(page.spans)


@pytest.mark.parametrize("values", [{}, {BEGUN: None}, {TODAY: 4}])
def test_without_a_number_before_today_there_is_nothing_to_see(
    user: User, values: dict[date, int | None]
) -> None:
    user.pain.all().delete()
    make_pain(user=user, site=Site.BACK, values=values)

    page = then_now.build(user, today=TODAY)

    assert (page.spans, page.cards, page.totals, page.choices) == ([], [], [], [])


@pytest.mark.parametrize(
    ("then", "now", "difference", "percent"),
    [
        ([8] * 4, [6] * 4, "2.0 lower", "25% less"),
        ([6] * 4, [8] * 4, "2.0 higher", "33% more"),
        ([2, 2, 2, 2], [2, 2, 3, 3], "0.5 higher", ""),
        ([2] * 13 + [0], [0] * 9, "1.9 lower", ""),
        ([3] * 4, [3] * 5, "The same number", ""),
        ([3] * 3, [3] * 4, NOT_ENOUGH, ""),
        ([3] * 4, [3] * 3, NOT_ENOUGH, ""),
        ([3] * 4, [], NOT_ENOUGH, ""),
    ],
)
def test_the_difference_is_a_number_without_a_grade(
    user: User, then: list[int], now: list[int], difference: str, percent: str
) -> None:
    note(user, Site.BACK, then, now)

    assert told(user) == [("Back", difference, percent)]


@pytest.mark.parametrize(
    ("side", "name"), [("left", "Left knee"), ("right", "Right knee"), ("both", "Both knees")]
)
def test_a_side_is_compared_with_the_same_side(user: User, side: str, name: str) -> None:
    note(user, Site.KNEE, [8] * 4, [6] * 4, side)

    assert told(user) == [(name, "2.0 lower", "25% less")]


@pytest.mark.parametrize(
    ("site", "then", "now", "name", "sentence"),
    [
        ("knee", "left", "right", "Knee", "Then it was your left knee, now it is your right."),
        ("hip", "right", "left", "Hip", "Then it was your right hip, now it is your left."),
        (
            "knee",
            "left",
            "both",
            "Knee",
            "Then: Left knee. Now: Both knees. Different sides aren’t set side by side.",
        ),
        (
            "hip",
            "",
            "right",
            "Hip",
            "Then: Hip. Now: Right hip. Different sides aren’t set side by side.",
        ),
    ],
)
def test_another_side_is_told_and_not_compared(
    user: User, site: str, then: str, now: str, name: str, sentence: str
) -> None:
    note(user, Site(site), [8] * 4, [2] * 4, then, now)

    assert told(user) == [(name, sentence, "")]


def test_a_side_that_came_later_stands_beside_nothing(user: User) -> None:
    note(user, Site.KNEE, [8] * 4, [6] * 4, "left")
    days = {NOW.last - timedelta(days=at): 2 for at in range(4)}
    make_pain(user=user, site=Site.KNEE, values=days, side="right")

    assert told(user) == [("Left knee", "2.0 lower", "25% less"), ("Right knee", NOT_ENOUGH, "")]


def test_sessions_are_of_the_same_days_with_pauses_named(user: User) -> None:
    make_days(user=user, first=FIRST_DAY, last=TODAY, counts=lambda n: (2, 3, 3, 0))
    make_pause(user=user, first_day=date(2026, 10, 12), last_day=date(2026, 10, 20))

    page = then_now.build(user, today=TODAY)

    assert page.sessions == [
        ("Then", page.totals[0], "56 of 70 sessions on 7 days, 7 paused"),
        ("Now", page.totals[1], "112 of 140 sessions on 14 days"),
    ]
    assert page.totals[1].tally == Tally(112, 140)
    assert page.more_sessions == "56 sessions more"


@pytest.mark.parametrize(("days", "may_choose"), [(54, False), (55, True)])
def test_a_record_of_eight_weeks_may_be_looked_at_in_fours(
    user: User, days: int, may_choose: bool
) -> None:
    user.pain.all().delete()
    first = NOW.last - timedelta(days=days)
    make_pain(user=user, site=Site.BACK, values={first: 4, NOW.last: 4})

    page = then_now.build(user, today=TODAY, weeks=(4, 2))

    assert bool(page.choices) == may_choose
    assert page.weeks == ((4, 2) if may_choose else (2, 2))
    lengths = [(span.last - span.first).days + 1 for span in page.spans]
    assert lengths == ([28, 14] if may_choose else [14, 14])
    assert page.named[0][0] == ("First four weeks" if may_choose else "First two weeks")


def test_another_s_pain_and_sessions_stay_out(user: User, person: User) -> None:
    note(person, Site.KNEE, [9] * 14, [1] * 14)
    make_days(user=person, first=BEGUN, last=TODAY, counts=lambda n: (2, 3, 3, 2))
    note(user, Site.BACK, [4] * 4, [4] * 4)

    page = then_now.build(user, today=TODAY)

    assert [card.site for card in page.cards] == [Site.BACK, Site.FOOT]
    assert [total.tally.counted for total in page.totals] == [0, 0]
