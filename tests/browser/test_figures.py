"""The drawings move: by themselves at the dose's tempo, and as a session's cues pose them."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from exercises.models import Exercise

Open = Callable[..., BrowserContext]

JOINT = """(svg) => getComputedStyle(
    svg.querySelector(".fg-arm") ?? svg.querySelector(".fg-ankle, .fg-tip")).transform"""
READ = """([svg, names]) => names.map(
    (name) => parseFloat(getComputedStyle(svg).getPropertyValue(`--fg-${name}`)))"""
# The loops as they are after so many seconds.
SEEK = """(seconds) => {
    for (const each of document.getAnimations())
        if (each instanceof CSSAnimation) { each.pause(); each.currentTime = 1000 * seconds }
}"""
STILL = """(svg) => [
    getComputedStyle(svg.querySelector(".fg-ghost")).display,
    getComputedStyle(svg).getPropertyValue("--fg-p"),
    getComputedStyle(svg.querySelector(".fg-arrow")).opacity,
]"""
RUNNING = "() => document.getAnimations().filter((each) => each.playState === 'running').length"
TWO_SECONDS_ON = """() => {
    for (const each of document.getAnimations()) each.currentTime = 2000;
}"""
# What a cue has set going, as it is after so many seconds, and not a moment later.

LATER = """([svg, seconds]) => {
    for (const each of svg.getAnimations())
        if (!(each instanceof CSSAnimation)) { each.pause(); each.currentTime = 1000 * seconds }
}"""
TURNS = """async (svg) => {
    const cue = { pose: "circle", from: "circle", seconds: 0.3, pips: 10 };
    const turned = [];
    figures.pose(svg, { ...cue, from: "rest", pipsDone: 3 });
    for (let begun = performance.now(), second = false; ; ) {
        await new Promise(requestAnimationFrame);
        const passed = performance.now() - begun;
        if (passed > 700) return turned;
        if (passed > 300 && !second) {
            figures.pose(svg, { ...cue, pipsDone: 4 });
            second = true;
        }
        turned.push(parseFloat(getComputedStyle(svg).getPropertyValue("--fg-turn")) / 360);
    }
}"""

pytestmark = pytest.mark.usefixtures("transactional_db")


class Figure:
    """The drawing of one exercise, posed by script."""

    def __init__(self, page: Page, slug: str) -> None:
        page.goto(f"/exercises/{slug}/")
        page.evaluate("import('/static/js/guided/figure.js').then((all) => { figures = all })")
        self.svg = page.locator("svg.fg").element_handle()
        self.page = page

    def pose(self, pose: str, seconds: float = 5, **cue: Any) -> None:
        self.do("pose", {"pose": pose, "seconds": seconds, **cue})

    def do(self, name: str, *cue: dict[str, Any]) -> None:
        self.page.evaluate(
            "([svg, name, ...cue]) => figures[name](svg, ...cue)", [self.svg, name, *cue]
        )

    def later(self, seconds: float) -> None:
        self.page.evaluate(LATER, [self.svg, seconds])

    def read(self, *names: str) -> list[float]:
        return [round(found, 3) for found in self.page.evaluate(READ, [self.svg, names])]

    @property
    def facing(self) -> tuple[str | None, ...]:
        return tuple(
            self.svg.get_attribute(f"data-{name}") for name in ("pose", "side", "direction")
        )

    @property
    def foot(self) -> str:
        return self.page.evaluate(JOINT, self.svg)


def joints(page: Page) -> list[str]:
    return [drawing.evaluate(JOINT) for drawing in page.locator("svg.fg").all()]


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_the_drawings_of_the_list_move_until_they_are_paused(
    new_context: Open, script: bool
) -> None:
    size = {"width": 1280, "height": 1400}
    page = new_context(java_script_enabled=script, viewport=size).new_page()
    page.goto("/exercises/")
    page.evaluate(TWO_SECONDS_ON)  # the longest pause is over
    first = joints(page)
    page.wait_for_timeout(300)
    assert [before == after for before, after in zip(first, joints(page), strict=True)] == [
        False
    ] * 4

    pause = page.get_by_label("Pause the drawings")
    assert pause.locator("..").bounding_box()["height"] >= 48
    pause.focus()
    page.keyboard.press("Space")
    still = joints(page)
    page.wait_for_timeout(200)
    assert joints(page) == still


def test_the_drawing_of_an_exercise_s_page_pauses_and_goes_on(page: Page) -> None:
    page.goto("/exercises/toe-walking/")
    pause = page.get_by_label("Pause the drawing")
    assert page.evaluate(RUNNING) > 0

    pause.check()
    assert page.evaluate(RUNNING) == 0

    pause.uncheck()
    assert page.evaluate(RUNNING) > 0


@pytest.mark.parametrize("slug", ["resisted-plantar-flexion", "toe-presses"])
def test_the_loop_of_a_press_keeps_the_tempo_of_the_dose(page: Page, slug: str) -> None:
    dose = Exercise.objects.get(slug=slug).dose
    figure = Figure(page, slug)
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
        page.evaluate(SEEK, seconds)
        assert figure.read("p", "hold") == pytest.approx(foot_and_ring, abs=0.001), seconds


def test_the_loop_of_circles_keeps_the_tempo_of_the_dose(page: Page) -> None:
    dose = Exercise.objects.get(slug="ankle-circles").dose
    figure = Figure(page, "ankle-circles")
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
        page.evaluate(SEEK, seconds)
        turn, *others = figure.read("turn", "amp", "side")
        assert [turn / 360, *others] == pytest.approx(turns_turning_side, abs=0.01), seconds


@pytest.mark.parametrize("medium", [{"reduced_motion": "reduce"}, {"media": "print"}])
def test_without_motion_and_on_paper_start_and_key_pose_stand_still(
    page: Page, medium: dict[str, Any]
) -> None:
    page.emulate_media(**medium)
    page.goto("/exercises/")
    expect(page.get_by_text("Pause the drawings")).to_be_hidden()
    assert page.evaluate(RUNNING) == 0
    for drawing in page.locator("svg.fg").all():
        assert drawing.evaluate(STILL) == ["inline", "1", "1"]


def test_paper_is_light_whatever_the_theme(page: Page) -> None:
    page.goto("/exercises/toe-walking/")
    ink = "getComputedStyle(document.querySelector('.fg-legs')).fill"
    light = page.evaluate(ink)
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    assert page.evaluate(ink) != light

    page.emulate_media(media="print")

    assert page.evaluate(ink) == light


def test_a_press_moves_for_its_seconds_and_a_hold_fills_the_ring(page: Page) -> None:
    figure = Figure(page, "toe-presses")
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


def test_the_ring_is_full_when_the_seconds_are_over(page: Page) -> None:
    figure = Figure(page, "toe-walking")
    figure.pose("walk", 0.3)
    page.wait_for_timeout(400)
    assert figure.read("hold", "ring") == [1, 1]


def test_two_turns_in_a_row_are_one_steady_turning(page: Page) -> None:
    figure = Figure(page, "ankle-circles")
    turned = page.evaluate(TURNS, figure.svg)
    assert len(turned) > 5
    assert turned == sorted(turned)
    assert turned[0] == pytest.approx(3, abs=0.3)
    assert turned[-1] == pytest.approx(5)
    assert figure.read("hold") == [0.5]


def test_a_turn_that_is_skipped_to_begins_where_it_should(page: Page) -> None:
    figure = Figure(page, "ankle-circles")
    for pips_done in (6, 2, 9):
        figure.pose("circle", 2.5, pips=10, pipsDone=pips_done, **{"from": "circle"})
        figure.later(0)
        assert figure.read("turn") == [360 * pips_done]
        figure.later(0.7)
    figure.later(2.5)
    assert figure.read("turn", "hold") == [3600, 1]


def test_who_turns_back_to_a_press_finds_the_foot_at_rest(page: Page) -> None:
    figure = Figure(page, "resisted-plantar-flexion")
    figure.pose("hold", 5)
    figure.later(5)
    assert figure.read("p") == [1]
    figure.pose("press", 2, **{"from": "rest"})
    figure.later(0)
    assert figure.read("p") == [0]
    figure.later(2)
    assert figure.read("p") == [1]


def test_the_other_side_is_mirrored_and_reached_through_rest(page: Page) -> None:
    figure = Figure(page, "ankle-circles")
    figure.pose("circle", 2.5, side="right", direction="cw")
    figure.later(1)
    figure.pose("circle", 2.5, side="left", direction="ccw")
    assert figure.facing == ("rest", "right", "cw")
    page.wait_for_timeout(500)
    assert figure.facing == ("circle", "left", "ccw")
    figure.later(2.5)
    assert figure.read("turn", "side") == [360, -1]
    stage = page.locator(".fg-stage").evaluate("(stage) => getComputedStyle(stage).transform")
    assert stage == "matrix(-1, 0, 0, 1, 400, 0)"


def test_whoever_rests_for_long_comes_to_rest_soon(page: Page) -> None:
    figure = Figure(page, "toe-walking")
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
    page: Page, slug: str, pose: str
) -> None:
    figure = Figure(page, slug)
    figure.pose(pose, 60)
    page.wait_for_timeout(50)
    figure.do("freeze")
    page.wait_for_timeout(50)
    frozen, time = figure.foot, figure.read("time")
    page.wait_for_timeout(100)
    assert (figure.foot, figure.read("time")) == (frozen, time)
    assert page.evaluate(RUNNING) == 0

    figure.do("thaw")
    page.wait_for_timeout(100)
    assert figure.foot != frozen
    assert figure.read("time") > time


def test_a_cue_that_is_shown_while_frozen_starts_where_it_should(page: Page) -> None:
    figure = Figure(page, "toe-presses")
    figure.pose("press", 1)
    figure.do("freeze")
    figure.pose("hold", 4, **{"from": "press"})
    figure.do("freeze")
    assert figure.read("p", "hold") == pytest.approx([1, 0], abs=0.1)
    assert page.evaluate(RUNNING) == 0


def test_the_loop_comes_back_as_if_nothing_had_been(page: Page) -> None:
    figure = Figure(page, "ankle-circles")
    before = figure.svg.evaluate("(svg) => svg.cloneNode(false).outerHTML")
    figure.pose("circle", 5, side="left", direction="ccw", pips=10, pipsDone=2)
    figure.do("freeze")

    figure.do("loop")

    after = figure.svg.evaluate("(svg) => svg.cloneNode(false).outerHTML")
    assert after.replace(' style=""', "") == before
    assert page.evaluate(RUNNING) > 0
    assert figure.read("side", "time") == [1, 1]


def test_without_motion_a_pose_changes_at_once_and_the_ring_still_fills(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    figure = Figure(page, "resisted-plantar-flexion")
    figure.pose("rest", 3)
    assert figure.read("p") == [0]
    figure.pose("press", 2)
    assert figure.read("p") == [1]
    figure.pose("hold", 5)
    figure.later(2.5)
    assert figure.read("p", "hold", "ring") == [1, 0.5, 1]
