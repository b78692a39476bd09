"""Sentences about a file: how much is in it, what is wrong with it, what its import would do."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.models import User
from exchange.file import Error, InvalidFile, Place
from exchange.plan import Plan
from exchange.records import DATED, Record
from logbook.domain.rounds import PARTS
from logbook.models import Pause, Preferences, Session
from logbook.recording.preferences import FIELDS

MOST_UNKNOWN = 5
"""Exercises that are named."""

FILE_ERRORS: Mapping[str, Promise] = {
    "empty": gettext_lazy("This file is empty. Choose the one that you downloaded."),
    "large": gettext_lazy("This file is larger than %(most)s MB, more than can be taken in."),
    "packed": gettext_lazy("This file is packed. Unpack it first, and choose what was in it."),
    "encoding": gettext_lazy(
        "This file isn’t text in UTF-8. Choose the one that you downloaded, as it was."
    ),
    "broken": gettext_lazy(
        "This file breaks off or is damaged in line %(line)s. Download it once more."
    ),
    "newer": gettext_lazy(
        "This file was made by a newer Footcare, and this one reads version %(version)s. Ask "
        "whoever runs this Footcare to update it."
    ),
    "version": gettext_lazy(
        "This file doesn’t say its version. Write version %(version)s into it, as a number."
    ),
    "rows": gettext_lazy("This file has more than %(most)s entries, more than can be taken in."),
}
KINDS: Mapping[str, Promise] = {
    "apple-health": gettext_lazy("It looks like an export of Apple Health."),
    "book": gettext_lazy("It looks like a book."),
    "bookmarks": gettext_lazy("It looks like a browser’s bookmarks."),
    "calendar": gettext_lazy("It looks like a calendar."),
    "contacts": gettext_lazy("It looks like an address book."),
    "database": gettext_lazy("It looks like a database (SQLite)."),
    "document": gettext_lazy("It looks like a text document."),
    "fhir": gettext_lazy("It looks like a health record (FHIR)."),
    "film": gettext_lazy("It looks like a film."),
    "google": gettext_lazy("It looks like a download from Google."),
    "habits": gettext_lazy("It looks like a file of Loop Habit Tracker’s."),
    "json": gettext_lazy("It looks like a file of another program’s (JSON)."),
    "office": gettext_lazy("It looks like a document of an older Word or Excel."),
    "page": gettext_lazy("It looks like a web page."),
    "pdf": gettext_lazy("It looks like a PDF."),
    "picture": gettext_lazy("It looks like a picture."),
    "program": gettext_lazy("It looks like a program."),
    "slides": gettext_lazy("It looks like slides."),
    "sound": gettext_lazy("It looks like sound."),
    "spreadsheet": gettext_lazy("It looks like a spreadsheet."),
    "table": gettext_lazy("It looks like a table (CSV)."),
    "text": gettext_lazy("It looks like plain text."),
    "xml": gettext_lazy("It looks like a file of another program’s (XML)."),
}
PLACE_ERRORS: Mapping[str, Promise] = {
    "integer": gettext_lazy("must be a whole number from %(least)s to %(most)s."),
    "boolean": gettext_lazy("must be true or false."),
    "text": gettext_lazy("must be text, in quotes."),
    "length": gettext_lazy("must have %(least)s to %(most)s characters, and there are %(length)s."),
    "unreadable": gettext_lazy("has a sign in it that can’t be read."),
    "choice": gettext_lazy("must be one of %(names)s."),
    "list": gettext_lazy("must be a list, in square brackets."),
    "twice": gettext_lazy("has the same twice."),
    "date": gettext_lazy("must be a date like 2026-11-19."),
    "range": gettext_lazy("must be from %(earliest)s to %(latest)s."),
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


def amounts_of(user: User) -> str:
    """All that they have; empty where nothing is recorded."""
    return amounts(
        sessions=Session.objects.of(user).count(),
        pauses=Pause.objects.of(user).count(),
        pain=user.pain.count(),
        notes=user.notes.count(),
    )


def amounts(*, sessions: int, pauses: int, pain: int, notes: int) -> str:
    """'23 sessions, 2 notes and 4 pauses'; empty where there are none."""
    counted = (
        (sessions, ngettext("%(count)s session", "%(count)s sessions", sessions)),
        (pain, ngettext("%(count)s pain score", "%(count)s pain scores", pain)),
        (notes, ngettext("%(count)s note", "%(count)s notes", notes)),
        (pauses, ngettext("%(count)s pause", "%(count)s pauses", pauses)),
    )
    named = [words % {"count": f"{count:,}"} for count, words in counted if count]
    return get_text_list(named, _("and"))


def errors(invalid: InvalidFile) -> list[str]:
    """A sentence for each error, and one more where there may be others."""
    more = [_("There may be more to put right.")] if invalid.more else []
    return [error(each) for each in invalid.errors] + more


def error(found: Error) -> str:
    """'sessions, row 12, day: must be a date like 2026-11-19.'"""
    params = {
        name: date_format(value, "j F Y") if isinstance(value, date) else value
        for name, value in found.params.items()
    }
    if found.code == "foreign":
        return _foreign(str(params["kind"]))
    if found.code in FILE_ERRORS:
        return str(FILE_ERRORS[found.code]) % params
    return f"{_place(found.place)}: {str(PLACE_ERRORS[found.code]) % params}"


def _foreign(kind: str) -> str:
    looks = [str(KINDS[kind])] if kind else []
    ours, choose = _("This isn’t a file of Footcare’s."), _("Choose the one that you downloaded.")
    return " ".join([ours, *looks, choose])


def _place(place: Place) -> str:
    named = [place.section or _("the file")]
    if place.row:
        named.append(_("row %(number)s") % {"number": place.row})
    return ", ".join([*named, place.field] if place.field else named)


@dataclass(frozen=True, slots=True)
class Preview:
    """What the page about an import says before it is applied."""

    coming: str
    """The amounts that would be added."""
    span: str
    is_empty: bool
    email: str
    """Of the person in the file, where it isn't the user."""
    lines: list[tuple[str, str]]
    """Each is an icon and a sentence."""
    withholds: bool
    """Whether something stays out until the person agrees that it is kept."""


