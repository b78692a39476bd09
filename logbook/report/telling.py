"""The sentences that a history and its comparison are told in."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from logbook import pain
from logbook.pain import Comparison, Mean, Verdict
from logbook.report import words
from logbook.totals import Total


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
        "on": words.on_days(total.days, total.paused),
    }


def summary(total: Total) -> str:
    told = {"percent": total.tally.percent, "figures": figures(total)}
    return _("%(percent)s%% of sessions done: %(figures)s.") % told


def more(count: int) -> str:
    told = {"extra": number(count)}
    return (
        ngettext(
            "And %(extra)s more session, beyond what was due or on a paused day.",
            "And %(extra)s more sessions, beyond what was due or on paused days.",
            count,
        )
        % told
    )


def picture(total: Total, first: date, last: date) -> str:
    """What the year's picture shows, to those who can't see it; the first days of its months."""
    told = {
        "first": date_format(first, "F Y"),
        "last": date_format(last, "F Y"),
        "figures": figures(total),
    }
    if first == last:
        return _("Every day of %(first)s: %(figures)s. The table below has the same.") % told
    return (
        _("Every day from %(first)s to %(last)s: %(figures)s. The table below has the months.")
        % told
    )


def weeks(total: Total, count: int) -> str:
    if not (total.tally.counted or total.extra):
        return _("Nothing noted in these weeks, and that’s fine.")
    told = {"percent": total.tally.percent, "weeks": count, "figures": figures(total)}
    return (
        ngettext(
            "%(percent)s%% in %(weeks)s week: %(figures)s.",
            "%(percent)s%% in %(weeks)s weeks: %(figures)s.",
            count,
        )
        % told
    )


def weeks_picture(percents: Sequence[int]) -> str:
    told = {"least": min(percents), "most": max(percents)}
    return (
        _(
            "Share of sessions done each week, from %(least)s%% to %(most)s%%. "
            "The table below has the weeks."
        )
        % told
    )


def pain_picture(site: str, noted: Sequence[float]) -> str:
    told = {"site": site, "least": points(min(noted)), "most": points(max(noted))}
    return (
        _(
            "%(site)s, weekly averages of pain from 0 to 10: between %(least)s and %(most)s. "
            "The table below has the weeks."
        )
        % told
    )


def row(count: int) -> str:
    if not count:
        return _("A row of days with all that was due begins with the next one.")
    told = {"days": number(count)}
    return (
        ngettext(
            "%(days)s day in a row with all that was due.",
            "%(days)s days in a row with all that was due.",
            count,
        )
        % told
    )


def verdict(comparison: Comparison) -> str:
    return {
        Verdict.LOWER: _("Lower by 2 or more"),
        Verdict.SAME: _("About the same"),
        Verdict.HIGHER: _("Higher by 2 or more"),
        Verdict.NONE: _("Not enough yet"),
    }[comparison.verdict]


def reason(comparison: Comparison) -> str:
    """Why the verdict is what it is, and what it means."""
    if comparison.verdict is Verdict.LOWER:
        return _("A change that many people notice.")
    if comparison.verdict is Verdict.HIGHER:
        return _("Worth showing your doctor or physio.")
    if comparison.verdict is Verdict.NONE:
        return _("At least 4 days in each two weeks. %(missing)s") % {
            "missing": _missing(comparison.first, comparison.last)
        }
    return _same(comparison)


def _missing(first: Mean, last: Mean) -> str:
    told = {"first": first.entries, "last": last.entries}
    if first.enough:
        return _("The last two have %(last)s.") % told
    if last.enough:
        return _("The first two have %(first)s.") % told
    return _("The first two have %(first)s, the last two %(last)s.") % told


def _same(comparison: Comparison) -> str:
    """By as much as the means differ as they are shown."""
    little = _("Less than 2 either way says little.")
    change = round((comparison.last.rounded or 0) - (comparison.first.rounded or 0), 1)
    told = {"points": points(abs(change)), "little": little}
    if abs(comparison.change or Fraction()) >= pain.NOTICEABLE:
        return _("%(points)s lower, but by less than 30%%. That says little.") % told
    if told["points"] == points(pain.NOTICEABLE):
        told["points"] = _("Just under 2")
    if told["points"] == points(0):
        return little
    if change < 0:
        return _("%(points)s lower. %(little)s") % told
    return _("%(points)s higher. %(little)s") % told
