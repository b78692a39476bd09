"""A fifth exercise, of an entry of a fixture and a drawing, is guided as the four are."""

import pytest
from playwright.sync_api import expect
from pytest_django import Settings

from accounts.models import User
from exercises.safety import STOP_RULE
from tests.browser.guided import BEAT, RUN, Guided, address, length, recorded
from tests.make import WALKING, make_target
from tests.two_more import HEELS, add_to_catalogue


@pytest.fixture
def programme(guided: Guided, somebody: User, settings: Settings) -> None:
    """Heel raises once a day, and toe walking once; nothing else."""
    fifth, _sixth = add_to_catalogue(settings)
    somebody.targets.exclude(exercise__slug=WALKING).update(per_day=0)
    somebody.targets.filter(exercise__slug=WALKING).update(per_day=1)
    make_target(user=somebody, exercise=fifth, per_day=1, from_day=somebody.preferences.first_day)


@pytest.mark.usefixtures("programme")
def test_it_plays_to_its_end_and_is_recorded(guided: Guided) -> None:
    guided.open(address(HEELS)).start()
    guided.pass_(14)

    seen = [
        (note["at"], note["show"], note["count"], note["pose"])
        for note in guided.asked("tone")
        if note["value"] != "tick"
    ]
    assert seen[:-1] == [
        (0, "Get ready", "", "rest"),
        (6, "Lift", "Lift 1 of 2", "press"),
        (6.5, "Stay up", "Lift 1 of 2", "hold"),
        (8.5, "Down", "Lift 1 of 2", "rest"),
        (10, "Lift", "Lift 2 of 2", "press"),
        (10.5, "Stay up", "Lift 2 of 2", "hold"),
        (12.5, "Down", "Lift 2 of 2", "rest"),
    ]
    assert guided.said == [f"{STOP_RULE} Hold on to a chair", "1", "Stay", "2", "Stay"]
    assert guided.part("tell") == "That was all 2 lifts."

    guided.pass_(1)
    guided.tick()
    expect(guided.page).to_have_title("Today: 1 of 2 · Footcare")
    assert recorded() == [(HEELS, "guided", 14)]


@pytest.mark.usefixtures("programme")
def test_its_drawing_takes_the_poses(guided: Guided) -> None:
    lifted = guided.open(address(HEELS)).start().page.locator(".guided-picture .fg-on1")
    expect(lifted).to_have_css("opacity", "0")
    guided.pass_(6.5)
    expect(lifted).to_have_css("opacity", "1")
    guided.pass_(2)
    expect(lifted).to_have_css("opacity", "0")


@pytest.mark.usefixtures("programme")
def test_it_has_its_turn_in_a_run_which_ends_after_it(guided: Guided) -> None:
    page = guided.open(RUN).start().page
    guided.pass_(length(WALKING))
    expect(page.get_by_role("heading", name="Well done")).to_be_visible()
    guided.pass_(BEAT)
    expect(page.get_by_role("heading", level=1)).to_have_accessible_name("Stand by a chair")
    assert guided.at[2] == ("Toe walking ticked, 1 of 1.")

    guided.pass_(30 + length(HEELS, opens=False) + BEAT)
    expect(page).to_have_title("Today: 2 of 2 · Footcare")
    expect(page.get_by_role("heading", name="All ten toes")).to_be_visible()
    assert recorded() == [
        (WALKING, "guided", round(length(WALKING))),
        (HEELS, "guided", round(30 + length(HEELS, opens=False))),
    ]