def preview(plan: Plan, file: Record, user: User) -> Preview:
    sentences = {
        "info": (*_changes(plan), *_programme(plan)),
        "check": tuple(_stays(plan)),
        "close": tuple(_left_out(plan, user)),
    }
    return Preview(
        coming=amounts(**plan.counts("added")),
        span=_span(plan),
        is_empty=plan.is_empty,
        email="" if user.signs_in_as(file.profile.email) else file.profile.email,
        lines=[(icon, each) for icon, found in sentences.items() for each in found],
        withholds=bool(plan.withheld),
    )


def _span(plan: Plan) -> str:
    """The first and the last day of what comes in; empty where nothing has a day."""
    found = [row.day for name in DATED for row in plan.sections[name].added]
    if not found:
        return ""
    return _("They are from %(first)s to %(last)s.") % {
        "first": date_format(min(found), "j F Y"),
        "last": date_format(max(found), "j F Y"),
    }


def _changes(plan: Plan) -> Iterator[str]:
    changes = plan.changes
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
    table = Preferences if name in FIELDS else User
    return str(table._meta.get_field(name).verbose_name)  # type: ignore[union-attr]


def _programme(plan: Plan) -> Iterator[str]:
    if plan.targets and plan.until:
        day = date_format(plan.until, "j F Y")
        yield _("On the days before %(day)s, the file’s programme holds.") % {"day": day}
    elif plan.targets:
        yield _("Your programme becomes the file’s.")


def _stays(plan: Plan) -> Iterator[str]:
    if same := amounts(**plan.counts("same")):
        yield _("Here already: %(amounts)s.") % {"amounts": same}
    if different := amounts(**plan.counts("different")):
        yield _("Here with something else in it, and stays as it is here: %(amounts)s.") % {
            "amounts": different
        }
    if undone := amounts(**plan.counts("undone")):
        yield _("You took it back here, and it stays so: %(amounts)s.") % {"amounts": undone}
    if plan.keeps:
        yield _("Your settings and programme stay as they are. The file has others.")


def _left_out(plan: Plan, user: User) -> Iterator[str]:
    held = plan.withheld
    if told := amounts(sessions=0, pauses=0, pain=held.get("pain", 0), notes=held.get("notes", 0)):
        yield _("Stays out, since you haven’t agreed that it is kept: %(amounts)s.") % {
            "amounts": told
        }
    if held.get("hurts"):
        yield _("What hurts you stays out, since you haven’t agreed that it is kept.")
    unknown = Counter(plan.unknown)
    named = dict(unknown.most_common(MOST_UNKNOWN))
    for name, count in named.items():
        yield ngettext(
            "%(count)s row stays out: this Footcare has no exercise “%(name)s”.",
            "%(count)s rows stay out: this Footcare has no exercise “%(name)s”.",
            count,
        ) % {"count": count, "name": name}
    if more := unknown.total() - sum(named.values()):
        yield ngettext(
            "%(count)s row of another exercise that isn’t here stays out too.",
            "%(count)s rows of other exercises that aren’t here stay out too.",
            more,
        ) % {"count": more}
    if zone := plan.unknown_zone:
        yield _("This Footcare doesn’t know the time zone “%(zone)s”. Yours stays %(own)s.") % {
            "zone": zone,
            "own": user.time_zone,
        }
    if count := plan.replaced_amounts:
        yield ngettext(
            "%(count)s target has an amount that makes no session here. The usual one holds.",
            "%(count)s targets have amounts that make no session here. The usual ones hold.",
            count,
        ) % {"count": count}
