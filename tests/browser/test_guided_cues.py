"""A guided session from start to end: each cue shows, draws, counts and says its own, on time."""

from decimal import Decimal
from itertools import accumulate
from math import ceil
from typing import Any

import pytest
from playwright.sync_api import expect

from exercises.models import Exercise
from exercises.timeline import Cue
from tests.browser.guided import Guided, address, dose, followed, recorded
from tests.make import SLUGS


def look_of(start: float, cue: Cue) -> dict[str, Any]:
    return {
        "at": pytest.approx(start),
        "kind": cue.kind,
        "show": cue.show,
        "tell": cue.tell,
        "left": cue.number or str(ceil(cue.seconds)),
        "unit": "" if cue.number else "second" if ceil(cue.seconds) == 1 else "seconds",
        "count": cue.count,
        "where": cue.where,
        "filled": cue.pips_done if cue.pips > 1 else 0,
        "pose": cue.pose,
        # The figure comes to rest before it turns round, which takes it a moment.
        **({} if cue.pause_is_natural else {"side": cue.side or "right"}),
        **({} if cue.pause_is_natural else {"direction": cue.direction or "cw"}),
    }


@pytest.mark.parametrize("slug", SLUGS)
def test_every_cue_shows_draws_and_says_its_own_and_the_end_is_offered(
    guided: Guided, slug: str
) -> None:
    guided.prefer(waits="never").open(address(slug))
    cues = followed(Exercise.objects.get(slug=slug))
    starts = list(accumulate((cue.seconds for cue in cues), initial=0))
    assert guided.asked() == []  # nothing sounds before the person starts

    guided.start()
    guided.pass_(starts[-1] - 1)
    expect(guided.page.get_by_role("button", name="Pause")).to_be_visible()
    guided.pass_(1)

    begun = [note for note in guided.asked("tone") if note["value"] != "tick"]
    for note, start, cue in zip(begun[:-1], starts, cues[:-1], strict=False):
        look = look_of(start, cue)
        assert {name: note[name] for name in look} == look
    assert len(begun) == len(cues)
    assert [(note["at"], *note["value"]) for note in guided.asked("say")] == [
        (pytest.approx(start), cue.say, "en-GB", cue.say.isdigit())
        for start, cue in zip(starts, cues, strict=False)
        if cue.say
    ]
    assert [note["at"] for note in guided.asked("tone") if note["value"] == "tick"] == [
        pytest.approx(start + cue.seconds - left)
        for start, cue in zip(starts, cues, strict=False)
        if cue.seconds >= 4
        for left in (3, 2, 1)
    ]
    assert len(guided.asked("buzz")) == len(cues)
    expect(guided.page.get_by_role("heading", name="Well done")).to_be_visible()
    assert guided.part("tell") == cues[-1].tell
    assert recorded() == []

    guided.tick()
    expect(guided.page).to_have_title("Today: 1 of 10 · Footcare")
    assert recorded() == [(slug, "guided", round(starts[-1]))]


def test_words_tones_and_buzzes_tell_the_phases_apart(guided: Guided) -> None:
    guided.open(address("resisted-plantar-flexion")).start()
    guided.pass_(197)
    tones = guided.asked("tone")

    assert [note["value"] for note in tones[:11]] == [
        *("phase", "tick", "tick", "tick"),
        "phase",
        *("hold", "tick", "tick", "tick"),
        "phase",
        "rest",
    ]
    buzzes = {note["kind"]: note["value"] for note in guided.asked("buzz")}
    assert buzzes["hold"] < buzzes["change"]


def test_a_late_wake_up_catches_up_and_says_only_where_it_is(guided: Guided) -> None:
    dose("toe-presses", move_seconds=Decimal("0.5"))
    guided.open(address("toe-presses")).start()
    guided.pass_(9.5)
    guided.sleep(1.4)

    assert guided.at == ("Hold", "4", "Press 1 of 10")
    assert guided.said[1:] == ["Hold, and breathe"]
    guided.pass_(0.7)
    assert guided.at == ("Hold", "3", "Press 1 of 10")
