"""A week from paper, typed in with the keyboard alone, and each state of its pages."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from accounts.models import User
from exercises.models import Exercise
from logbook.models import Session
from tests.browser.look import check
from tests.browser.people import sign_in, today
from tests.make import make_session


@pytest.fixture
def page(new_context: Callable[..., BrowserContext], somebody: User, base_url: str) -> Page:
    context = new_context(viewport={"width": 390, "height": 844})
    sign_in(context, somebody, base_url)
    page = context.new_page()
    page.goto(f"/week/{today()}/fill/")
    return page


@pytest.fixture
def stored(somebody: User) -> Session:
    """One session of toe presses today, which is in every week that the tests look at."""
    presses = Exercise.objects.get(slug="toe-presses")
    return make_session(user=somebody, exercise=presses, day=today())


def box(slug: str) -> str:
    return f'input[name="{today()}-{slug}"]'


def done(user: User) -> dict[str, int]:
    slugs = list(Session.objects.of(user).values_list("exercise__slug", flat=True))
    return {slug: slugs.count(slug) for slug in slugs}


def test_a_week_is_typed_in_looked_at_saved_and_undone_without_a_mouse(
    page: Page, somebody: User, stored: Session
) -> None:
    page.reload()
    keyboard = page.keyboard
    page.locator(box("resisted-plantar-flexion")).focus()
    for number in "2300":
        keyboard.type(number)
        keyboard.press("Tab")
    keyboard.press("Shift+Tab")
    keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("What will change")
    expect(page.locator(".lead")).to_contain_text("5 sessions to add, 1 to remove.")
    assert done(somebody) == {"toe-presses": 1}
    page.get_by_role("button", name="Save 6 changes").press("Enter")

    flash = page.locator(".flash")
    expect(flash).to_contain_text("5 sessions added and 1 session removed.")
    assert done(somebody) == {"resisted-plantar-flexion": 2, "ankle-circles": 3}
    page.reload()
    expect(flash).to_contain_text("5 sessions added and 1 session removed.")
    flash.get_by_role("button", name="Undo").press("Enter")
    expect(flash).to_contain_text("5 sessions taken back and 1 session put back.")
    assert done(somebody) == {"toe-presses": 1}
    flash.get_by_role("button", name="Do it again").press("Enter")
    expect(flash).to_contain_text("5 sessions added and 1 session removed.")
    assert done(somebody) == {"resisted-plantar-flexion": 2, "ankle-circles": 3}


def test_each_box_is_named_by_its_day_and_its_exercise(page: Page) -> None:
    expect(page.get_by_role("textbox", name=re.compile("^Today .* Toe walking$"))).to_have_count(1)


def test_a_slip_leads_to_its_box_and_is_put_right(page: Page, somebody: User) -> None:
    page.locator(box("ankle-circles")).fill("a few")
    page.get_by_role("button", name="Show what will change").click()

    summary = page.get_by_role("alert")
    expect(summary).to_contain_text("Write a whole number from 0 to 20, or leave the box empty.")
    check(page)
    summary.get_by_role("link").click()
    assert page.evaluate("document.activeElement.name") == f"{today()}-ankle-circles"
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("3")
    page.keyboard.press("Enter")
    expect(page.locator(".lead")).to_contain_text("3 sessions to add.")


@pytest.mark.usefixtures("stored")
def test_the_boxes_filled_with_targets_and_what_they_would_change(page: Page) -> None:
    page.reload()
    page.get_by_role("button", name="Fill empty boxes with my targets").click()
    expect(page.locator(box("ankle-circles"))).to_have_value("3")
    check(page)

    page.locator(box("toe-presses")).fill("0")
    page.locator(box("toe-walking")).fill("5")
    page.get_by_role("button", name="Show what will change").click()
    expect(page.get_by_text("All 5 are kept, 2 count.")).to_be_visible()
    check(page)

    page.get_by_role("button", name="Back to the numbers").click()
    expect(page.locator(box("toe-walking"))).to_have_value("5")


@pytest.mark.usefixtures("stored")
def test_what_changed_in_another_tab_is_shown_before_it_is_saved(
    page: Page, somebody: User
) -> None:
    page.locator(box("toe-presses")).fill("3")
    page.get_by_role("button", name="Show what will change").click()
    expect(page.locator(".lead")).to_contain_text("2 sessions to add.")
    presses = Exercise.objects.get(slug="toe-presses")
    make_session(user=somebody, exercise=presses, day=today())

    page.get_by_role("button", name="Save 2 changes").click()

    expect(page.get_by_role("alert")).to_contain_text("The week has changed since.")
    expect(page.locator(".lead")).to_contain_text("1 session to add.")
    check(page)
    page.get_by_role("button", name="Save 1 change").click()
    expect(page.locator(".flash")).to_contain_text("1 session added.")
    check(page)
    assert done(somebody) == {"toe-presses": 3}


def test_weeks_without_boxes_say_why(page: Page) -> None:
    for days in (14, -14):
        page.goto(f"/week/{today() + timedelta(days=days)}/fill/")
        expect(page.locator(".lead")).to_contain_text("This week is")
        check(page)
