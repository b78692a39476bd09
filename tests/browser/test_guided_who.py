"""Who speaks in a guided session: this page, a screen reader or nobody; and in which language."""

import pytest
from playwright.sync_api import expect

from exercises.models import Exercise
from exercises.safety import STOP_RULE
from tests.browser.guided import PRESSES, Guided, address

PAUSED = "Paused. Take your time."
WORDS = ["Press 1", "Hold, and breathe"]  # of the first cues after getting ready


@pytest.fixture
def ready() -> str:
    """What is told as toe presses begin."""
    return f"{STOP_RULE} {Exercise.objects.get(slug=PRESSES).timeline()[0].say}"


def test_with_this_page_the_region_has_only_what_the_voice_left_out(
    guided: Guided, ready: str
) -> None:
    guided.open(address(PRESSES)).start()
    guided.pass_(12)
    assert guided.said == [ready, *WORDS]
    assert guided.read == []

    guided.press("Pause")
    assert guided.read == [PAUSED]
    assert guided.said == [ready, *WORDS]


def test_with_a_screen_reader_the_page_is_silent_and_the_region_complete(
    guided: Guided, ready: str
) -> None:
    guided.open(address(PRESSES)).page.get_by_label("My screen reader").check()
    guided.start()
    guided.pass_(12)
    guided.press("Pause")

    assert guided.read == [ready, *WORDS, PAUSED]
    assert guided.said == []
    assert guided.asked("begin")[-1]["value"]["voice"] is False


def test_with_nobody_neither_speaks_and_the_tones_are_as_they_were(guided: Guided) -> None:
    guided.open(address(PRESSES)).page.get_by_label("Nobody").check()
    guided.start()
    guided.pass_(12)
    guided.press("Pause")

    assert guided.said == []
    assert guided.read == []
    assert guided.asked("tone")


def test_where_the_voice_is_missing_the_region_has_its_words(guided: Guided, ready: str) -> None:
    guided.open(address(PRESSES)).page.evaluate("globalThis.mute = true")
    guided.start()
    guided.pass_(12)

    assert guided.read == [ready, *WORDS]


def test_it_is_asked_before_the_first_start_and_from_then_on_stands_in_the_fold(
    guided: Guided,
) -> None:
    page = guided.open(address(PRESSES)).page
    reader, fold = page.get_by_label("My screen reader"), page.locator("[data-choices]")
    expect(page.get_by_role("group", name="Who speaks?")).to_be_visible()
    reader.check()
    guided.start()
    expect(reader).to_be_hidden()

    page.reload()
    assert guided.shows("Go on")
    expect(reader).to_be_hidden()
    fold.get_by_text("My screen reader speaks").click()
    expect(reader).to_be_visible()
    expect(reader).to_be_checked()
    page.get_by_label("Nobody").check()
    expect(fold.get_by_text("Nobody speaks")).to_be_visible()


def test_whoever_had_switched_spoken_words_off_has_the_region(guided: Guided) -> None:
    guided.prefer(voice=False, pace="normal").open(address(PRESSES)).start()

    assert guided.said == []
    assert guided.read


def test_it_can_be_changed_while_the_session_runs(guided: Guided) -> None:
    guided.open(address(PRESSES)).start()
    guided.unfold()
    guided.page.get_by_label("My screen reader").check()
    guided.pass_(10)

    assert len(guided.said) == 1
    assert guided.read == ["Press 1"]


def test_the_voice_speaks_the_words_language_whatever_a_translator_did(guided: Guided) -> None:
    guided.open(address(PRESSES)).page.evaluate("document.documentElement.lang = 'de'")
    guided.start()

    assert guided.asked("begin")[-1]["value"]["language"] == "en-GB"
    assert guided.asked("say")[0]["value"][1] == "en-GB"


def test_a_voice_that_the_device_lacks_is_named_with_how_to_get_one(guided: Guided) -> None:
    told = guided.open(address(PRESSES)).page.get_by_text("This device has no voice for English.")
    guided.start()
    expect(told).to_be_hidden()

    guided.page.evaluate("miss('language')")
    expect(told).to_be_visible()
    expect(told).to_contain_text("You can add one in its settings")
