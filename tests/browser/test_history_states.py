"""The states that a history can be in: none, a year with pauses and pain, days in a row."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from accounts.models import User
from logbook.choices import Site
from tests.browser.look import check, sideways
from tests.browser.people import today
from tests.make import make_days, make_pain, make_pause, make_programme, prefer

pytestmark = pytest.mark.usefixtures("somebody_is_here")

YEAR = timedelta(days=400)


@pytest.fixture
def year(somebody: User) -> User:
    """Somebody with more than a year of sessions, two pauses, and pain at three sites."""
    first, last = today() - YEAR, today()
    prefer(somebody, first_day=first, shows_streak=True)
    make_programme(user=somebody, from_day=first)
    make_pause(
        user=somebody, first_day=first + timedelta(days=200), last_day=first + timedelta(days=215)
    )
    make_pause(
        user=somebody, first_day=first + timedelta(days=390), last_day=first + timedelta(days=391)
    )

    def counts(number: int) -> tuple[int, ...]:
        if number > YEAR.days - 6:
            return (2, 3, 3, 2)
        return (0, 0, 0, 0) if 199 < number < 216 else (number % 3, number % 4, 3, number % 2)

    make_days(user=somebody, first=first, last=last, counts=counts)
    for site, (before, after) in {
        Site.BACK: (7, 4),
        Site.KNEE: (4, 4),
        Site.FOOT: (2, 5),
    }.items():
        values = {
            first + timedelta(days=number): before if number < YEAR.days - 90 else after
            for number in range(YEAR.days)
            if number % 3 and not 199 < number < 216
        }
        make_pain(user=somebody, site=site, values=values)
    make_pain(user=somebody, site=Site.HIP, values={last - timedelta(days=3): 3})
    return somebody


@pytest.mark.parametrize("path", ["/history/", "/history/then-and-now/"])
def test_without_a_history(page: Page, somebody: User, path: str) -> None:
    prefer(somebody, first_day=today())
    page.goto(path)

    check(page)


@pytest.mark.usefixtures("year")
@pytest.mark.parametrize("path", ["/history/", "/history/?weeks=52", f"/history/{today().year}/"])
def test_with_a_year_of_pauses_and_pain(page: Page, path: str) -> None:
    page.goto(path)
    for summary in page.locator("summary").all():
        summary.click()
    expect(page.get_by_role("table")).to_have_count(3)

    check(page)


@pytest.mark.usefixtures("year")
def test_a_link_shows_more_weeks(page: Page) -> None:
    page.goto("/history/")
    expect(page.get_by_text("6 days in a row with all that was due.")).to_be_visible()

    page.get_by_role("link", name="52 weeks").click()

    expect(page.get_by_text("in 52 weeks:")).to_be_visible()


@pytest.mark.usefixtures("year")
def test_two_spans_side_by_side(page: Page) -> None:
    page.goto("/history/then-and-now/")
    expect(page.locator(".pains .diff")).to_have_text(
        ["3.0 lower 43% less", "The same number", re.compile("^Not enough days"), "3.0 higher"]
    )
    page.get_by_text("First two weeks").first.click()
    page.get_by_label("Now").select_option("Last four weeks")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("summary")).to_contain_text("Last four weeks")
    page.locator("summary").click()

    check(page)


@pytest.mark.usefixtures("year")
@pytest.mark.parametrize("path", ["/history/", "/history/then-and-now/"])
def test_text_twice_as_large_still_fits_a_small_phone(page: Page, path: str) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(path)

    page.evaluate("document.documentElement.style.setProperty('font-size', '225%')")

    assert sideways(page) == 0


STICKS_OUT = """() => {
  const text = document.createRange()
  return [...document.querySelectorAll(".week .cell")].filter(cell => {
    text.selectNodeContents(cell)
    const [words, its] = [text.getBoundingClientRect(), cell.getBoundingClientRect()]
    return words.left < its.left || words.right > its.right || words.bottom > its.bottom
  }).map(cell => cell.textContent)
}"""


@pytest.mark.usefixtures("year")
@pytest.mark.parametrize("width", [320, 360, 390, 1280])
def test_a_cell_of_the_week_holds_its_words(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(f"/week/{today() - timedelta(days=7)}/")
    expect(page.get_by_role("cell", name=" of ")).not_to_have_count(0)

    assert page.evaluate(STICKS_OUT) == []
