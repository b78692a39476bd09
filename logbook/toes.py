"""Ten toes for the day's sessions: whose each toe is, how full, and which one comes next."""

from collections.abc import Mapping

from exercises.toe import FULL, Toe

TOES = 10


def shares(targets: Mapping[str, int]) -> dict[str, int]:
    """How many toes each routine gets: in proportion, by largest remainder, ties in order.

    A routine that this would leave without a toe gets one from whoever has most, so that every
    session shows.
    """
    wanted = {routine: target for routine, target in targets.items() if target > 0}
    due = sum(wanted.values())
    toes = {routine: TOES * target // due for routine, target in wanted.items()}
    by_remainder = sorted(wanted, key=lambda routine: -(TOES * wanted[routine] % due))
    for routine in by_remainder[: TOES - sum(toes.values())]:
        toes[routine] += 1
    for routine in [routine for routine in toes if not toes[routine]]:
        toes[max(toes, key=lambda other: toes[other])] -= 1
        toes[routine] += 1
    return toes


def quarters(toes: int, done: int, target: int) -> int:
    """Quarters filled on a routine's toes: rounded down, but any session shows."""
    if not done:
        return 0
    return max(1, FULL * toes * min(done, target) // target)


def next_up(targets: Mapping[str, int], done: Mapping[str, int]) -> str | None:
    """The routine to do next: the least begun, then the one with most left, then in order."""
    left = [routine for routine, target in targets.items() if done.get(routine, 0) < target]
    return min(
        left,
        key=lambda routine: (
            done.get(routine, 0) / targets[routine],
            done.get(routine, 0) - targets[routine],
        ),
        default=None,
    )


def draw(
    targets: Mapping[str, int],
    done: Mapping[str, int],
    *,
    fresh: str | None = None,
    doing: str | None = None,
) -> list[Toe]:
    """All ten toes; `fresh` names the routine of the session that was just recorded.

    The routine that comes next has its toe outlined, or the one that the person is `doing`.
    """
    upcoming = doing or next_up(targets, done)
    drawn: list[Toe] = []
    for routine, toes in shares(targets).items():
        filled = quarters(toes, done.get(routine, 0), targets[routine])
        fills = [min(FULL, max(0, filled - FULL * place)) for place in range(toes)]
        first_open = next((place for place, fill in enumerate(fills) if fill < FULL), None)
        last_begun = max((place for place, fill in enumerate(fills) if fill), default=None)
        drawn += [
            Toe(
                number=len(drawn) + 1 + place,
                routine=routine,
                fill=fill,
                next=routine == upcoming and place == first_open,
                fresh=routine == fresh and place == last_begun,
            )
            for place, fill in enumerate(fills)
        ]
    return drawn or [Toe(number) for number in range(1, TOES + 1)]
