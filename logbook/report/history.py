"""The past twelve months or a calendar year: its days, months, weeks, exercises and pain."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from django.utils.translation import gettext as _

from accounts.models import User
from exercises.brief import Brief
from logbook.domain import adherence, charts, days, totals
from logbook.domain.adherence import Tally
from logbook.domain.charts import Line
from logbook.domain.totals import Day, Total
from logbook.models import Preferences
from logbook.report import charted, history_wording, queries
from logbook.report.charted import Month, PainChart, Week
from logbook.report.queries import Record

WEEKS = (12, 26, 52)
USUAL = 26
A_YEAR = 12  # months


class WeeksPain(NamedTuple):
    """How often pain was noted at a site in one week, and the mean to a tenth."""

    entries: int
    rounded: float | None


@dataclass(frozen=True, slots=True)
class HistoryReport:
    """Months and what was done in them: picture, table, sentence and exercises are of its `days`.

    Only days that are over are judged. The weeks are those of the year, or as many as were chosen.
    """

    year: int | None
    today: date
    first_day: date
    days: Sequence[Day]
    total: Total
    months: Sequence[Month]
    by_exercise: Sequence[tuple[Brief, Tally]]
    weeks: Sequence[Week]
    weeks_total: Total
    chosen: int | None
    pains: Sequence[PainChart]
    row: int | None
    """Days in a row with all that was due; None unless the person wants to know."""

    @property
    def is_before_start(self) -> bool:
        return self.year is not None and self.year < self.first_day.year

    @property
    def is_ahead(self) -> bool:
        return self.year is not None and self.year > self.today.year

    @property
    def has_first_day(self) -> bool:
        return bool(self.days) and self.days[0].day == self.first_day

    @property
    def years(self) -> Sequence[int]:
        """The calendar years to turn to, the latest first; none where this one is all there is."""
        years = range(self.today.year, self.first_day.year - 1, -1)
        return years if len(years) > 1 or self.year else ()

    @property
    def choices(self) -> Sequence[int]:
        """Numbers of weeks to choose from; none where the fewest show all there is."""
        weeks = (self.today - self.first_day) // timedelta(weeks=1)
        return WEEKS if self.chosen and weeks >= WEEKS[0] else ()

    @property
    def key(self) -> list[tuple[int, str, str]]:
        """Each level, its bar, and what it means."""
        return [
            (level, charts.bar(level), word) for level, word in enumerate(history_wording.levels())
        ]

    @property
    def summary(self) -> str:
        return history_wording.summary(self.total)

    @property
    def more(self) -> str:
        """What was done beyond what was due, on paused days too."""
        return history_wording.more(self.total.extra) if self.total.extra else ""

    @property
    def row_sentence(self) -> str:
        return "" if self.row is None else history_wording.row(self.row)

    @property
    def picture(self) -> str:
        return history_wording.picture(self.total, self.months[0].first, self.months[-1].first)

    @property
    def weeks_sentence(self) -> str:
        return history_wording.weeks(self.weeks_total, len(self.weeks))

    @property
    def weeks_picture(self) -> str:
        percents = (week.total.tally.percent for week in self.weeks)
        return history_wording.weeks_picture(
            [percent for percent in percents if percent is not None]
        )

    @property
    def weeks_line(self) -> Line:
        return charts.line([week.share for week in self.weeks], top=1)

    @property
    def weeks_start(self) -> str:
        """What stands under the first of the charts' weeks, where there are more than one."""
        return history_wording.month(self.weeks[0].first) if len(self.weeks) > 1 else ""

    @property
    def weeks_end(self) -> str:
        is_over = self.year is not None and self.year < self.today.year
        return history_wording.month(self.weeks[-1].last) if is_over else _("Now")

    @property
    def weeks_of_pain(self) -> list[tuple[Week, tuple[WeeksPain, ...]]]:
        """For the table beside the charts; only weeks in which pain was noted."""
        means = zip(*(chart.means for chart in self.pains), strict=True)
        rows = zip(self.weeks, means, strict=True) if self.pains else ()
        return [
            (week, tuple(WeeksPain(mean.entries, mean.rounded) for mean in means))
            for week, means in rows
            if any(mean.entries for mean in means)
        ]


def past_year(user: User, *, today: date, weeks: int = USUAL) -> HistoryReport:
    """The twelve months that end with this one, and so many weeks up to this one."""
    months = A_YEAR * today.year + today.month - A_YEAR
    first = date(months // A_YEAR, months % A_YEAR + 1, 1)
    this_week = days.first_of_week(today, user.week_starts_on)
    weeks_from = this_week - timedelta(weeks=weeks - 1)
    return _report(user, today, first, today, weeks_from, chosen=weeks)


def calendar_year(user: User, year: int, *, today: date) -> HistoryReport:
    """A calendar year with all its weeks; those at its ends are cut to it."""
    first = date(year, 1, 1)
    return _report(user, today, first, date(year, 12, 31), first, year=year)


def _report(
    user: User,
    today: date,
    first: date,
    last: date,
    weeks_from: date,
    *,
    year: int | None = None,
    chosen: int | None = None,
) -> HistoryReport:
    preferences = Preferences.of(user)
    first_day = preferences.first_day_as_of(today)
    has_row = preferences.shows_streak and year is None
    since = min(first, weeks_from, *([first_day] if has_row else []))
    record = queries.load_record(user, (since, last), today=today)
    days_over = record.days(min(first, weeks_from), last)
    in_months = [day for day in days_over if day.day >= first]
    in_weeks = [day for day in days_over if day.day >= weeks_from]
    tallies = totals.by_exercise(in_months)
    begun, until = max(first, first_day), min(last, today)
    first_week = days.first_of_week(first_day, user.week_starts_on)
    weeks = charted.weeks(
        max(weeks_from, first_week), until, in_weeks, week_starts_on=user.week_starts_on
    )
    return HistoryReport(
        year=year,
        today=today,
        first_day=first_day,
        days=in_months,
        total=totals.add_up(in_months),
        months=charted.months(begun, until, in_months, today=today),
        by_exercise=[
            (each.brief, tallies[each.slug]) for each in record.exercises if each.slug in tallies
        ],
        weeks=weeks,
        weeks_total=totals.add_up(in_weeks),
        chosen=chosen,
        pains=charted.pains(queries.pain_noted(user, (weeks_from, last)), weeks),
        row=_row(record) if has_row else None,
    )


def _row(record: Record) -> int:
    return adherence.days_in_a_row(
        record.today,
        record.done,
        record.programme,
        first_day=record.first_day,
        paused=record.paused,
    )
