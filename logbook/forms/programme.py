"""A person's programme, in a few selects an exercise: how often, how much, in which place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from exercises.models import Exercise
from logbook.domain.programme import AMOUNTS, TargetChange
from logbook.forms.changes import changed
from logbook.models import MOST_A_DAY
from logbook.recording.programme import TargetFigures

COUNTS = (1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30)
SECONDS = (1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 25, 30, 40, 60)
RESTS = (5, 10, 15, 20, 30, 45, 60, 90)
BOUTS = (1, 2, 3, 4, 5, 6, 8, 10)
PLACES = (
    _("First"),
    _("Second"),
    _("Third"),
    _("Fourth"),
    _("Fifth"),
    _("Sixth"),
    _("Seventh"),
    _("Eighth"),
    _("Ninth"),
    _("Tenth"),
)
LABELS: dict[str, Promise] = {
    "per_day": _("Sessions a day"),
    "repetitions": _("Repetitions"),
    "hold_seconds": _("Hold"),
    "bouts": _("Bouts"),
    "rest_seconds": _("Rest between"),
    "place": _("Place in a round"),
}
Choices = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Figure:
    """One select, with the label that is enough beside the exercise's name."""

    label: Promise
    field: BoundField


@dataclass(frozen=True, slots=True)
class Group:
    """The selects of one exercise; `folded` are amount and place."""

    exercise: Exercise
    often: BoundField
    folded: Sequence[Figure]

    @property
    def wrong(self) -> bool:
        return any(figure.field.errors for figure in self.folded)


class ProgrammeForm(forms.Form):
    """An empty value is the catalogue's figure. What isn't sent at all stays as it is."""

    def __init__(
        self,
        sent: QueryDict | None = None,
        *,
        exercises: Sequence[Exercise],
        held: Mapping[str, TargetChange],
    ) -> None:
        self.exercises = exercises
        super().__init__(_reset(sent, exercises), initial=stored(exercises, held))
        self.choices = {
            _name(exercise, figure): choices
            for exercise in exercises
            for figure, choices in _choices(exercise, exercises, held).items()
        }
        names = {exercise.slug: exercise.name for exercise in exercises}
        for name, choices in self.choices.items():
            if sent is None or name in self.data:
                slug, _dash, figure = name.rpartition("-")
                self.fields[name] = _field(figure, f"{names[slug]}, {LABELS[figure]}", choices)

    def groups(self) -> Iterator[Group]:
        for exercise in self.exercises:
            names = [_name(exercise, figure) for figure in (*AMOUNTS, "place")]
            folded = [
                Figure(LABELS[name.rpartition("-")[2]], self[name])
                for name in names
                if name in self.fields
            ]
            yield Group(exercise, self[_name(exercise, "per_day")], folded)

    @property
    def complete(self) -> bool:
        """Whether it has every field, so that it can be shown as it was filled in."""
        return len(self.fields) == len(self.choices)

    def clean(self) -> None:
        """An own dose makes a session that one can follow to its end, as the catalogue's does."""
        if not self.errors:
            figures = _by_exercise(self.exercises, {**self.initial, **changed(self)})
            for exercise, own in figures.items():
                self._check(exercise, {name: own[name] for name in AMOUNTS})

    def targets(self) -> dict[str, int | None]:
        """Sessions a day by exercise, as they were chosen."""
        figures = {**self.initial, **self.cleaned_data}
        return {each.slug: figures[_name(each, "per_day")] for each in self.exercises}

    def instead_of(self) -> list[tuple[str, str, str]]:
        """Where this valid form differs from what holds: label, what holds, what it says."""
        found: list[tuple[str, str, str]] = []
        for name, figure in self.cleaned_data.items():
            if figure != (now := self.initial[name]):
                words = dict(self.choices[name])
                previous = words[_sent(figure)]
                found.append((str(self[name].label), words[_sent(now)], previous))
        return found

    def _check(self, exercise: Exercise, amount: Mapping[str, int | None]) -> None:
        own = copy(exercise)
        own.do_instead(**amount)
        try:
            if any(figure is not None for figure in amount.values()):
                own.clean()
        except forms.ValidationError as wrong:
            names = [_name(exercise, figure) for figure in AMOUNTS]
            sent = next((name for name in names if name in self.fields), None)
            for sentence in wrong.messages:
                self.add_error(sent, sentence if sent else f"{exercise.name}: {sentence}")


