"""What the page of a day tells of the form that was just saved, and what its Undo sends."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts import before
from accounts.before import Before
from accounts.door import PersonsRequest
from logbook.forms import details_of
from logbook.report import DayNotes, DayReport


@dataclass(frozen=True, slots=True)
class Noted:
    told: str
    before: Before | None


def what_was_noted(request: PersonsRequest, page: DayReport, notes: DayNotes) -> Noted | None:
    """`?noted=` names the day's note, or a session's key; the sentence is of what is stored."""
    named = request.GET.get("noted")
    if named == "note":
        told = _("Your note is saved.") if notes.note else _("There is no note on this day now.")
        address = reverse("logbook:note", args=[page.day])
        return Noted(told, before.kept(request, address, {"note": notes.note}))
    for row in page.rows:
        for entry in row.entries:
            if str(entry.session.key) == named:
                words = {"name": row.exercise.name, "time": entry.clock or _("no time")}
                address = reverse("logbook:details", args=[named])
                stored = details_of(entry.session, request.user)
                return Noted(
                    _("Saved: %(name)s, %(time)s.") % words,
                    before.kept(request, address, stored),
                )
    return None
