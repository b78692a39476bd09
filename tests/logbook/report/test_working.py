"""Whether it is working: two spans of two weeks, pain and sessions in them, and the words."""

from datetime import date, timedelta

import pytest

from accounts.models import User
from logbook import report
from logbook.adherence import Tally
from logbook.models import Site
from logbook.pain import Days
from tests.make import make_days, make_pain, make_pause, make_programme, make_user

TODAY = date(2026, 11, 19)
FIRST_DAY = date(2026, 9, 28)
BEGUN = date(2026, 10, 5)
FIRST = Days(BEGUN, date(2026, 10, 18))
LAST = Days(date(2026, 11, 5), date(2026, 11, 18))

pytestmark = pytest.mark.django_db


@pytest.fixture
def user(clock: object) -> User:
    """They began a week before they first noted pain."""
    user = make_user(email="kim@example.org", first_day=FIRST_DAY)
    make_programme(user=user, from_day=FIRST_DAY)
    return user


def note(user: User, site: Site, first: list[int], last: list[int]) -> None:
    for span, values in ((FIRST, first), (LAST, last)):
        days = {span.first + timedelta(days=at): value for at, value in enumerate(values)}
        make_pain(user=user, site=site, values=days)


def told(user: User) -> list[tuple[str, str, str]]:
    page = report.of_working(user, today=TODAY)
    return [(site.site.value, site.verdict, site.reason) for site in page.sites]


def test_the_first_two_weeks_begin_with_the_first_pain_and_the_last_end_yesterday(
    user: User,
) -> None:
    make_pain(user=user, site=Site.FOOT, values={FIRST_DAY: None, BEGUN: 3, TODAY: 9})

    page = report.of_working(user, today=TODAY)

    assert (page.first, page.last) == (FIRST, LAST)
    (foot,) = page.sites
    assert (foot.comparison.first.entries, foot.comparison.last.entries) == (1, 0)


@pytest.mark.parametrize(
    ("days", "spans"),
    [
        (0, None),
        (1, None),
        (27, None),
        (28, (Days(date(2026, 10, 22), date(2026, 11, 4)), LAST)),
        (29, (Days(date(2026, 10, 21), date(2026, 11, 3)), LAST)),
    ],
)
def test_four_weeks_of_days_that_are_over_are_needed(
    user: User, days: int, spans: tuple[Days, Days] | None
) -> None:
    begun = TODAY - timedelta(days=days)
    make_pain(user=user, site=Site.BACK, values={begun: 4})

    page = report.of_working(user, today=TODAY)

    assert (page.first, page.last) == (spans or (None, None))
    assert (page.begun, page.from_when) == (begun, begun + timedelta(days=28))
    assert bool(page.sites) == bool(spans)


@pytest.mark.parametrize("first_words", [False, True])
def test_without_pain_there_is_nothing_to_compare(user: User, first_words: bool) -> None:
    if first_words:
        make_pain(user=user, site=Site.BACK, values={BEGUN: None})

    page = report.of_working(user, today=TODAY)

    assert (page.begun, page.from_when, page.sites, page.totals) == (None, None, [], [])


def test_the_words_of_each_verdict(user: User) -> None:
    note(user, Site.BACK, [6, 7, 6, 7], [4, 4, 4, 4])
    note(user, Site.KNEE, [4, 4, 4, 5], [3, 4, 4, 4])
    note(user, Site.HIP, [3, 3], [3, 3, 3, 3])
    note(user, Site.FOOT, [2, 2, 2, 2], [4, 4, 4, 5])

    assert told(user) == [
        ("back", "Lower by 2 or more", "A change that many people notice."),
        ("knee", "About the same", "0.5 lower. Less than 2 either way says little."),
        (
            "hip",
            "Not enough yet",
            "At least 4 days in each two weeks. The first two have 2.",
        ),
        ("foot", "Higher by 2 or more", "Worth showing your doctor or physio."),
    ]


@pytest.mark.parametrize(
    ("first", "last", "reason"),
    [
        ([2, 2, 2, 2], [2, 2, 2, 2], "Less than 2 either way says little."),
        ([2, 2, 2, 2], [2, 2, 3, 3], "0.5 higher. Less than 2 either way says little."),
        ([10, 10, 10, 10], [8, 8, 8, 8], "2.0 lower, but by less than 30%. That says little."),
        ([6, 6, 6, 6], [5] * 7 + [4] * 3, "1.3 lower. Less than 2 either way says little."),
        ([6, 6, 6, 6], [4] * 13 + [5], "1.9 lower. Less than 2 either way says little."),
        # 6.5 and 59/13, which is 4.5 as shown: by 1.96
        (
            [6, 7, 6, 7],
            [4] * 6 + [5] * 7,
            "Just under 2 lower. Less than 2 either way says little.",
        ),
    ],
)
def test_about_the_same_says_by_how_much(
    user: User, first: list[int], last: list[int], reason: str
) -> None:
    note(user, Site.BACK, first, last)

    assert told(user) == [("back", "About the same", reason)]


@pytest.mark.parametrize(
    ("first", "last", "missing"),
    [
        (3, 4, "The first two have 3."),
        (4, 3, "The last two have 3."),
        (3, 2, "The first two have 3, the last two 2."),
    ],
)
def test_not_enough_says_what_is_missing(user: User, first: int, last: int, missing: str) -> None:
    note(user, Site.BACK, [4] * first, [4] * last)

    expected = f"At least 4 days in each two weeks. {missing}"
    assert told(user) == [("back", "Not enough yet", expected)]


def test_sessions_are_of_the_same_days_with_pauses_named(user: User) -> None:
    note(user, Site.BACK, [4] * 14, [4] * 14)
    make_days(user=user, first=FIRST_DAY, last=TODAY, counts=lambda n: (2, 3, 3, 0))
    make_pause(user=user, first_day=date(2026, 10, 12), last_day=date(2026, 10, 20))

    page = report.of_working(user, today=TODAY)

    assert page.sessions == [
        (page.totals[0], "56 of 70 sessions on 7 days, 7 paused"),
        (page.totals[1], "112 of 140 sessions on 14 days"),
    ]
    assert page.totals[1].tally == Tally(112, 140)


def test_another_s_pain_and_sessions_stay_out(user: User, person: User) -> None:
    note(person, Site.KNEE, [9] * 14, [1] * 14)
    make_days(user=person, first=BEGUN, last=TODAY, counts=lambda n: (2, 3, 3, 2))
    note(user, Site.BACK, [4] * 4, [4] * 4)

    page = report.of_working(user, today=TODAY)

    assert [site.site for site in page.sites] == [Site.BACK]
    assert [total.tally.counted for total in page.totals] == [0, 0]
