"""The question after a session: how much it hurt, and what to make of the answer."""

from collections.abc import Sequence
from dataclasses import dataclass

from accounts.models import User
from exercises.models import Source
from exercises.safety import PAIN_LIGHTS
from exercises.statements import Statement
from logbook.models import During, Session
from logbook.report.pain_words import SCALE, Scale


@dataclass(frozen=True, slots=True)
class Asked:
    """The question, or once it is answered the answer ('4 or 5') with the statements for it."""

    answer: str = ""
    statements: Sequence[Statement] = ()
    sources: Sequence[Source] = ()

    @property
    def scale(self) -> Scale:
        return SCALE

    @property
    def choices(self) -> list[tuple[str, str]]:
        return [(each.value, str(each.label)) for each in During]


def asked_after(user: User, session: Session | None) -> Asked | None:
    """None where nothing was done, or where the person doesn't want to be asked."""
    if session is None or session.undone_at or not user.asks_during:
        return None
    if not session.during:
        return Asked()
    statements = PAIN_LIGHTS[session.during]
    named = {key for each in statements for key in each.sources}
    sources = list(Source.objects.filter(key__in=named))
    return Asked(session.get_during_display(), statements, sources)