def stored(
    exercises: Iterable[Exercise], held: Mapping[str, TargetChange]
) -> dict[str, int | None]:
    """The figures that hold, by the form's names; None is the catalogue's."""
    figures: dict[str, int | None] = {}
    for exercise in exercises:
        change = held[exercise.slug]
        figures[_name(exercise, "per_day")] = change.per_day
        for name in AMOUNTS:
            own = getattr(change.amount, name)
            figures[_name(exercise, name)] = None if own == getattr(exercise, name) else own
        figures[_name(exercise, "place")] = None if change.place == exercise.place else change.place
    return figures


def figures_of(
    exercises: Iterable[Exercise], figures: Mapping[str, int | None]
) -> dict[Exercise, TargetFigures]:
    """Figures under the form's names, as they are recorded."""
    found = _by_exercise(exercises, figures)
    return {exercise: TargetFigures(**own) for exercise, own in found.items()}


def _by_exercise(
    exercises: Iterable[Exercise], figures: Mapping[str, Any]
) -> dict[Exercise, dict[str, Any]]:
    found = {
        exercise: {
            name: figures[_name(exercise, name)]
            for name in LABELS
            if _name(exercise, name) in figures
        }
        for exercise in exercises
    }
    return {exercise: own for exercise, own in found.items() if own}


def _sent(figure: int | None) -> str:
    """As a select sends it."""
    return "" if figure is None else str(figure)


def _name(exercise: Exercise, figure: str) -> str:
    return f"{exercise.slug}-{figure}"


def _reset(sent: QueryDict | None, exercises: Iterable[Exercise]) -> QueryDict | None:
    """What was sent, with the catalogue's figures for the exercise that is to go back to them."""
    exercise = next((each for each in exercises if sent and sent.get("reset") == each.slug), None)
    if sent is None or exercise is None:
        return sent
    data = sent.copy()
    data[_name(exercise, "per_day")] = str(exercise.per_day)
    for figure in (*AMOUNTS, "place"):
        data[_name(exercise, figure)] = ""
    return data


def _field(figure: str, label: str, choices: Choices) -> forms.TypedChoiceField:
    choose = _("Choose a figure from the list.")
    return forms.TypedChoiceField(
        choices=choices,
        coerce=int,
        empty_value=None,
        required=figure == "per_day",
        label=label,
        show_hidden_initial=True,
        error_messages={"required": choose, "invalid_choice": choose},
    )


def _choices(
    exercise: Exercise, exercises: Sequence[Exercise], held: Mapping[str, TargetChange]
) -> dict[str, Choices]:
    """The figures that apply to the exercise, each with what there is to choose."""
    change = held[exercise.slug]
    offered: dict[str, Sequence[int]] = {}
    if exercise.repetitions > 1:
        offered["repetitions"] = COUNTS
    if exercise.hold_seconds > 0:
        offered["hold_seconds"] = SECONDS
    if exercise.bouts > 1:
        offered["bouts"] = BOUTS
        offered["rest_seconds"] = RESTS
    choices: dict[str, Choices] = {
        "per_day": [(str(count), _often(count)) for count in range(MOST_A_DAY + 1)]
    }
    for name, figures in offered.items():
        usual, own = getattr(exercise, name), getattr(change.amount, name)
        values = sorted({*figures, usual, *([own] if own else [])})
        choices[name] = [
            ("" if value == usual else str(value), _figure(name, value)) for value in values
        ]
    places = sorted({*(each.place for each in exercises), change.place or exercise.place})
    choices["place"] = [
        ("" if place == exercise.place else str(place), _place(number))
        for number, place in enumerate(places)
    ]
    return choices


def _often(count: int) -> str:
    if count < 2:
        return _now("Once") if count else _now("None")
    return _now("%(count)s a day") % {"count": count}


def _figure(name: str, value: float) -> str:
    figure = f"{float(value):g}"
    if not name.endswith("seconds"):
        return figure
    # Two stands for every other number, as half a second is no number that ngettext knows.
    text = ngettext("%(seconds)s second", "%(seconds)s seconds", 1 if value == 1 else 2)
    return text % {"seconds": figure}


def _place(number: int) -> str:
    if number < len(PLACES):
        return str(PLACES[number])
    return _now("Number %(number)s") % {"number": number + 1}
