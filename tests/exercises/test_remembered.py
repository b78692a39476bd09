"""The exercises that a process remembers: read once a minute, and copies each time."""

from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries, Settings

from exercises import remembered
from exercises.models import Exercise


@pytest.fixture(autouse=True)
def a_minute(settings: Settings) -> Iterator[None]:
    settings.CATALOGUE_SECONDS = 60
    remembered.forget()
    yield
    remembered.forget()


def test_exercises_are_read_once(
    db: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        first, second = remembered.exercises(), remembered.exercises()

    assert first == second == list(Exercise.objects.all())


def test_an_edited_dose_is_seen_within_a_minute(db: None) -> None:
    with time_machine.travel("2026-11-19T09:00Z", tick=False) as clock:
        circles = remembered.exercises()[1]
        Exercise.objects.filter(pk=circles.pk).update(repetitions=7)

        clock.shift(59.9)
        assert remembered.exercises()[1].repetitions == circles.repetitions
        clock.shift(0.2)
        assert remembered.exercises()[1].repetitions == 7


def test_whoever_edits_a_dose_sees_it_at_once(admin_client: Client) -> None:
    circles = remembered.exercises()[1]
    address = reverse("admin:exercises_exercise_change", args=[circles.pk])
    form = admin_client.get(address).context["adminform"].form

    answer = admin_client.post(address, {**form.initial, "repetitions": 7})

    assert answer.status_code == 302
    assert remembered.exercises()[1].repetitions == 7


def test_what_one_changes_of_an_exercise_nobody_else_sees(db: None) -> None:
    remembered.exercises()[1].do_instead(repetitions=7)

    assert remembered.exercises() == list(Exercise.objects.all())
    assert remembered.exercises()[1].repetitions != 7
