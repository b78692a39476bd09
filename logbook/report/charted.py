"""Months, weeks and pain as a history charts them, from days that are over."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
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
    bars: tuple[Bars, ...]
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
    by_month = _grouped(lived, lambda day: day.replace(day=1))
    begin = first.replace(day=1)
    while begin <= last:
        its = by_month[begin]
        levels = {day.day.day: charts.level(day.tally, day.done) for day in its}
        is_now = begin == today.replace(day=1)
        found.append(Month(begin, totals.add_up(its), tuple(charts.bars(levels)), is_now))
        begin = (begin + INTO_NEXT_MONTH).replace(day=1)
    return found


def weeks(first: date, last: date, lived: Sequence[Day], *, week_starts_on: int) -> list[Week]:
    """The weeks of a span of days, those at its ends cut to it."""
    found: list[Week] = []
    by_week = _grouped(lived, lambda day: days.first_of_week(day, week_starts_on))
    begin = first
    while begin <= last:
        week = days.first_of_week(begin, week_starts_on)
        end = min(last, week + SIX_DAYS)
        found.append(Week(begin, end, totals.add_up(by_week[week])))
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


def _grouped(lived: Iterable[Day], key: Callable[[date], date]) -> defaultdict[date, list[Day]]:
    """The days by the first of the week or month in which they are."""
    found: defaultdict[date, list[Day]] = defaultdict(list)
    for day in lived:
        found[key(day.day)].append(day)
    return found
