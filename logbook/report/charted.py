"""Months, weeks and pain as a history charts them, from days that are over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from logbook import charts, days, pain, totals
from logbook.charts import Bars, Line
from logbook.models import Site
from logbook.report import telling
from logbook.totals import Day, Total

SIX_DAYS = timedelta(days=6)
INTO_NEXT_MONTH = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Month:
    first: date
    total: Total
    bars: Sequence[Bars]
    is_now: bool


@dataclass(frozen=True, slots=True)
class Week:
    """A week, or the part of it that belongs to the history."""

    first: date
    last: date
    total: Total

    @property
    def share(self) -> float | None:
        return self.total.tally.adherence


@dataclass(frozen=True, slots=True)
class PainChart:
    """The mean of each week at one site."""

    site: Site
    means: Sequence[pain.Mean]

    @property
    def noted(self) -> list[float]:
        return [mean.rounded for mean in self.means if mean.rounded is not None]

    @property
    def ends(self) -> list[float]:
        """The means of the first and the last week with enough days noted: others say little."""
        enough = [mean.rounded for mean in self.means if mean.enough and mean.rounded is not None]
        return [enough[0], enough[-1]] if len(enough) > 1 else enough

    @property
    def line(self) -> Line:
        return charts.line([mean.exact for mean in self.means], top=pain.MOST)

    @property
    def picture(self) -> str:
        return telling.pain_picture(str(self.site.label), self.noted)


def months(first: date, last: date, lived: Sequence[Day], *, today: date) -> list[Month]:
    """The months of a span of days."""
    found: list[Month] = []
    begin = first.replace(day=1)
    while begin <= last:
        its = [day for day in lived if day.day.replace(day=1) == begin]
        levels = {day.day.day: charts.level(day.tally, day.done) for day in its}
        is_now = begin == today.replace(day=1)
        found.append(Month(begin, totals.add_up(its), charts.bars(levels), is_now))
        begin = (begin + INTO_NEXT_MONTH).replace(day=1)
    return found


def weeks(first: date, last: date, lived: Sequence[Day], *, week_starts_on: int) -> list[Week]:
    """The weeks of a span of days, those at its ends cut to it."""
    found: list[Week] = []
    begin = first
    while begin <= last:
        end = min(last, days.first_of_week(begin, week_starts_on) + SIX_DAYS)
        its = [day for day in lived if begin <= day.day <= end]
        found.append(Week(begin, end, totals.add_up(its)))
        begin = end + timedelta(days=1)
    return found


def pains(noted: Mapping[str, pain.Noted], weeks: Sequence[Week]) -> list[PainChart]:
    """A chart for each site where pain was noted in those weeks."""
    found = [
        PainChart(
            Site(site), [pain.mean(values, pain.Days(week.first, week.last)) for week in weeks]
        )
        for site, values in noted.items()
        if values
    ]
    return [chart for chart in found if chart.noted]
