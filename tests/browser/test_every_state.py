"""The states that a page can be in, each as accessible as the page itself."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django import Settings

from accounts import events
from accounts.models import EventKind, User
from exercises.models import Exercise
from footcare_site import failures
from tests.browser.look import check
from tests.browser.people import sign_in, today
from tests.make import make_session, the_four

FAILURES = [file.stem for file in sorted(Path("templates/failures").glob("[!_]*.html"))]

Open = Callable[..., BrowserContext]


@pytest.fixture
def page(new_context: Open, somebody: User, base_url: str) -> Page:
    """`somebody`'s, who has done nothing yet."""
    context = new_context()
    sign_in(context, somebody, base_url)
    return context.new_page()


def do(user: User, slug: str, times: int) -> None:
    exercise = Exercise.objects.get(slug=slug)
    for _ in range(times):
        make_session(user=user, exercise=exercise, day=today())


@pytest.mark.parametrize(
    ("path", "button"),
    [
        ("/today/", "Tick off one session: Ankle circles"),
        ("/days/{today}/", "Add one session: Ankle circles"),
    ],
)
def test_after_a_tick_and_after_its_undo(page: Page, path: str, button: str) -> None:
    page.goto(path.format(today=today()))
    page.get_by_role("button", name=button).click()
    expect(page.locator(".flash")).to_contain_text("Ankle circles ticked, 1 of 3.")
    check(page)

    page.locator(".flash").get_by_role("button", name="Undo").click()
    expect(page.locator(".flash")).to_contain_text("Ankle circles taken back, 0 of 3.")
    check(page)


@pytest.mark.parametrize("path", ["/today/", "/days/{today}/", "/week/"])
def test_without_a_session(page: Page, path: str) -> None:
    page.goto(path.format(today=today()))

    check(page)


def test_with_all_ten_toes(page: Page, somebody: User) -> None:
    for exercise in the_four():
        do(somebody, exercise.slug, exercise.per_day)
    page.goto("/today/")
    expect(page.get_by_role("img", name="10 of 10 sessions done today")).to_be_visible()

    check(page)


@pytest.mark.parametrize("path", ["/today/", "/days/{today}/", "/week/"])
def test_with_more_sessions_than_meant(page: Page, somebody: User, path: str) -> None:
    do(somebody, "ankle-circles", 12)
    page.goto(path.format(today=today()))

    check(page)


def test_after_a_change_of_settings_and_its_undo(page: Page) -> None:
    page.goto("/settings/")
    page.get_by_label("Show days in a row in History").check()
    page.get_by_role("button", name="Save settings").click()
    expect(page.locator(".flash")).to_contain_text("Your settings are saved.")
    check(page)

    page.locator(".flash").get_by_role("button", name="Undo").click()
    expect(page.locator(".flash")).to_contain_text("Your settings are as they were before.")
    expect(page.get_by_label("Show days in a row in History")).not_to_be_checked()

    page.locator(".flash").get_by_role("button", name="Do it again").click()
    expect(page.get_by_label("Show days in a row in History")).to_be_checked()


def test_with_a_message(page: Page) -> None:
    page.goto("/settings/programme/")
    page.get_by_role("button", name="Save my programme").click()
    expect(page.get_by_role("status")).to_contain_text("Nothing to change")

    check(page)


@pytest.mark.usefixtures("transactional_db")
def test_a_form_with_errors_leads_to_the_fields(new_context: Open) -> None:
    page = new_context().new_page()
    page.goto("/accounts/signup/")
    page.get_by_label("Password").fill("short")
    page.get_by_role("button", name="Create account").click()

    expect(page).to_have_title(re.compile("^Error:"))
    summary = page.get_by_role("alert")
    assert summary.evaluate("element => element === document.activeElement")
    check(page)
    summary.get_by_role("link").first.click()
    assert page.evaluate("document.activeElement.name") == "email"


def test_a_form_that_has_expired(page: Page) -> None:
    page.goto("/settings/")
    page.context.clear_cookies(name="csrftoken")
    page.get_by_role("button", name="Save settings").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The tide took this form")

    check(page)


@pytest.mark.usefixtures("transactional_db")
def test_too_many_tries(new_context: Open, settings: Settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"signup": "1/d/ip"}
    page = new_context().new_page()
    page.goto("/accounts/signup/")
    button = page.get_by_role("button", name="Create account")
    button.click()
    button.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("One wave at a time")

    check(page)


@pytest.mark.usefixtures("transactional_db")
@pytest.mark.parametrize("path", ["/privacy/", "/accounts/password/reset/"])
def test_with_a_long_address_of_whoever_runs_the_site(
    new_context: Open, settings: Settings, path: str
) -> None:
    settings.CONTACT = f"mailto:{'ten-quiet-toes' * 4}@feet.example.org"
    page = new_context().new_page()
    page.goto(path)
    expect(page.get_by_role("link", name="@feet.example.org")).to_be_visible()

    check(page)


@pytest.mark.usefixtures("transactional_db")
@pytest.mark.parametrize("name", FAILURES)
def test_a_failure(new_context: Open, name: str) -> None:
    """Most can't be brought about from outside: the browser is handed the page itself."""
    page = new_context().new_page()
    sent = failures.answer(name, 500).content
    page.route("**/failed/", lambda route: route.fulfill(body=sent, content_type="text/html"))
    page.goto("/failed/")

    check(page)


def test_what_happened_with_the_account(page: Page, somebody: User) -> None:
    for kind in EventKind:
        events.record(somebody, kind, device="Samsung Internet on Android", now=timezone.now())
    page.goto("/settings/account/events/")
    expect(page.locator(".log li")).to_have_count(len(EventKind))

    check(page)
