"""The pain check-in, a day's notes and the question after a session, in each of their states."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from accounts.models import User
from exercises.models import Exercise
from logbook.choices import Site
from logbook.models import PainEntry, Session
from tests.browser.look import check
from tests.browser.people import sign_in, today
from tests.make import make_pain, make_session, prefer

Open = Callable[..., BrowserContext]


def open_page(new_context: Open, user: User, base_url: str, *, script: bool = True) -> Page:
    context = new_context(java_script_enabled=script)
    sign_in(context, user, base_url)
    return context.new_page()


@pytest.fixture
def page(new_context: Open, somebody: User, base_url: str) -> Page:
    """`somebody`'s, who has noted nothing yet."""
    return open_page(new_context, somebody, base_url)


def noted(user: User) -> None:
    days = [today() - timedelta(days=number) for number in range(4)]
    make_pain(user=user, site=Site.BACK, values=dict(zip(days, [4, 5, None, 6], strict=True)))
    make_pain(user=user, site=Site.KNEE, values={days[1]: 3})


def test_nothing_noted_yet(page: Page) -> None:
    page.goto("/pain/")
    expect(page.get_by_role("radio", name="Skip")).to_have_count(4)

    check(page)


def test_with_numbers_and_charts(page: Page, somebody: User) -> None:
    noted(somebody)
    page.goto("/pain/")
    page.get_by_text("Pain by day as a table").click()
    expect(page.get_by_role("table")).to_be_visible()

    check(page)


def test_numbers_are_chosen_saved_and_undone(page: Page, somebody: User) -> None:
    page.goto("/pain/")
    page.get_by_role("group", name="Back").get_by_role("radio", name="4").check()
    knee = page.get_by_role("group", name="Knee")
    knee.get_by_role("radio", name="10").focus()
    page.keyboard.press("Space")
    knee.get_by_label("Which side?").select_option("Left")
    page.get_by_label("Anything to remember?").fill("Rain, all day.")
    page.get_by_role("button", name="Save check-in").click()

    expect(page.get_by_role("status").first).to_contain_text(
        "Noted for today: back 4, knee 10 (left)."
    )
    check(page)
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("status").first).to_contain_text("No number is noted")
    assert not PainEntry.objects.filter(user=somebody, value__isnull=False)
    check(page)


def test_a_check_in_with_errors(page: Page) -> None:
    page.goto("/pain/")
    page.get_by_role("group", name="Back").get_by_role("radio", name="4").check()
    page.locator("input[name=knee][value='3']").evaluate(
        "radio => { radio.value = '11'; radio.checked = true }"
    )
    page.get_by_label("Anything to remember?").fill("x" * 501)
    page.get_by_role("button", name="Save check-in").click()

    expect(page).to_have_title(re.compile("^Error:"))
    expect(page.get_by_role("alert")).to_contain_text("Two things to put right")
    expect(page.get_by_role("group", name="Back").get_by_role("radio", name="4")).to_be_checked()
    check(page)


@pytest.mark.parametrize("ahead", [1, -4])
def test_a_day_out_of_turn(page: Page, ahead: int) -> None:
    page.goto(f"/pain/{today() + timedelta(days=ahead)}/")

    check(page)


def test_a_day_with_pain_a_note_and_sessions_with_notes(page: Page, somebody: User) -> None:
    noted(somebody)
    exercise = Exercise.objects.get(slug="ankle-circles")
    long = "new band, the lighter one, " * 7
    make_session(user=somebody, exercise=exercise, day=today(), note=long, during="middle")
    page.goto(f"/days/{today()}/")
    page.get_by_label("A note for").fill("Long walk in the afternoon.")
    page.get_by_role("button", name="Save the note").click()
    expect(page.get_by_role("status").first).to_contain_text("Your note is saved.")
    check(page)

    page.get_by_role("link", name="Edit").click()
    page.get_by_label("Time").fill("00:00")
    check(page)
    page.get_by_role("button", name="Save").click()

    # Midnight is in the night after.
    expect(page.get_by_role("alert")).to_contain_text("00:00 on this day is still to come.")
    check(page)
    page.get_by_label("Time").fill("10:15")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status").first).to_contain_text("Saved: Ankle circles, 10:15.")
    check(page)


def test_a_note_that_is_too_long(page: Page) -> None:
    page.goto(f"/days/{today()}/")
    page.get_by_label("A note for").fill("x" * 501)
    page.get_by_role("button", name="Save the note").click()
    expect(page.get_by_role("alert").first).to_contain_text("This note is too long")

    check(page)


@pytest.mark.parametrize("path", ["/today/", "/days/{today}/"])
@pytest.mark.parametrize("answer", ["0 to 3", "4 or 5", "6 to 10"])
def test_the_question_after_a_session_and_its_answers(
    page: Page, somebody: User, path: str, answer: str
) -> None:
    prefer(somebody, asks_during=True)
    page.goto(path.format(today=today()))
    page.get_by_role("button", name="Ankle circles").first.click()
    expect(page.get_by_text("How much did it hurt during it?")).to_be_visible()
    check(page)

    page.get_by_role("button", name=answer).click()
    expect(page.locator("#told")).to_contain_text(answer)
    expect(page.locator("#said")).to_contain_text(answer)
    check(page)

    page.wait_for_timeout(900)  # longer than a breath: another tap
    page.get_by_role("button", name="Change how much it hurt").click()
    expect(page.get_by_text("How much did it hurt during it?")).to_be_visible()
    assert Session.objects.of(somebody).get().during == ""


def test_the_question_is_answered_without_script(
    new_context: Open, somebody: User, base_url: str
) -> None:
    prefer(somebody, asks_during=True)
    page = open_page(new_context, somebody, base_url, script=False)
    page.goto("/today/")
    page.get_by_role("button", name="Ankle circles").first.click()
    page.get_by_role("button", name="4 or 5").click()

    expect(page.locator("#told")).to_have_text("Noted. 4 or 5")
    assert Session.objects.of(somebody).get().during == "middle"


def test_pain_is_noted_and_undone_without_script(
    new_context: Open, somebody: User, base_url: str
) -> None:
    page = open_page(new_context, somebody, base_url, script=False)
    page.goto("/pain/")
    page.get_by_role("group", name="Hip").get_by_role("radio", name="0, no pain").check()
    page.get_by_role("button", name="Save check-in").click()
    expect(page.get_by_role("status")).to_contain_text("Noted for today: hip 0.")

    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("status")).to_contain_text("No number is noted")
