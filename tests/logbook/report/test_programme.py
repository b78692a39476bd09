"""The programme in words: what is the person's own, whose the rest is, how many a day."""

from datetime import date

import pytest
import time_machine
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from exercises.models import Exercise
from logbook.recording import programme
from logbook.recording.programme import TargetFigures
from logbook.report import programme as programme_report
from tests.make import make_user

THURSDAY = date(2026, 11, 19)
FLEXION, CIRCLES, PRESSES, WALKING = range(4)


def change(user: User, number: int, **figures: int | None) -> None:
    exercise = Exercise.objects.all()[number]
    programme.set_target(user, exercise, TargetFigures(**figures), today=THURSDAY)


@pytest.mark.parametrize(
    ("number", "figures", "state"),
    [
        (FLEXION, {}, "As in the article"),
        (FLEXION, {"per_day": 5}, "As in the article"),
        (FLEXION, {"repetitions": 12}, "Yours: 12 presses with each foot"),
        (FLEXION, {"repetitions": 12, "hold_seconds": 4}, "Yours: 12 presses with each foot, 4 s"),
        (CIRCLES, {"place": 1}, "Yours: own place"),
        (WALKING, {}, "Our suggestion"),
        (WALKING, {"rest_seconds": 30}, "Yours: 30 seconds of rest"),
        (WALKING, {"bouts": 3, "hold_seconds": 25}, "Yours: 3 walks, 25 s each walk"),
    ],
)
def test_what_is_the_persons_own_is_told(
    person: User, number: int, figures: dict[str, int], state: str
) -> None:
    change(person, number, **figures)

    line = programme_report.build(person, today=THURSDAY).lines[number]

    assert line.state.replace("\N{NO-BREAK SPACE}", " ").startswith(state)


def test_a_dose_that_the_sites_host_changed_is_not_the_articles(person: User) -> None:
    Exercise.objects.filter(slug="ankle-circles").update(keeps_dose=True, repetitions=7)

    line = programme_report.build(person, today=THURSDAY).lines[CIRCLES]

    assert (line.state, line.way_back) == ("As on this site", "Back to this site’s")


def test_what_held_before_tells_the_persons_own_amounts(person: User) -> None:
    change(person, WALKING, bouts=3, rest_seconds=30, place=1)
    change(person, FLEXION, repetitions=12, per_day=0)

    now, before = programme_report.build(person, today=THURSDAY).stretches

    assert (now.when, now.figures) == ("Since 19 November", "0 + 3 + 3 + 2")
    (told,) = now.amounts.items()
    assert told == ("Toe walking", "3 walks, 30 seconds of rest")
    assert (before.when, before.amounts) == ("16 November to 18 November", {})


@pytest.mark.parametrize(
    ("targets", "told"),
    [
        ((2, 3, 3, 2), "10 sessions a day, one for each toe"),
        ((4, 1, 1, 4), "10 sessions a day, one for each toe"),
        ((1, 2, 4, 1), "8 sessions a day"),
        ((10, 10, 10, 10), "40 sessions a day"),
        ((0, 1, 0, 0), "1 session a day"),
        ((0, 0, 0, 0), "Nothing a day"),
    ],
)
def test_the_toes_are_told_in_words(person: User, targets: tuple[int, ...], told: str) -> None:
    for number, per_day in enumerate(targets):
        change(person, number, per_day=per_day)

    page = programme_report.build(person, today=THURSDAY)

    assert page.summary == told
    assert len(page.toes) == 10
    assert sum(toe.fill for toe in page.toes) == (40 if any(targets) else 0)


def test_a_preview_shows_other_toes_and_changes_nothing_else(person: User) -> None:
    page = programme_report.build(person, today=THURSDAY, preview={"toe-walking": 5})

    assert (page.summary, {toe.mark for toe in page.toes}) == ("5 sessions a day", {"diamond"})
    assert page.lines[CIRCLES].held.per_day == 3
    assert page.lines[CIRCLES].hint == "3 a day since 16 November"


def test_an_exercise_that_was_taken_out_is_none_and_not_nought(person: User) -> None:
    change(person, CIRCLES, per_day=0)

    page = programme_report.build(person, today=THURSDAY)

    assert page.lines[CIRCLES].hint == "None since 19 November, 3 before"


def test_somebody_without_targets_has_an_empty_programme(
    db: None, clock: time_machine.Traveller
) -> None:
    page = programme_report.build(make_user(), today=THURSDAY)

    assert {line.hint for line in page.lines} == {"Not in your programme so far"}
    assert (page.summary, page.stretches) == ("Nothing a day", [])


def test_it_takes_two_queries_however_often_it_was_changed(
    person: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(300):
        day = date.fromordinal(THURSDAY.toordinal() - 300 + number)
        exercise = Exercise.objects.all()[number % 4]
        programme.set_target(person, exercise, TargetFigures(per_day=number % 11), today=day)

    with django_assert_num_queries(2):
        programme_report.build(person, today=THURSDAY)
