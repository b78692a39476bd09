"""What the reports have in common: the exercises, a person's programme, and what was done."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Count, Max, Min, Q

from accounts.models import User
from exercises import remembered
from exercises.models import Exercise
from logbook.choices import Side, Site
from logbook.domain import pauses, totals
from logbook.domain.adherence import Done
from logbook.domain.pauses import Span
from logbook.domain.programme import AMOUNTS, Amount, Programme, TargetChange
from logbook.domain.totals import Day
from logbook.models import DayNote, PainEntry, Pause, Preferences, Session, Target

Ends = tuple[date, date]
"""The first and the last day of a span."""


def load_programme(user: User, exercises: Iterable[Exercise], *, until: date) -> Programme:
    """What the person means to do of these exercises, up to that day."""
    slugs = {exercise.pk: exercise.slug for exercise in exercises}
    rows = Target.objects.filter(user=user, from_day__lte=until).values_list(
        "exercise_id", "from_day", "per_day", "place", *AMOUNTS
    )
    return Programme(
        [
            TargetChange(slugs[exercise], from_day, per_day, Amount(*amounts), place)
            for exercise, from_day, per_day, place, *amounts in rows
            if exercise in slugs
        ]
    )


def own_amounts(exercises: Iterable[Exercise], programme: Programme, day: date) -> None:
    """Give the exercises the amounts that the person meant to do on that day."""
    held = programme.held(day)
    for exercise in exercises:
        if exercise.slug in held:
            exercise.do_instead(**asdict(held[exercise.slug].amount))


def load_pauses(user: User, *, since: date | None = None) -> list[Span]:
    """The person's pauses in the order in which they were said; those over by `since` left out."""
    found = Pause.objects.of(user).order_by("recorded_at", "key")
    if since:
        found = found.exclude(last_day__lt=since)
    return spans(found)


def spans(rows: Iterable[Pause]) -> list[Span]:
    """Without those that were ended on the day on which they began."""
    found = (Span(row.first_day, row.last, row.reason) for row in rows)
    return [span for span in found if not span.is_empty]


@dataclass(frozen=True, slots=True)
class Record:
    """What a person meant to do and did in some spans of days, with the paused days' reasons."""

    exercises: Sequence[Exercise]
    programme: Programme
    done: Done
    paused: Mapping[date, str]
    first_day: date
    today: date

    def days(self, first: date, last: date) -> list[Day]:
        """Of a span of them, those that are over."""
        return totals.days_over(
            first,
            last,
            self.done,
            self.programme,
            first_day=self.first_day,
            today=self.today,
            paused=self.paused,
        )


def load_record(user: User, *spans: Ends, today: date) -> Record:
    since, until = min(first for first, _last in spans), max(last for _first, last in spans)
    exercises = remembered.exercises()
    return Record(
        exercises=exercises,
        programme=load_programme(user, exercises, until=until),
        done=_sessions_done(user, exercises, spans),
        paused=pauses.paused_days(load_pauses(user, since=since), since, until),
        first_day=Preferences.of(user).first_day_as_of(today),
        today=today,
    )


def _sessions_done(
    user: User, exercises: Iterable[Exercise], spans: Iterable[Ends]
) -> dict[date, dict[str, int]]:
    """Sessions by day and exercise."""
    slugs: dict[int | None, str] = {exercise.pk: exercise.slug for exercise in exercises}
    done: defaultdict[date, dict[str, int]] = defaultdict(dict)
    counts = (
        Session.objects.of(user)
        .filter(_in_spans(spans))
        .values_list("day", "exercise_id")
        .annotate(Count("key"))
    )
    for day, exercise_id, count in counts:
        done[day][slugs[exercise_id]] = count
    return dict(done)


def pain_noted(user: User, *spans: Ends) -> dict[Site, dict[str, dict[date, int]]]:
    """Pain by site, side and day, where it was noted; every site that there is, in its order."""
    noted: dict[Site, dict[str, dict[date, int]]] = {
        site: {side: {} for side in ("", *Side.values)} for site in Site
    }
    found = PainEntry.objects.filter(_in_spans(spans), user=user, value__isnull=False)
    for site, side, day, value in found.values_list("site", "side", "day", "value"):
        if value is not None:
            noted[Site(site)][side][day] = value
    return noted


def pain_days(user: User, *, before: date) -> Ends | None:
    """The first and the last day before that one on which they noted pain anywhere."""
    noted = PainEntry.objects.filter(user=user, value__isnull=False, day__lt=before)
    found = noted.aggregate(first=Min("day"), last=Max("day"))
    return (found["first"], found["last"]) if found["first"] else None


def note_on(user: User, day: date) -> str:
    """The note on that day, or nothing."""
    return DayNote.objects.filter(user=user, day=day).values_list("text", flat=True).first() or ""


def _in_spans(spans: Iterable[Ends]) -> Q:
    return reduce(or_, (Q(day__range=ends) for ends in spans))
