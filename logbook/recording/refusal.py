"""What recording refuses, and the days that it accepts."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _


class Refused(ValueError):
    """The sentence says what is wrong and what to do; nothing was written."""


class NotYours(LookupError):
    """The key belongs to somebody else, or to nobody; nothing was written."""


def check_day(day: date, first_day: date, today: date) -> None:
    """Raises Refused for a day to come and for one before the first."""
    if day > today:
        raise Refused(
            _("%(day)s is still to come. You can tick it off once it is here.")
            % {"day": date_format(day, "l j F Y")}
        )
    if day < first_day:
        raise Refused(
            _("%(day)s is before your first day, %(first)s. Choose that day or a later one.")
            % {"day": date_format(day, "l j F Y"), "first": date_format(first_day, "l j F Y")}
        )
