"""Consent: what a person answered, and what there is that tells how they are."""

from dataclasses import dataclass
from datetime import date

from accounts.models import User
from logbook.consent import Consent
from logbook.models import Preferences, Session


@dataclass(frozen=True, slots=True)
class ConsentReport:
    answer: Consent | None
    answered: date | None
    """On which of their days."""
    pain: int
    notes: int
    sessions: int
    """Those with a line or with how much they hurt."""
    hurts: int

    @property
    def is_anything_noted(self) -> bool:
        return bool(self.pain or self.notes or self.sessions or self.hurts)

    @property
    def may_note(self) -> bool:
        return self.answer is not None and self.answer.may_note

    @property
    def is_stopped(self) -> bool:
        return self.answer is not None and self.answer.keeps and bool(self.answer.stopped_at)

    @property
    def is_no(self) -> bool:
        """Whether they said no, or took their yes back."""
        return self.answer is not None and not self.answer.keeps


def build(user: User) -> ConsentReport:
    preferences = Preferences.of(user)
    answer = preferences.consent
    told = Session.objects.filter(user=user).exclude(note="", during="")
    return ConsentReport(
        answer=answer,
        answered=answer.answered_at.astimezone(user.zone).date() if answer else None,
        pain=user.pain.count(),
        notes=user.notes.count(),
        sessions=told.count(),
        hurts=len(preferences.hurts),
    )


def is_asked(user: User) -> bool:
    """Whether they are still to answer these words; without a query, as `Preferences.of`."""
    answer = Preferences.of(user).consent
    return answer is None or not answer.is_of_these_words
