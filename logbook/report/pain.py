"""Pain: the check-in of one day, what its page tells of it, and the question after a session."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from accounts.models import User
from logbook.choices import During, Site
from logbook.domain import charts, days, pain
from logbook.domain.charts import Line
from logbook.models import PainEntry, Preferences, Session
from logbook.report import pain_wording, queries
from logbook.report.navigation import DayPage

ONE_DAY = timedelta(days=1)
SHOWN = timedelta(days=28)
"""The last weeks that the charts have, with the day itself."""


@dataclass(frozen=True, slots=True)
class SitePain:
    """One site: the day's answer, which may be none, and the numbers of the days before."""

    site: Site
    entry: PainEntry | None
    last_time: str
    """'Tuesday: 5'; empty where no day before has a number at any site."""
    values: Mapping[date, int]
    """The last weeks' numbers; a day that was skipped isn't in it."""

    until: date
    """The last of them, which is the day itself."""

    @property
    def line(self) -> Line:
        span = days.days_from(self.until - SHOWN + ONE_DAY, self.until)
        return charts.line([self.values.get(day) for day in span], top=pain.MOST, dot_each=True)

    @property
    def picture(self) -> str:
        """What the chart shows, to those who can't see it."""
        return pain_wording.picture(self.site, self.values, self.until)

    @property
    def value(self) -> int | None:
        return self.entry.value if self.entry else None

    @property
    def side(self) -> str:
        return self.entry.side if self.entry else ""


@dataclass(frozen=True, slots=True)
class PainReport(DayPage):
    """One of a person's days, with the sites that hurt them first."""

    day: date
    today: date
    first_day: date
    sites: Sequence[SitePain]
    note: str

    @property
    def summary(self) -> str:
        """'back 5, knee 3 (left)', or nothing."""
        return pain_wording.numbers(each.entry for each in self.sites if each.entry)

    @property
    def answers(self) -> dict[str, str]:
        """What is stored, by the form's fields and as it sends them."""
        values = {
            each.site.value: "" if each.value is None else str(each.value) for each in self.sites
        }
        sides = {f"{each.site}_side": each.side for each in self.sites if each.site != Site.BACK}
        return {**values, **sides, "note": self.note}

    @property
    def charted(self) -> list[SitePain]:
        return [each for each in self.sites if each.values]

    @property
    def charted_from(self) -> date:
        return self.day - SHOWN + ONE_DAY

    @property
    def table(self) -> list[tuple[date, tuple[int | None, ...]]]:
        """The charts' days with a number at any site, the latest first, and those numbers."""
        noted_days = sorted({day for each in self.charted for day in each.values}, reverse=True)
        return [(day, tuple(each.values.get(day) for each in self.charted)) for day in noted_days]


def build(user: User, day: date, *, today: date) -> PainReport:
    earlier = PainEntry.objects.filter(user=user, day__lt=day, value__isnull=False)
    last = earlier.order_by("-day").values_list("day", flat=True).first()
    since = min(last or day, day - SHOWN + ONE_DAY)
    found = list(PainEntry.objects.filter(user=user, day__range=(since, day)))
    return PainReport(
        day=day,
        today=today,
        first_day=Preferences.of(user).first_day_as_of(today),
        sites=[
            _site(site, [entry for entry in found if entry.site == site], day, last)
            for site in sites_in_order(user)
        ],
        note=queries.note_on(user, day),
    )


def sites_in_order(user: User) -> list[Site]:
    """All of them, those that hurt the person first."""
    hurts = Preferences.of(user).hurts
    return sorted(Site, key=lambda site: site.value not in hurts)


def _site(site: Site, found: Sequence[PainEntry], day: date, last: date | None) -> SitePain:
    by_day = {entry.day: entry for entry in found}
    values = {entry.day: entry.value for entry in found if entry.value is not None}
    return SitePain(
        site=site,
        entry=by_day.get(day),
        last_time=pain_wording.last_time(last, values.get(last), day) if last else "",
        values={each: value for each, value in values.items() if day - each < SHOWN},
        until=day,
    )


@dataclass(frozen=True, slots=True)
class DayNotes:
    pain: str
    """'back 5, knee 3 (left)'; empty where nothing was noted."""
    note: str


def notes_on(user: User, day: date) -> DayNotes:
    """What the page of that day tells besides its sessions."""
    order = [site.value for site in sites_in_order(user)]
    entries = PainEntry.objects.filter(user=user, day=day)
    numbers = pain_wording.numbers(sorted(entries, key=lambda entry: order.index(entry.site)))
    return DayNotes(numbers, queries.note_on(user, day))


@dataclass(frozen=True, slots=True)
class Question:
    """The question, or once it is answered the answer ('4 or 5'), of which nothing is made."""

    answer: str = ""

    @property
    def choices(self) -> list[tuple[str, str]]:
        return [(each.value, str(each.label)) for each in During]


def question_after(user: User, session: Session | None) -> Question | None:
    """None where nothing was done, or where the person doesn't want to be asked, or noted."""
    preferences = Preferences.of(user)
    is_asked = preferences.asks_during and preferences.may_note
    if session is None or session.undone_at or not is_asked:
        return None
    return Question(session.get_during_display())
