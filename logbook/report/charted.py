"""Months, weeks and pain as a history charts them, from days that are over."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from logbook.choices import Site
from logbook.domain import charts, days, pain, totals
from logbook.domain.charts import Bars, Line
from logbook.domain.totals import Day, Total
from logbook.report import history_wording, pain_wording

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
    """The mean of each week at one site, whichever side it was."""

    site: Site
    sides: Sequence[str]
    means: Sequence[pain.Mean]

    @property
    def name(self) -> str:
        """Each side that was noted: 'Left knee, Right knee'."""
        return pain_wording.places(self.site, self.sides)

    @property
    def values(self) -> list[float]:
        return [mean.rounded for mean in self.means if mean.rounded is not None]

    @property
    def line(self) -> Line:
        return charts.line([mean.exact for mean in self.means], top=pain.MOST)

    @property
    def picture(self) -> str:
        return history_wording.pain_picture(self.name, self.values)


def months(first: date, last: date, days_over: Sequence[Day], *, today: date) -> list[Month]:
    """The months of a span of days."""
    found: list[Month] = []
    by_month = _grouped(days_over, lambda day: day.replace(day=1))
    begin = first.replace(day=1)
    while begin <= last:
        its = by_month[begin]
        levels = {day.day.day: charts.level(day.tally, day.done) for day in its}
        is_now = begin == today.replace(day=1)
        found.append(Month(begin, totals.add_up(its), tuple(charts.bars(levels)), is_now))
        begin = (begin + INTO_NEXT_MONTH).replace(day=1)
    return found


def weeks(first: date, last: date, days_over: Sequence[Day], *, week_starts_on: int) -> list[Week]:
    """The weeks of a span of days, those at its ends cut to it."""
    found: list[Week] = []
    by_week = _grouped(days_over, lambda day: days.first_of_week(day, week_starts_on))
    begin = first
    while begin <= last:
        week = days.first_of_week(begin, week_starts_on)
        end = min(last, week + SIX_DAYS)
        found.append(Week(begin, end, totals.add_up(by_week[week])))
        begin = end + timedelta(days=1)
    return found


def pains(noted: Mapping[Site, pain.BySide], weeks: Sequence[Week]) -> list[PainChart]:
    """A chart for each site where pain was noted in those weeks."""
    found = [_pain(site, by_side, weeks) for site, by_side in noted.items() if weeks]
    return [chart for chart in found if chart.values]


def _pain(site: Site, by_side: pain.BySide, weeks: Sequence[Week]) -> PainChart:
    values = pain.together(by_side)
    return PainChart(
        site,
        pain.sides_noted(by_side, pain.Days(weeks[0].first, weeks[-1].last)),
        [pain.mean(values, pain.Days(week.first, week.last)) for week in weeks],
    )


def _grouped(days_over: Iterable[Day], key: Callable[[date], date]) -> defaultdict[date, list[Day]]:
    """The days by the first of the week or month in which they are."""
    found: defaultdict[date, list[Day]] = defaultdict(list)
    for day in days_over:
        found[key(day.day)].append(day)
    return found
