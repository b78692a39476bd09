"""What a person means to do: targets, amounts and places in a round, each from a day on."""

from bisect import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date, timedelta
from functools import cached_property
from itertools import accumulate
from operator import or_

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Amount:
    """How much one session is, where the person changed it; None is as the catalogue has it."""

    repetitions: int | None = None
    hold_seconds: int | None = None
    bouts: int | None = None
    rest_seconds: int | None = None


AMOUNTS = tuple(each.name for each in fields(Amount))


@dataclass(frozen=True, slots=True)
class TargetChange:
    """From this day on, the person means to do an exercise so often a day; 0 takes it out."""

    exercise: str
    from_day: date
    per_day: int
    amount: Amount = field(default_factory=Amount)
    place: int | None = None


@dataclass(frozen=True, slots=True)
class Since:
    """How often a day a person means to do an exercise, from which day on, and what it was before.

    Before their first day there is nothing: then `before` is None.
    """

    per_day: int
    first: date
    before: int | None


@dataclass(frozen=True, slots=True)
class Held:
    """What a person meant to do in a stretch of days; the last day is None while it holds.

    `amounts` are their own, of the exercises that they meant to do.
    """

    first: date
    last: date | None
    targets: dict[str, int]
    amounts: dict[str, Amount] = field(default_factory=dict)


@dataclass(frozen=True)
class Programme:
    """All the targets a person ever had; each day keeps the ones it was lived under."""

    changes: Sequence[TargetChange]

    def held(self, day: date) -> Mapping[str, TargetChange]:
        """The change in effect on that day, by exercise; also of those that are taken out."""
        return self._helds[bisect(self._begins, day)]

    def on(self, day: date) -> Mapping[str, int]:
        """The targets in effect on that day, by exercise; without those that are 0."""
        return self._targets[bisect(self._begins, day)]

    @cached_property
    def _begins(self) -> list[date]:
        """The days on which anything changes, in order."""
        return sorted({change.from_day for change in self.changes})

    @cached_property
    def _helds(self) -> list[dict[str, TargetChange]]:
        """What is in effect before the first of these days, and from each of them on."""
        since: dict[date, dict[str, TargetChange]] = {begin: {} for begin in self._begins}
        for change in self.changes:
            since[change.from_day][change.exercise] = change
        return list(accumulate(since.values(), or_, initial={}))

    @cached_property
    def _targets(self) -> list[dict[str, int]]:
        return [
            {slug: change.per_day for slug, change in held.items() if change.per_day}
            for held in self._helds
        ]

    def place(self, exercise: str, day: date) -> int | None:
        """The person's own place for the exercise in a round, as it was on that day."""
        held = self.held(day).get(exercise)
        return held.place if held else None

    def since(self, exercise: str, day: date, first_day: date) -> Since | None:
        """Since when the exercise has the target that it has on that day; None without any."""
        changes = sorted(
            (each for each in self.changes if each.exercise == exercise and each.from_day <= day),
            key=lambda each: each.from_day,
        )
        since: Since | None = None
        for each in changes:
            begins = max(each.from_day, first_day)
            if since is None or begins == since.first:
                # What held before the first day was never lived under.
                since = Since(each.per_day, begins, None)
            elif each.per_day != since.per_day:
                since = Since(each.per_day, begins, since.per_day)
        return since

    def history(self, first_day: date) -> list[Held]:
        """What held when, latest first; a stretch ends where a target or an amount changes."""
        begins = sorted({max(change.from_day, first_day) for change in self.changes})
        stretches: list[Held] = []
        for begin in begins:
            held = self._stretch(begin)
            if stretches:
                before = stretches[0]
                if (before.targets, before.amounts) == (held.targets, held.amounts):
                    continue
                stretches[0] = replace(before, last=begin - ONE_DAY)
            stretches.insert(0, held)
        return stretches

    def _stretch(self, begin: date) -> Held:
        meant = {slug: held for slug, held in self.held(begin).items() if held.per_day}
        targets = {slug: held.per_day for slug, held in meant.items()}
        own = {slug: held.amount for slug, held in meant.items() if held.amount != Amount()}
        return Held(begin, None, targets, own)


def in_places(usual: Sequence[str], places: Mapping[str, int]) -> list[str]:
    """The exercises in the order of a round: own places, from 1, first; the others fill the rest.

    Where two want the same place, the usual order decides.
    """
    order = [exercise for exercise in usual if exercise not in places]
    own = [exercise for exercise in usual if exercise in places]
    # Of two that want one place the later goes in first, and the earlier before it.
    for exercise in sorted(own, key=lambda each: (places[each], -own.index(each))):
        order.insert(places[exercise] - 1, exercise)
    return order
