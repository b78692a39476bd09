"""A guided session in a browser: a clock that is moved by hand, a device that takes notes."""

import json
from dataclasses import replace
from math import ceil
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page, expect

from exercises.models import Exercise
from exercises.safety import STOP_RULE
from exercises.timeline import Cue
from logbook.models import Session

NOTES = Path(__file__).with_name("guided_device.js")
RUN = "/today/session/"
PRESSES = "toe-presses"
TICK = "Tick off this session"
BEAT = 8  # seconds to hear and read the end of circles, before the next exercise of a run
WORDS_A_SECOND = 2.5
TO_LISTEN = ("position", "ready", "rest", "turn", "change")
"""The cues that last as long as their words."""


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

    def prefer(self, **choices: Any) -> "Guided":
        """What this device has kept of the choices when a page comes."""
        kept = json.dumps(json.dumps(choices))
        self.page.add_init_script(f"localStorage.setItem('guided-choices', {kept})")
        return self

    def unfold(self) -> None:
        """Opens the choices."""
        self.awake()
        self.page.locator("[data-choices]").evaluate("fold => fold.open = true")

    def start(self) -> "Guided":
        self.awake()
        self.press("I’m ready")
        return self

    def awake(self) -> None:
        """Waits until the scripts run: while sheets arrive, what they hide counts as visible."""
        expect(self.page.locator("html[data-acts] guided-session:defined")).to_be_attached()

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

    @property
    def read(self) -> list[str]:
        """What the region for screen readers was given."""
        return [note["value"] for note in self.asked("region") if note["value"]]


def seconds_to_say(words: str) -> int:
    """At 2.5 words a second."""
    return ceil(len(words.split()) / WORDS_A_SECOND)


def followed(exercise: Exercise, *, opens: bool = True) -> list[Cue]:
    """A session as the player goes through it; one that comes later in a run doesn't open it."""
    first, *others = exercise.timeline()
    if opens:
        first = replace(first, say=f"{STOP_RULE} {first.say}")
    return [
        replace(cue, seconds=max(cue.seconds, seconds_to_say(cue.say)))
        if cue.kind in TO_LISTEN
        else cue
        for cue in (first, *others)
    ]


def length(slug: str, *, opens: bool = True) -> float:
    """The seconds of a whole session, in which nothing waits."""
    return sum(cue.seconds for cue in followed(Exercise.objects.get(slug=slug), opens=opens))


def kept(guided: Guided) -> int:
    """How many sessions have a place on this device: to go on with, or to count, later."""
    names = "Object.keys(localStorage).filter(name => name.startsWith('guided '))"
    return int(guided.page.evaluate(f"{names}.length"))


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
