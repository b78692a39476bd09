"""The report to hand to a doctor or physio: some weeks up to yesterday, on one printed page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from unicodedata import east_asian_width

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from exercises.doses import fill
from exercises.models import Exercise
from logbook.choices import Reason
from logbook.domain import pain, pauses, totals
from logbook.domain.adherence import Tally
from logbook.domain.pain import Mean
from logbook.domain.pauses import Span
from logbook.domain.programme import Amount, Programme
from logbook.domain.totals import Total
from logbook.models import DayNote, Preferences
from logbook.report import charted, history_wording, queries, then_now, then_now_wording
from logbook.report.charted import PainChart, Week
from logbook.report.then_now import Card

ONE_DAY = timedelta(days=1)
LINES_OF_NOTES = {4: 14, 12: 6}
"""How many lines of notes there is room for on the page, by the number of weeks."""
ON_A_LINE = 85  # characters
LONGEST = 2 * ON_A_LINE
"""Of a note so much is printed."""
MOST_CHANGES = 3  # of an aim are listed
MOST_PAUSES = 6  # are listed one by one


@dataclass(frozen=True, slots=True)
class Aim:
    """What a person meant to do of an exercise a day, and what came of it."""

    exercise: Exercise
    per_day: Sequence[tuple[date, int]]
    """From which day on it was how many; the latest last."""
    own_since: date | None
    """The day from which their own amount holds, None where it is the catalogue's."""
    tally: Tally

    @property
    def amount(self) -> str:
        """'15 presses with each foot, 5 s hold each'"""
        figures = self.exercise.dose.words()
        facts = [f"{fact['figure']} {fact['label']}" for fact in self.exercise.dose_facts]
        return f"{fill(', '.join(facts), figures)}."

    @property
    def per_day_text(self) -> str:
        """'2, 3 from 5 Oct'; of many changes the latest."""
        (_first, number), *later = self.per_day
        pieces = [
            _("%(number)s from %(day)s") % {"number": number, "day": date_format(day, "j M")}
            for day, number in later[-MOST_CHANGES:]
        ]
        if len(later) > MOST_CHANGES:
            pieces.insert(0, "…")
        return ", ".join([str(number), *pieces])


@dataclass(frozen=True, slots=True)
class PrintedReport:
    """Days up to yesterday, in weeks. Days that are over are judged, as on every other page."""

    chosen: int
    today: date
    first: date
    last: date
    total: Total
    aims: Sequence[Aim]
    pauses: Sequence[Span]
    pains: Sequence[PainChart]
    then_now: Sequence[Card]
    weeks: Sequence[Week]
    notes: Sequence[DayNote]
    notes_left_out: int

    @property
    def is_empty(self) -> bool:
        """Whether no day is over yet."""
        return self.last < self.first

    @property
    def in_short(self) -> str:
        if not self.total.tally.due:
            return _("No session was due on these days.")
        return history_wording.summary(self.total)

    @property
    def pain_in_short(self) -> str:
        """'Mean pain in the first and the last two weeks: Back 4.1 (9 days), then 3.8 (8 days).'"""
        means = [
            _("%(place)s %(then)s, then %(now)s")
            % {
                "place": card.name,
                "then": then_now_wording.mean(card.comparison.then),
                "now": then_now_wording.mean(card.comparison.now),
            }
            for card in self.then_now
            if card.comparison and card.comparison.change is not None
        ]
        if not means:
            return ""
        sentence = _("Mean pain in the first and the last two weeks: %(means)s.")
        return sentence % {"means": "; ".join(means)}

    @property
    def length(self) -> int:
        """In days."""
        return (self.last - self.first).days + 1

    @property
    def pauses_text(self) -> str:
        """'5 Oct to 11 Oct (away), 2 Nov (ill)'; of many the latest."""
        spans = [_pause(span) for span in self.pauses[-MOST_PAUSES:]]
        if (more := len(self.pauses) - MOST_PAUSES) > 0:
            spans.append(
                ngettext("and once before", "and %(more)s times before", more) % {"more": more}
            )
        return ", ".join(spans)

    @property
    def rows(self) -> list[tuple[Week, Sequence[Mean]]]:
        """Each week with its mean pain at each site."""
        return [
            (week, [chart.means[number] for chart in self.pains])
            for number, week in enumerate(self.weeks)
        ]


def build(user: User, *, today: date, weeks: int, with_notes: bool) -> PrintedReport:
    """So many times seven days up to yesterday, or as many as there are since the first day."""
    first_day = Preferences.of(user).first_day_as_of(today)
    last = today - ONE_DAY
    first = max(today - timedelta(weeks=weeks), first_day)
    record = queries.load_record(user, (first, last), today=today)
    queries.own_amounts(record.exercises, record.programme, last)
    days_over = record.days(first, last)
    tallies = totals.by_exercise(days_over)
    in_weeks = charted.weeks(first, last, days_over, week_starts_on=user.week_starts_on)
    noted = DayNote.objects.filter(user=user, day__range=(first, last)).order_by("day")
    notes = list(noted) if with_notes else []
    pain_noted = queries.pain_noted(user, (first, last))
    shown = _that_fit(notes, LINES_OF_NOTES[weeks])
    return PrintedReport(
        chosen=weeks,
        today=today,
        first=first,
        last=last,
        total=totals.add_up(days_over),
        aims=[
            _aim(exercise, record.programme, first, last, tallies[exercise.slug])
            for exercise in record.exercises
            if exercise.slug in tallies
        ],
        pauses=pauses.in_runs(record.paused),
        pains=charted.pains(pain_noted, in_weeks),
        then_now=then_now.cards(pain_noted, pain.first_and_last(first, last) or ()),
        weeks=in_weeks,
        notes=shown,
        notes_left_out=len(notes) - len(shown),
    )


def _aim(exercise: Exercise, programme: Programme, first: date, last: date, tally: Tally) -> Aim:
    slug = exercise.slug
    begins = {change.from_day for change in programme.changes if change.exercise == slug}
    per_day: list[tuple[date, int]] = []
    amount, since = Amount(), first
    for day in sorted({first, *(begin for begin in begins if first < begin <= last)}):
        held = programme.held(day).get(slug)
        number = held.per_day if held else 0
        if not per_day or per_day[-1][1] != number:
            per_day.append((day, number))
        if held and held.amount != amount:
            amount, since = held.amount, day
    return Aim(exercise, per_day, None if amount == Amount() else since, tally)


def _pause(span: Span) -> str:
    last = span.last or span.first
    values = {
        "first": date_format(span.first, "j M"),
        "last": date_format(last, "j M"),
        "reason": str(Reason(span.reason).label).lower(),
    }
    if span.first == last:
        return _("%(first)s (%(reason)s)") % values
    return _("%(first)s to %(last)s (%(reason)s)") % values


def _that_fit(notes: Sequence[DayNote], lines: int) -> list[DayNote]:
    """The latest notes that there is room for, in the order of their days, long ones cut."""
    shown: list[DayNote] = []
    for note in reversed(notes):
        note.text = _cut(note.text)
        lines -= 1 + (_width(note.text) - 1) // ON_A_LINE
        if lines < 0:
            break
        shown.insert(0, note)
    return shown


def _cut(text: str) -> str:
    words = " ".join(text.split())
    if _width(words) <= LONGEST:
        return words
    while _width(words) >= LONGEST:
        words = words[:-1]
    return f"{words.rstrip()}…"


def _width(text: str) -> int:
    """In places on a line: wide characters, such as emoji, take two, and so do capitals."""
    return sum(
        2 if east_asian_width(character) in "WF" or character.isupper() else 1 for character in text
    )
