"""The oldest browsers to be served: the style sheets come without what those lack."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.figure import RUNNING, STILL, Figure, serve
from tests.browser.guided import Guided
from tests.browser.test_guided_look import address, boxes, overlap

PROPERTY = r"(?<=@)property"  # none before Safari 16.4 and Firefox 128
MIX = r"color-mix"  # none before Safari 16.2
HAS = r"(?<=:)has(?=\()"  # none before Firefox 121
CONTAINER = r"\bcontainer\b|(?<=\d)cq[ib]\b"  # none before Safari 16

SLUG = "resisted-plantar-flexion"
# Where each joint is, and whether the ring is seen.
POSED = """(svg) => [...svg.querySelectorAll(".fg-j, .fg-stage, .fg-sweep")].flatMap((part) => {
    const { transform, opacity } = getComputedStyle(part);
    return [...new DOMMatrix(transform).toFloat64Array(), Number(opacity)];
})"""
# Of each part: what it is painted with, be it never so different a colour.
PAINTED = """(svg) => [...svg.querySelectorAll("[class]")].flatMap((part) =>
    ["fill", "stroke", "stop-color"].map((paint) => {
        const colour = getComputedStyle(part)[paint];
        return ["none", "rgb(0, 0, 0)"].includes(colour) ? colour : "a colour";
    }))"""


def take_out(feature: str, page: Page) -> None:
    def answer(route: Route) -> None:
        sheet = Path("static/css", Path(urlsplit(route.request.url).path).name).read_text()
        route.fulfill(body=re.sub(feature, "gone", sheet), content_type="text/css")

    page.route("**/css/*.css", answer)


@pytest.fixture(scope="module")
def latest(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    serve(page)
    yield page
    page.close()


@pytest.fixture(scope="module")
def before_property(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    serve(page)
    take_out(PROPERTY, page)
    yield page
    page.close()


@pytest.mark.parametrize(
    ("slug", "poses"),
    [
        (SLUG, ["rest", "press", "hold"]),
        ("ankle-circles", ["rest", "circle"]),
        ("toe-presses", ["rest", "press", "hold"]),
        ("toe-walking", ["rest", "walk"]),
    ],
)
def test_without_registered_properties_each_pose_ends_where_it_should(
    latest: Page, before_property: Page, slug: str, poses: list[str]
) -> None:
    for pose in poses:
        whole, older = (end(Figure(page, slug), pose) for page in (latest, before_property))
        assert older == pytest.approx(whole, abs=0.001), pose


def end(figure: Figure, pose: str) -> list[float]:
    figure.pose(pose, 2, direction="ccw", pips=10, pipsDone=3)
    figure.later(2)
    figure.seek(0)  # of a stride
    return figure.page.evaluate(POSED, figure.svg)


def test_without_registered_properties_the_loop_of_a_press_shows_both_its_poses(
    before_property: Page,
) -> None:
    figure = Figure(before_property, "toe-presses")
    shown = []
    for second in range(1, 8):
        figure.seek(second)
        shown.append(figure.foot)
    assert len(set(shown)) == 2
    assert shown[0] == shown[-1]


@pytest.mark.browser_context_args(reduced_motion="no-preference")
@pytest.mark.usefixtures("transactional_db")
def test_without_mixed_colours_whatever_is_painted_still_is(page: Page) -> None:
    def painted() -> list[list[str]]:
        page.goto("/exercises/")
        return [drawing.evaluate(PAINTED) for drawing in page.locator("svg.fg").all()]

    whole = painted()
    take_out(MIX, page)
    assert painted() == whole


@pytest.mark.browser_context_args(reduced_motion="no-preference")
@pytest.mark.usefixtures("transactional_db")
@pytest.mark.parametrize("path", ["/exercises/", "/exercises/toe-walking/"])
def test_without_has_the_drawings_stand_still_and_nothing_pretends_to_pause_them(
    page: Page, path: str
) -> None:
    take_out(HAS, page)
    page.goto(path)
    expect(page.get_by_text("Pause the drawing")).to_be_hidden()
    assert page.evaluate(RUNNING) == 0
    for drawing in page.locator("svg.fg").all():
        assert drawing.evaluate(STILL) == ["inline", "1", "1"]


@pytest.mark.parametrize("feature", [HAS, CONTAINER], ids=["has", "container"])
@pytest.mark.parametrize("size", [(390, 664), (844, 390)])
def test_without_has_or_container_queries_all_that_one_follows_is_on_the_screen(
    guided: Guided, feature: str, size: tuple[int, int]
) -> None:
    page = guided.page
    width, height = size
    page.set_viewport_size({"width": width, "height": height})
    take_out(feature, page)
    guided.open(address(SLUG)).start()
    guided.key("ArrowRight")
    assert guided.at[0] == "Press"

    page.evaluate("scrollTo(0, 0)")
    heading, tell, drawing, pacer, *others = boxes(page)
    assert pacer["width"] >= 120
    assert pacer["width"] == pytest.approx(pacer["height"])
    assert drawing["width"] >= 180
    everything = [heading, tell, drawing, pacer, *others]
    for box in everything:
        assert 0 <= box["x"] <= box["x"] + box["width"] <= width
        assert 0 <= box["y"] <= box["y"] + box["height"] <= height
    assert not any(overlap(one, pacer) for one in everything if one is not pacer)
    assert page.locator(".pacer-n").evaluate("it => parseFloat(getComputedStyle(it).fontSize)") > 80


def test_without_mixed_colours_the_number_of_a_movement_stands_on_a_plain_disc(
    guided: Guided,
) -> None:
    take_out(MIX, guided.page)
    guided.open(address(SLUG)).start()
    guided.key("ArrowRight")
    assert guided.at[0] == "Press"
    disc = "getComputedStyle(document.querySelector('.pacer-disc')).fill"
    assert guided.page.evaluate(disc).startswith("oklch(0.997")
