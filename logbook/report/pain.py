"""The pain check-in of one day: what was noted then and the time before, and the last weeks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from accounts.models import User
from logbook import charts, days, pain
from logbook.charts import Line
from logbook.models import PainEntry, Site
from logbook.report import pain_words, reading
from logbook.report.pain_words import SCALE, Scale
from logbook.report.place import OfDay

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
    noted: Mapping[date, int]
    """The last weeks' numbers; a day that was skipped isn't in it."""

    until: date
    """The last of them, which is the day itself."""

    @property
    def line(self) -> Line:
        span = days.days_from(self.until - SHOWN + ONE_DAY, self.until)
        return charts.line([self.noted.get(day) for day in span], top=pain.MOST, dot_each=True)

    @property
    def picture(self) -> str:
        """What the chart shows, to those who can't see it."""
        return pain_words.picture(self.site, self.noted, self.until)

    @property
    def value(self) -> int | None:
        return self.entry.value if self.entry else None

    @property
    def side(self) -> str:
        return self.entry.side if self.entry else ""


@dataclass(frozen=True, slots=True)
class PainReport(OfDay):
    """One of a person's days, with the sites that hurt them first."""

    day: date
    today: date
    first_day: date
    sites: Sequence[SitePain]
    note: str

    @property
    def scale(self) -> Scale:
        return SCALE

    @property
    def told(self) -> str:
        """'back 5, knee 3 (left)', or nothing."""
        return pain_words.told(each.entry for each in self.sites if each.entry)

    @property
    def is_much(self) -> bool:
        """Whether it hurts so much at any site that it is best to rest."""
        return any(each.value is not None and each.value >= pain.MUCH for each in self.sites)

    @property
    def answers(self) -> dict[str, str]:
        """What is stored, by the form's fields and as it sends them."""
        values = {each.site.value: str_of(each.value) for each in self.sites}
        sides = {f"{each.site}_side": each.side for each in self.sites if each.site != Site.BACK}
        return {**values, **sides, "note": self.note}

    @property
    def charted(self) -> list[SitePain]:
        return [each for each in self.sites if each.noted]

    @property
    def charted_from(self) -> date:
        return self.day - SHOWN + ONE_DAY

    @property
    def table(self) -> list[tuple[date, list[int | None]]]:
        """The charts' days with a number at any site, the latest first, and those numbers."""
        noted = sorted({day for each in self.charted for day in each.noted}, reverse=True)
        return [(day, [each.noted.get(day) for each in self.charted]) for day in noted]


def str_of(value: int | None) -> str:
    return "" if value is None else str(value)


def of_pain(user: User, day: date, *, today: date) -> PainReport:
    before = PainEntry.objects.filter(user=user, day__lt=day, value__isnull=False)
    last = before.order_by("-day").values_list("day", flat=True).first()
    since = min(last or day, day - SHOWN + ONE_DAY)
    found = list(PainEntry.objects.filter(user=user, day__range=(since, day)))
    return PainReport(
        day=day,
        today=today,
        first_day=days.first_day_as_of(today, user.first_day),
        sites=[
            _site(site, [entry for entry in found if entry.site == site], day, last)
            for site in sites_in_order(user)
        ],
        note=reading.note_on(user, day),
    )


def sites_in_order(user: User) -> list[Site]:
    """All of them, those that hurt the person first."""
    return sorted(Site, key=lambda site: site.value not in user.hurts)


def _site(site: Site, found: Sequence[PainEntry], day: date, last: date | None) -> SitePain:
    by_day = {entry.day: entry for entry in found}
    noted = {entry.day: entry.value for entry in found if entry.value is not None}
    return SitePain(
        site=site,
        entry=by_day.get(day),
        last_time=pain_words.last_time(last, noted.get(last), day) if last else "",
        noted={each: value for each, value in noted.items() if day - each < SHOWN},
        until=day,
    )
