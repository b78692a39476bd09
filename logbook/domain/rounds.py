"""Rounds: a day's sessions spread over morning, midday and evening, and which round is on now."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from itertools import pairwise
from math import ceil

PARTS = ("morning", "midday", "evening")
MOVING_OVER = 30
"""Seconds to change position between two exercises: from a chair to the floor takes a while."""
HOUR = 60  # minutes

Due = dict[str, dict[str, int]]
"""Sessions by part of the day, then by exercise."""


@dataclass(frozen=True, slots=True)
class Round:
    """A round that the person does: after what and where, and around when."""

    part: str
    around: time
    cue: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """A session done today: the round it was done in, and its time on the wall, where known."""

    exercise: str
    part: str = ""
    clock: time | None = None


def minutes_in_one_go(sessions: Sequence[float]) -> int:
    """How long sessions of so many seconds take one after the other, rounded up."""
    moving = max(0, len(sessions) - 1) * MOVING_OVER
    return ceil((sum(sessions) + moving) / 60)


def spread(targets: Mapping[str, int], parts: Sequence[str]) -> Due:
    """How many sessions of each exercise fall in which part, in the order of `targets`.

    Equally many in each. Of what is left over the first part takes one and the last part one: with
    three parts, once a day is in the morning and twice is morning and evening.
    """
    due: Due = {part: {} for part in parts}
    for exercise, target in targets.items():
        each, over = divmod(target, len(parts)) if parts else (0, 0)
        # One or two are over, of two or three parts.
        more = {place for place, _ in zip((0, len(parts) - 1), range(over), strict=False)}
        for place, part in enumerate(parts):
            if count := each + (place in more):
                due[part][exercise] = count
    return due


def filled(due: Due, done: Iterable[Done], rounds: Sequence[Round]) -> Due:
    """How many of the sessions that are due in each part are done; extra sessions fill none.

    A session fills the round that it was done in; without one, or where that is full, the round
    whose time is nearest, then the first that is open.
    """
    counts: Due = {part: {} for part in due}

    def fill(session: Done, part: str) -> bool:
        so_far = counts.get(part, {}).get(session.exercise, 0)
        if so_far >= due.get(part, {}).get(session.exercise, 0):
            return False
        counts[part][session.exercise] = so_far + 1
        return True

    sessions = list(done)
    homeless = [session for session in sessions if not fill(session, session.part)]
    for session in homeless:
        order = sorted(rounds, key=lambda each: _apart(each.around, session.clock))
        any(fill(session, each.part) for each in order)
    return counts


def on_now(rounds: Sequence[Round], clock: time, day_ends_at: int) -> str:
    """The part whose round is on at that time on the wall; a round begins halfway from the last.

    `day_ends_at` is the hour at which the person's day ends: an hour before it is late in their
    evening. Raises IndexError without rounds.
    """
    minute = _since_day_began(clock, day_ends_at)
    begun = rounds[0]
    for earlier, later in pairwise(rounds):
        times = (_since_day_began(each.around, day_ends_at) for each in (earlier, later))
        if minute >= sum(times) / 2:
            begun = later
    return begun.part


def out_of_order(rounds: Sequence[Round], day_ends_at: int) -> Round | None:
    """The first round that isn't later in the person's day than the one before it."""
    for earlier, later in pairwise(rounds):
        times = [_since_day_began(each.around, day_ends_at) for each in (earlier, later)]
        if times[1] <= times[0]:
            return later
    return None


def _since_day_began(clock: time, day_ends_at: int) -> int:
    return (_minute(clock) - day_ends_at * HOUR) % (24 * HOUR)


def _minute(clock: time) -> int:
    return clock.hour * HOUR + clock.minute


def _apart(around: time, clock: time | None) -> int:
    """Minutes between two times on the wall, the shorter way round; none where unknown."""
    if clock is None:
        return 0
    apart = abs(_minute(around) - _minute(clock))
    return min(apart, 24 * HOUR - apart)
