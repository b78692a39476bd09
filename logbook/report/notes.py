"""What the page of a day tells besides its sessions: the pain, and the note on the day."""

from dataclasses import dataclass
from datetime import date

from accounts.models import User
from logbook.models import PainEntry
from logbook.report import pain_words, reading
from logbook.report.pain import sites_in_order


@dataclass(frozen=True, slots=True)
class DayNotes:
    pain: str
    """'back 5, knee 3 (left)'; empty where nothing was noted."""
    note: str


def of_notes(user: User, day: date) -> DayNotes:
    order = [site.value for site in sites_in_order(user)]
    entries = PainEntry.objects.filter(user=user, day=day)
    pain = pain_words.told(sorted(entries, key=lambda entry: order.index(entry.site)))
    return DayNotes(pain, reading.note_on(user, day))
