"""What was felt and what there is to remember: pain at a site, and a note on a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from accounts.models import User
from logbook.models import DayNote, PainEntry
from logbook.recording.rules import check_consent, check_day


@dataclass(frozen=True, slots=True)
class Felt:
    """An answer for one site: from 0 to 10, or None where it was skipped."""

    value: int | None
    side: str = ""


@transaction.atomic
def note_pain(*, user: User, day: date, felt: Mapping[str, Felt], now: datetime) -> None:
    """The answers for that day, by site; sites that aren't named stay as they are.

    Raises NoConsent, and Refused for a day to come and for one before the first.
    """
    check_day(user, day, now)
    check_consent(user)
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

    Raises NoConsent for a text, and Refused for a day to come and for one before the first.
    """
    check_day(user, day, now)
    if not text:
        DayNote.objects.filter(user=user, day=day).delete()
        return
    check_consent(user)
    DayNote.objects.update_or_create(
        user=user, day=day, defaults={"text": text, "recorded_at": now}
    )


@transaction.atomic
def check_in(
    *, user: User, day: date, felt: Mapping[str, Felt], text: str | None, now: datetime
) -> None:
    """Pain and the day's note together, both or neither; without a text the note stays.

    Raises NoConsent, and Refused for a day to come and for one before the first.
    """
    note_pain(user=user, day=day, felt=felt, now=now)
    if text is not None:
        note_day(user=user, day=day, text=text, now=now)
