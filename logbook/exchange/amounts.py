"""How much there is of a record, in words: '23 sessions, 2 notes and 4 pauses'."""

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from logbook.models import Pause, Session


def of_person(user: User) -> str:
    """Without what was taken back; empty where nothing is recorded."""
    return told(
        sessions=Session.objects.of(user).count(),
        pauses=Pause.objects.of(user).count(),
        pain=user.pain.count(),
        notes=user.notes.count(),
    )


def told(*, sessions: int, pauses: int, pain: int, notes: int) -> str:
    """Those that there are, in a row; empty where there are none."""
    words_for = (
        (sessions, ngettext("%(count)s session", "%(count)s sessions", sessions)),
        (pain, ngettext("%(count)s pain score", "%(count)s pain scores", pain)),
        (notes, ngettext("%(count)s note", "%(count)s notes", notes)),
        (pauses, ngettext("%(count)s pause", "%(count)s pauses", pauses)),
    )
    named = [words % {"count": f"{count:,}"} for count, words in words_for if count]
    return get_text_list(named, _("and"))
