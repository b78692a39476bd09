"""Everything downloaded, the account deleted, and all of it taken in anew, in a browser."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from accounts.models import User
from exchange import export, file
from exercises.models import Exercise
from logbook.models import Session
from logbook.recording import notes
from tests.browser.look import check
from tests.browser.people import sign_in, today, zone_at_noon
from tests.exchange.records import written
from tests.make import PASSWORD, make_session

Open = Callable[..., BrowserContext]


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def page(request: pytest.FixtureRequest, new_context: Open, somebody: User, base_url: str) -> Page:
    context = new_context(java_script_enabled=request.param, accept_downloads=True)
    sign_in(context, somebody, base_url)
    page = context.new_page()
    page.set_default_timeout(20_000)
    return page


def look(page: Page) -> None:
    """In every look, where scripts run: axe is one."""
    if page.evaluate("matchMedia('(scripting: enabled)').matches"):
        check(page)


def heading(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


def press(page: Page, words: str) -> None:
    """As somebody without a mouse: from field to field until it is there."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.locator(":focus").inner_text().strip() == words:
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"no way to “{words}” by keyboard")


def show_who(page: Page) -> None:
    heading(page, "Your password, please")
    page.locator("[name=password]").focus()
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")


def test_a_person_moves_with_all_they_have(page: Page, somebody: User, tmp_path: Path) -> None:
    circles = Exercise.objects.get(slug="ankle-circles")
    for _ in range(3):
        make_session(user=somebody, exercise=circles, day=today(), note="“naïve” <b>")
    notes.note_day(user=somebody, day=today(), text="Cold feet.", now=somebody.date_joined)
    record = export.record(somebody, today=today())

    page.goto("/settings/account/")
    press(page, "Download everything")
    show_who(page)
    heading(page, "Download everything")
    look(page)
    with page.expect_download() as waiting:
        press(page, "Download the file")
    saved = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(saved)
    assert saved.name == f"footcare-{today()}.json"
    assert saved.read_text() == written(record)

    page.goto("/settings/account/")
    press(page, "Delete my account")
    heading(page, "Delete my account")
    look(page)
    page.get_by_label("Your email address").focus()
    page.keyboard.type("somebody else")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("That isn’t the address you sign in with.")
    look(page)
    page.get_by_label("Your email address").fill(somebody.email)
    press(page, "Delete my account")
    heading(page, "Goodbye, and tread gently")
    look(page)
    assert not User.objects.exists()

    page.goto("/accounts/signup/")
    page.get_by_label("Email").fill(somebody.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_label("Time zone").select_option(zone_at_noon())
    page.get_by_role("button", name="Create account").click()
    page.wait_for_url("**/welcome/hurts/")
    page.get_by_label("Yes, keep what I note about my pain and how I feel.").check()
    press(page, "Save my choice")
    heading(page, "What hurts, if anything?")

    page.goto("/settings/import/")
    look(page)
    page.get_by_label("File").set_input_files(saved)
    press(page, "Look at it first")
    heading(page, "What will come in")
    expect(page.locator(".lead")).to_contain_text("New: 3 sessions and 1 note.")
    look(page)
    assert not Session.objects.exists()
    press(page, "Take it in")
    heading(page, "Take a file in")
    expect(page.locator(".flash")).to_contain_text("Taken in: 3 sessions and 1 note.")
    look(page)
    new = User.objects.get()
    came = json.loads(written(export.record(new, today=today())))
    assert came | {"consents": []} == json.loads(saved.read_text()) | {"consents": []}

    press(page, "Undo")
    expect(page.locator(".flash")).to_have_text("What came in with the file is out again.")
    look(page)
    assert not Session.objects.exists()


def test_a_file_that_cannot_be_read_is_told_beside_the_field(page: Page, tmp_path: Path) -> None:
    damaged = tmp_path / "a.json"
    damaged.write_text('{"format": "foot')
    page.goto("/settings/import/")

    press(page, "Look at it first")
    expect(page.get_by_role("alert")).to_contain_text("Choose the file that you downloaded.")
    page.get_by_label("File").set_input_files(damaged)
    press(page, "Look at it first")

    expect(page.get_by_role("alert")).to_contain_text("breaks off or is damaged in line 1")
    look(page)


def test_a_larger_file_than_is_taken_in_is_refused_with_a_sentence(
    page: Page, tmp_path: Path
) -> None:
    large = tmp_path / "large.json"
    large.write_bytes(b" " * (file.LARGEST * 2))
    page.goto("/settings/import/")
    page.get_by_label("File").set_input_files(large)

    press(page, "Look at it first")

    expect(page.get_by_role("alert")).to_contain_text("This file is larger than 20 MB")


def test_nothing_new_and_another_s_file_are_said(
    page: Page, somebody: User, tmp_path: Path
) -> None:
    circles = Exercise.objects.get(slug="ankle-circles")
    make_session(user=somebody, exercise=circles, day=today())
    saved = tmp_path / "mine.json"
    text = written(export.record(somebody, today=today()))
    saved.write_text(text.replace(somebody.email, "alex@example.org"))
    page.goto("/settings/import/")
    page.get_by_label("File").set_input_files(saved)

    press(page, "Look at it first")

    expect(page.locator(".lead")).to_contain_text("Nothing: all of it is here already")
    expect(page.locator("main .notice")).to_contain_text("alex@example.org")
    look(page)
