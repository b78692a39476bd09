"""Today in rounds: a whole round by one tap and its one Undo, in each look, by keyboard too."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from accounts.models import User
from logbook.models import Session
from tests.browser.look import check
from tests.browser.outbox import ready, sent
from tests.browser.people import sign_in, today
from tests.make import make_pause, prefer

Open = Callable[..., BrowserContext]


@pytest.fixture
def somebody(somebody: User) -> User:
    """At noon, their midday round is on."""
    prefer(somebody, shows_rounds=True, midday_cue="After lunch, <b>by</b> the sofa 🛋️ \u202eRTL")
    return somebody


def rows_of(user: User) -> list[tuple[str, str]]:
    found = Session.objects.of(user).select_related("exercise").order_by("recorded_at", "key")
    return sorted((session.exercise.slug, session.round) for session in found)


MIDDAY = [("ankle-circles", "midday"), ("toe-presses", "midday")]


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_a_round_by_one_tap_and_its_undo(
    new_context: Open, somebody: User, base_url: str, script: bool
) -> None:
    context = new_context(java_script_enabled=script)
    sign_in(context, somebody, base_url)
    page = context.new_page()
    page.goto("/today/")
    if script:
        ready(page)
    expect(page.get_by_role("heading", level=2, name="Midday round")).to_be_visible()
    expect(page.locator(".cue").first).to_have_text("After lunch, <b>by</b> the sofa 🛋️ \u202eRTL")

    page.get_by_role("button", name="Done, all of it midday round").click()

    expect(page.locator(".flash")).to_contain_text("Midday round: 2 ticked.")
    # Without script the page is loaded anew at the round, and its Undo stands further up.
    expect(page.locator(".flash" if script else "#name-midday")).to_be_in_viewport()
    expect(page.get_by_role("heading", level=2, name="Morning round")).to_be_visible()
    assert rows_of(somebody) == MIDDAY

    page.locator(".flash").get_by_role("button", name="Undo").click()
    expect(page.locator(".flash")).to_contain_text("Midday round taken back: 2.")
    expect(page.get_by_role("heading", level=2, name="Midday round")).to_be_visible()
    assert rows_of(somebody) == []

    page.locator(".flash").get_by_role("button", name="Put them back").click()
    expect(page.locator(".flash")).to_contain_text("Midday round: 2 ticked.")
    assert rows_of(somebody) == MIDDAY


@pytest.fixture
def page(new_context: Open, somebody: User, base_url: str) -> Page:
    context = new_context()
    sign_in(context, somebody, base_url)
    page = context.new_page()
    page.goto("/today/")
    return page


def test_two_exercises_ticked_in_a_breath_are_two_sessions(page: Page, somebody: User) -> None:
    page.get_by_role("button", name="Tick off one session: Ankle circles, midday round").click()
    page.get_by_role("button", name="Tick off one session: Toe presses, midday round").click()

    expect(page.locator("#shore")).to_contain_text("Two toes done")
    sent(page)
    assert rows_of(somebody) == MIDDAY


def test_a_tick_in_a_round_is_undone_where_it_was_made(page: Page, somebody: User) -> None:
    row = page.locator("#midday-ankle-circles")
    row.get_by_role("button", name="Tick").click()
    expect(row).to_contain_text("Done")

    row.get_by_role("button", name="Undo").click()

    expect(row.get_by_role("button", name="Tick")).to_be_visible()
    assert rows_of(somebody) == []


def test_a_folded_round_stays_open_while_it_is_ticked_by_keyboard(page: Page) -> None:
    evening = page.locator("#round-evening")
    evening.locator("summary").focus()
    page.keyboard.press("Enter")
    button = page.get_by_role("button", name="Tick off one session: Toe walking, evening round")
    button.focus()

    page.keyboard.press("Enter")

    expect(page.locator("#evening-toe-walking")).to_be_focused()
    expect(evening).to_have_attribute("open", "")


def test_a_round_that_is_done_folds_away_but_for_the_row_with_the_keyboard(page: Page) -> None:
    page.get_by_role("button", name="Tick off one session: Ankle circles, midday round").click()
    button = page.get_by_role("button", name="Tick off one session: Toe presses, midday round")
    button.focus()

    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=2, name="Morning round")).to_be_visible()
    expect(page.locator("#midday-toe-presses")).to_be_focused()
    expect(page.locator("#round-midday")).to_have_attribute("open", "")


def test_rounds_look_right_in_each_state(page: Page, somebody: User) -> None:
    page.locator("summary").first.click()
    check(page)

    page.get_by_role("button", name="Done, all of it midday round").click()
    expect(page.locator(".flash")).to_contain_text("Midday round: 2 ticked.")
    check(page)

    make_pause(user=somebody, first_day=today() - timedelta(days=1))
    page.goto("/today/")
    expect(page.locator(".pause")).to_contain_text("Paused since")
    check(page)

    page.get_by_role("button", name="End the pause").click()
    expect(page.locator(".flash")).to_contain_text("The pause is over: today counts again.")
    check(page)


def test_pauses_look_right_in_each_state(page: Page, somebody: User) -> None:
    make_pause(user=somebody, first_day=today() - timedelta(days=1))
    page.goto("/settings/pauses/")
    check(page)

    page.get_by_role("button", name="Add this pause").click()
    expect(page.locator(".notice--bad")).to_contain_text("One thing to put right")
    check(page)

    page.get_by_label("Ill").check()
    page.get_by_role("button", name="Add this pause").click()
    expect(page.locator(".flash")).to_contain_text("Pause saved: Ill")
    check(page)

    page.goto("/week/")
    check(page)
    page.goto(f"/days/{today() - timedelta(days=1)}/")
    check(page)
    page.goto("/settings/pauses/")
    page.get_by_role("link", name="Change").first.click()
    check(page)
