"""A person's programme: what they mean to do, beside the article's, and what held when."""

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import asdict, dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from exercises.doses import fill
from exercises.models import Exercise
from exercises.toe import Toe
from logbook.domain import toes
from logbook.domain.programme import Amount, Held, Since, TargetChange
from logbook.models import Preferences
from logbook.report import queries

UNBROKEN = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Line:
    """One exercise of the catalogue with its own dose, and what the person makes of it."""

    exercise: Exercise
    held: TargetChange
    hint: str
    """Since when: '3 a day since 2 November, 2 before'."""

    @property
    def notes(self) -> list[str]:
        """Where the catalogue's figures come from, in sentences."""
        figures = self.exercise.dose.words()
        return [fill(note["text"], figures) for note in self.exercise.dose_notes]

    @property
    def own(self) -> list[str]:
        """What is the person's own: '12 presses with each foot', 'own place'."""
        own = _own_amount(self.exercise, self.held.amount)
        return own if self.held.place is None else [*own, _("own place")]

    @property
    def suggested(self) -> bool:
        """Whether a figure rests on other versions of the article, or on no reading of it."""
        sources = [set(note["sources"]) for note in self.exercise.dose_notes]
        return any("versions" in keys or not keys & {"article", "ours"} for keys in sources)

    @property
    def state(self) -> str:
        if own := self.own:
            return _("Yours: %(figures)s") % {"figures": ", ".join(own)}
        if self.exercise.keeps_dose:
            return _("As on this site")
        return _("Our suggestion") if self.suggested else _("As in the article")

    @property
    def way_back(self) -> str:
        if self.exercise.keeps_dose:
            return _("Back to this site’s")
        return _("Back to the suggestion") if self.suggested else _("Back to the article’s")


@dataclass(frozen=True, slots=True)
class Stretch:
    """What a person meant to do in a run of days: 'Since 2 November', '2 + 3 + 3 + 2', 10.

    `amounts` are their own, by the exercise's name: '12 presses with each foot, 4 s each press'.
    """

    when: str
    figures: str
    total: int
    amounts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ProgrammeReport:
    """The programme as it holds today; `targets` are those that the toes show."""

    today: date
    lines: Sequence[Line]
    targets: Mapping[str, int]
    stretches: Sequence[Stretch]

    @property
    def exercises(self) -> list[Exercise]:
        return [line.exercise for line in self.lines]

    @property
    def held(self) -> dict[str, TargetChange]:
        return {line.exercise.slug: line.held for line in self.lines}

    @property
    def toes(self) -> tuple[Toe, ...]:
        """Ten full toes, in the hues of the exercises that they stand for."""
        exercises = {line.exercise.slug: line.exercise for line in self.lines}
        return toes.draw(self.targets, self.targets, exercises)

    @property
    def total(self) -> int:
        return sum(self.targets.values())

    @property
    def summary(self) -> str:
        if not self.total:
            return _("Nothing a day")
        if self.total == toes.TOES and toes.shares(self.targets) == self.targets:
            return _("10 sessions a day, one for each toe")
        return ngettext("%(count)s session a day", "%(count)s sessions a day", self.total) % {
            "count": self.total
        }


def build(
    user: User, *, today: date, preview: Mapping[str, int | None] | None = None
) -> ProgrammeReport:
    """With a `preview`, the toes are those of targets that aren't stored."""
    exercises = list(Exercise.objects.all())
    programme = queries.load_programme(user, exercises, until=today)
    first_day = Preferences.of(user).first_day_as_of(today)
    held = programme.held(today)
    theirs = [exercise for exercise in exercises if exercise.slug in held]
    targets: Mapping[str, int | None] = programme.on(today) if preview is None else preview
    return ProgrammeReport(
        today=today,
        lines=[
            Line(
                exercise,
                held.get(exercise.slug, TargetChange(exercise.slug, today, 0)),
                _hint(programme.since(exercise.slug, today, first_day), today),
            )
            for exercise in exercises
        ],
        targets={each.slug: target for each in exercises if (target := targets.get(each.slug))},
        stretches=[_stretch(each, theirs, today) for each in programme.history(first_day)],
    )


def _stretch(held: Held, exercises: Sequence[Exercise], today: date) -> Stretch:
    first = _day(held.first, today)
    if held.last is None:
        when = _("Since %(day)s") % {"day": first}
    elif held.first == held.last:
        when = first
    else:
        when = _("%(first)s to %(last)s") % {"first": first, "last": _day(held.last, today)}
    figures = " + ".join(str(held.targets.get(each.slug, 0)) for each in exercises)
    amounts = {
        each.name: ", ".join(own)
        for each in exercises
        if (own := _own_amount(each, held.amounts.get(each.slug, Amount())))
    }
    return Stretch(when, figures, sum(held.targets.values()), amounts)


def _own_amount(exercise: Exercise, amount: Amount) -> list[str]:
    """Each figure that isn't the catalogue's: '12 presses with each foot'."""
    own: list[str] = []
    mine = copy(exercise)
    mine.do_instead(**asdict(amount))
    usual, own_words = exercise.dose.words(), mine.dose.words()
    for fact in exercise.dose_facts:
        figure = fill(fact["figure"], own_words)
        if figure != fill(fact["figure"], usual):
            own.append(f"{figure.replace(' ', UNBROKEN)} {fill(fact['label'], own_words)}")
    if own_words["rest"] != usual["rest"]:
        own.append(_("%(seconds)s seconds of rest") % {"seconds": own_words["rest"]})
    return own


def _hint(since: Since | None, today: date) -> str:
    if since is None:
        return _("Not in your programme so far")
    values = {
        "often": _("%(count)s a day") % {"count": since.per_day} if since.per_day else _("None"),
        "day": _day(since.first, today),
        "before": since.before,
    }
    if since.before is None:
        return _("%(often)s since %(day)s") % values
    return _("%(often)s since %(day)s, %(before)s before") % values


def _day(day: date, today: date) -> str:
    return date_format(day, "j F" if day.year == today.year else "j F Y")
