"""What a person can do while a guided session runs: pause, go on, back, skip, pace, switches."""

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.figure import RUNNING
from tests.browser.guided import Guided, address, hide, length, recorded
from tests.browser.until import until

FLEXION = "resisted-plantar-flexion"
HELD = "Hold, and breathe"
PAUSED = "Paused. Take your time."
READY, PRESS, HOLD, BACK, REST = 0, 10, 12, 17, 20  # seconds at which each begins


@pytest.fixture
def running(guided: Guided) -> Guided:
    """Two seconds into the first hold."""
    guided.open(address(FLEXION)).start()
    guided.pass_(HOLD + 2)
    assert guided.at == ("Hold", "3", "Press 1 of 15")
    return guided


def last(guided: Guided, what: str) -> Any:
    return guided.asked(what)[-1]["value"]


def test_a_hold_is_held_anew_after_a_pause(running: Guided) -> None:
    said = len(running.said)
    running.press("Pause")
    assert running.shows("Go on")
    expect(running.page.get_by_text("Paused. Take your time.").first).to_be_visible()
    assert running.part("status") == "Paused. Take your time."
    assert last(running, "stayAwake") is False
    assert running.asked("hush")

    running.pass_(600)
    assert running.at == ("Hold", "3", "Press 1 of 15")
    assert len(running.said) == said

    running.press("Go on")
    assert running.shows("Pause")
    assert running.at == ("Hold", "5", "Press 1 of 15")
    assert running.said[said:] == [HELD]
    assert last(running, "stayAwake") is True
    running.pass_(5)
    assert running.at[0] == "Come back"


def test_getting_ready_goes_on_where_it_was_paused(guided: Guided) -> None:
    guided.open(address(FLEXION)).start()
    guided.pass_(1.5)
    guided.press("Pause")
    guided.pass_(60)
    guided.press("Go on")

    assert guided.at == ("Get ready", "9", "")
    assert len(guided.said) == 1  # its words aren't said again
    guided.pass_(8.4)
    assert guided.at[0] == "Get ready"
    guided.pass_(0.1)
    assert guided.at[0] == "Press"


def test_back_and_skip_lead_to_the_cue_before_and_after(running: Guided) -> None:
    running.press("Back")
    assert running.at == ("Press", "2", "Press 1 of 15")
    assert running.said[-2:] == [HELD, "Press 1"]
    assert running.page.locator("svg.fg").get_attribute("data-pose") == "press"

    running.press("Skip")
    running.press("Skip")
    assert running.at == ("Come back", "3", "Press 1 of 15")
    running.pass_(4)
    assert running.at == ("Press", "2", "Press 2 of 15")


def test_back_and_skip_while_paused_only_show_the_cue(running: Guided) -> None:
    running.press("Pause")
    said = len(running.said)
    running.press("Skip")
    running.press("Skip")
    running.pass_(60)

    assert running.at == ("Rest", "1", "Press 1 of 15")
    assert len(running.said) == said
    expect(running.page.get_by_role("button", name="Go on")).to_be_visible()
    running.press("Back")
    running.press("Go on")
    assert running.at == ("Come back", "3", "Press 1 of 15")
    assert running.said[said:] == ["Slowly back"]


def test_the_pace_holds_from_the_next_cue_on_and_for_next_time(running: Guided) -> None:
    page = running.page
    running.unfold()
    page.get_by_label("Slower").check()
    running.pass_(2.9)
    assert running.at[0] == "Hold"  # holds stay as long as they are

    running.pass_(0.1)
    assert running.at[:2] == ("Come back", "4")
    page.get_by_label("Faster").check()
    running.pass_(4)
    running.pass_(0.75)
    assert running.at == ("Press", "2", "Press 2 of 15")
    running.pass_(1.5)
    assert running.at[:2] == ("Hold", "5")

    running.open(address(FLEXION)).press("Start anew")
    assert page.get_by_label("Faster").is_checked()
    running.pass_(PRESS)  # nobody who gets ready is hurried
    assert running.at[0] == "Press"


def test_each_sound_can_be_switched_off_and_stays_off(guided: Guided) -> None:
    page = guided.open(address(FLEXION)).page
    guided.unfold()
    page.get_by_label("Tones").uncheck()
    guided.start()
    everything = {"voice": True, "tones": False, "vibration": True, "headset": False}
    everything["language"] = "en-GB"
    assert last(guided, "begin") == everything

    page.get_by_label("Nobody").check()
    assert last(guided, "begin") == everything | {"voice": False}

    page.reload()
    expect(page.get_by_label("Tones")).not_to_be_checked()
    expect(page.get_by_label("Nobody")).to_be_checked()
    expect(page.get_by_label("Vibration")).to_be_checked()
    assert guided.asked() == []


def test_switches_that_were_kept_wrongly_are_as_new(guided: Guided) -> None:
    page = guided.open(address(FLEXION)).page
    for kept in ("nonsense", '"text"', "null", '{"pace":"warp","who":7,"tones":"on"}'):
        page.evaluate("kept => localStorage.setItem('guided-choices', kept)", kept)
        page.reload()
        expect(page.get_by_label("As written")).to_be_checked()
        expect(page.get_by_label("Tones")).to_be_checked()
        expect(page.get_by_label("This page")).to_be_checked()

    guided.start()
    guided.pass_(PRESS)
    assert guided.at[0] == "Press"


