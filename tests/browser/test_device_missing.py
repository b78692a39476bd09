"""What a browser lacks or refuses is told once by its name, and the session runs on without."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.phone import ALL_ON, LISTEN, MOMENT, Phone, open_page, open_phone
from tests.browser.until import until

EACH = ["awake", "headset", "tones", "vibration", "voice"]
LACKING = "'speechSynthesis', 'AudioContext', 'vibrate', 'wakeLock', 'mediaSession'"
USE_EACH = """
    device.stayAwake(true); device.playing('playing'); device.say('Hold'); device.tone('hold');
    device.buzz([90, 50, 90]); device.say('3', {givesWay: true});
"""
END_EACH = "device.hush(); device.playing('none'); device.stayAwake(false);"


@pytest.fixture(scope="module")
def empty_page(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Page]:
    yield from open_page(browser, browser_context_args)


@pytest.fixture
def phone(empty_page: Page) -> Iterator[Phone]:
    yield from open_phone(empty_page)


def test_what_is_absent_is_told_once(phone: Phone) -> None:
    phone.do(f"facilities.lack({LACKING}); {LISTEN}")

    for _ in range(2):
        phone.do(f"device.begin({ALL_ON}); {USE_EACH}")
        phone.wait(MOMENT)
        phone.do(END_EACH)

    assert sorted(phone.missing()) == EACH


def test_what_is_refused_is_told_once(phone: Phone) -> None:
    phone.do("facilities.refuses = ['speak', 'AudioContext', 'wakeLock', 'play']")

    for _ in range(2):
        phone.do(f"device.begin({ALL_ON}); {USE_EACH}")
        phone.wait(MOMENT)
        phone.do(END_EACH)

    assert sorted(phone.missing()) == ["awake", "headset", "tones", "voice"]


def test_what_is_there_is_not_missing(phone: Phone) -> None:
    phone.do(f"device.begin({ALL_ON}); {LISTEN} {USE_EACH}")
    phone.wait(5000)
    phone.do(END_EACH)

    assert phone.missing() == []


def test_what_is_switched_off_is_not_missing(phone: Phone) -> None:
    phone.do(f"facilities.lack({LACKING})")

    phone.do(f"device.begin({{}}); {LISTEN} {USE_EACH}")
    phone.do(END_EACH)

    assert phone.missing() == ["awake"]  # no switch; the session wants it while it runs


def test_a_language_that_no_voice_speaks_is_told_and_not_misread(phone: Phone) -> None:
    phone.begin()
    phone.do("facilities.voicesOf('de-DE', 'fr')")

    assert phone.hears("device.say('Hold'); device.say('Rest')") == []
    assert phone.missing() == ["language"]


def test_a_device_without_any_voice_is_told_once_nothing_was_heard(phone: Phone) -> None:
    phone.begin()
    phone.do("facilities.mute = true; device.say('Hold')")

    phone.wait(2900)
    assert phone.missing() == []
    phone.wait(200)
    assert phone.missing() == ["language"]


def test_speech_that_fails_is_told_but_not_that_it_was_cut_short(phone: Phone) -> None:
    phone.do(f"device.begin({ALL_ON}); speechSynthesis.over('error', 'invalid-argument')")
    assert phone.missing() == []  # only the silence that unlocks speech failed
    fail = "device.say('Hold'); speechSynthesis.over('error', '{}')"

    phone.do(fail.format("canceled"))
    phone.do(fail.format("interrupted"))
    assert phone.missing() == []
    phone.do(fail.format("synthesis-failed"))
    phone.do(fail.format("synthesis-failed"))
    assert phone.missing() == ["voice"]


def test_sound_that_does_not_begin_is_told(phone: Phone) -> None:
    phone.do("facilities.refuses = ['wake']; device.begin({tones: true})")

    phone.wait(2900)
    assert phone.missing() == []
    phone.wait(200)
    assert phone.missing() == ["tones"]


def test_a_lock_refused_to_a_hidden_page_is_asked_for_later_and_not_told(phone: Phone) -> None:
    phone.do("facilities.pending = new Promise((give) => { facilities.give = give })")
    phone.do("device.stayAwake(true); facilities.look(true)")
    phone.do("facilities.refuses = ['wakeLock']; facilities.give()")
    assert phone.missing() == []

    assert phone.hears("facilities.refuses = []; facilities.look(false)") == ["lock screen"]
    assert phone.missing() == []


def test_a_track_that_we_stopped_ourselves_is_not_missing(phone: Phone) -> None:
    phone.do("Audio.prototype.play = async () => { throw new DOMException('', 'AbortError') }")

    phone.do("device.begin({headset: true}); device.playing('playing'); device.playing('paused')")

    assert phone.missing() == []


def test_chromiums_own_facilities_take_every_call(page: Page, transactional_db: None) -> None:
    page.goto("/exercises/")
    phone = Phone(page)

    phone.do(f"{LISTEN} device.begin({ALL_ON}); {USE_EACH}")
    until(page, "navigator.mediaSession.playbackState === 'playing'")
    phone.do("for (const name of ['phase', 'hold', 'rest', 'tick', 'done']) device.tone(name)")
    page.wait_for_timeout(300)
    phone.do(END_EACH)
    phone.do(f"{USE_EACH} device.begin({{}})")

    # A machine without a voice has none to speak with, one without a window no screen to keep on.
    assert set(phone.missing()) <= {"voice", "language", "awake"}


def test_a_browser_that_knows_play_and_pause_only_has_its_headset(phone: Phone) -> None:
    phone.do("facilities.unknown = ['nexttrack', 'previoustrack']")

    phone.do(f"device.begin({{headset: true}}); {LISTEN}")
    assert phone.missing() == []
    phone.do("navigator.mediaSession.handlers.pause()")
    assert phone.page.evaluate("pressed") == ["pause"]


def test_a_call_that_takes_the_sound_pauses(phone: Phone) -> None:
    phone.do(f"device.begin({{tones: true}}); {LISTEN}")

    phone.do("facilities.audio.state = 'interrupted'; facilities.audio.onstatechange()")
    assert phone.page.evaluate("pressed") == ["pause"]
    phone.do("facilities.audio.state = 'running'; facilities.audio.onstatechange()")
    assert phone.page.evaluate("pressed") == ["pause"]
