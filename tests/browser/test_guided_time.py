"""A guided session by the real clock: it keeps to its timeline, and leaves a phone little to do."""

import json
from collections.abc import Callable
from itertools import accumulate
from statistics import median
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from accounts.models import User
from tests.browser.guided import Guided, address, dose, followed, watch
from tests.browser.people import sign_in

SLUG = "toe-presses"
SECONDS = {"move": "0.1", "hold": "0.1", "return": "0", "pause": "0"}


def main_thread_tasks(trace: dict[str, Any]) -> list[float]:
    """How long each task of the page computed, in milliseconds, without waiting for a processor.

    On a busy machine every task waits now and then, which says nothing about the task.
    """
    events = trace["traceEvents"]
    names = {(e["pid"], e["tid"]): e["args"]["name"] for e in events if e["name"] == "thread_name"}
    return [
        event["tdur"] / 1000
        for event in events
        if event["name"] == "RunTask"
        and "tdur" in event  # not so where the trace cut it off
        and names.get((event["pid"], event["tid"])) == "CrRendererMain"
    ]


def played(browser: Browser, guided: Guided) -> list[float]:
    """How long each task computed of a session that is played to its end in a new tab."""
    guided.open(address(SLUG))
    browser.start_tracing(
        page=guided.page, categories=["disabled-by-default-devtools.timeline", "__metadata"]
    )
    guided.start()
    expect(guided.page.get_by_role("heading", name="Well done")).to_be_visible()
    return main_thread_tasks(json.loads(browser.stop_tracing()))


@pytest.mark.browser_context_args(reduced_motion="no-preference")
def test_fifteen_repetitions_keep_time_and_no_task_is_long(
    new_context: Callable[..., BrowserContext], browser: Browser, somebody: User, base_url: str
) -> None:
    cues = followed(
        dose(
            SLUG,
            repetitions=15,
            **{f"{name}_seconds": seconds for name, seconds in SECONDS.items()},
        )
    )

    def phone() -> Guided:
        """A new one: what was done in another waits there to be counted."""
        context = new_context(viewport={"width": 390, "height": 844})
        sign_in(context, somebody, base_url)
        return watch(context.new_page())

    guided = phone()

    tasks = played(browser, guided)

    begun = [note for note in guided.asked("tone") if note["value"] != "tick"]
    starts = accumulate((cue.seconds for cue in cues), initial=begun[0]["at"])
    planned = {(cue.show, cue.count): start for cue, start in zip(cues, starts, strict=False)}
    late = [note["at"] - planned[note["show"], note["count"]] for note in begun]
    # One cue may be late on a busy machine; what drifts stays late from there on.
    assert len(late) > 20
    assert median(late) < 0.1
    assert min(late[-8:]) < 0.1
    assert tasks
    # What the page makes long is long each time. The engine's own cleaning of its memory, and a
    # neighbour on the same core, come now and then: a task of 20 ms takes 125 with them.
    longest = max(tasks)
    for _ in range(3):
        if longest >= 50:
            longest = min(longest, max(played(browser, phone())))
    assert longest < 50
