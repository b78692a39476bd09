"""Every page a person can open: accessible in each size and theme, and nothing sticks out."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import BrowserContext, Page

from accounts.models import User
from exercises.models import Exercise
from tests.browser.people import sign_in
from tests.make import make_programme, make_session, make_user

OPTIONS: dict[str, Any] = {
    "resultTypes": ["violations"],
    "rules": {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}},
}
LOOKS = [(390, "light"), (390, "dark"), (1280, "light"), (1280, "dark")]

PUBLIC = [
    "/",
    "/exercises/",
    "/exercises/resisted-plantar-flexion/",
    "/exercises/ankle-circles/",
    "/exercises/toe-presses/",
    "/exercises/toe-walking/",
    "/care/",
    "/accounts/login/",
    "/accounts/signup/",
    "/accounts/password/reset/",
    "/nowhere/",
]
PERSONAL = [
    "/today/",
    "/days/{yesterday}/",
    "/days/{today}/",
    "/days/{tomorrow}/",
    "/week/",
    "/settings/",
    "/exercises/ankle-circles/",
    "/accounts/password/change/",
    "/accounts/email/",
    "/accounts/logout/",
    "/sessions/",
    "/sessions/?exercise=toe-walking&day={today}&key=018f0000-0000-7000-8000-000000000000",
]


@pytest.fixture
def somebody(transactional_db: None) -> User:
    """Has been here for ten days, did some sessions on most of them, and some today."""
    today = timezone.now().date()
    user = make_user(time_zone="UTC", day_ends_at=0, first_day=today - timedelta(days=10))
    make_programme(user=user, from_day=today - timedelta(days=10))
    for number in range(0, 10, 2):
        for exercise in Exercise.objects.all()[: 2 + number % 3]:
            make_session(
                user=user,
                exercise=exercise,
                day=today - timedelta(days=number),
                moment=timezone.now() - timedelta(days=number),
            )
    return user


def address(path: str) -> str:
    today = timezone.now().date()
    return path.format(
        today=today, yesterday=today - timedelta(days=1), tomorrow=today + timedelta(days=1)
    )


def check(page: Page, path: str) -> None:
    page.goto(address(path))
    for width, scheme in LOOKS:
        page.set_viewport_size({"width": width, "height": 844})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        results = Axe().run(page, options=OPTIONS)
        assert results.violations_count == 0, f"{width} {scheme}\n{results.generate_report()}"
    assert page.locator("h1").count() == 1
    page.set_viewport_size({"width": 320, "height": 700})
    assert sideways(page) == 0


def sideways(page: Page) -> int:
    """How far the page can be scrolled sideways, in CSS pixels."""
    return page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )


@pytest.mark.usefixtures("transactional_db")
@pytest.mark.parametrize("path", PUBLIC)
def test_a_public_page_is_accessible_and_fits(
    new_context: Callable[..., BrowserContext], path: str
) -> None:
    check(new_context().new_page(), path)


@pytest.mark.parametrize("path", PERSONAL)
def test_a_personal_page_is_accessible_and_fits(
    new_context: Callable[..., BrowserContext], somebody: User, base_url: str, path: str
) -> None:
    context = new_context()
    sign_in(context, somebody, base_url)

    check(context.new_page(), path)


@pytest.mark.usefixtures("transactional_db")
def test_a_form_with_errors_is_accessible_and_leads_to_the_fields(
    new_context: Callable[..., BrowserContext],
) -> None:
    page = new_context().new_page()
    page.goto("/accounts/signup/")
    page.get_by_label("Password").fill("short")
    page.get_by_role("button", name="Create account").click()

    assert page.title().startswith("Error:")
    summary = page.get_by_role("alert")
    assert summary.evaluate("element => element === document.activeElement")
    results = Axe().run(page, options=OPTIONS)
    assert results.violations_count == 0, results.generate_report()
    summary.get_by_role("link").first.click()
    assert page.evaluate("document.activeElement.name") == "email"


@pytest.mark.parametrize("path", ["/today/", "/week/", "/settings/", "/exercises/toe-walking/"])
def test_text_twice_as_large_still_fits_a_small_phone(
    new_context: Callable[..., BrowserContext], somebody: User, base_url: str, path: str
) -> None:
    context = new_context(viewport={"width": 320, "height": 700})
    sign_in(context, somebody, base_url)
    page = context.new_page()
    page.goto(path)

    page.evaluate("document.documentElement.style.setProperty('font-size', '225%')")

    assert sideways(page) == 0
