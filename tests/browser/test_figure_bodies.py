"""What the drawings claim of bodies: joints in their limits, hands and feet where they belong."""

import re
from collections.abc import Iterator
from math import atan2, degrees, dist
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.figure import Figure, serve

# Each <use> becomes a copy of what it shows, so that its parts have a place on the page.
UNFOLD = """(svg) => {
    for (let use; (use = svg.querySelector("use:not(.fg-ghost)")); ) {
        const copy = svg.querySelector(use.getAttribute("href")).cloneNode(true);
        const shown = document.createElementNS(svg.namespaceURI, "g");
        for (const name of ["class", "transform"])
            if (use.hasAttribute(name)) shown.setAttribute(name, use.getAttribute(name));
        shown.dataset.of = copy.id;
        for (const part of [copy, ...copy.querySelectorAll("[id]")]) part.removeAttribute("id");
        shown.append(copy);
        use.replaceWith(shown);
    }
    svg.querySelectorAll(".fg-ghost, defs > g").forEach((part) => part.remove());
}"""
# Where points of a part are in the drawing, or in another part of it.
PLACES = """([svg, selector, points, other]) => {
    const home = (other ? svg.querySelector(other) : svg).getScreenCTM().inverse();
    return [...svg.querySelectorAll(selector)].map((part) => {
        const way = home.multiply(part.getScreenCTM());
        return points.map(([x, y]) => {
            const there = new DOMPoint(x, y).matrixTransform(way);
            return [there.x, there.y];
        });
    });
}"""
# The outline of a part, in the drawing.
OUTLINE = """([svg, selector]) => {
    const part = svg.querySelector(selector);
    const way = svg.getScreenCTM().inverse().multiply(part.getScreenCTM());
    const length = part.getTotalLength();
    return Array.from({ length: 60 }, (_, at) => {
        const there = part.getPointAtLength((length * at) / 60).matrixTransform(way);
        return [there.x, there.y];
    });
}"""

STRIDE = 2
PRESSES = [0.4 * at for at in range(30)]  # more than a loop of the band
MOMENTS = [STRIDE * at / 20 for at in range(20)]


class Body(Figure):
    """A drawing of which one can ask where its parts are."""

    def __init__(self, page: Page, slug: str) -> None:
        super().__init__(page, slug)
        page.evaluate(UNFOLD, self.svg)

    def places(self, selector: str, *points: tuple[float, float], within: str = "") -> list[Any]:
        """Those points of each part that is found."""
        return self.page.evaluate(PLACES, [self.svg, selector, points, within])

    def place(self, selector: str, x: float = 0, y: float = 0, within: str = "") -> Any:
        return self.places(selector, (x, y), within=within)[0][0]

    def slope(self, selector: str) -> float:
        """By how many degrees what was level in a part is turned, clockwise."""
        (x, y), (along, down) = self.places(selector, (0, 0), (1, 0))[0]
        return degrees(atan2(down - y, along - x))

    def lowest(self, selector: str) -> float:
        return max(y for _x, y in self.page.evaluate(OUTLINE, [self.svg, selector]))


