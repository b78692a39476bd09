"""After each act the keyboard is on what was acted on: never on Undo, nor on a way off the page."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import NamedTuple

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from accounts.models import User
from logbook.models import Session
from tests.browser.people import sign_in, today
from tests.make import prefer

SAME_TAP = 850  # milliseconds; a little more than acts.js takes for one tap
TICK, ADD = "Tick off one session: ", "Add one session: "
CIRCLES, PRESSES = "Ankle circles", "Toe presses"
FLASH_UNDO, FLASH_AGAIN = (
    ".flash >> role=button[name=/^Undo/]",
    ".flash >> role=button[name=/^Put/]",
)
NO_TIME = "no time"


class Act(NamedTuple):
    """A button, and the name of what has the focus once it was pressed."""

    button: str
    focus: str | re.Pattern[str]


def named(name: str) -> str:
    return f'role=button[name="{name}"]'


ACTS = {
    "plain rows": (
        "/today/",
        [
            Act(named(TICK + CIRCLES), "Ankle circles, 1 of 3 done"),
            Act(named(TICK + CIRCLES), "Ankle circles, 2 of 3 done"),
            Act(named(TICK + CIRCLES), "Ankle circles, 3 of 3 done"),
            Act(
                named(f"Undo the last session: {CIRCLES}") + " >> nth=1",
                "Ankle circles, 2 of 3 done",
            ),
            Act(FLASH_AGAIN, "Ankle circles, 3 of 3 done"),
            Act(FLASH_UNDO, "Ankle circles, 2 of 3 done"),
        ],
    ),
    "rounds": (
        "/today/",
        [
            Act(named(f"{TICK}{CIRCLES}, midday round"), "Ankle circles, 1 of 1 done"),
            Act(FLASH_UNDO, "Ankle circles, 0 of 1 done"),
            Act(FLASH_AGAIN, "Ankle circles, 1 of 1 done"),
            Act("#midday-ankle-circles >> role=button[name=/^Undo/]", "Ankle circles, 0 of 1 done"),
            Act(named(f"{TICK}{CIRCLES}, midday round"), "Ankle circles, 1 of 1 done"),
            Act(named(f"{TICK}{PRESSES}, midday round"), "Toe presses, 1 of 1 done"),
            Act(FLASH_UNDO, "Toe presses, 0 of 1 done"),
        ],
    ),
    "a whole round": (
        "/today/",
        [
            Act(named("Done, all of it midday round"), "Midday round 2 of 2 done"),
            Act(FLASH_UNDO, "Midday round"),
            Act(FLASH_AGAIN, "Midday round 2 of 2 done"),
        ],
    ),
    "a day": (
        "/days/{yesterday}/",
        [
            Act(named(ADD + CIRCLES), "Ankle circles, 1 of 3 done"),
            Act(FLASH_UNDO, "Ankle circles, 0 of 3 done"),
            Act(FLASH_AGAIN, "Ankle circles, 1 of 3 done"),
            Act(named(f"Remove {CIRCLES}, {NO_TIME}"), "Ankle circles, 0 of 3 done"),
        ],
    ),
    "how much it hurt": (
        "/today/",
        [
            Act(named(TICK + CIRCLES), "Ankle circles, 1 of 3 done"),
            Act(".during >> role=button >> nth=0", re.compile("^Noted")),
            Act(".during >> role=button[name=/^Change/]", re.compile("^How much did it hurt")),
        ],
    ),
}

Open = Callable[..., BrowserContext]


def press(page: Page, button: Locator) -> None:
    """By keyboard, in a round that is folded too."""
    button.evaluate("element => element.closest('details')?.setAttribute('open', '')")
    button.focus()
    page.keyboard.press("Enter")


def rows(user: User) -> list[tuple[object, ...]]:
    return list(Session.objects.of(user).order_by("key").values_list("key", "undone_at", "during"))


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("where", ACTS)
def test_after_each_act_focus_is_on_what_it_was_about(
    new_context: Open, somebody: User, base_url: str, where: str, script: bool
) -> None:
    prefer(somebody, shows_rounds="round" in where, asks_during="hurt" in where)
    context = new_context(java_script_enabled=script, viewport={"width": 390, "height": 664})
    sign_in(context, somebody, base_url)
    page = context.new_page()
    path, acts = ACTS[where]
    page.goto(path.format(yesterday=today() - timedelta(days=1)))
    address = page.url.partition("?")[0]
    for act in acts:
        press(page, page.locator(act.button))
        focused = page.locator(":focus")
        expect(focused).to_have_accessible_name(act.focus)
        expect(focused).to_be_in_viewport(ratio=0.99)
        before = rows(somebody)

        page.keyboard.press("Enter")
        page.wait_for_timeout(SAME_TAP if script else 0)

        assert rows(somebody) == before
        assert page.url.partition("?")[0] == address


@pytest.mark.parametrize(
    ("path", "button", "told"),
    [
        ("/pain/", "Save check-in", "Noted for today: back 4."),
        ("/settings/", "Save settings", "Your settings are saved."),
        ("/settings/consent/", "Note nothing more, keep what is there", "Nothing more is noted."),
    ],
)
def test_where_the_page_comes_anew_focus_is_on_what_was_saved(
    new_context: Open, somebody: User, base_url: str, path: str, button: str, told: str
) -> None:
    context = new_context(viewport={"width": 390, "height": 664})
    sign_in(context, somebody, base_url)
    page = context.new_page()
    page.goto(path)
    if path == "/pain/":
        page.get_by_role("group", name="Back").get_by_label("4", exact=True).check(force=True)

    press(page, page.get_by_role("button", name=button))

    expect(page.locator("[role=status]:focus")).to_contain_text(told)
