"""The worker itself: releases that follow each other, lines that hang, and where it can't be."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django import Settings

from accounts.models import User
from offline import shell
from tests.browser import kept
from tests.browser.hanging_line import line_to
from tests.browser.kept import offline
from tests.browser.people import sign_in

pytestmark = [
    pytest.mark.usefixtures("somebody_is_here"),
    pytest.mark.browser_context_args(
        service_workers="allow", viewport={"width": 390, "height": 844}
    ),
]


@pytest.fixture
def page(context: BrowserContext) -> Page:
    context.set_default_navigation_timeout(
        90_000
    )  # a worker that fills itself keeps a machine busy
    page = context.new_page()
    page.goto("/today/")
    kept.whole(page)
    return page


def name() -> str:
    return f"shell-{shell.release()}"


def test_a_new_release_is_kept_whole_within_a_visit_and_the_old_one_goes(
    page: Page, settings: Settings
) -> None:
    before = name()
    settings.EMERGENCY_NUMBER = "144"
    assert name() != before

    page.goto("/today/")

    both = kept.wait_for(page, lambda kept: bool(kept.shells.get(name())))
    assert sorted(both.shells[name()]) == sorted([*shell.files(), *shell.pages()])
    kept.settled(page)
    page.goto("/care/")
    page.goto("/today/")
    kept.wait_for(page, lambda kept: [*kept.shells] == [name()])


def test_the_old_release_stays_while_a_page_of_it_is_open(
    page: Page, context: BrowserContext, settings: Settings
) -> None:
    before = name()
    old = context.new_page()
    old.goto("/exercises/")
    settings.EMERGENCY_NUMBER = "144"

    for path in ("/today/", "/care/", "/today/"):
        page.goto(path)
        kept.wait_for(page, lambda kept: bool(kept.shells.get(name())))
        kept.settled(page)
        kept.whole(page)

    assert [*kept.read(page).shells] == [before, name()]
    old.close()
    page.goto("/care/")
    kept.wait_for(page, lambda kept: [*kept.shells] == [name()])


def test_a_release_that_is_not_all_there_is_not_begun(
    page: Page, context: BrowserContext, settings: Settings, tmp_path: Path
) -> None:
    """One of its files can't be had: the shell of before stays, until another visit."""
    before, whole = name(), settings.STATICFILES_DIRS
    (tmp_path / "missing.css").symlink_to("nowhere")
    settings.STATICFILES_DIRS = [*whole, tmp_path]
    assert name() != before

    page.goto("/care/")
    page.wait_for_timeout(3000)

    kept.wait_for(page, lambda kept: [*kept.shells] == [before])
    with offline(context):
        page.goto("/care/safety/")
        expect(page.get_by_role("heading", level=1)).not_to_have_text("No connection")


def test_a_stopped_worker_wakes_for_today(page: Page, context: BrowserContext) -> None:
    with offline(context):
        wire = context.new_cdp_session(page)
        wire.send("ServiceWorker.enable")
        wire.send("ServiceWorker.stopAllWorkers")
        page.goto("/today/")

        expect(page.locator(".as-of")).to_be_visible()
        assert kept.milliseconds(page) < 1000


def test_on_a_line_that_hangs_the_kept_page_comes_and_then_the_new_one(
    new_context: Callable[..., BrowserContext], somebody: User, base_url: str
) -> None:
    with line_to(base_url) as line:
        context = new_context()
        sign_in(context, somebody, line.address)
        page = context.new_page()
        page.goto(f"{line.address}/today/")
        kept.whole(page)

        with line.hanging():
            page.goto(f"{line.address}/today/")

            expect(page.locator(".as-of")).to_be_visible()
            assert 2000 < kept.milliseconds(page) < 15_000

        expect(page.locator(".as-of")).to_be_hidden()
        context.close()


def test_where_nothing_can_be_kept_the_site_works_as_without(
    context: BrowserContext, base_url: str
) -> None:
    page = context.new_page()
    limit = {"origin": base_url, "quotaSize": 1}
    context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", limit)

    page.goto("/today/")
    page.get_by_role("button", name="Tick").first.click()

    expect(page.locator("#shore[data-counted='1']")).to_be_visible()
    page.wait_for_timeout(1500)
    kept.wait_for(page, lambda kept: not (kept.shells or kept.people))
