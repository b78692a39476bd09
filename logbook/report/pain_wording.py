"""The sentences about pain that was noted."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from logbook.choices import Side, Site
from logbook.domain.days import DAYS_IN_WEEK
from logbook.models import PainEntry

PLACES: Mapping[tuple[str, ...], object] = {
    (Site.KNEE, Side.LEFT): gettext_lazy("Left knee"),
    (Site.KNEE, Side.RIGHT): gettext_lazy("Right knee"),
    (Site.KNEE, Side.BOTH): gettext_lazy("Both knees"),
    (Site.HIP, Side.LEFT): gettext_lazy("Left hip"),
    (Site.HIP, Side.RIGHT): gettext_lazy("Right hip"),
    (Site.HIP, Side.BOTH): gettext_lazy("Both hips"),
    (Site.FOOT, Side.LEFT): gettext_lazy("Left foot"),
    (Site.FOOT, Side.RIGHT): gettext_lazy("Right foot"),
    (Site.FOOT, Side.BOTH): gettext_lazy("Both feet"),
}
OTHER_SIDE: Mapping[tuple[str, ...], object] = {
    (Site.KNEE, Side.LEFT, Side.RIGHT): gettext_lazy(
        "Then it was your left knee, now it is your right."
    ),
    (Site.KNEE, Side.RIGHT, Side.LEFT): gettext_lazy(
        "Then it was your right knee, now it is your left."
    ),
    (Site.HIP, Side.LEFT, Side.RIGHT): gettext_lazy(
        "Then it was your left hip, now it is your right."
    ),
    (Site.HIP, Side.RIGHT, Side.LEFT): gettext_lazy(
        "Then it was your right hip, now it is your left."
    ),
    (Site.FOOT, Side.LEFT, Side.RIGHT): gettext_lazy(
        "Then it was your left foot, now it is your right."
    ),
    (Site.FOOT, Side.RIGHT, Side.LEFT): gettext_lazy(
        "Then it was your right foot, now it is your left."
    ),
}


def numbers(entries: Iterable[PainEntry]) -> str:
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


def place(name: str, side: str) -> str:
    """'Left knee', or 'Knee' where no side was noted."""
    return str(PLACES.get((name, side), Site(name).label))


def places(name: str, sides: Sequence[str]) -> str:
    """'Left knee, Right knee'"""
    return ", ".join(place(name, side) for side in sides)


def other_side(name: str, then: Sequence[str], now: Sequence[str]) -> str:
    """Why two spans in which other sides were noted aren't set side by side."""
    if (said := OTHER_SIDE.get((name, *then, *now))) is not None:
        return str(said)
    values = {"then": places(name, then), "now": places(name, now)}
    return _("Then: %(then)s. Now: %(now)s. Different sides aren’t set side by side.") % values


def last_time(day: date, value: int | None, today: date) -> str:
    """'Tuesday: 5' or 'Not noted on Tuesday'; a day more than a week ago has its date."""
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
    values = {
        "site": Site(name).label,
        "until": date_format(until, "j F"),
        "days": len(noted),
        "least": min(noted.values()),
        "most": max(noted.values()),
        "last": noted[max(noted)],
    }
    sentence = ngettext(
        "%(site)s, four weeks up to %(until)s: noted on %(days)s day, %(last)s.",
        "%(site)s, four weeks up to %(until)s: noted on %(days)s days, "
        "from %(least)s to %(most)s, last %(last)s.",
        len(noted),
    )
    return sentence % values
