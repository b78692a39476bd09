"""Ten toes for the day's sessions: whose each toe is, how full, and which one comes next.

Exercises are named by their slugs: two may share a hue.
"""

from collections.abc import Collection, Mapping

from exercises.toe import FULL, Marked, Toe

TOES = 10


def shares(targets: Mapping[str, int]) -> dict[str, int]:
    """How many toes each exercise gets: in proportion, by largest remainder, ties in order.

    An exercise that this would leave without a toe gets one from whoever has most, so that every
    session shows.
    """
    wanted = {slug: target for slug, target in targets.items() if target > 0}
    due = sum(wanted.values())
    toes = {slug: TOES * target // due for slug, target in wanted.items()}
    by_remainder = sorted(wanted, key=lambda slug: -(TOES * wanted[slug] % due))
    for slug in by_remainder[: TOES - sum(toes.values())]:
        toes[slug] += 1
    for slug in [slug for slug in toes if not toes[slug]]:
        toes[max(toes, key=lambda other: toes[other])] -= 1
        toes[slug] += 1
    return toes


def quarters(toes: int, done: int, target: int) -> int:
    """Quarters filled on an exercise's toes: rounded down, but any session shows."""
    if not done:
        return 0
    return max(1, FULL * toes * min(done, target) // target)


def next_up(targets: Mapping[str, int], done: Mapping[str, int]) -> str | None:
    """The exercise to do next: the least begun, then the one with most left, then in order."""
    left = [slug for slug, target in targets.items() if done.get(slug, 0) < target]
    return min(
        left,
        key=lambda slug: (done.get(slug, 0) / targets[slug], done.get(slug, 0) - targets[slug]),
        default=None,
    )


def draw(
    targets: Mapping[str, int],
    done: Mapping[str, int],
    exercises: Mapping[str, Marked],
    *,
    fresh: Collection[str] = (),
    doing: str | None = None,
) -> tuple[Toe, ...]:
    """All ten toes; `fresh` names the exercises of the sessions that were just recorded.

    The exercise that comes next has its toe outlined, or the one that the person is `doing`.
    """
    upcoming = doing or next_up(targets, done)
    drawn: list[Toe] = []
    for slug, toes in shares(targets).items():
        filled = quarters(toes, done.get(slug, 0), targets[slug])
        fills = [min(FULL, max(0, filled - FULL * place)) for place in range(toes)]
        first_open = next((place for place, fill in enumerate(fills) if fill < FULL), None)
        last_begun = max((place for place, fill in enumerate(fills) if fill), default=None)
        drawn += [
            Toe(
                number=len(drawn) + 1 + place,
                hue=exercises[slug].hue,
                mark=exercises[slug].mark,
                fill=fill,
                next=slug == upcoming and place == first_open,
                fresh=slug in fresh and place == last_begun,
                exercise=slug,
            )
            for place, fill in enumerate(fills)
        ]
    return tuple(drawn) or tuple(Toe(number) for number in range(1, TOES + 1))
