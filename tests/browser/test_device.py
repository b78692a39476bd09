"""What the guided session says, sounds and holds, asked of fakes at its one boundary module."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.phone import ALL_ON, LISTEN, MOMENT, Phone, open_page, open_phone


@pytest.fixture(scope="module")
def empty_page(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Page]:
    yield from open_page(browser, browser_context_args)


@pytest.fixture
def phone(empty_page: Page) -> Iterator[Phone]:
    yield from open_phone(empty_page)


def test_nothing_is_heard_before_the_person_begins(phone: Phone) -> None:
    assert phone.hears("device.say('Hold'); device.tone('phase'); device.buzz(200)") == []
    assert phone.hears("device.hush(); device.playing('playing')") == []


def test_only_what_is_switched_on_is_heard(phone: Phone) -> None:
    expected = {
        "voice": ["say “Hold” in en-GB"],
        "tones": ["tone 660 Hz 200 ms"],
        "vibration": ["buzz 200"],
        "headset": ["load /static/audio/silence.wav", "play it over and over"],
    }
    use_each = "device.say('Hold'); device.tone('phase'); device.buzz(200)"

    for switch, heard in expected.items():
        phone.begin(f"{{language: 'en-GB', {switch}: true}}")
        at_once = phone.hears(f"device.playing('playing'); {use_each}")
        assert at_once + phone.wait(MOMENT) == heard
        phone.do("device.playing('none')")


def test_what_is_switched_off_meanwhile_stops(phone: Phone) -> None:
    phone.begin()
    phone.do("device.playing('playing'); device.say('Hold'); device.tone('hold')")
    phone.do("device.buzz(200)")

    stopped = ["cancel", "fade to 0", "stop buzzing", "pause the track"]
    assert phone.hears("device.begin({})") == stopped
    assert phone.hears("device.say('Rest'); device.tone('rest'); device.buzz(90)") == []


def test_speech_is_primed_once_and_silently(phone: Phone) -> None:
    assert phone.hears(f"device.begin({ALL_ON})")[0] == "say “” in en-GB"
    again = phone.hears(f"device.begin({ALL_ON}); device.begin({ALL_ON})")
    assert [heard for heard in again if heard.startswith("say")] == []


def test_words_are_said_in_their_language_whatever_the_pages(phone: Phone) -> None:
    phone.begin("{voice: true, language: 'de'}")

    assert phone.hears("device.say('Halten')") == ["say “Halten” in de"]


def test_it_answers_whether_the_words_are_the_voices(phone: Phone) -> None:
    said = "return [device.say('Hold'), device.say('3', {givesWay: true}), device.say('')]"
    assert phone.do(said) == [False, False, False]
    phone.begin()
    assert phone.do(said) == [True, True, False]
    phone.do("facilities.voicesOf('fr')")
    assert phone.do(said) == [False, False, False]


def test_whoever_waits_for_the_voice_learns_when_it_has_come_to_its_end(phone: Phone) -> None:
    phone.begin()
    assert phone.do("device.say('Hold'); return device.isSaying()") is True
    assert phone.do("speechSynthesis.over(); return device.isSaying()") is False
    # Also where the browser never says so.
    assert phone.do("device.say('Hold'); speechSynthesis.current = null") is None
    phone.wait(MOMENT)
    phone.do("speechSynthesis.current = null")
    assert phone.do("return device.isSaying()") is False


def test_a_voice_of_the_device_is_chosen_then_of_the_region(phone: Phone) -> None:
    phone.begin()
    phone.do("facilities.voicesOf('de-DE', 'en-GB', 'en-US', 'en_GB', 'en-GB')")
    phone.do("Object.assign(facilities.voices[1], {localService: false, name: 'far away'})")

    assert phone.hears("device.say('Hold')") == ["say “Hold” in en_GB by en_GB"]
    phone.do("speechSynthesis.over(); facilities.voices[4].default = true")
    assert phone.hears("device.say('Hold')") == ["say “Hold” in en-GB by en-GB"]
    phone.do("speechSynthesis.over()")
    phone.do("facilities.voices.splice(3)")
    assert phone.hears("device.say('Hold')") == ["say “Hold” in en-US by en-US"]


def test_no_text_says_nothing(phone: Phone) -> None:
    phone.begin()

    assert phone.hears("device.say(''); device.say(undefined)") == []


def test_new_words_cut_the_old_ones_short_and_wait_a_moment(phone: Phone) -> None:
    phone.begin()

    assert phone.hears("device.say('Press')") == ["say “Press” in en-GB"]
    assert phone.hears("device.say('Hold'); device.say('Come back')") == ["cancel", "cancel"]
    assert phone.wait(MOMENT) == ["say “Come back” in en-GB"]
    phone.do("speechSynthesis.over()")
    assert phone.hears("device.say('Rest')") == ["say “Rest” in en-GB"]


def test_a_number_gives_way_while_something_is_said(phone: Phone) -> None:
    phone.begin()
    phone.do("device.say('Other foot')")
    phone.heard()

    assert phone.hears("device.say('3', {givesWay: true})") == []
    phone.do("speechSynthesis.over()")
    assert phone.hears("device.say('2', {givesWay: true})") == ["say “2” in en-GB"]


def test_a_number_gives_way_to_words_that_wait_their_moment(phone: Phone) -> None:
    phone.begin()
    phone.do("device.say('Press'); device.say('Hold'); device.say('3', {givesWay: true})")

    assert phone.wait(MOMENT) == ["say “Hold” in en-GB"]


def test_an_end_that_the_browser_never_reports_silences_no_number(phone: Phone) -> None:
    phone.begin()
    phone.do("device.say('Hold'); speechSynthesis.current = null")

    phone.do("device.say('3', {givesWay: true})")
    assert phone.wait(MOMENT) == ["say “3” in en-GB"]


def test_nothing_is_heard_after_hush(phone: Phone) -> None:
    phone.begin()
    phone.hears("device.say('Press'); device.tone('phase')")

    assert phone.hears("device.say('Hold'); device.hush()") == ["cancel", "cancel", "fade to 0"]
    assert phone.wait(10 * MOMENT) == []


def test_words_right_after_hush_wait_a_moment(phone: Phone) -> None:
    phone.begin()
    phone.hears("device.say('Press')")

    assert phone.hears("device.hush(); device.say('Press')") == ["cancel"]
    assert phone.wait(MOMENT) == ["say “Press” in en-GB"]


def test_the_loudspeaker_is_opened_once(phone: Phone) -> None:
    assert phone.hears("device.begin({tones: true})") == ["open the loudspeaker"]
    assert phone.hears("device.begin({tones: true})") == []


def test_tones_are_soft_short_and_each_has_its_pitch(phone: Phone) -> None:
    phone.begin()

    names = ["rest", "phase", "hold", "tick", "done"]
    heard = [phone.hears(f"device.tone('{name}')")[0] for name in names]

    assert heard == [
        "tone 440 Hz 200 ms",
        "tone 660 Hz 200 ms",
        "tone 880 Hz 200 ms",
        "tone 1100 Hz 70 ms",
        "tone 1320 Hz 200 ms",
    ]
    envelope = phone.do("return facilities.envelope")
    assert envelope == [0, [0, 10], [0.2, 10.01], [0, 10.2]]
    assert phone.do("return facilities.reaches") == "loudspeaker"


def test_a_tone_wakes_the_sound_unless_that_takes_too_long(phone: Phone) -> None:
    phone.begin()
    sleep = """facilities.audio.state = 'interrupted';
        facilities.asleep = new Promise((wake) => { facilities.wake = wake });"""

    assert phone.hears(f"{sleep} device.tone('phase')") == []
    assert phone.hears("facilities.wake()") == ["tone 660 Hz 200 ms"]
    assert phone.hears(f"{sleep} device.tone('phase')") == []
    phone.wait(301)
    assert phone.hears("facilities.wake()") == []
    assert phone.hears(f"{sleep} device.tone('phase'); device.hush(); facilities.wake()") == [
        "fade to 0"
    ]
    assert phone.missing() == []


def test_the_screen_stays_on_until_it_need_not(phone: Phone) -> None:
    assert phone.hears("device.stayAwake(true); device.stayAwake(true)") == ["lock screen"]
    assert phone.hears("device.stayAwake(false); device.stayAwake(false)") == ["unlock"]
    assert phone.wait(2000) == []
    assert phone.hears("facilities.look(true); facilities.look(false)") == []


def test_the_screen_is_asked_once_while_the_answer_is_awaited(phone: Phone) -> None:
    phone.do("facilities.pending = new Promise((give) => { facilities.give = give })")

    assert phone.hears("device.stayAwake(true)") == ["lock screen"]
    assert phone.hears("for (const on of [false, true, false]) device.stayAwake(on)") == []
    assert phone.hears("facilities.give()") == ["unlock"]


def test_the_screen_is_kept_on_again_when_the_page_comes_back(phone: Phone) -> None:
    phone.hears("device.stayAwake(true)")

    assert phone.hears("facilities.look(true); await facilities.lock.release()") == ["unlock"]
    assert phone.wait(2000) == []
    assert phone.hears("facilities.look(false)") == ["lock screen"]


def test_the_screen_is_kept_on_again_after_the_system_let_go(phone: Phone) -> None:
    phone.hears("device.stayAwake(true)")

    assert phone.hears("await facilities.lock.release()") == ["unlock"]
    assert phone.wait(1000) == ["lock screen"]


def test_the_buttons_of_a_headset_call_back(phone: Phone) -> None:
    phone.do(LISTEN)
    phone.do("for (const handler of Object.values(navigator.mediaSession.handlers)) handler({})")

    assert phone.page.evaluate("pressed") == ["play", "pause", "next", "previous"]
    assert phone.page.evaluate("Object.keys(navigator.mediaSession.handlers)") == [
        "play",
        "pause",
        "nexttrack",
        "previoustrack",
    ]
    assert phone.page.evaluate("navigator.mediaSession.metadata.title") == "Toe presses"


def test_the_silent_track_plays_while_the_session_does(phone: Phone) -> None:
    phone.begin()
    states = []

    for state in ("playing", "paused", "playing", "none"):
        phone.do(f"device.playing('{state}')")
        states.append(phone.page.evaluate("navigator.mediaSession.playbackState"))

    assert states == ["playing", "paused", "playing", "none"]
    again = ["play it over and over", "pause the track"]
    assert phone.heard() == ["load /static/audio/silence.wav", *again, *again]
