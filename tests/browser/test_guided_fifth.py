"""A fifth exercise: its row and its drawing are all that it takes to play it to the end."""

from pathlib import Path

import pytest
from playwright.sync_api import expect
from pytest_django import Settings

from exercises.models import Exercise
from tests.browser.guided import Guided, address, recorded

DRAWING = """<svg class="fg fg-hr" viewBox="0 0 400 300" role="img" aria-label="Heel raises">
<circle cx="200" cy="150" r="80"/></svg>"""
SCRIPT = {
    "count": "Lift {repetition} of {repetitions}",
    "position": {"show": "Stand up"},
    "ready": {"show": "Get ready", "say": "Hold on to a chair", "pose": "flat"},
    "move": {"show": "Lift", "say": "{repetition}", "pose": "lift"},
    "hold": {"show": "Stay up", "say": "Stay", "pose": "lift"},
    "back": {"show": "Down", "pose": "flat"},
    "done": {"show": "Well done", "tell": "That was all {repetitions} lifts.", "pose": "flat"},
}


@pytest.fixture
def heel_raises(guided: Guided, settings: Settings, tmp_path: Path) -> Exercise:
    (tmp_path / "figures").mkdir()
    (tmp_path / "figures/heel-raises.svg").write_text(DRAWING)
    engine = settings.TEMPLATES[0]
    settings.TEMPLATES = [{**engine, "DIRS": [*engine["DIRS"], tmp_path]}]
    exercise = Exercise(
        slug="heel-raises",
        place=5,
        routine="walking",
        name="Heel raises",
        tagline="Up on your toes and down",
        summary="{repetitions} lifts",
        posture="stand",
        caption="Heels up",
        per_day=1,
        repetitions=2,
        move_seconds="0.5",
        hold_seconds=2,
        return_seconds="1.5",
        ready_seconds=3,
        script=SCRIPT,
        dose_facts=Exercise.objects.first().dose_facts,
    )
    exercise.full_clean()
    exercise.save()
    return exercise


def test_it_plays_to_its_end_and_is_recorded(guided: Guided, heel_raises: Exercise) -> None:
    guided.open(address("heel-raises")).start()
    guided.pass_(11)

    seen = [
        (note["at"], note["show"], note["count"], note["pose"])
        for note in guided.asked("tone")
        if note["value"] != "tick"
    ]
    assert seen[:-1] == [
        (0, "Get ready", "", "flat"),
        (3, "Lift", "Lift 1 of 2", "lift"),
        (3.5, "Stay up", "Lift 1 of 2", "lift"),
        (5.5, "Down", "Lift 1 of 2", "flat"),
        (7, "Lift", "Lift 2 of 2", "lift"),
        (7.5, "Stay up", "Lift 2 of 2", "lift"),
        (9.5, "Down", "Lift 2 of 2", "flat"),
    ]
    assert guided.said == ["Hold on to a chair", "1", "Stay", "2", "Stay"]
    assert guided.part("tell") == "That was all 2 lifts."

    guided.press("Tick off this session")
    expect(guided.page).to_have_title("Today: 0 of 10 · Footcare")
    assert recorded() == [("heel-raises", "guided", 11)]
