"""Then and now: a person's first weeks with pain noted beside the last, without a verdict."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from accounts.models import User
from logbook.choices import Site
from logbook.domain import pain, totals
from logbook.domain.pain import BySide, Comparison, Days, Mean
from logbook.domain.totals import Total
from logbook.report import history_wording, pain_wording, queries, then_now_wording

WEEKS = (2, 4)
USUAL = 2


@dataclass(frozen=True, slots=True)
class Card:
    """One site and side: its means with what they are of, or why two aren't set side by side."""

    site: Site
    side: str
    rows: Sequence[tuple[str, Mean]] = ()
    comparison: Comparison | None = None
    other_side: str = ""
    """Says that other sides were noted then than now."""

    @property
    def key(self) -> str:
        return f"{self.site}-{self.side}" if self.side else self.site.value

    @property
    def name(self) -> str:
        """'Left knee'"""
        return str(self.site.label) if self.other_side else pain_wording.place(self.site, self.side)

    @property
    def difference(self) -> str:
        return then_now_wording.difference(self.comparison) if self.comparison else ""

    @property
    def percent(self) -> str:
        return then_now_wording.percent(self.comparison) if self.comparison else ""


@dataclass(frozen=True, slots=True)
class ThenNowReport:
    """Two spans of days with pain noted, and the sessions in the same days.

    The first span begins with the first day noted, the last ends with the last; today is in
    neither. Where they would overlap there is one, so far; where nothing is noted there is none.
    """

    today: date
    spans: Sequence[Days]
    weeks: tuple[int, int]
    may_choose: bool
    cards: Sequence[Card]
    totals: Sequence[Total]

    @property
    def named(self) -> list[tuple[str, Days]]:
        """'First two weeks', 'Last two weeks', each with its days."""
        if len(self.spans) < 2:
            return [(then_now_wording.so_far(), span) for span in self.spans]
        return list(zip(then_now_wording.spans(*self.weeks), self.spans, strict=True))

    @property
    def choices(self) -> list[tuple[str, str, list[tuple[int, str, bool]]]]:
        """What may be chosen for then and for now; nothing while the record is short."""
        if not self.may_choose:
            return []
        offered = [then_now_wording.spans(weeks, weeks) for weeks in WEEKS]
        return [
            (
                ("then", "now")[end],
                then_now_wording.ends()[end],
                [
                    (weeks, words[end], weeks == self.weeks[end])
                    for weeks, words in zip(WEEKS, offered, strict=True)
                ],
            )
            for end in (0, 1)
        ]

    @property
    def sessions(self) -> list[tuple[str, Total, str]]:
        words = _ends(self.spans)
        return [
            (word, total, history_wording.figures(total))
            for word, total in zip(words, self.totals, strict=True)
        ]

    @property
    def more_sessions(self) -> str:
        """'37 sessions more'; nothing where there is one span."""
        if len(self.totals) < 2:
            return ""
        then, now = (total.tally.counted for total in self.totals)
        return then_now_wording.more_sessions(now - then)


def build(user: User, *, today: date, weeks: tuple[int, int] = (USUAL, USUAL)) -> ThenNowReport:
    """Other weeks than the usual are those chosen; a record too short for them shows the usual."""
    noted_days = queries.pain_days(user, before=today)
    if noted_days is None:
        return ThenNowReport(today, [], weeks, may_choose=False, cards=[], totals=[])
    may_choose = _spans(noted_days, (WEEKS[-1], WEEKS[-1])) is not None
    weeks = weeks if may_choose else (USUAL, USUAL)
    spans = _spans(noted_days, weeks) or (Days(*noted_days),)
    ends = [(span.first, span.last) for span in spans]
    noted = queries.pain_noted(user, *ends)
    record = queries.load_record(user, *ends, today=today)
    return ThenNowReport(
        today=today,
        spans=spans,
        weeks=weeks,
        may_choose=may_choose,
        cards=cards(noted, spans),
        totals=[totals.add_up(record.days(*each)) for each in ends],
    )


def _spans(noted_days: queries.Ends, weeks: tuple[int, int]) -> tuple[Days, Days] | None:
    then, now = (timedelta(weeks=number) for number in weeks)
    return pain.first_and_last(*noted_days, then, now)


def _ends(spans: Sequence[Days]) -> Sequence[str]:
    return then_now_wording.ends() if len(spans) > 1 else [then_now_wording.so_far()]


def cards(noted: Mapping[Site, BySide], spans: Sequence[Days]) -> list[Card]:
    """Left beside left, right beside right; a sentence where no side was noted in both spans."""
    return [card for site, by_side in noted.items() for card in _cards(site, by_side, spans)]


def _cards(site: Site, by_side: BySide, spans: Sequence[Days]) -> list[Card]:
    sides = [pain.sides_noted(by_side, span) for span in spans]
    if len(sides) > 1 and all(sides) and not set(sides[0]) & set(sides[1]):
        return [Card(site, "", other_side=pain_wording.other_side(site, *sides))]
    return [
        Card(
            site,
            side,
            rows=list(zip(_ends(spans), (pain.mean(noted, span) for span in spans), strict=True)),
            comparison=pain.compare(noted, *spans) if len(spans) == 2 else None,
        )
        for side, noted in by_side.items()
        if any(side in noted_sides for noted_sides in sides)
    ]
