"""What the reports have in common: the exercises, a person's programme, and what was done."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import Count

from accounts.models import User
from exercises.models import Exercise
from logbook.adherence import Programme, TargetChange
from logbook.models import Session, Target


def exercises_in_order() -> list[Exercise]:
    return list(Exercise.objects.without_statements())


def programme_of(user: User, exercises: Iterable[Exercise], *, until: date) -> Programme:
    slugs = {exercise.pk: exercise.slug for exercise in exercises}
    changes = Target.objects.filter(user=user, from_day__lte=until)
    return Programme(
        [TargetChange(slugs[row.exercise_id], row.from_day, row.per_day) for row in changes]
    )


def sessions_done(
    user: User, exercises: Iterable[Exercise], span: Sequence[date]
) -> dict[date, dict[str, int]]:
    slugs: dict[int | None, str] = {exercise.pk: exercise.slug for exercise in exercises}
    done: dict[date, dict[str, int]] = {day: {} for day in span}
    counts = (
        Session.objects.of(user)
        .filter(day__range=(span[0], span[-1]))
        .values_list("day", "exercise_id")
        .annotate(Count("key"))
    )
    for day, exercise_id, count in counts:
        done[day][slugs[exercise_id]] = count
    return done