@pytest.fixture(scope="module")
def served(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    serve(page)
    page.emulate_media(reduced_motion="no-preference")
    yield page
    page.close()


@pytest.fixture
def band(served: Page) -> Body:
    return Body(served, "resisted-plantar-flexion")


LIMB, FIST = "#rpf-limb", "g:has(> .fg-sleeve) .fg-line"
PILLOW = (87, 43.4)  # its middle and, below, its size, as it is drawn on the stool
PILLOW_RADIUS, STOOL_END = 8.2, 96.6
SHANK = f"{LIMB} [fill^=url]"
ANKLE = f"{LIMB} .fg-ankle"


def test_both_ends_of_the_band_stay_in_the_fists_and_round_the_ball_of_the_foot(
    band: Body,
) -> None:
    hands = [(28, -20.6), (36.8, -23.3)]
    for seconds in PRESSES:
        band.seek(seconds)
        for hand, strap in zip(hands, (".fg-nh", ".fg-fh"), strict=True):
            ends = band.places(f"{LIMB} {strap}", (0, 0), (1, 0), (0, 1), within=LIMB)[0]
            assert dist(ends[0], hand) < 1, seconds
            for x, y in band.places(f"{LIMB} {strap}", (1, 0), (0, 1), within=ANKLE)[0]:
                assert y == pytest.approx(24.7, abs=2), seconds  # the sole
                assert 30 < x < 67, seconds  # ball and toes


def test_the_leg_lies_on_its_calf_and_the_heel_is_free_of_pillow_and_stool(band: Body) -> None:
    top = band.place(LIMB, PILLOW[0], PILLOW[1] - PILLOW_RADIUS, within=SHANK)
    assert -9 < top[0] < 0  # in the calf, whose bone runs down from 0, 0
    assert 30 < top[1] < 50  # between knee and heel, at 61
    for seconds in PRESSES:
        band.seek(seconds)
        heel_x, _ = band.place(ANKLE, -24.7, 5.8, within=LIMB)
        sole_x, sole_y = band.place(ANKLE, -10, 24.7, within=LIMB)
        assert heel_x > PILLOW[0] + PILLOW_RADIUS + 3, seconds
        assert sole_x > STOOL_END, seconds
        assert sole_y < 73, seconds  # the floor


def test_the_face_is_turned_aside_and_out_of_the_band_s_line(band: Body) -> None:
    eyes = band.page.locator(".fg-face").get_attribute("d") or ""
    assert len(re.findall(r"M\d+ 4[78][\d.]*Q", eyes)) == 2  # from the side one sees a single one
    face = band.place("g:has(> .fg-face)", 55, 60, within=LIMB)
    for seconds in PRESSES:
        band.seek(seconds)
        (hx, hy), (fx, fy) = band.places(f"{LIMB} .fg-nh", (0, 0), (1, 0), within=LIMB)[0]
        length = dist((hx, hy), (fx, fy))
        away = abs((fx - hx) * (face[1] - hy) - (fy - hy) * (face[0] - hx)) / length
        assert away > 33, seconds  # a head's height


def test_circles_go_no_further_than_an_ankle_and_further_in_than_out(served: Page) -> None:
    circles = Body(served, "ankle-circles")
    turned = []
    for at in range(50):
        circles.seek(2 + at / 20)
        turned.append(circles.slope(".fg-circ"))
    assert 10 < max(turned) <= 15  # outwards
    assert -35 <= min(turned) < -max(turned)


def test_the_leg_that_circles_is_raised_by_about_sixty_degrees(served: Page) -> None:
    circles = Body(served, "ankle-circles")
    x, y = circles.place("#ac-foot")
    assert degrees(atan2(232.3 - y, x - 152)) == pytest.approx(60, abs=5)


def test_toes_press_with_flat_pads_and_nothing_else_of_the_foot_moves(served: Page) -> None:
    presses = Body(served, "toe-presses")
    tip, foot = "[clip-path] .fg-tip", "[clip-path] .fg-bone"
    presses.seek(0)
    relaxed, still = presses.slope(tip), presses.place(foot)
    presses.seek(5)
    assert relaxed == pytest.approx(0, abs=1)
    assert 5 < presses.slope(tip) <= 20  # a fist would be more than 45
    assert presses.place(foot) == pytest.approx(still)


def test_what_is_larger_than_it_is_says_so_and_is_read_on_either_side(served: Page) -> None:
    presses = Body(served, "toe-presses")
    for side in ("right", "left"):
        presses.pose("rest", side=side)
        presses.later(1)
        (left, y), (right, _) = presses.places(".fg-note", (240, 224), (336, 224))[0]
        assert right > left  # not in mirror writing
        lens_x, lens_y = presses.place(".fg-ring", 288, 112)
        assert (left + right) / 2 == pytest.approx(lens_x, abs=4)
        assert y > lens_y + 96


@pytest.mark.parametrize(
    ("slug", "forearm", "worktop"),
    [
        ("toe-presses", ".fg-far:has(.fg-top) > g", ".fg-stage > .fg-prop"),
        ("toe-walking", ".fg-reach2", "[mask] > .fg-prop"),
    ],
)
@pytest.mark.parametrize("pose", ["rest", ""])
def test_a_hand_lies_on_the_worktop(
    served: Page, slug: str, forearm: str, worktop: str, pose: str
) -> None:
    body = Body(served, slug)
    if pose:
        body.pose(pose)
        body.later(5)
    for seconds in MOMENTS[::4]:
        body.seek(seconds)
        hand = body.lowest(f"{forearm} path:last-of-type")
        assert hand == pytest.approx(body.lowest(worktop), abs=3), seconds


def test_a_shoe_stands_flat_on_its_front_and_no_heel_comes_down(served: Page) -> None:
    walk = Body(served, "toe-walking")
    for seconds in MOMENTS:
        walk.seek(seconds)
        fronts = walk.places("[data-of$=tw-leg] [data-of$=tw-front]", (0, 4), (11.4, 4))
        heels = walk.places("[data-of$=tw-leg] [data-of$=tw-rear]", (-10.6, 10.3))
        standing = [front for front in fronts if all(265 < y < 267 for _x, y in front)]
        assert len(fronts) == len(heels) == 2
        assert standing, seconds
        assert all(y < 266 - 12 for ((_x, y),) in heels), seconds


def test_worktop_and_floor_move_together_and_rest_together(served: Page) -> None:
    walk = Body(served, "toe-walking")
    passing = """(svg) => [".fg-ticks", ".fg-doors", ".fg-grips"].map((each) =>
        parseFloat(getComputedStyle(svg.querySelector(each)).strokeDashoffset))"""
    places = []
    for seconds in MOMENTS[:10]:
        walk.seek(seconds)
        floor, *worktop = served.evaluate(passing, walk.svg)
        assert worktop == [floor, floor]
        places.append(floor)
    assert places == sorted(set(places))

    walk = Body(served, "toe-walking")
    walk.pose("rest", 0.1)
    served.wait_for_timeout(200)
    still = served.evaluate(passing, walk.svg)
    served.wait_for_timeout(200)
    assert served.evaluate(passing, walk.svg) == still
