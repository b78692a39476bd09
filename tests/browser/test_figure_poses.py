"""A drawing by itself keeps the tempo of the dose; posed by a session, it follows each cue."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from exercises.models import Exercise
from tests.browser.figure import Figure, serve

TURNS = """async (svg) => {
    const cue = { pose: "circle", from: "circle", seconds: 0.3, pips: 10 };
    const turned = [];
    figures.pose(svg, { ...cue, from: "rest", pipsDone: 3 });
    for (let begun = performance.now(), second = false; ; ) {
        await new Promise(requestAnimationFrame);
        const passed = performance.now() - begun;
        if (passed > 1000) return turned;
        if (passed > 300 && !second) {
            figures.pose(svg, { ...cue, pipsDone: 4 });
            second = true;
        }
        turned.push(parseFloat(getComputedStyle(svg).getPropertyValue("--fg-turn")) / 360);
    }
}"""

# 1 where the ring fills clockwise, as it is seen, -1 where it fills the other way.
CLOCKWISE = """(svg) => {
    const { a, b, c, d } = svg.querySelector(".fg-sweep").getScreenCTM();
    return Math.sign(a * d - b * c);
}"""


@pytest.fixture(scope="module")
def served(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    serve(page)
    yield page
    page.close()


@pytest.fixture
def alone(served: Page) -> Page:
    served.emulate_media(reduced_motion="no-preference")
    return served


@pytest.mark.usefixtures("transactional_db")
@pytest.mark.parametrize("slug", ["resisted-plantar-flexion", "toe-presses"])
def test_the_loop_of_a_press_keeps_the_tempo_of_the_dose(alone: Page, slug: str) -> None:
    dose = Exercise.objects.get(slug=slug).dose
    figure = Figure(alone, slug)
    pressed = dose.pause + dose.move
    let_go = pressed + dose.hold
    for seconds, foot_and_ring in (
        (dose.pause - 0.01, [0, 0]),
        (dose.pause + dose.move / 2, [0.5, 0]),
        (pressed, [1, 0]),
        (pressed + dose.hold / 2, [1, 0.5]),
        (let_go, [1, 1]),
        (let_go + dose.back / 2, [0.5, 0]),
        (let_go + dose.back + 0.01, [0, 0]),
        (let_go + dose.back + pressed, [1, 0]),
    ):
        figure.seek(seconds)
        assert figure.read("p", "hold") == pytest.approx(foot_and_ring, abs=0.001), seconds


@pytest.mark.usefixtures("transactional_db")
def test_the_loop_of_circles_keeps_the_tempo_of_the_dose(alone: Page) -> None:
    dose = Exercise.objects.get(slug="ankle-circles").dose
    figure = Figure(alone, "ankle-circles")
    way = dose.repetitions * dose.move
    leg = 2 * way + dose.rest + dose.change
    half, rests, back = way / 2, way + dose.rest / 2, way + dose.rest + way / 2
    changes, other = leg - dose.change / 2, leg + half
    for seconds, turns_turning_side in (
        (half, [5, 1, 1]),
        (rests, [0, 0, 1]),
        (back, [-5, 1, 1]),
        (changes, [0, 0, 1]),
        (other, [-5, 1, -1]),  # mirrored: clockwise again
        (leg + back, [5, 1, -1]),
        (2 * leg + half, [5, 1, 1]),
    ):
        figure.seek(seconds)
        turn, *others = figure.read("turn", "amp", "side")
        assert [turn / 360, *others] == pytest.approx(turns_turning_side, abs=0.01), seconds


def test_a_press_moves_for_its_seconds_and_a_hold_fills_the_ring(alone: Page) -> None:
    figure = Figure(alone, "toe-presses")
    figure.pose("press", 1.5, side="right")
    assert figure.facing == ("press", "right", "cw")
    figure.later(0.75)
    assert figure.read("p", "hold") == [0.5, 0]

    figure.pose("hold", 4, pips=10, pipsDone=3)
    figure.later(0)
    assert figure.read("p", "hold") == [1, 0]
    figure.later(2)
    assert figure.read("p", "hold", "ring") == [1, 0.5, 1]
    figure.later(4)
    assert figure.read("p", "hold", "ring") == [1, 1, 1]

    figure.pose("rest", 2)
    figure.later(1)
    assert figure.read("p", "ring") == [0.5, 0]


def test_the_ring_is_full_when_the_seconds_are_over(alone: Page) -> None:
    figure = Figure(alone, "toe-walking")
    figure.pose("walk", 0.3)
    alone.wait_for_timeout(400)
    assert figure.read("hold", "ring") == [1, 1]


def test_two_turns_in_a_row_are_one_steady_turning(alone: Page) -> None:
    figure = Figure(alone, "ankle-circles")
    turned = alone.evaluate(TURNS, figure.svg)
    assert len(turned) > 5
    assert turned == sorted(turned)
    assert turned[0] >= 3
    assert turned[-1] == pytest.approx(5)
    assert figure.read("hold") == [0.5]


def test_a_turn_that_is_skipped_to_begins_where_it_should(alone: Page) -> None:
    figure = Figure(alone, "ankle-circles")
    for pips_done in (6, 2, 9):
        figure.pose("circle", 2.5, pips=10, pipsDone=pips_done, **{"from": "circle"})
        assert 0 <= figure.read("turn")[0] - 360 * pips_done < 180
        figure.later(0)
        assert figure.read("turn") == [360 * pips_done]
        figure.later(0.7)
    figure.later(2.5)
    assert figure.read("turn", "hold") == [3600, 1]


def test_who_turns_back_to_a_press_finds_the_foot_at_rest(alone: Page) -> None:
    figure = Figure(alone, "resisted-plantar-flexion")
    figure.pose("hold", 5)
    figure.later(5)
    assert figure.read("p") == [1]
    figure.pose("press", 2, **{"from": "rest"})
    figure.later(0)
    assert figure.read("p") == [0]
    figure.later(2)
    assert figure.read("p") == [1]


def test_the_other_side_is_mirrored_and_reached_through_rest(alone: Page) -> None:
    figure = Figure(alone, "ankle-circles")
    figure.pose("circle", 2.5, side="right", direction="cw")
    figure.later(1)
    figure.pose("circle", 2.5, side="left", direction="ccw")
    assert figure.facing == ("rest", "right", "cw")
    expect(alone.locator("svg.fg")).to_have_attribute("data-pose", "circle")
    assert figure.facing == ("circle", "left", "ccw")
    figure.later(2.5)
    assert figure.read("turn", "side") == [360, -1]
    stage = alone.locator(".fg-stage").evaluate("(stage) => getComputedStyle(stage).transform")
    assert stage == "matrix(-1, 0, 0, 1, 400, 0)"


@pytest.mark.parametrize("side", ["right", "left"])
@pytest.mark.parametrize(("direction", "seen"), [("cw", 1), ("ccw", -1)])
def test_the_ring_of_a_circle_fills_the_way_the_foot_goes(
    alone: Page, side: str, direction: str, seen: int
) -> None:
    figure = Figure(alone, "ankle-circles")
    figure.pose("circle", 2.5, side=side, direction=direction, pips=10, pipsDone=0)
    figure.later(1)

    turn, side_seen = figure.read("turn", "side")
    assert turn * side_seen * seen > 0
    assert figure.page.evaluate(CLOCKWISE, figure.svg) == seen


def test_whoever_rests_for_long_comes_to_rest_soon(alone: Page) -> None:
    figure = Figure(alone, "toe-walking")
    figure.pose("walk", 20)
    figure.later(20)
    figure.pose("rest", 15, natural=True)
    figure.later(1)
    assert figure.read("p", "amp") == [0, 0]


@pytest.mark.parametrize(
    ("slug", "pose"),
    [("toe-walking", "walk"), ("toe-presses", "press")],
)
def test_what_is_frozen_stands_still_and_goes_on_from_there(
    alone: Page, slug: str, pose: str
) -> None:
    figure = Figure(alone, slug)
    figure.pose(pose, 3)
    alone.wait_for_timeout(50)
    figure.do("freeze")
    alone.wait_for_timeout(50)
    frozen, time = figure.foot, figure.read("time")
    alone.wait_for_timeout(100)
    assert (figure.foot, figure.read("time")) == (frozen, time)
    assert figure.running == 0

    figure.do("thaw")
    alone.wait_for_timeout(100)
    assert figure.foot != frozen
    assert figure.read("time") > time


def test_a_cue_that_is_shown_while_frozen_starts_where_it_should(alone: Page) -> None:
    figure = Figure(alone, "toe-presses")
    figure.pose("press", 1)
    figure.do("freeze")
    figure.pose("hold", 4, **{"from": "press"})
    figure.do("freeze")
    assert figure.read("p", "hold") == pytest.approx([1, 0], abs=0.1)
    assert figure.running == 0


def test_without_motion_a_pose_changes_at_once_and_the_ring_still_fills(alone: Page) -> None:
    alone.emulate_media(reduced_motion="reduce")
    figure = Figure(alone, "resisted-plantar-flexion")
    figure.pose("rest", 3)
    assert figure.read("p") == [0]
    figure.pose("press", 2)
    assert figure.read("p") == [1]
    figure.pose("hold", 5)
    figure.later(2.5)
    assert figure.read("p", "hold", "ring") == [1, 0.5, 1]