def test_a_device_that_slept_is_paused_where_it_was(running: Guided) -> None:
    running.sleep(40)

    assert running.shows("Go on")
    assert running.at == ("Hold", "3", "Press 1 of 15")
    assert running.said[-2:] == [HELD, PAUSED]
    assert last(running, "tone") == "rest"
    running.pass_(600)
    assert running.at == ("Hold", "3", "Press 1 of 15")
    assert recorded() == []


def test_a_hidden_page_pauses_and_a_headset_goes_on(running: Guided) -> None:
    hide(running.page)
    assert running.shows("Go on")
    assert running.said[-1] == PAUSED
    running.page.evaluate("headset.play()")  # asked for while hidden, so it runs hidden
    running.pass_(5)
    assert running.at[0] == "Come back"

    running.page.evaluate("headset.next(); headset.next(); headset.previous()")
    assert running.at[0] == "Rest"
    running.page.evaluate("headset.pause()")
    assert [note["value"] for note in running.asked("playing")] == [
        *("playing", "paused"),
        *("playing", "paused"),
    ]
    hide(running.page, False)
    assert running.shows("Go on")


def test_what_the_browser_lacks_is_said_once_and_the_session_runs(running: Guided) -> None:
    said = running.page.get_by_text("This browser doesn’t speak.")
    expect(said).to_be_hidden()
    running.page.evaluate("miss('voice')")
    expect(said).to_be_visible()

    running.pass_(5)
    expect(said).to_be_visible()
    assert running.at[0] == "Come back"


def test_a_device_without_a_motor_has_no_switch_for_it(guided: Guided) -> None:
    guided.page.add_init_script("delete Navigator.prototype.vibrate")
    guided.open(address(FLEXION)).start()

    expect(guided.page.get_by_text("Vibration", exact=True)).to_be_hidden()
    assert last(guided, "begin")["vibration"] is False


def test_by_keyboard_alone_from_start_to_tick(guided: Guided) -> None:
    guided.page.set_viewport_size({"width": 1280, "height": 1000})
    page = guided.open(address("toe-presses")).page
    guided.awake()
    guided.key(" ")
    assert guided.shows("Pause")
    guided.key("ArrowRight")
    assert guided.at[0] == "Press"
    guided.key("ArrowLeft")
    assert guided.at[0] == "Get ready"
    guided.key("ArrowDown")
    expect(page.get_by_label("Slower")).to_be_checked()
    assert guided.part("status") == "Slower"
    guided.key("ArrowUp")
    guided.key("ArrowUp")
    guided.key("ArrowUp")
    expect(page.get_by_label("Faster")).to_be_checked()
    guided.key("ArrowDown")

    page.evaluate("document.activeElement.blur()")
    guided.key(" ")
    assert guided.shows("Go on")
    guided.key(" ")  # the button's own now
    assert guided.shows("Pause")
    guided.key("ArrowRight")
    guided.key("Escape")
    assert guided.shows("Tick off this session")
    guided.key("Escape")
    assert guided.shows("Pause")

    guided.pass_(length("toe-presses"))
    assert guided.shows("Tick off this session")
    guided.pass_(1)
    guided.key("Enter")
    expect(page).to_have_title("Today: 1 of 10 · Footcare")
    assert [row[:2] for row in recorded()] == [("toe-presses", "guided")]


def test_arrows_scroll_where_the_page_scrolls_and_leave_the_pace(running: Guided) -> None:
    page = running.page
    page.set_viewport_size({"width": 320, "height": 256})
    for _ in range(3):
        running.key("ArrowDown")

    until(page, "scrollY > 0")
    expect(page.get_by_label("As written")).to_be_checked()
    running.key("ArrowRight")  # it doesn't scroll sideways
    assert running.at[0] == "Come back"


def test_keys_in_a_switch_are_the_switchs_own(running: Guided) -> None:
    page = running.page
    running.unfold()
    page.get_by_label("Tones").focus()
    running.key(" ")
    expect(page.get_by_label("Tones")).not_to_be_checked()
    page.get_by_label("As written").focus()
    running.key("ArrowRight")

    expect(page.get_by_label("Faster")).to_be_checked()
    assert running.at == ("Hold", "3", "Press 1 of 15")
    expect(page.get_by_role("button", name="Pause")).to_be_visible()


def test_the_keyboard_stays_where_it_is_between_cues(running: Guided) -> None:
    skip = running.page.get_by_role("button", name="Skip")
    skip.focus()
    running.pass_(10)

    expect(skip).to_be_focused()


def test_the_drawing_rests_before_the_start_if_one_likes_and_moves_with_the_session(
    guided: Guided,
) -> None:
    page = guided.open(address("toe-walking")).page
    page.emulate_media(reduced_motion="no-preference")
    page.get_by_label("Pause the drawing").check()
    assert page.evaluate(RUNNING) == 0

    guided.start()
    guided.pass_(10)

    assert guided.at[0] == "Walk"
    expect(page.get_by_label("Pause the drawing")).to_be_hidden()
    assert page.evaluate(RUNNING) > 0
