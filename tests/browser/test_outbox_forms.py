"""Notes, pain and pauses go through the outbox too, and keep the day they were for.

The browser complains in its console of what these tests break, so its console is not watched here.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from accounts.models import User
from logbook.models import DayNote, PainEntry, Pause
from tests.browser.outbox import ready, sent
from tests.browser.people import sign_in, today

NOTE = "Stairs were easier."


@pytest.fixture
def page(
    browser: Browser, browser_context_args: dict[str, Any], somebody: User, base_url: str
) -> Iterator[Page]:
    context = browser.new_context(**browser_context_args)
    sign_in(context, somebody, base_url)
    yield context.new_page()
    context.close()


def away(page: Page) -> None:
    """What is sent doesn't arrive; pages still come."""
    page.route(
        "**", lambda route: route.abort() if route.request.method == "POST" else route.fallback()
    )


def back(page: Page) -> None:
    page.unroute("**")
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.get_by_text("Not sent yet")).to_be_hidden()
    sent(page)


def write_note(page: Page) -> None:
    page.goto(f"/days/{today() - timedelta(days=1)}/")
    ready(page).get_by_label("A note for").fill(NOTE)
    page.get_by_role("button", name="Save the note").click()


def test_a_note_is_saved_as_ever_where_there_is_a_network(page: Page, somebody: User) -> None:
    write_note(page)

    expect(page.get_by_text("Your note is saved.")).to_be_visible()
    assert DayNote.objects.get(user=somebody).text == NOTE


def test_a_note_without_a_network_is_kept_and_saved_on_its_day(page: Page, somebody: User) -> None:
    away(page)
    write_note(page)

    expect(page.get_by_text("Kept on this phone")).to_be_visible()
    expect(page.get_by_label("A note for")).to_have_value(NOTE)
    assert not DayNote.objects.exists()
    back(page)
    note = DayNote.objects.get(user=somebody)
    assert (note.day, note.text) == (today() - timedelta(days=1), NOTE)


def test_pain_without_a_network_is_kept_and_saved_from_another_page(
    page: Page, somebody: User
) -> None:
    away(page)
    page.goto("/pain/")
    ready(page)
    page.locator("input[name=knee][value='4']").check(force=True)
    page.get_by_role("button", name="Save", exact=False).first.click()
    expect(page.get_by_text("Not sent yet: 1")).to_be_visible()
    page.goto("/settings/")

    back(page)

    entry = PainEntry.objects.get(user=somebody, value__isnull=False)
    assert (entry.day, entry.site, entry.value) == (today(), "knee", 4)


def test_a_pause_without_a_network_is_kept_and_added_once(page: Page, somebody: User) -> None:
    away(page)
    page.goto("/settings/pauses/")
    ready(page)
    page.get_by_label("Rest").check(force=True)
    page.get_by_role("button", name="Pause", exact=False).last.click()
    expect(page.get_by_text("Not sent yet: 1")).to_be_visible()
    page.reload()

    back(page)

    assert Pause.objects.filter(user=somebody, reason="rest").count() == 1


def test_what_the_server_can_t_take_shows_on_its_own_page_with_what_was_typed(page: Page) -> None:
    page.goto(f"/days/{today()}/")
    note = ready(page).get_by_label("A note for")
    note.evaluate("field => { field.removeAttribute('maxlength'); field.value = 'x'.repeat(501) }")
    page.get_by_role("button", name="Save the note").click()

    page.wait_for_url("**/note/")
    expect(page.get_by_label("A note for")).to_have_value("x" * 501)
    expect(page.locator(".slim--outbox")).to_have_count(0)


def test_what_is_refused_later_is_told_on_any_page_with_the_sentence_of_its_own(page: Page) -> None:
    away(page)
    page.goto("/settings/pauses/")
    ready(page).get_by_label("First day").fill("2020-01-01")
    page.get_by_label("Rest").check(force=True)
    page.get_by_role("button", name="Add this pause").click()
    expect(page.get_by_text("Not sent yet: 1")).to_be_visible()
    page.unroute("**")

    page.goto("/settings/")

    told = page.locator(".slim--outbox li")
    expect(told).to_contain_text("Add this pause")
    expect(told).to_contain_text("First day: That is before your first day")
    expect(told).to_contain_text("First day: 2020-01-01")
    expect(page.get_by_text("Not sent yet")).to_be_hidden()
    assert not Pause.objects.exists()
