"""What taking a file in would do, in sentences and numbers, before it is done."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from logbook.exchange import amounts
from logbook.exchange.contents import LIVED, Contents
from logbook.exchange.plan import Plan
from logbook.exchange.taking_in import Preview
from logbook.rounds import PARTS

MOST_UNKNOWN = 5
"""Exercises that are told by name."""


@dataclass(frozen=True, slots=True)
class Told:
    """`coming` names what would be added; each line is a sentence and the icon before it."""

    coming: str
    span: str
    is_empty: bool
    anothers: str
    """The address of whom the file was made for, where it is another."""
    lines: list[tuple[str, str]]


def of_preview(preview: Preview, brought: Contents, user: User) -> Told:
    plan = preview.plan
    address = brought.profile.email
    sentences = {
        "info": (*_settings(plan.changes), *_programme(plan)),
        "check": tuple(_stays(plan)),
        "close": tuple(_left_out(preview, user)),
    }
    return Told(
        coming=amounts.told(**plan.counts("added")),
        span=_span(plan),
        is_empty=plan.is_empty,
        anothers="" if address.lower() == user.email else address,
        lines=[(icon, each) for icon, told in sentences.items() for each in told],
    )


def _span(plan: Plan) -> str:
    """From when until when the days are of what comes in; empty where nothing has a day."""
    lived = [row.day for name in LIVED for row in plan.sections[name].added]
    if not lived:
        return ""
    return _("They are from %(first)s to %(last)s.") % {
        "first": date_format(min(lived), "j F Y"),
        "last": date_format(max(lived), "j F Y"),
    }


def _settings(changes: Mapping[str, Any]) -> Iterator[str]:
    if first_day := changes.get("first_day"):
        day = date_format(first_day, "j F Y")
        yield _("Your first day becomes %(day)s.") % {"day": day}
    if joined := changes.get("joined"):
        day = date_format(joined, "j F Y")
        yield _("As the day you joined, %(day)s holds.") % {"day": day}
    names = dict.fromkeys(_label(name) for name in changes if name not in {"first_day", "joined"})
    if names:
        yield _("These settings become as the file has them: %(names)s.") % {
            "names": get_text_list(list(names), _("and"))
        }


def _label(name: str) -> str:
    if name.startswith(PARTS):
        return _("rounds")
    return str(User._meta.get_field(name).verbose_name)  # type: ignore[union-attr]


def _programme(plan: Plan) -> Iterator[str]:
    if plan.targets and plan.until:
        day = date_format(plan.until, "j F Y")
        yield _("On the days before %(day)s, the file’s programme holds.") % {"day": day}
    elif plan.targets:
        yield _("Your programme becomes the file’s.")


def _stays(plan: Plan) -> Iterator[str]:
    if same := amounts.told(**plan.counts("same")):
        yield _("Here already: %(amounts)s.") % {"amounts": same}
    if others := amounts.told(**plan.counts("other")):
        yield _("Here with something else in it, and stays as it is here: %(amounts)s.") % {
            "amounts": others
        }
    if taken_back := amounts.told(**plan.counts("taken_back")):
        yield _("You took it back here, and it stays so: %(amounts)s.") % {"amounts": taken_back}
    if plan.keeps:
        yield _("Your settings and programme stay as they are. The file has others.")


def _left_out(preview: Preview, user: User) -> Iterator[str]:
    unknown = Counter(preview.plan.unknown)
    told = dict(unknown.most_common(MOST_UNKNOWN))
    for name, count in told.items():
        yield ngettext(
            "%(count)s row stays out: this Footcare has no exercise “%(name)s”.",
            "%(count)s rows stay out: this Footcare has no exercise “%(name)s”.",
            count,
        ) % {"count": count, "name": name}
    if more := unknown.total() - sum(told.values()):
        yield ngettext(
            "%(count)s row of another exercise that isn’t here stays out too.",
            "%(count)s rows of other exercises that aren’t here stay out too.",
            more,
        ) % {"count": more}
    if zone := preview.plan.unknown_zone:
        yield _("This Footcare doesn’t know the time zone “%(zone)s”. Yours stays %(own)s.") % {
            "zone": zone,
            "own": user.time_zone,
        }
    if count := preview.given_way:
        yield ngettext(
            "%(count)s target has an amount that makes no session here. The usual one holds.",
            "%(count)s targets have amounts that make no session here. The usual ones hold.",
            count,
        ) % {"count": count}
