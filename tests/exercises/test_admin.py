"""The catalogue in the admin: texts can be mended, exercises neither added nor deleted."""

import pytest
from django.urls import reverse

from exercises.models import Exercise, Source
from tests.make import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def operator(client_of):
    return client_of(make_user(is_staff=True, is_superuser=True))


def test_the_operator_sees_exercises_and_sources(operator):
    exercise, source = Exercise.objects.first(), Source.objects.first()
    listed = operator.get(reverse("admin:exercises_exercise_changelist"))
    assert "Toe walking" in listed.content.decode()
    form = operator.get(reverse("admin:exercises_exercise_change", args=[exercise.pk]))
    assert "Repetitions in a bout" in form.content.decode()
    found = operator.get(reverse("admin:exercises_source_changelist"), {"q": source.key})
    assert source.title in found.content.decode()


def test_an_exercise_is_neither_added_nor_deleted_there(operator):
    exercise = Exercise.objects.first()
    assert operator.get(reverse("admin:exercises_exercise_add")).status_code == 403
    delete = reverse("admin:exercises_exercise_delete", args=[exercise.pk])
    assert operator.post(delete, {"post": "yes"}).status_code == 403
    assert Exercise.objects.filter(pk=exercise.pk).exists()
