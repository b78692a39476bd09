"""What falls in each of a person's rounds: 'All four exercises, about 12 minutes'."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.models import User
from logbook.report.day import of_day
from logbook.report.today import Round, RoundRow, of_rounds, plans_of

ALL = {
    2: gettext_lazy("Both exercises"),
    3: gettext_lazy("All three exercises"),
    4: gettext_lazy("All four exercises"),
}


def of_my_rounds(user: User, *, today: date) -> dict[str, str]:
    """By part of the day, for the rounds that the person does, whatever is done of them today."""
    day = of_day(user, today, today=today)
    undone = replace(day, rows=[replace(row, entries=[]) for row in day.rows])
    exercises = sum(row.target > 0 for row in day.rows)
    return {each.part: _told(each, exercises) for each in of_rounds(undone, plans_of(user))}


def _told(each: Round, exercises: int) -> str:
    if not each.rows:
        return _("Nothing falls in it")
    about = ngettext("about %(minutes)s minute", "about %(minutes)s minutes", each.minutes)
    return f"{_named(each.rows, exercises)}, {about % {'minutes': each.minutes}}"


def _named(rows: Sequence[RoundRow], exercises: int) -> str:
    if len(rows) == exercises > 1 and all(row.due == 1 for row in rows):
        return str(ALL.get(exercises) or _("All %(count)s exercises") % {"count": exercises})
    names = [
        row.exercise.name if row.due == 1 else f"{row.due} × {row.exercise.name}" for row in rows
    ]
    first, *others = names
    return ", ".join([first, *(name[0].lower() + name[1:] for name in others)])
