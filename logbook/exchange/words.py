"""What is wrong with a file, in sentences: where it is, what it is, what to do."""

from collections.abc import Mapping
from datetime import date

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from logbook.exchange.file import Fault, Place, Unreadable

OF_THE_FILE: Mapping[str, Promise] = {
    "empty": gettext_lazy("This file is empty. Choose the one that you downloaded."),
    "large": gettext_lazy("This file is larger than %(most)s MB, more than can be taken in."),
    "packed": gettext_lazy("This file is packed. Unpack it first, and choose what was in it."),
    "encoding": gettext_lazy(
        "This file isn’t text in UTF-8. Choose the one that you downloaded, as it was."
    ),
    "broken": gettext_lazy(
        "This file breaks off or is damaged in line %(line)s. Download it once more."
    ),
    "foreign": gettext_lazy("This isn’t a file of Footcare’s. Choose the one that you downloaded."),
    "newer": gettext_lazy(
        "This file was made by a newer Footcare, and this one reads version %(version)s. Ask "
        "whoever runs this Footcare to update it."
    ),
    "version": gettext_lazy(
        "This file doesn’t say its version. Write version %(version)s into it, as a number."
    ),
    "rows": gettext_lazy("This file has more than %(most)s entries, more than can be taken in."),
}
OF_A_PLACE: Mapping[str, Promise] = {
    "whole": gettext_lazy("must be a whole number from %(least)s to %(most)s."),
    "flag": gettext_lazy("must be true or false."),
    "text": gettext_lazy("must be text, in quotes."),
    "length": gettext_lazy("must have %(least)s to %(most)s characters, and there are %(length)s."),
    "unreadable": gettext_lazy("has a sign in it that can’t be read."),
    "name": gettext_lazy("must be one of %(names)s."),
    "list": gettext_lazy("must be a list, in square brackets."),
    "twice": gettext_lazy("has the same twice."),
    "day": gettext_lazy("must be a date like 2026-11-19."),
    "far": gettext_lazy("must be from %(earliest)s to %(latest)s."),
    "moment": gettext_lazy("must be a moment in UTC like 2026-11-19T08:00:00Z."),
    "clock": gettext_lazy("must be a time like 08:00:00."),
    "key": gettext_lazy("must be a key like 018f0000-0000-7000-8000-000000000000."),
    "object": gettext_lazy("must be an object, in curly brackets."),
    "names-twice": gettext_lazy("has the same field twice."),
    "unknown-name": gettext_lazy("has a field “%(name)s” that Footcare doesn’t know."),
    "missing-name": gettext_lazy("lacks the field “%(name)s”."),
    "too-many": gettext_lazy("has more than %(most)s rows."),
    "row-twice": gettext_lazy("stands in the file twice."),
    "backwards": gettext_lazy("ends before it starts."),
    "side": gettext_lazy("has a side, and the back has none."),
    "early": gettext_lazy("is before the first day, which the file says is %(first)s."),
    "amounts": gettext_lazy("has more than %(most)s different amounts."),
    "crowded": gettext_lazy("has more than %(most)s rows on %(day)s."),
}


def sentences(unreadable: Unreadable) -> list[str]:
    """One for each fault, and one more where there may be more of them."""
    more = [_("There may be more to put right.")] if unreadable.more else []
    return [told(fault) for fault in unreadable.faults] + more


def told(fault: Fault) -> str:
    """'sessions, row 12, day: must be a date like 2026-11-19.'"""
    figures = {name: _figure(value) for name, value in fault.figures.items()}
    if whole := OF_THE_FILE.get(fault.what):
        return str(whole) % figures
    return f"{_place(fault.place)}: {str(OF_A_PLACE[fault.what]) % figures}"


def _place(place: Place) -> str:
    named = [place.section or _("the file")]
    if place.row:
        named.append(_("row %(number)s") % {"number": place.row})
    return ", ".join([*named, place.field] if place.field else named)


def _figure(value: object) -> str:
    return date_format(value, "j F Y") if isinstance(value, date) else str(value)
