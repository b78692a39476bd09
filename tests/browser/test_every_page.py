"""Every page a person can open: accessible in each size and theme, and nothing sticks out."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import BrowserContext

from accounts.models import User
from exercises.models import Exercise
from tests.addresses import CLOSED, EXAMPLES, PAGES, PEOPLE_GO_ON, STRANGERS_GO_ON
from tests.browser.look import check, sideways
from tests.browser.people import sign_in, today
from tests.make import make_session

PUBLIC = [
    *(path for path in PAGES if path not in CLOSED and path not in STRANGERS_GO_ON),
    "/exercises/resisted-plantar-flexion/",
    "/exercises/toe-presses/",
    "/exercises/toe-walking/",
    "/nowhere/",
]
PERSONAL = [
    *(
        path.replace(EXAMPLES["day"], "{today}").replace(EXAMPLES["year"], "{year}")
        for path in PAGES
        if path not in PEOPLE_GO_ON
    ),
    "/days/{yesterday}/",
    "/days/{tomorrow}/",
    "/days/{long_ago}/",
    "/week/{next_week}/",
    "/week/{long_ago}/",
    f"/sessions/?exercise=toe-walking&day={{today}}&key={EXAMPLES['key']}",
    "/nowhere/",
]

TOGETHER = 6
IN_ALL_PAIRS = {"/", "/today/", "/history/", "/exercises/ankle-circles/"}

Open = Callable[..., BrowserContext]


@pytest.fixture
def regular(somebody: User) -> User:
    """They did some sessions on most days."""
    for number in (0, 2, 3):
        for exercise in Exercise.objects.all()[: 2 + number]:
            make_session(user=somebody, exercise=exercise, day=today() - timedelta(days=number))
    return somebody


def on(path: str) -> str:
    days = {"today": 0, "tomorrow": 1, "yesterday": -1, "next_week": 7, "long_ago": -14}
    dates = {name: today() + timedelta(days=ahead) for name, ahead in days.items()}
    return path.format_map({**dates, "year": today().year})


def in_parts(paths: list[str]) -> list[list[str]]:
    """Those of a few pages together: the browser then has their styles, and workers share them."""
    return [paths[at : at + TOGETHER] for at in range(0, len(paths), TOGETHER)]


@pytest.mark.usefixtures("transactional_db")
@pytest.mark.parametrize("paths", in_parts(PUBLIC), ids=lambda paths: paths[0])
def test_a_public_page_is_accessible_and_fits(
    new_context: Open, subtests: pytest.Subtests, paths: list[str]
) -> None:
    page = new_context().new_page()
    for path in paths:
        with subtests.test(path):
            page.goto(path)
            check(page, in_all_pairs=path in IN_ALL_PAIRS)


@pytest.mark.parametrize("paths", in_parts(PERSONAL), ids=lambda paths: paths[0])
def test_a_personal_page_is_accessible_and_fits(
    new_context: Open, regular: User, base_url: str, subtests: pytest.Subtests, paths: list[str]
) -> None:
    context = new_context()
    sign_in(context, regular, base_url)
    page = context.new_page()
    for path in paths:
        with subtests.test(path):
            page.goto(on(path))
            check(page, in_all_pairs=path in IN_ALL_PAIRS)


def test_text_twice_as_large_still_fits_a_small_phone(
    new_context: Open, regular: User, base_url: str, subtests: pytest.Subtests
) -> None:
    context = new_context(viewport={"width": 320, "height": 700})
    sign_in(context, regular, base_url)
    page = context.new_page()
    for path in (
        "/today/",
        "/week/",
        "/pain/",
        "/settings/",
        "/settings/account/",
        "/exercises/toe-walking/",
        "/settings/programme/",
        "/settings/rounds/",
        "/welcome/hurts/",
    ):
        with subtests.test(path):
            page.goto(path)
            page.evaluate("document.documentElement.style.setProperty('font-size', '225%')")

            assert sideways(page) == 0
