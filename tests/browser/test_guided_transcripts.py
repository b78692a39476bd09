"""What is announced in each session, by whoever speaks, is what stands in `transcripts/`.

With WRITE_TRANSCRIPTS=1 the files are written anew, to be read before they are committed.
"""

import os
from pathlib import Path
from typing import Any

import pytest

from exercises.models import Exercise
from tests.browser.guided import Guided, address, followed
from tests.make import SLUGS

TRANSCRIPTS = Path(__file__).with_name("transcripts")
WHO = {"page": "This page speaks", "reader": "My screen reader speaks", "nobody": "Nobody speaks"}
MOUTHS = {"say": "voice ", "region": "region"}
HESITATION = 3  # seconds until the person says that they are ready


def announcements(guided: Guided, exercise: Exercise, who: str) -> list[tuple[float, str, str]]:
    """When, by the page's voice or in the region that screen readers read, and what."""
    guided.prefer(who=who, waits="marked").open(address(exercise.slug))
    guided.page.evaluate("localStorage.clear()")
    guided.start()
    for cue in followed(exercise)[:-1]:
        guided.pass_(HESITATION if cue.waits else cue.seconds)
        if cue.waits:
            guided.press("I’m ready")
            guided.pass_(float(exercise.ready_seconds))
    begun = guided.asked("begin")[0]["at"]
    guided.page.evaluate("localStorage.clear()")
    return [
        (round(note["at"] - begun, 1), MOUTHS[note["what"]], words)
        for note in guided.asked()
        if note["what"] in MOUTHS and (words := words_of(note["value"]))
    ]


def words_of(value: Any) -> str:
    return str(value[0] if isinstance(value, list) else value)


def written(title: str, told: list[tuple[float, str, str]]) -> str:
    lines = [f"{at // 60:.0f}:{at % 60:04.1f}  {mouth}  {words}" for at, mouth, words in told]
    return "\n".join([title, "-" * len(title), *(lines or ["Nothing is told."]), ""])


@pytest.mark.parametrize("slug", SLUGS)
def test_what_is_announced_is_on_file_and_no_two_say_the_same(guided: Guided, slug: str) -> None:
    exercise = Exercise.objects.get(slug=slug)
    told = {who: announcements(guided, exercise, who) for who in WHO}

    assert {mouth for _at, mouth, _words in told["page"]} == {"voice "}
    assert {mouth for _at, mouth, _words in told["reader"]} == {"region"}
    assert told["nobody"] == []
    assert [words for *_, words in told["reader"]] == [words for *_, words in told["page"]]

    text = "\n".join([exercise.name, *(written(WHO[who], told[who]) for who in WHO)])
    file = TRANSCRIPTS / f"{slug}.txt"
    if os.environ.get("WRITE_TRANSCRIPTS"):
        file.write_text(text)
    assert text == file.read_text()
