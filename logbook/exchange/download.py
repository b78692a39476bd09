"""What the file says of a person: all that they have here and didn't take back."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from accounts.models import User
from logbook import days
from logbook.exchange import contents
from logbook.exchange.contents import Contents, Profile
from logbook.exchange.kinds import fields_of
from logbook.models import Pause, Session


def of(user: User, *, today: date) -> Contents:
    """In five queries, however much it is."""
    return Contents(
        profile=_profile(user, today),
        targets=targets(user),
        pauses=_rows(contents.Pause, Pause.objects.of(user)),
        sessions=_rows(contents.Session, Session.objects.of(user)),
        pain=_rows(contents.Pain, user.pain.all()),
        notes=_rows(contents.Note, user.notes.all()),
    )


def targets(user: User) -> tuple[contents.Target, ...]:
    return _rows(contents.Target, user.targets.all())


def _profile(user: User, today: date) -> Profile:
    named_otherwise = {
        "joined": user.date_joined,
        "first_day": days.first_day_as_of(today, user.first_day),
        "hurts": tuple(user.hurts),
    }
    same = {name: getattr(user, name) for name in fields_of(Profile) if name != "joined"}
    return Profile(**same | named_otherwise)


def _rows(row_type: Any, found: QuerySet[Any]) -> tuple[Any, ...]:
    columns = ["exercise__slug" if name == "exercise" else name for name in fields_of(row_type)]
    return tuple(row_type(*values) for values in found.values_list(*columns))
