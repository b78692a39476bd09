"""The sentences that a day's numbers are told in."""

from collections.abc import Sequence
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from logbook.adherence import Tally
from logbook.models import Session
from logbook.recording import taken_back_last
from logbook.toes import TOES

TOES_DONE = (
    gettext_lazy("Ten fresh toes"),
    gettext_lazy("One toe done"),
    gettext_lazy("Two toes done"),
    gettext_lazy("Three toes done"),
    gettext_lazy("Four toes done"),
    gettext_lazy("Five toes done"),
    gettext_lazy("Six toes done"),
    gettext_lazy("Seven toes done"),
    gettext_lazy("Eight toes done"),
    gettext_lazy("Nine toes done"),
)


def headline(tally: Tally) -> str:
    """With ten sessions due a session is a toe; with other targets the share is told."""
    if not tally.due:
        return _("Nothing planned today")
    if tally.complete:
        return _("All ten toes")
    if tally.due == TOES or not tally.counted:
        return str(TOES_DONE[tally.counted])
    if 2 * tally.counted == tally.due:
        return _("Halfway")
    return _("More than halfway") if 2 * tally.counted > tally.due else _("A good start")


def count(tally: Tally, extra: int, *, paused: bool = False) -> str:
    """'4 of 10 sessions. Nice and steady.' On a paused day none is needed."""
    if not tally.due:
        return ngettext("%(extra)s session done.", "%(extra)s sessions done.", extra) % {
            "extra": extra
        }
    told = {"done": tally.counted, "due": tally.due, "extra": extra}
    if paused and not tally.complete:
        return _("%(done)s of %(due)s sessions. None needed today.") % told
    if tally.complete and extra:
        return _("%(done)s of %(due)s sessions, and %(extra)s more. Put your feet up.") % told
    if tally.complete:
        return _("%(done)s of %(due)s sessions. Put your feet up.") % told
    if extra:
        return _("%(done)s of %(due)s sessions, and %(extra)s more. Nice and steady.") % told
    if tally.counted:
        return _("%(done)s of %(due)s sessions. Nice and steady.") % told
    return _("%(done)s of %(due)s sessions. Start wherever you like.") % told


def just(session: Session, done: int, target: int, *, is_today: bool) -> str:
    """What became of the session that was just sent; names the day where it isn't today."""
    if session.exercise is None or session.day is None:
        return ""
    told = {
        "name": session.exercise.name,
        "day": date_format(session.day, "l j F"),
        "numbers": _done_of(done, target),
    }
    if session.undone_at:
        return _("%(name)s taken back, %(numbers)s.") % told
    if is_today:
        return _("%(name)s ticked, %(numbers)s.") % told
    return _("Saved for %(day)s: %(name)s, %(numbers)s.") % told


def together(sessions: Sequence[Session], *, is_today: bool) -> str:
    """What became of the sessions that one press sent: 'Morning round: 4 ticked.'"""
    first = sessions[0]
    left = sum(session.undone_at is None for session in sessions)
    told = {
        "name": first.get_round_display() or _("Sessions"),
        "count": left or len(taken_back_last(sessions)),
        "day": date_format(first.day, "l j F") if first.day else "",
    }
    if not left:
        return _("%(name)s taken back: %(count)s.") % told
    if is_today:
        return _("%(name)s: %(count)s ticked.") % told
    return _("Saved for %(day)s: %(name)s, %(count)s.") % told


def batch(added: int, removed: int, *, is_undone: bool) -> str:
    """'43 sessions added and 1 session removed.', or that they were taken back and put back."""
    if is_undone:
        gone = ngettext("%(n)s session taken back", "%(n)s sessions taken back", added)
        back = ngettext("%(n)s session put back", "%(n)s sessions put back", removed)
    else:
        gone = ngettext("%(n)s session added", "%(n)s sessions added", added)
        back = ngettext("%(n)s session removed", "%(n)s sessions removed", removed)
    told = [words % {"n": n} for words, n in ((gone, added), (back, removed)) if n]
    if len(told) == 2:
        return _("%(first)s and %(second)s.") % {"first": told[0], "second": told[1]}
    return f"{told[0]}." if told else ""


def _done_of(done: int, target: int) -> str:
    if target:
        return _("%(done)s of %(target)s") % {"done": done, "target": target}
    return _("%(done)s done") % {"done": done}


def span(tally: Tally, judged: Sequence[date], paused: int) -> str:
    """The numbers behind a week's percentage, and the days that they are of."""
    first, last = judged[0], judged[-1]
    told = {
        "done": tally.counted,
        "due": tally.due,
        "first": date_format(first, "l"),
        "last": date_format(last, "l"),
        "on": on_days(len(judged), paused),
    }
    if paused:
        return _("%(done)s of %(due)s sessions %(on)s.") % told
    if first == last:
        return _("%(done)s of %(due)s sessions on %(first)s.") % told
    return _("%(done)s of %(due)s sessions from %(first)s to %(last)s.") % told


def on_days(judged: int, paused: int) -> str:
    """The days behind a figure: 'on 5 days', 'on 5 days, 2 paused'."""
    counting = ngettext("on %(days)s day", "on %(days)s days", judged) % {"days": judged}
    if not paused:
        return counting
    return _("%(counting)s, %(paused)s paused") % {"counting": counting, "paused": paused}
