"""Is it working? Pain in a person's first two weeks of notes beside their last two."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from accounts.models import User
from logbook import pain, totals
from logbook.models import Site
from logbook.pain import Comparison, Days, Mean
from logbook.report import reading, telling
from logbook.totals import Total

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class SiteReport:
    site: Site
    comparison: Comparison

    @property
    def sides(self) -> list[Mean]:
        return [self.comparison.first, self.comparison.last]

    @property
    def verdict(self) -> str:
        return telling.verdict(self.comparison)

    @property
    def reason(self) -> str:
        return telling.reason(self.comparison)


@dataclass(frozen=True, slots=True)
class WorkingReport:
    """Two spans of two weeks, pain at each site noted in them, and the sessions in the same days.

    The first span begins with the first day on which pain was noted, the last ends yesterday; both
    are None under four weeks.
    """

    today: date
    begun: date | None
    first: Days | None
    last: Days | None
    sites: Sequence[SiteReport]
    totals: Sequence[Total]

    @property
    def from_when(self) -> date | None:
        """The day on which there will be four weeks of days that are over."""
        return self.begun and self.begun + 2 * pain.SPAN

    @property
    def sessions(self) -> list[tuple[Total, str]]:
        return [(total, telling.figures(total)) for total in self.totals]


def of_working(user: User, *, today: date) -> WorkingReport:
    begun = reading.first_pain_of(user)
    spans = pain.first_and_last(begun, today - ONE_DAY) if begun else None
    if spans is None:
        return WorkingReport(today, begun, None, None, [], [])
    ends = [(span.first, span.last) for span in spans]
    noted = reading.pain_noted(user, *ends)
    lived = reading.lived(user, *ends, today=today)
    return WorkingReport(
        today=today,
        begun=begun,
        first=spans[0],
        last=spans[1],
        sites=[
            SiteReport(Site(site), pain.compare(values, *spans))
            for site, values in noted.items()
            if values
        ],
        totals=[totals.add_up(lived.days(*each)) for each in ends],
    )
