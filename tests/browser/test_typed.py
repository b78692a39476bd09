"""What was typed stays in the tab until the server has it."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from accounts.models import BrowserSession, User
from logbook.models import DayNote, Pause, Preferences
from tests.browser.people import today
from tests.browser.typed import (
    AGAIN,
    BACK,
    TEXT,
    change_all,
    day_page,
    kept,
    note,
    open_,
    press,
    sent,
    sign_in_by_form,
    write_note,
)
from tests.make import make_pause, make_session, the_four

pytestmark = pytest.mark.usefixtures("somebody_is_here")


def test_a_note_that_was_left_unsaved_is_there_again_and_says_so(page: Page) -> None:
    open_(page, day_page()).get_by_label("A note for").fill(TEXT)

    open_(page, "/today/")
    open_(page, day_page())

    assert note(page) == TEXT
    expect(page.get_by_role("status").filter(has_text=AGAIN)).to_be_visible()
    assert not DayNote.objects.exists()


def test_it_is_put_back_as_it_was_saved_in_one_tap(page: Page, somebody: User) -> None:
    write_note(somebody, "Slept well")
    open_(page, day_page()).get_by_label("A note for").fill(TEXT)
    open_(page, day_page())

    page.get_by_role("button", name=BACK).click()

    assert note(page) == "Slept well"
    expect(page.get_by_label("A note for")).to_be_focused()
    expect(page.get_by_text(AGAIN)).to_have_count(0)
    assert note(open_(page, day_page())) == "Slept well"
    assert kept(page) == []


def test_what_the_server_has_is_not_offered_again(page: Page) -> None:
    open_(page, day_page()).get_by_label("A note for").fill(TEXT)
    press(page)
    expect(page.get_by_text("Your note is saved.")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("There is no note on this day now.")).to_be_visible()

    open_(page, day_page())

    assert note(page) == ""
    expect(page.get_by_text(AGAIN)).to_have_count(0)


def test_a_form_that_adds_something_is_empty_after_it_was_added(page: Page) -> None:
    open_(page, "/settings/pauses/").get_by_label("Last day").fill(str(today()))
    page.get_by_label("Flare").check()
    press(page, "Add this pause")
    assert Pause.objects.count() == 1

    open_(page, "/settings/pauses/")

    assert page.get_by_label("Last day").input_value() == ""
    expect(page.get_by_text(AGAIN)).to_have_count(0)


def test_a_sign_in_that_ran_out_loses_nothing_and_writes_it_in_no_address(page: Page) -> None:
    addresses: list[str] = []
    page.on("request", lambda request: addresses.append(request.url))
    open_(page, day_page()).get_by_label("A note for").fill(TEXT)
    BrowserSession.objects.all().delete()

    press(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Welcome back")
    sign_in_by_form(page)

    expect(page.get_by_text(AGAIN)).to_be_visible()
    assert note(page) == TEXT
    assert not [address for address in addresses if "ankle" in address]
    press(page)
    assert DayNote.objects.get().text == TEXT
    assert kept(page) == []


def test_of_settings_all_comes_again_and_the_address_is_rid_of_its_part(
    page: Page, somebody: User
) -> None:
    open_(page, "/settings/").get_by_label("Sunday").check()
    page.get_by_label("Dark").check()
    page.get_by_label("Knee").check()
    BrowserSession.objects.all().delete()

    press(page, "Save settings")
    sign_in_by_form(page)

    expect(page.get_by_text(AGAIN)).to_be_visible()
    expect(page).to_have_url(re.compile("/settings/$"))
    expect(page.get_by_text("You were signed out")).to_have_count(0)
    press(page, "Save settings")
    somebody.refresh_from_db()
    assert (somebody.week_starts_on, somebody.theme) == (6, "dark")
    assert "knee" in Preferences.of(somebody).hurts


def test_a_form_that_was_refused_is_as_the_server_drew_it_and_comes_again_later(
    page: Page,
) -> None:
    open_(page, "/settings/pauses/").get_by_label("First day").fill(str(today()))
    last = str(today() - timedelta(days=2))
    page.get_by_label("Last day").fill(last)
    press(page, "Add this pause")
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.get_by_text(AGAIN)).to_have_count(0)

    open_(page, "/today/")
    open_(page, "/settings/pauses/")

    assert page.get_by_label("Last day").input_value() == last
    expect(page.get_by_text(AGAIN)).to_be_visible()


def test_what_was_changed_elsewhere_meanwhile_is_said_when_it_is_replaced(
    page: Page, somebody: User
) -> None:
    open_(page, day_page()).get_by_label("A note for").fill(TEXT)
    write_note(somebody, "From the phone")

    open_(page, day_page())
    assert note(page) == TEXT
    press(page)

    expect(page.locator(".flash")).to_contain_text("This replaces a newer change of:")
    assert DayNote.objects.get().text == TEXT


def test_a_pause_that_arrived_though_its_answer_was_lost_is_added_once(page: Page) -> None:
    open_(page, "/settings/pauses/").get_by_label("Last day").fill(str(today()))
    key = page.locator("[name=key]").first.input_value()

    open_(page, "/settings/pauses/")

    assert page.locator("[name=key]").first.input_value() == key
    page.get_by_role("button", name=BACK).click()
    assert page.locator("[name=key]").first.input_value() != key


def test_no_password_code_or_word_to_confirm_with_is_kept(page: Page) -> None:
    for address in ("/settings/account/", "/accounts/password/change/"):
        open_(page, address)
        for field in page.locator("main input:not([type=hidden], [readonly])").all():
            field.evaluate("field => field.closest('details')?.setAttribute('open', '')")
            if field.get_attribute("type") not in {"checkbox", "radio"}:
                field.fill("three calm words")

    assert kept(page) == []


def take_consent_back(user: User) -> None:
    Preferences.objects.filter(user=user).update(consent=None)


def test_the_question_that_comes_instead_loses_no_note_and_its_box_comes_unticked(
    page: Page, somebody: User
) -> None:
    open_(page, day_page()).get_by_label("A note for").fill(TEXT)
    take_consent_back(somebody)
    press(page)
    expect(page.get_by_text("There is one question first.")).to_be_visible()
    page.get_by_role("checkbox").check()

    open_(page, "/settings/consent/")
    expect(page.get_by_role("checkbox")).not_to_be_checked()
    page.get_by_role("checkbox").check()
    press(page, "Save my choice")

    assert note(open_(page, day_page())) == TEXT


def test_whoever_would_not_have_it_kept_finds_it_nowhere(page: Page, somebody: User) -> None:
    open_(page, day_page()).get_by_label("A note for").fill(TEXT)
    take_consent_back(somebody)
    press(page)

    press(page, "Don’t keep it")

    assert kept(page) == []


def test_numbers_of_a_paper_week_are_kept_over_the_look_at_what_changes(page: Page) -> None:
    address = f"/week/{today() - timedelta(days=today().weekday())}/fill/"
    box = page.locator(".cell-input").first
    open_(page, address)
    box.fill("2")
    press(page, "Show what will change")
    expect(page.get_by_role("heading", level=1)).to_have_text("What will change")
    press(page, "Back to the numbers")
    expect(box).to_have_value("2")
    expect(page.get_by_text(AGAIN)).to_have_count(0)

    open_(page, address)
    expect(box).to_have_value("2")
    expect(page.get_by_text(AGAIN)).to_be_visible()
    press(page, "Show what will change")
    press(page, "Save 2 changes")

    assert kept(page) == []


def test_what_is_sent_in_another_way_is_let_go_when_it_is_said_to_be_kept(page: Page) -> None:
    field = open_(page, day_page()).get_by_label("A note for")
    field.fill(TEXT)
    field.evaluate("field => field.form.dispatchEvent(new Event('kept', { bubbles: true }))")

    assert note(open_(page, day_page())) == ""


def test_a_browser_that_keeps_nothing_shows_its_forms_all_the_same(
    page: Page, context: BrowserContext
) -> None:
    context.add_init_script(
        "for (const name of ['sessionStorage', 'localStorage']) Object.defineProperty("
        "window, name, { get() { throw new DOMException('', 'SecurityError') } })"
    )
    open_(page, day_page()).get_by_label("A note for").fill(TEXT)
    press(page)

    expect(page.get_by_text("Your note is saved.")).to_be_visible()


def test_whatever_can_be_typed_or_chosen_comes_again(
    page: Page, somebody: User, subtests: pytest.Subtests
) -> None:
    session = make_session(user=somebody, exercise=the_four()[0], day=today())
    pause = make_pause(user=somebody, first_day=today())
    for address in (
        day_page(),
        f"/sessions/{session.key}/",
        "/pain/",
        "/settings/pauses/",
        f"/settings/pauses/{pause.key}/",
        "/settings/programme/",
        "/settings/rounds/",
        "/settings/",
        "/settings/first-day/",
        f"/week/{today()}/fill/",
        "/welcome/hurts/",
        "/welcome/rounds/",
    ):
        with subtests.test(address):
            drawn = sent(open_(page, address))
            change_all(page)
            typed = sent(page)
            assert typed != drawn

            assert sent(open_(page, address)) == typed
            page.get_by_role("button", name=BACK).first.click()
            assert sent(page) == drawn
