"""The sentences of the history."""

from collections.abc import Sequence
from datetime import date

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from logbook.domain.totals import Total
from logbook.report import day_wording


def number(count: int) -> str:
    return number_format(count, force_grouping=True)


def points(value: float) -> str:
    """Pain, or a difference of it, to a tenth."""
    return number_format(value, decimal_pos=1)


def month(day: date) -> str:
    return date_format(day, "M Y")


def levels() -> list[str]:
    """How full a day was, from least to most, as in `charts.HEIGHTS`."""
    return [_("none"), _("some"), _("about half"), _("most"), _("all")]


def figures(total: Total) -> str:
    """'2,232 of 3,530 sessions on 353 days, 12 paused': what stands behind a percentage."""
    return _("%(done)s of %(due)s sessions %(on)s") % {
        "done": number(total.tally.counted),
        "due": number(total.tally.due),
        "on": day_wording.on_days(total.days, total.paused),
    }


def summary(total: Total) -> str:
    values = {"percent": total.tally.percent, "figures": figures(total)}
    return _("%(percent)s%% of sessions done: %(figures)s.") % values


def more(count: int) -> str:
    values = {"extra": number(count)}
    sentence = ngettext(
        "And %(extra)s more session, beyond what was due or on a paused day.",
        "And %(extra)s more sessions, beyond what was due or on paused days.",
        count,
    )
    return sentence % values


def picture(total: Total, first: date, last: date) -> str:
    """What the year's picture shows, to those who can't see it; the first days of its months."""
    values = {
        "first": date_format(first, "F Y"),
        "last": date_format(last, "F Y"),
        "figures": figures(total),
    }
    if first == last:
        return _("Every day of %(first)s: %(figures)s. The table below has the same.") % values
    return (
        _("Every day from %(first)s to %(last)s: %(figures)s. The table below has the months.")
        % values
    )


def weeks(total: Total, count: int) -> str:
    if not (total.tally.counted or total.extra):
        return _("Nothing noted in these weeks, and that’s fine.")
    values = {"percent": total.tally.percent, "weeks": count, "figures": figures(total)}
    sentence = ngettext(
        "%(percent)s%% in %(weeks)s week: %(figures)s.",
        "%(percent)s%% in %(weeks)s weeks: %(figures)s.",
        count,
    )
    return sentence % values


def weeks_picture(percents: Sequence[int]) -> str:
    values = {"least": min(percents), "most": max(percents)}
    sentence = _(
        "Share of sessions done each week, from %(least)s%% to %(most)s%%. "
        "The table below has the weeks."
    )
    return sentence % values


def pain_picture(site: str, means: Sequence[float]) -> str:
    values = {"site": site, "least": points(min(means)), "most": points(max(means))}
    sentence = _(
        "%(site)s, weekly averages of pain from 0 to 10: between %(least)s and %(most)s. "
        "The table below has the weeks."
    )
    return sentence % values


def row(count: int) -> str:
    if not count:
        return _("A row of days with all that was due begins with the next one.")
    values = {"days": number(count)}
    sentence = ngettext(
        "%(days)s day in a row with all that was due.",
        "%(days)s days in a row with all that was due.",
        count,
    )
    return sentence % values
