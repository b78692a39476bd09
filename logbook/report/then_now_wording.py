"""The sentences of Then and now: numbers and their difference, which nothing judges."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from logbook.domain.pain import Comparison, Mean
from logbook.report import history_wording


def so_far() -> str:
    return _("So far")


def ends() -> list[str]:
    return [pgettext("two spans side by side", "Then"), pgettext("two spans side by side", "Now")]


def spans(then: int, now: int) -> tuple[str, str]:
    """Of so many weeks."""
    first = {2: _("First two weeks"), 4: _("First four weeks")}
    last = {2: _("Last two weeks"), 4: _("Last four weeks")}
    return first[then], last[now]


def mean(mean: Mean) -> str:
    """'5.5 (9 days)'"""
    values = {"points": history_wording.points(mean.rounded or 0), "days": mean.entries}
    return (
        ngettext("%(points)s (%(days)s day)", "%(points)s (%(days)s days)", mean.entries) % values
    )


def difference(comparison: Comparison) -> str:
    """'1.4 lower', from the means as they are shown."""
    if comparison.change is None:
        return _("Not enough days yet: each of the two needs at least 4 days noted.")
    if not comparison.change:
        return _("The same number")
    values = {"points": history_wording.points(abs(comparison.change))}
    if comparison.change < 0:
        return _("%(points)s lower") % values
    return _("%(points)s higher") % values


def percent(comparison: Comparison) -> str:
    """'27% less', or nothing."""
    if comparison.percent is None:
        return ""
    values = {"percent": comparison.percent}
    if (comparison.change or 0) < 0:
        return _("%(percent)s%% less") % values
    return _("%(percent)s%% more") % values


def more_sessions(count: int) -> str:
    values = {"sessions": history_wording.number(abs(count))}
    if not count:
        return _("The same number of sessions")
    if count > 0:
        return ngettext("%(sessions)s session more", "%(sessions)s sessions more", count) % values
    return ngettext("%(sessions)s session fewer", "%(sessions)s sessions fewer", -count) % values
