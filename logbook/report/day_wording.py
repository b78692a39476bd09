"""The sentences about a day's numbers."""

from collections.abc import Sequence
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from logbook.domain.adherence import Tally
from logbook.domain.toes import TOES
from logbook.models import Session

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
    """With ten sessions due a session is a toe; with other targets the sentence names the share."""
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
    values = {"done": tally.counted, "due": tally.due, "extra": extra}
    if paused and not tally.complete:
        return _("%(done)s of %(due)s sessions. None needed today.") % values
    if tally.complete and extra:
        return _("%(done)s of %(due)s sessions, and %(extra)s more. Put your feet up.") % values
    if tally.complete:
        return _("%(done)s of %(due)s sessions. Put your feet up.") % values
    if extra:
        return _("%(done)s of %(due)s sessions, and %(extra)s more. Nice and steady.") % values
    if tally.counted:
        return _("%(done)s of %(due)s sessions. Nice and steady.") % values
    return _("%(done)s of %(due)s sessions. Start wherever you like.") % values


def told(tally: Tally, extra: int, paused: bool) -> list[str]:
    """What Today's page says where so many count: its headline, the count, the page's title."""
    numbers = {"done": tally.counted, "due": tally.due}
    title = _("Today: %(done)s of %(due)s") % numbers if tally.due else headline(tally)
    return [headline(tally), count(tally, extra, paused=paused), f"{title} · Footcare"]


def just(session: Session, done: int, target: int, *, is_today: bool) -> str:
    """What became of the session that was just sent; names the day where it isn't today."""
    if session.exercise is None or session.day is None:
        return ""
    values = {
        "name": session.exercise.name,
        "day": date_format(session.day, "l j F"),
        "numbers": _done_of(done, target),
    }
    if session.undone_at:
        return _("%(name)s taken back, %(numbers)s.") % values
    if is_today:
        return _("%(name)s ticked, %(numbers)s.") % values
    return _("Saved for %(day)s: %(name)s, %(numbers)s.") % values


def together(sessions: Sequence[Session], *, is_today: bool) -> str:
    """What became of the sessions that one press sent: 'Morning round: 4 ticked.'"""
    first = sessions[0]
    values = {
        "name": first.get_round_display() or _("Sessions"),
        "count": len(sessions),
        "day": date_format(first.day, "l j F") if first.day else "",
    }
    if first.undone_at:
        return _("%(name)s taken back: %(count)s.") % values
    if is_today:
        return _("%(name)s: %(count)s ticked.") % values
    return _("Saved for %(day)s: %(name)s, %(count)s.") % values


def press(added: int, removed: int, *, is_undone: bool) -> str:
    """'43 sessions added and 1 session removed.', or that they were taken back and put back."""
    if is_undone:
        gone = ngettext("%(n)s session taken back", "%(n)s sessions taken back", added)
        back = ngettext("%(n)s session put back", "%(n)s sessions put back", removed)
    else:
        gone = ngettext("%(n)s session added", "%(n)s sessions added", added)
        back = ngettext("%(n)s session removed", "%(n)s sessions removed", removed)
    parts = [words % {"n": n} for words, n in ((gone, added), (back, removed)) if n]
    if len(parts) == 2:
        return _("%(first)s and %(second)s.") % {"first": parts[0], "second": parts[1]}
    return f"{parts[0]}." if parts else ""


def _done_of(done: int, target: int) -> str:
    if target:
        return _("%(done)s of %(target)s") % {"done": done, "target": target}
    return _("%(done)s done") % {"done": done}


def span(tally: Tally, judged: Sequence[date], paused: int) -> str:
    """The numbers behind a week's percentage, and the days that they are of."""
    first, last = judged[0], judged[-1]
    values = {
        "done": tally.counted,
        "due": tally.due,
        "first": date_format(first, "l"),
        "last": date_format(last, "l"),
        "on": on_days(len(judged), paused),
    }
    if paused:
        return _("%(done)s of %(due)s sessions %(on)s.") % values
    if first == last:
        return _("%(done)s of %(due)s sessions on %(first)s.") % values
    return _("%(done)s of %(due)s sessions from %(first)s to %(last)s.") % values


def on_days(judged: int, paused: int) -> str:
    """The days behind a figure: 'on 5 days', 'on 5 days, 2 paused'."""
    counting = ngettext("on %(days)s day", "on %(days)s days", judged) % {"days": judged}
    if not paused:
        return counting
    return _("%(counting)s, %(paused)s paused") % {"counting": counting, "paused": paused}
