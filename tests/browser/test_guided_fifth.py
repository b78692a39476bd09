"""A fifth exercise: an entry of a fixture, a drawing and a row of poses are all that it takes."""

import json
from pathlib import Path

import pytest
from django.core.management import call_command
from playwright.sync_api import expect
from pytest_django import Settings

from accounts.models import User
from exercises.models import Exercise
from tests.browser.guided import BEAT, RUN, Guided, address, length, recorded
from tests.make import make_target

HEELS, WALKING = "heel-raises", "toe-walking"
DRAWING = """<svg class="fg fg-hr" viewBox="0 0 400 300" role="img" aria-label="Heel raises">
<g class="fg-j fg-ankle"><path class="fg-skin" d="M120 40h160v40H120z"/></g></svg>"""
POSES = "@layer figures{.fg-hr{--a0:0deg;--a1:90deg}}"
FLAT, LIFTED = "matrix(1, 0, 0, 1, 0, 0)", "matrix(0, 1, -1, 0, 0, 0)"
ENTRY = {
    "slug": HEELS,
    "place": 5,
    "routine": "walking",  # as toe walking: there are four hues
    "name": "Heel raises",
    "tagline": "Up on your toes and down",
    "summary": "{repetitions} lifts",
    "posture": "stand",
    "caption": "Heels up",
    "per_day": 1,
    "repetitions": 2,
    "move_seconds": "0.5",
    "hold_seconds": "2.0",
    "return_seconds": "1.5",
    "ready_seconds": "3.0",
    "script": {
        "count": "Lift {repetition} of {repetitions}",
        "position": {"show": "Stand by a chair"},
        "ready": {"show": "Get ready", "say": "Hold on to a chair", "pose": "rest"},
        "move": {"show": "Lift", "say": "{repetition}", "pose": "press"},
        "hold": {"show": "Stay up", "say": "Stay", "pose": "hold"},
        "back": {"show": "Down", "pose": "rest"},
        "done": {"show": "Well done", "tell": "That was all {repetitions} lifts.", "pose": "rest"},
    },
    "dose_facts": [{"figure": "{repetitions}", "label": "lifts"}],
}


@pytest.fixture
def programme(guided: Guided, somebody: User, settings: Settings, tmp_path: Path) -> None:
    """Heel raises once a day, and toe walking once; nothing else."""
    (tmp_path / "figures").mkdir()
    (tmp_path / f"figures/{HEELS}.svg").write_text(DRAWING)
    engine = settings.TEMPLATES[0]
    settings.TEMPLATES = [{**engine, "DIRS": [*engine["DIRS"], tmp_path]}]
    sheet = Path("static/css/figures.css").read_text() + POSES
    guided.page.route(
        "**/css/figures.css", lambda route: route.fulfill(body=sheet, content_type="text/css")
    )
    fixture = tmp_path / "fifth.json"
    fixture.write_text(json.dumps([{"model": "exercises.exercise", "fields": ENTRY}]))
    call_command("loaddata", fixture, verbosity=0)
    fifth = Exercise.objects.get(slug=HEELS)
    fifth.full_clean()
    somebody.targets.exclude(exercise__slug=WALKING).update(per_day=0)
    somebody.targets.filter(exercise__slug=WALKING).update(per_day=1)
    make_target(user=somebody, exercise=fifth, per_day=1, from_day=somebody.first_day)


@pytest.mark.usefixtures("programme")
def test_it_plays_to_its_end_and_is_recorded(guided: Guided) -> None:
    guided.open(address(HEELS)).start()
    guided.pass_(11)

    seen = [
        (note["at"], note["show"], note["count"], note["pose"])
        for note in guided.asked("tone")
        if note["value"] != "tick"
    ]
    assert seen[:-1] == [
        (0, "Get ready", "", "rest"),
        (3, "Lift", "Lift 1 of 2", "press"),
        (3.5, "Stay up", "Lift 1 of 2", "hold"),
        (5.5, "Down", "Lift 1 of 2", "rest"),
        (7, "Lift", "Lift 2 of 2", "press"),
        (7.5, "Stay up", "Lift 2 of 2", "hold"),
        (9.5, "Down", "Lift 2 of 2", "rest"),
    ]
    assert guided.said == ["Hold on to a chair", "1", "Stay", "2", "Stay"]
    assert guided.part("tell") == "That was all 2 lifts."

    guided.pass_(1)
    guided.tick()
    expect(guided.page).to_have_title("Today: 1 of 2 · Footcare")
    assert recorded() == [(HEELS, "guided", 11)]


@pytest.mark.usefixtures("programme")
def test_its_drawing_takes_the_poses(guided: Guided) -> None:
    ankle = guided.open(address(HEELS)).start().page.locator(".fg-hr .fg-ankle")
    expect(ankle).to_have_css("transform", FLAT)
    guided.pass_(3.5)
    expect(ankle).to_have_css("transform", LIFTED)
    guided.pass_(2)
    expect(ankle).to_have_css("transform", FLAT)


@pytest.mark.usefixtures("programme")
def test_it_has_its_turn_in_a_run_which_ends_after_it(guided: Guided) -> None:
    page = guided.open(RUN).start().page
    guided.pass_(length(WALKING))
    expect(page.get_by_role("heading", name="Well done")).to_be_visible()
    guided.pass_(BEAT)
    expect(page.get_by_role("heading", level=1)).to_have_accessible_name("Stand by a chair")
    assert guided.at[1:] == ("30", "Toe walking ticked, 1 of 1.")

    guided.pass_(30 + length(HEELS) + BEAT)
    expect(page).to_have_title("Today: 2 of 2 · Footcare")
    expect(page.get_by_role("heading", name="All ten toes")).to_be_visible()
    assert recorded() == [
        (WALKING, "guided", round(length(WALKING))),
        (HEELS, "guided", round(30 + length(HEELS))),
    ]
