"""The sample year's figures on every page, counted anew from the raw rows with plain loops."""

from collections import Counter
from datetime import date, timedelta
from fractions import Fraction

import pytest

from accounts.models import User
from logbook.models import PainEntry, Pause, Session, Target
from logbook.report import day as day_report
from logbook.report import history as history_report
from logbook.report import printed as printed_report
from logbook.report import then_now as then_now_report
from logbook.report import week as week_report

TODAY = date(2026, 11, 19)
YESTERDAY = TODAY - timedelta(days=1)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def user(demo: str) -> User:
    return User.objects.get()


class Raw:
    """The rows as they are stored, and nothing of the arithmetic that the pages use."""

    def __init__(self, user: User) -> None:
        self.first_day = user.preferences.first_day
        self.done: Counter[tuple[date, str]] = Counter()
        for row in Session.objects.filter(user=user).select_related("exercise"):
            if row.undone_at is None and row.exercise and row.day:
                self.done[row.day, row.exercise.slug] += 1
        self.targets = [
            (row.from_day, row.exercise.slug, row.per_day)
            for row in Target.objects.filter(user=user).select_related("exercise")
        ]
        self.paused = set()
        for pause in Pause.objects.filter(user=user, undone_at=None):
            day = pause.first_day
            while pause.last_day and day <= pause.last_day:
                self.paused.add(day)
                day += timedelta(days=1)
        self.pain = [
            (row.site, row.day, row.value)
            for row in PainEntry.objects.filter(user=user)
            if row.value is not None
        ]

    def target(self, day: date, slug: str) -> int:
        held = [(begin, count) for begin, its, count in self.targets if its == slug]
        return max((begin, count) for begin, count in held if begin <= day)[1]

    def days(self, first: date, last: date) -> list[date]:
        """Days that are over and aren't paused."""
        found = []
        day = max(first, self.first_day or first)
        while day <= min(last, YESTERDAY):
            if day not in self.paused:
                found.append(day)
            day += timedelta(days=1)
        return found

    def sums(self, first: date, last: date) -> dict[str, tuple[int, int]]:
        """By exercise, how many sessions count and how many were due."""
        sums: dict[str, tuple[int, int]] = {}
        for slug in {slug for _begin, slug, _count in self.targets}:
            counted = due = 0
            for day in self.days(first, last):
                target = self.target(day, slug)
                due += target
                counted += min(target, self.done[day, slug])
            sums[slug] = (counted, due)
        return sums

    def total(self, first: date, last: date) -> tuple[int, int]:
        sums = self.sums(first, last).values()
        return sum(counted for counted, _due in sums), sum(due for _counted, due in sums)

    def mean(self, site: str, first: date, last: date) -> Fraction | None:
        values = [value for its, day, value in self.pain if its == site and first <= day <= last]
        return Fraction(sum(values), len(values)) if values else None


def mondays(first: date) -> list[date]:
    """The weeks from the one that the day is in to this one."""
    monday = first - timedelta(days=first.weekday())
    found = []
    while monday <= TODAY:
        found.append(monday)
        monday += timedelta(days=7)
    return found


def test_every_week_has_the_figures_of_the_rows(user: User) -> None:
    raw = Raw(user)
    assert user.preferences.first_day

    for monday in mondays(user.preferences.first_day):
        week = week_report.build(user, monday, today=TODAY)

        sunday = monday + timedelta(days=6)
        assert (week.tally.counted, week.tally.due) == raw.total(monday, sunday)
        sums = {exercise.slug: (t.counted, t.due) for exercise, t in week.by_exercise}
        assert sums == raw.sums(monday, sunday)
        for day in week.days:
            for cell in day.cells:
                assert cell.done == raw.done[day.day, cell.exercise.slug]


@pytest.mark.parametrize("weeks", [4, 12])
def test_the_report_has_the_figures_of_the_rows_and_of_its_weeks(user: User, weeks: int) -> None:
    raw = Raw(user)
    first = TODAY - timedelta(weeks=weeks)

    printed = printed_report.build(user, today=TODAY, weeks=weeks, with_notes=True)

    assert (printed.first, printed.last) == (first, YESTERDAY)
    assert (printed.total.tally.counted, printed.total.tally.due) == raw.total(first, YESTERDAY)
    assert printed.total.days == len(raw.days(first, YESTERDAY))
    sums = {aim.exercise.slug: (aim.tally.counted, aim.tally.due) for aim in printed.aims}
    assert sums == raw.sums(first, YESTERDAY)
    assert len(printed.rows) == weeks + 1
    for number, (week, means) in enumerate(printed.rows):
        assert (week.total.tally.counted, week.total.tally.due) == raw.total(week.first, week.last)
        if number:  # The first row is part of a week.
            same = week_report.build(user, week.first, today=TODAY)
            assert week.total.tally == same.tally
        sites = [chart.site for chart in printed.pains]
        for site, mean in zip(sites, means, strict=True):
            assert mean.exact == raw.mean(site, week.first, week.last)


def test_the_history_has_the_figures_of_the_rows(user: User) -> None:
    raw = Raw(user)

    history = history_report.past_year(user, today=TODAY)

    first = date(2025, 12, 1)
    assert (history.total.tally.counted, history.total.tally.due) == raw.total(first, YESTERDAY)
    assert history.total.days == len(raw.days(first, YESTERDAY))
    sums = {exercise.slug: (t.counted, t.due) for exercise, t in history.by_exercise}
    assert sums == raw.sums(first, YESTERDAY)
    for month in history.months:
        last = (month.first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        tally = month.total.tally
        assert (tally.counted, tally.due) == raw.total(month.first, last)
    for number, week in enumerate(history.weeks):
        assert (week.total.tally.counted, week.total.tally.due) == raw.total(week.first, week.last)
        for chart in history.pains:
            assert chart.means[number].exact == raw.mean(chart.site, week.first, week.last)


def test_then_and_now_has_the_figures_of_the_rows(user: User) -> None:
    raw = Raw(user)
    days = [day for _site, day, _value in raw.pain if day < TODAY]
    spans = [
        (min(days), min(days) + timedelta(days=13)),
        (max(days) - timedelta(days=13), max(days)),
    ]

    then_now = then_now_report.build(user, today=TODAY)

    assert [card.name for card in then_now.cards] == ["Back", "Right knee"]
    for card in then_now.cards:
        means = [mean.exact for _when, mean in card.rows]
        assert means == [raw.mean(card.site, *span) for span in spans]
    totals = [(total.tally.counted, total.tally.due) for total in then_now.totals]
    assert totals == [raw.total(*span) for span in spans]


def test_today_is_half_done_and_counts_nowhere_yet(user: User) -> None:
    raw = Raw(user)

    today = day_report.build(user, TODAY, today=TODAY)

    assert 0 < today.tally.counted < today.tally.due == 10
    assert sum(raw.done[TODAY, row.exercise.slug] for row in today.rows) == today.tally.counted
