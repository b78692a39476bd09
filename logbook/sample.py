"""Ninety lifelike days of a person who doesn't exist: mostly steady, with a holiday and a cold."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

DAYS = 90
HOLIDAY = range(30, 37)
COLD = range(61, 65)
ROUNDS = (time(7, 40), time(12, 50), time(19, 15))


@dataclass(frozen=True, slots=True)
class SampleSession:
    """`filled_in` says that it was noted the evening after, without its time."""

    exercise: str
    day: date
    moment: datetime
    filled_in: bool


def sessions(
    targets: dict[str, int], *, last: date, zone: tzinfo, seed: int = 10
) -> Iterator[SampleSession]:
    """The sessions of the ninety days up to and including `last`, each day in order of time.

    The same seed and day give the same sessions. The last day is half over.
    """
    chance = random.Random(seed)  # noqa: S311 - a life, not a secret
    for number in range(DAYS):
        day = last - timedelta(days=DAYS - 1 - number)
        rounds = ROUNDS[:1] if day == last else ROUNDS
        filled_in = day != last and chance.random() < 0.06
        for begin in rounds:
            moment = datetime.combine(day, begin, zone) + timedelta(minutes=chance.randrange(40))
            for exercise in _due_in_round(targets, begin):
                if chance.random() < _likelihood(number):
                    moment += timedelta(minutes=chance.randrange(2, 6))
                    yield SampleSession(exercise, day, moment, filled_in)


def _due_in_round(targets: dict[str, int], begin: time) -> list[str]:
    """Twice a day is morning and evening, three times is midday too."""
    needed = {ROUNDS[0]: 1, ROUNDS[2]: 2, ROUNDS[1]: 3}[begin]
    return [exercise for exercise, target in targets.items() if target >= needed]


def _likelihood(number: int) -> float:
    if number in HOLIDAY:
        return 0.25
    if number in COLD:
        return 0.0
    return 0.93 - 0.0012 * number
