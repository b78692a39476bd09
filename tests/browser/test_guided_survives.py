"""A session that was broken off is there for a day: paused where it was, with its seconds."""

from contextlib import suppress

import pytest
from playwright.sync_api import Error, expect

from accounts.models import User
from tests.browser.guided import (
    PRESSES,
    RUN,
    TICK,
    Guided,
    address,
    dose,
    followed,
    kept,
    length,
    recorded,
    watch,
)
from tests.browser.people import sign_in
from tests.browser.test_guided_record import TODAY
from tests.make import make_user

HERE = "You were here. Go on when you are ready."
IN_THE_SECOND = 19
"""Seconds after which the second press has begun."""


@pytest.fixture
def under_way(guided: Guided) -> Guided:
    """In the second press of ten."""
    guided.open(address(PRESSES)).start()
    guided.pass_(IN_THE_SECOND)
    assert guided.part("count") == "Press 2 of 10"
    return guided


def again(guided: Guided) -> Guided:
    """The tab has crashed, and there is another one."""
    page = guided.page
    with page.expect_event("crash"), suppress(Error):
        page.goto("chrome://crash")
    page.close()
    return watch(page.context.new_page())


def test_after_a_reload_it_is_paused_at_the_same_repetition(under_way: Guided) -> None:
    under_way.page.reload()

    assert under_way.shows("Go on")
    expect(under_way.page.get_by_text(HERE).first).to_be_visible()
    assert under_way.part("count") == "Press 2 of 10"
    assert under_way.read == [HERE]
    assert under_way.said == []
    under_way.pass_(600)
    assert under_way.part("count") == "Press 2 of 10"


def test_it_goes_on_to_its_end_and_the_seconds_are_all_there(under_way: Guided) -> None:
    shown = under_way.at
    under_way.page.reload()
    under_way.press("Go on")
    assert under_way.at[::2] == shown[::2]
    assert [note["what"] for note in under_way.asked()][:2] == ["region", "begin"]
    under_way.pass_(length(PRESSES))
    under_way.tick()
    expect(under_way.page).to_have_title(TODAY)

    [(slug, source, seconds)] = recorded()
    assert (slug, source) == (PRESSES, "guided")
    broken_off = 8  # at most, the longest cue
    assert 90 <= (seconds or 0) <= 90 + broken_off
    assert kept(under_way) == 0


def test_each_cue_is_come_back_to(guided: Guided) -> None:
    exercise = dose(PRESSES, repetitions=2)
    guided.open(address(PRESSES)).start()
    for cue in followed(exercise)[:-1]:
        assert guided.part("show") == cue.show
        was = guided.part("show"), guided.part("count")
        guided.page.reload()
        assert guided.shows("Go on")
        assert (guided.part("show"), guided.part("count")) == was
        guided.press("Go on")
        guided.pass_(cue.seconds)


def test_a_tab_that_crashed_comes_back(under_way: Guided) -> None:
    guided = again(under_way).open(address(PRESSES))

    assert guided.shows("Go on")
    assert guided.part("count") == "Press 2 of 10"


def test_it_can_begin_anew(under_way: Guided) -> None:
    under_way.page.reload()
    under_way.press("Start anew")
    assert under_way.part("count") == ""
    under_way.pass_(length(PRESSES))
    under_way.tick()
    expect(under_way.page).to_have_title(TODAY)

    assert recorded() == [(PRESSES, "guided", 90)]


def test_a_run_comes_back_to_the_exercise_it_was_in(guided: Guided) -> None:
    guided.open(f"{RUN}?round=morning").start()
    guided.pass_(40)
    was = guided.page.title(), guided.part("show"), guided.part("count")
    guided = again(guided).open(f"{RUN}?round=morning")

    assert guided.shows("Go on")
    assert (guided.page.title(), guided.part("show"), guided.part("count")) == was


@pytest.mark.parametrize(
    ("hours", "button"), [(23, "Go on"), (25, "I’m ready")], ids=["23 hours", "25 hours"]
)
def test_it_is_kept_for_a_day(under_way: Guided, hours: int, button: str) -> None:
    under_way.page.evaluate(
        """hours => Object.entries(localStorage).forEach(([name, text]) => {
            if (!name.startsWith("guided ")) return
            const kept = JSON.parse(text)
            localStorage[name] = JSON.stringify({...kept, moment: Date.now() - 3600000 * hours})
        })""",
        hours,
    )
    guided = again(under_way).open(address(PRESSES))

    assert guided.shows(button) == (button == "Go on")


def test_where_the_dose_has_changed_it_begins_anew(under_way: Guided) -> None:
    dose(PRESSES, repetitions=5)
    under_way.page.reload()

    expect(under_way.page.get_by_role("button", name="I’m ready")).to_be_visible()


def test_another_person_has_nothing_of_it(under_way: Guided, base_url: str) -> None:
    another: User = make_user(email="another@example.org")
    sign_in(under_way.page.context, another, base_url)
    under_way.page.reload()

    expect(under_way.page.get_by_role("button", name="I’m ready")).to_be_visible()
    assert kept(under_way) == 0


def test_what_is_kept_can_be_forgotten(under_way: Guided) -> None:
    page = under_way.page
    page.evaluate("import('/static/js/forget.js').then(it => it.forget())")

    assert kept(under_way) == 0
    assert page.evaluate("localStorage.getItem('guided-choices')")


def test_stopping_before_the_first_repetition_leaves_nothing(guided: Guided) -> None:
    guided.open(address(PRESSES)).start()
    assert kept(guided) == 1
    guided.key("Escape")
    expect(guided.page).to_have_title("Toe presses · Footcare")

    assert kept(guided) == 0


def test_one_that_is_over_is_there_to_be_sent_after_the_tab_has_crashed(finished: Guided) -> None:
    guided = again(finished).open(address(PRESSES))
    expect(guided.page.get_by_role("heading", name="Well done")).to_be_visible()
    guided.pass_(1)
    guided.press(TICK)
    expect(guided.page).to_have_title(TODAY)

    assert recorded() == [(PRESSES, "guided", 90)]


@pytest.mark.parametrize("text", ["{", "null", '{"at": 2}', "[]"])
def test_what_something_else_has_written_there_is_not_read(under_way: Guided, text: str) -> None:
    under_way.page.evaluate(
        "text => Object.keys(localStorage).forEach(name => localStorage[name] = text)", text
    )
    guided = again(under_way).open(address(PRESSES))

    expect(guided.page.get_by_role("button", name="I’m ready")).to_be_visible()


def test_a_pull_loads_nothing_anew_while_it_is_there(under_way: Guided) -> None:
    style = "getComputedStyle(document.documentElement).overscrollBehaviorY"

    assert under_way.page.evaluate(style) == "none"
