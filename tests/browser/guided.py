"""A guided session in a browser: a clock that is moved by hand, a device that takes notes."""

from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page, expect

from exercises.models import Exercise
from logbook.models import Session

NOTES = Path(__file__).with_name("guided_device.js")
RUN = "/today/session/"
PRESSES = "toe-presses"
TICK = "Tick off this session"
BEAT = 4  # seconds for “Well done”, before the next exercise of a run


def address(slug: str) -> str:
    return f"/exercises/{slug}/session/"


def watch(page: Page) -> "Guided":
    """Nothing of the device is used; what the session asks of it is noted."""
    page.route("**/js/guided/device.js", lambda route: route.fulfill(path=NOTES))
    return Guided(page)


def phone(context: BrowserContext) -> "Guided":
    """As `watch`, and the clock moves only by `pass_` and `sleep`."""
    page = context.new_page()
    page.clock.install(time="2026-11-19T12:00:00")
    page.clock.pause_at("2026-11-19T12:00:01")
    return watch(page)


def hide(page: Page, hidden: bool = True) -> None:
    """As a browser says it when a call comes in, or another app is opened."""
    page.evaluate(
        """(hidden) => {
            Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
            document.dispatchEvent(new Event("visibilitychange"));
        }""",
        hidden,
    )


class Guided:
    """The page of a session, and what can be done and seen there."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def open(self, path: str) -> "Guided":
        self.page.goto(path)
        return self

    def start(self) -> "Guided":
        self.awake()
        self.press("I’m ready")
        return self

    def awake(self) -> None:
        """Waits until the script runs: while sheets arrive, what it hides counts as visible."""
        expect(self.page.locator("guided-session:defined")).to_be_attached()

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name).click()

    def tick(self) -> None:
        """After a moment, as a press at once is meant for what stood there before."""
        self.pass_(1)
        self.press(TICK)

    def pass_(self, seconds: float) -> None:
        """Time goes on, and what is due in it is done."""
        self.page.clock.run_for(round(1000 * seconds))

    def sleep(self, seconds: float) -> None:
        """Time goes on without the page, which wakes at its end."""
        self.page.clock.fast_forward(round(1000 * seconds))

    def part(self, name: str) -> str:
        return self.page.locator(f"[data-part={name}]").inner_text()

    def key(self, name: str) -> None:
        self.page.keyboard.press(name)

    def shows(self, button: str) -> bool:
        """Whether the filled button of the state is this one, and the keyboard on it."""
        main = self.page.locator("guided-session .btn--primary:visible")
        expect(main).to_have_accessible_name(button)
        return bool(main.evaluate("button => button === document.activeElement"))

    @property
    def at(self) -> tuple[str, str, str]:
        """What is shown: the phase, its number, which repetition."""
        return self.part("show"), self.part("left"), self.part("count")

    def asked(self, what: str = "") -> list[dict[str, Any]]:
        """What the device was asked for so far, with the seconds since the page came."""
        self.awake()
        asked = self.page.evaluate("asked")
        return [note for note in asked if what in ("", note["what"])]

    @property
    def said(self) -> list[str]:
        return [note["value"][0] for note in self.asked("say")]


def length(slug: str) -> float:
    """The seconds of a whole session."""
    return sum(cue.seconds for cue in Exercise.objects.get(slug=slug).timeline())


def kept(guided: Guided) -> int:
    """How many sessions wait in this tab to be sent."""
    return int(guided.page.evaluate("sessionStorage.length"))


def recorded() -> list[tuple[str, str, int | None]]:
    """Exercise, source and seconds of each session there is."""
    rows = Session.objects.order_by("pk")
    return [(row.exercise.slug, row.source, row.seconds) for row in rows]


def dose(slug: str, **changes: Any) -> Exercise:
    """The exercise with another dose, as its host may set it."""
    exercise = Exercise.objects.get(slug=slug)
    for name, value in changes.items():
        setattr(exercise, name, value)
    exercise.full_clean()
    exercise.save()
    return exercise
