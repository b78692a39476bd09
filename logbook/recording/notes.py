"""What was felt and what there is to remember: pain at a site, and a note on a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from accounts.models import User
from logbook import days
from logbook.models import DayNote, PainEntry
from logbook.recording.refusal import check_day


@dataclass(frozen=True, slots=True)
class Felt:
    """An answer for one site: from 0 to 10, or None where it was skipped."""

    value: int | None
    side: str = ""


@transaction.atomic
def note_pain(*, user: User, day: date, felt: Mapping[str, Felt], now: datetime) -> None:
    """The answers for that day, by site; sites that aren't named stay as they are.

    Raises Refused for a day to come and for one before the first.
    """
    _check(user, day, now)
    for site, answer in felt.items():
        PainEntry.objects.update_or_create(
            user=user,
            day=day,
            site=site,
            defaults={
                "value": answer.value,
                "side": answer.side if answer.value is not None else "",
                "recorded_at": now,
            },
        )


@transaction.atomic
def note_day(*, user: User, day: date, text: str, now: datetime) -> None:
    """The note on that day, instead of an earlier one; an empty one takes it away.

    Raises Refused for a day to come and for one before the first.
    """
    _check(user, day, now)
    if not text:
        DayNote.objects.filter(user=user, day=day).delete()
        return
    DayNote.objects.update_or_create(
        user=user, day=day, defaults={"text": text, "recorded_at": now}
    )


@transaction.atomic
def check_in(
    *, user: User, day: date, felt: Mapping[str, Felt], text: str | None, now: datetime
) -> None:
    """Pain and the day's note together, both or neither; without a text the note stays.

    Raises Refused for a day to come and for one before the first.
    """
    note_pain(user=user, day=day, felt=felt, now=now)
    if text is not None:
        note_day(user=user, day=day, text=text, now=now)


def _check(user: User, day: date, now: datetime) -> None:
    today = days.day_of(now, user.zone, user.day_ends_at)
    check_day(day, days.first_day_as_of(today, user.first_day), today)
