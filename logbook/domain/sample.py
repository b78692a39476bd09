"""A lifelike year of a person who doesn't exist: begun with little, a holiday, a cold, a flare."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

DAYS = 365
ROUNDS = {"morning": time(7, 40), "evening": time(19, 15), "midday": time(12, 50)}
"""When each round begins; in the order in which they are filled as targets grow."""
STEPS = {0: -2, 60: -1, 130: 0}
"""From which day of the year on how many sessions of each are meant fewer than in the end."""
HOLIDAY, COLD, FLARE, SECOND_HOLIDAY = (
    range(96, 108),
    range(171, 176),
    range(243, 250),
    range(334, 339),
)
PAUSES = {HOLIDAY: "away", COLD: "ill", FLARE: "flare", SECOND_HOLIDAY: "away"}
ON_PAPER = (range(150, 157), range(297, 304))
"""Weeks that were kept on paper and typed in on their last evening."""
PAIN = {"back": (5.6, 3.1, ""), "knee": (6.4, 4.0, "right")}
"""Where it hurts: about how much at first and in the end, and on which side."""
NOTES = {
    3: "First week. Band on the hook by the sink.",
    61: "One more of each from today.",
    109: "Back from the sea. Walked on sand a lot.",
    177: "Cold over, starting gently.",
    251: "Knee calmer. Physio says go on, slowly.",
    306: "Knee sore after a long walk, did the lying exercises only.",
    345: "Stairs feel easier.",
    362: "New shoes.",
}
CUES = {
    "morning_cue": "after breakfast, at the sink",
    "midday_cue": "before lunch, on the bed",
    "evening_cue": "with the news, by the sofa",
}


@dataclass(frozen=True, slots=True)
class SampleSession:
    """`source` is guided, tick, or backfill: noted an evening or a week later, without its time."""

    exercise: str
    day: date
    moment: datetime
    source: str
    round: str
    noted_on: date


@dataclass(frozen=True, slots=True)
class SamplePause:
    first: date
    last: date
    reason: str


@dataclass(frozen=True, slots=True)
class SamplePain:
    """Noted in the evening; without a value the question was skipped."""

    day: date
    site: str
    side: str
    value: int | None


def sessions(
    targets: Mapping[str, int], *, last: date, zone: tzinfo, seed: int = 10
) -> Iterator[SampleSession]:
    """The sessions of the year up to and including `last`, each day in order of time.

    `targets` are those of its end. The same seed and day give the same sessions. The last day is
    half over.
    """
    chance = random.Random(seed)  # noqa: S311 - a life, not a secret
    for number in range(DAYS):
        day = last - timedelta(days=DAYS - 1 - number)
        late = chance.random() < 0.06
        noted_on = _noted_on(number, day, late=late and day != last)
        for part in _rounds(day == last):
            begin = datetime.combine(day, ROUNDS[part], zone)
            moment = begin + timedelta(minutes=chance.randrange(40))
            guided = chance.random() < 0.4
            for exercise in _due_in_round(targets_on(targets, number), part):
                if chance.random() < _likelihood(number):
                    moment += timedelta(minutes=chance.randrange(2, 6))
                    source = "backfill" if noted_on != day else "guided" if guided else "tick"
                    yield SampleSession(exercise, day, moment, source, part, noted_on)


def targets_on(targets: Mapping[str, int], number: int) -> dict[str, int]:
    """What was meant on that day of the year; it begins with once a day."""
    fewer = max((begin, step) for begin, step in STEPS.items() if begin <= number)[1]
    return {exercise: max(1, target + fewer) for exercise, target in targets.items()}


def pauses(*, last: date) -> list[SamplePause]:
    first = last - timedelta(days=DAYS - 1)
    return [
        SamplePause(first + timedelta(days=days[0]), first + timedelta(days=days[-1]), reason)
        for days, reason in PAUSES.items()
    ]


def pains(*, last: date, seed: int = 11) -> Iterator[SamplePain]:
    """Most evenings' answers up to yesterday; none on holiday, and some were skipped."""
    chance = random.Random(seed)  # noqa: S311 - a life, not a secret
    for number in range(DAYS - 1):
        if chance.random() < 0.45 or number in HOLIDAY or number in SECOND_HOLIDAY:
            continue
        day = last - timedelta(days=DAYS - 1 - number)
        for site, (begin, end, side) in PAIN.items():
            felt = begin + (end - begin) * number / DAYS + chance.gauss(0, 0.9)
            felt += 2 if number in FLARE else 0
            skipped = chance.random() < 0.05
            yield SamplePain(day, site, side, None if skipped else min(10, max(0, round(felt))))


def notes(*, last: date) -> dict[date, str]:
    return {last - timedelta(days=DAYS - 1 - number): text for number, text in NOTES.items()}


def _rounds(half_over: bool) -> list[str]:
    in_time = sorted(ROUNDS, key=lambda part: ROUNDS[part])
    return in_time[:1] if half_over else in_time


def _noted_on(number: int, day: date, *, late: bool) -> date:
    for week in ON_PAPER:
        if number in week:
            return day + timedelta(days=week[-1] - number)
    return day + timedelta(days=1) if late else day


def _due_in_round(targets: Mapping[str, int], part: str) -> list[str]:
    """Twice a day is morning and evening, three times is midday too."""
    needed = list(ROUNDS).index(part) + 1
    return [exercise for exercise, target in targets.items() if target >= needed]


def _likelihood(number: int) -> float:
    if number in HOLIDAY or number in SECOND_HOLIDAY:
        return 0.2
    if number in COLD:
        return 0.0
    if number in FLARE:
        return 0.1
    return 0.72 + 0.0005 * number
