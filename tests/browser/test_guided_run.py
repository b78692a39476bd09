"""The run of a guided session: where it is, from its cues and a clock that the test moves."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

SCRIPT = Path("static/js/guided/run.js")
READY, PRESS, HOLD, BACK, DONE = range(5)
CUES = [
    {"kind": "ready", "seconds": 5, "natural": True},
    {"kind": "move", "seconds": 1.5, "natural": False},
    {"kind": "hold", "seconds": 5, "natural": False},
    {"kind": "back", "seconds": 3, "natural": False},
    {"kind": "done", "seconds": 0, "natural": True},
]
BEGIN = """async ([cues, pace]) => {
    const { Run } = await import("/static/js/guided/run.js");
    window.time = { steady: 1000, wall: 5_000_000 };
    window.run = new Run(cues, pace, () => ({ ...time }));
}"""


class Session:
    """A run in the page that is open."""

    def __init__(self, page: Page, pace: str = "normal") -> None:
        self.page = page
        page.evaluate(BEGIN, [CUES, pace])

    def do(self, script: str) -> Any:
        return self.page.evaluate(script)

    def pass_(self, seconds: float, *, step: float = 1) -> None:
        """Both clocks go on, and the run looks at them at each step."""
        while seconds > 0.0001:
            self.jump(steady=min(step, seconds), wall=min(step, seconds))
            self.do("run.look()")
            seconds -= step

    def jump(self, *, steady: float, wall: float) -> None:
        self.page.evaluate(
            "([steady, wall]) => { time.steady += steady; time.wall += wall }",
            [1000 * steady, 1000 * wall],
        )

    @property
    def at(self) -> tuple[int, float]:
        """The cue, and the seconds that are left of it."""
        at, left = self.do("[run.at, run.left]")
        return at, round(left / 1000, 6)

    @property
    def running(self) -> bool:
        return bool(self.do("run.running"))


@pytest.fixture(scope="module")
def blank(browser: Browser) -> Iterator[Page]:
    """A page with nothing on it, that can load the script: the run needs no site."""
    page = browser.new_page()
    page.route("**/*", lambda route: route.fulfill(body="", content_type="text/html"))
    page.route("**/js/guided/run.js", lambda route: route.fulfill(path=SCRIPT))
    page.goto("http://localhost/")
    yield page
    page.close()


@pytest.fixture
def session(blank: Page) -> Session:
    session = Session(blank)
    session.do("run.go()")
    return session


def test_nothing_moves_before_it_goes(blank: Page) -> None:
    session = Session(blank)
    session.pass_(20)

    assert session.at == (READY, 5)
    assert session.do("run.seconds") == 0


def test_cues_follow_each_other_to_the_end(session: Session) -> None:
    seen = []
    for _ in range(29):
        session.pass_(0.5)
        seen.append(session.at[0])

    assert seen == [READY] * 9 + [PRESS] * 3 + [HOLD] * 10 + [BACK] * 6 + [DONE]
    assert session.do("[run.over, run.running, run.whole, run.seconds]") == [True, False, True, 15]


def test_a_late_look_delays_nothing_that_comes_after(session: Session) -> None:
    session.pass_(4.9)
    session.pass_(1.7, step=1.7)

    assert session.at == (HOLD, 4.9)


def test_a_late_look_says_how_many_cues_began(session: Session) -> None:
    session.pass_(4.9)
    session.jump(steady=1.7, wall=1.7)

    assert session.do("run.look()") == {"begun": 2, "jumped": False}
    assert session.do("run.look()") == {"begun": 0, "jumped": False}


def test_it_waits_for_the_next_whole_second_or_the_end_of_the_cue(session: Session) -> None:
    assert session.do("run.wait") == 1000
    session.pass_(0.25)
    assert session.do("run.wait") == 750
    session.pass_(4.75)
    assert session.at == (PRESS, 1.5)
    assert session.do("run.wait") == 500
    session.pass_(0.5)
    assert session.do("run.wait") == 1000


@pytest.mark.parametrize(("steady", "wall"), [(40, 40), (0, 40), (40, 0), (3.01, 3.01)])
def test_whoever_slept_is_paused_where_it_last_looked(
    session: Session, steady: float, wall: float
) -> None:
    session.pass_(9)
    session.jump(steady=steady, wall=wall)

    assert session.do("run.look()") == {"begun": 0, "jumped": True}
    assert session.at == (HOLD, 2.5)
    assert not session.running
    assert session.do("run.seconds") == 9


def test_two_seconds_too_late_are_no_sleep(session: Session) -> None:
    session.jump(steady=3, wall=3)

    assert session.do("run.look()") == {"begun": 0, "jumped": False}
    assert session.at == (READY, 2)


def test_a_natural_pause_goes_on_where_it_was(session: Session) -> None:
    session.pass_(2)
    session.do("run.pause()")
    session.pass_(60)

    assert session.do("run.go()") is False  # the cue doesn't begin anew
    assert session.at == (READY, 3)
    session.pass_(1)
    assert session.at == (READY, 2)
    assert session.do("run.seconds") == 3


def test_a_hold_that_was_broken_off_is_held_anew(session: Session) -> None:
    session.pass_(9)
    session.do("run.pause()")
    assert session.at == (HOLD, 2.5)

    assert session.do("run.go()") is True
    assert session.at == (HOLD, 5)


def test_pausing_again_or_going_again_changes_nothing(session: Session) -> None:
    session.pass_(2)
    assert session.do("run.go()") is False
    session.do("run.pause()")
    session.do("run.pause()")

    assert session.at == (READY, 3)


def test_back_is_one_cue_back_and_no_further_than_the_first(session: Session) -> None:
    session.pass_(9)
    session.do("run.back()")
    assert session.at == (PRESS, 1.5)
    assert session.running

    session.do("run.back(); run.back()")
    assert session.at == (READY, 5)


def test_skipping_leads_to_the_next_cue_and_to_the_end(session: Session) -> None:
    session.do("run.skip()")
    assert session.at == (PRESS, 1.5)
    session.do("run.pause(); run.skip()")
    assert session.at == (HOLD, 5)
    assert not session.running

    session.do("run.skip(); run.skip(); run.skip(); run.go()")
    assert session.at == (DONE, 0)
    assert not session.running


def test_it_is_whole_only_when_all_presses_and_holds_were_done(session: Session) -> None:
    session.do("run.skip()")
    session.pass_(6.5)
    session.do("run.skip()")
    assert session.do("[run.over, run.whole]") == [True, True]

    session.do("run.back(); run.back(); run.skip(); run.skip()")
    assert session.do("[run.over, run.whole]") == [True, False]


def test_a_press_that_was_skipped_and_done_after_all_counts(session: Session) -> None:
    session.do("run.skip(); run.skip(); run.back()")
    session.pass_(9.5)

    assert session.do("[run.over, run.whole]") == [True, True]


@pytest.mark.parametrize(
    ("pace", "seconds"), [("slower", [20 / 3, 2, 5, 4]), ("faster", [5, 1.125, 5, 2.25])]
)
def test_the_pace_changes_movements_and_hurries_no_hold_and_nobody_who_gets_ready(
    blank: Page, pace: str, seconds: list[float]
) -> None:
    session = Session(blank, pace)
    lengths = session.do("[0, 1, 2, 3].map((at) => { const n = run.length; run.skip(); return n })")

    assert [length / 1000 for length in lengths] == pytest.approx(seconds)


def test_a_new_pace_holds_from_the_next_cue_on(session: Session) -> None:
    session.do("run.pace = 'slower'")
    assert session.at == (READY, 5)
    session.pass_(5)

    assert session.at == (PRESS, 2)


def test_a_cue_that_is_no_work_takes_at_least_as_long_as_its_words(blank: Page) -> None:
    session = Session(blank, "faster")
    session.do("run.go(); run.takeAtLeast(7)")
    assert session.at == (READY, 7)
    session.do("run.takeAtLeast(2)")
    assert session.at == (READY, 7)

    session.do("run.skip(); run.takeAtLeast(7)")
    assert session.at == (PRESS, 1.125)


def test_where_a_cue_waits_no_time_passes_until_the_person_goes_on(session: Session) -> None:
    session.do("run.waits = ({ kind }) => kind === 'hold'; 0")
    session.pass_(8)
    session.pass_(600)
    assert session.at == (HOLD, 5)
    assert session.do("[run.waiting, run.running, run.wait]") == [True, True, 1000]

    assert session.do("run.go()") is False
    session.pass_(1)
    assert session.at == (HOLD, 4)
    assert session.do("run.seconds") == 8  # the 6.5 before it, half a second late, and this one


def test_the_person_then_has_as_long_as_to_get_ready(session: Session) -> None:
    session.do("run.cues[2].seconds = 20; run.waits = ({ kind }) => kind === 'hold'; 0")
    session.pass_(7)
    session.do("run.go()")

    assert session.at == (HOLD, 5)


def test_skipping_and_going_back_leave_a_cue_that_waits(session: Session) -> None:
    session.do("run.waits = ({ kind }) => kind === 'hold'; 0")
    session.pass_(7)
    session.jump(steady=600, wall=600)
    session.do("run.skip()")
    assert session.at == (BACK, 3)
    assert session.do("run.look()") == {"begun": 0, "jumped": False}

    session.do("run.back()")
    assert session.do("run.waiting") is True
