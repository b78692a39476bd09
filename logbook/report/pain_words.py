"""How pain is asked for and told: the one place with the question and what its ends mean."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from logbook.days import DAYS_IN_WEEK
from logbook.models import PainEntry, Side, Site

Words = str | Promise


@dataclass(frozen=True, slots=True)
class Scale:
    """What is asked, and what the ends of the numbers mean; the short words stand at a number."""

    question: Words
    least: Words
    most: Words
    no_pain: Words
    worst_pain: Words


SCALE = Scale(
    question=gettext_lazy("Average pain in the last 24 hours"),
    least=gettext_lazy("0 is no pain"),
    most=gettext_lazy("10 is the worst pain you can imagine"),
    no_pain=gettext_lazy("no pain"),
    worst_pain=gettext_lazy("worst pain"),
)


def told(entries: Iterable[PainEntry]) -> str:
    """'back 5, knee 3 (left)', in the order given; what was skipped is left out."""
    return ", ".join(
        site(entry.site, entry.value, entry.side) for entry in entries if entry.value is not None
    )


def site(name: str, value: int, side: str = "") -> str:
    named = {"site": Site(name).label.lower(), "value": value}
    if not side:
        return _("%(site)s %(value)s") % named
    named["side"] = Side(side).label.lower()
    return _("%(site)s %(value)s (%(side)s)") % named


def last_time(day: date, value: int | None, today: date) -> str:
    """'Tuesday: 5' or 'Not noted on Tuesday'; a day more than a week ago is told with its date."""
    named = {"day": name_of(day, today), "value": value}
    if value is None:
        return _("Not noted on %(day)s") % named
    return _("%(day)s: %(value)s") % named


def name_of(day: date, today: date) -> str:
    """'Tuesday', or '3 November' where that may be another Tuesday, or '3 November 2025'."""
    if 0 <= (today - day).days < DAYS_IN_WEEK:
        return date_format(day, "l")
    return date_format(day, "j F" if day.year == today.year else "j F Y")


def picture(name: str, noted: Mapping[date, int], until: date) -> str:
    """'Back, four weeks up to 19 November: noted on 5 days, from 3 to 6, last 4.'"""
    told = {
        "site": Site(name).label,
        "until": date_format(until, "j F"),
        "days": len(noted),
        "least": min(noted.values()),
        "most": max(noted.values()),
        "last": noted[max(noted)],
    }
    return (
        ngettext(
            "%(site)s, four weeks up to %(until)s: noted on %(days)s day, %(last)s.",
            "%(site)s, four weeks up to %(until)s: noted on %(days)s days, "
            "from %(least)s to %(most)s, last %(last)s.",
            len(noted),
        )
        % told
    )
