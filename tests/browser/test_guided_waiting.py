"""The other foot: the session waits where something has to be put on, as the person likes."""

import pytest
from playwright.sync_api import expect

from exercises.models import Exercise
from tests.browser.guided import Guided, address, followed, recorded

FLEXION, CIRCLES = "resisted-plantar-flexion", "ankle-circles"
READY = "I’m ready"


def until_the_other_foot(slug: str) -> float:
    cues = followed(Exercise.objects.get(slug=slug))
    at = next(at for at, cue in enumerate(cues) if cue.kind == "change")
    return sum(cue.seconds for cue in cues[:at])


@pytest.fixture
def waiting(guided: Guided) -> Guided:
    """The band has to be put round the other foot."""
    guided.open(address(FLEXION)).start()
    guided.pass_(until_the_other_foot(FLEXION))
    assert guided.shows(READY)
    return guided


def test_with_a_band_it_waits_for_the_person_and_says_so(waiting: Guided) -> None:
    waiting.pass_(3600)

    expect(waiting.page.get_by_role("heading", name="Other foot")).to_be_visible()
    expect(waiting.page.get_by_role("timer")).to_be_hidden()
    assert waiting.said[-1].startswith("Other foot. ")
    assert waiting.said[-1].endswith(" Take your time. Press “I’m ready” to go on.")
    assert waiting.asked("playing")[-1]["value"] == "paused"  # so that a headset's button means go


@pytest.mark.parametrize("how", ["button", "space", "headset"])
def test_it_goes_on_after_as_long_as_it_took_to_get_ready(waiting: Guided, how: str) -> None:
    said = len(waiting.said)
    match how:
        case "button":
            waiting.press(READY)
        case "space":
            waiting.page.evaluate("document.activeElement.blur()")
            waiting.key(" ")
        case "headset":
            waiting.page.evaluate("headset.play()")

    assert waiting.shows("Pause")
    assert waiting.at == ("Other foot", "10", "")
    assert len(waiting.said) == said
    waiting.pass_(10)
    assert waiting.at == ("Press", "2", "Press 1 of 15")
    assert waiting.part("where") == "left foot"


def test_the_wait_is_no_time_spent(waiting: Guided) -> None:
    waiting.pass_(600)
    waiting.press(READY)
    waiting.pass_(10 + 15 * 11)
    waiting.tick()

    expect(waiting.page).to_have_title("Today: 1 of 10 · Footcare")
    assert recorded() == [(FLEXION, "guided", round(until_the_other_foot(FLEXION) + 10 + 15 * 11))]


def test_back_and_skip_go_on_from_there(waiting: Guided) -> None:
    waiting.press("Skip")
    assert waiting.at == ("Press", "2", "Press 1 of 15")
    waiting.press("Back")
    assert waiting.shows(READY)
    waiting.press("Back")
    assert waiting.at == ("Rest", "1", "Press 15 of 15")
    waiting.pass_(1)
    assert waiting.shows(READY)


def test_whoever_stops_there_is_asked_and_can_go_on(waiting: Guided) -> None:
    waiting.key("Escape")
    assert waiting.part("count") == "Press 15 of 15"
    waiting.press("Go on")
    waiting.pass_(10)

    assert waiting.at[0] == "Press"


def test_with_nothing_to_put_on_it_goes_on_by_itself(guided: Guided) -> None:
    guided.open(address(CIRCLES)).start()
    guided.pass_(until_the_other_foot(CIRCLES) + 10)

    assert guided.at[0] == "Circle"


def test_a_person_can_have_it_always_wait(guided: Guided) -> None:
    guided.open(address(CIRCLES)).unfold()
    guided.page.get_by_label("Always wait").check()
    guided.start()
    guided.pass_(until_the_other_foot(CIRCLES) + 60)
    assert guided.shows(READY)

    guided.page.reload()
    expect(guided.page.get_by_label("Always wait")).to_be_checked()


def test_or_never(guided: Guided) -> None:
    guided.prefer(waits="never").open(address(FLEXION)).start()
    guided.pass_(until_the_other_foot(FLEXION) + 20)

    assert guided.at[0] == "Press"
