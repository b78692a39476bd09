"""The catalogue in the admin: to look at, since the fixture is loaded over it at each start."""

import pytest
from django.forms.models import model_to_dict
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
    shown = operator.get(reverse("admin:exercises_exercise_change", args=[exercise.pk]))
    assert "Repetitions in a bout" in shown.content.decode()
    found = operator.get(reverse("admin:exercises_source_changelist"), {"q": source.key})
    assert source.title in found.content.decode()


@pytest.mark.parametrize("model", [Exercise, Source])
def test_nothing_is_added_changed_or_deleted_there(operator, model):
    row = model.objects.first()
    name = f"admin:exercises_{model._meta.model_name}"
    assert operator.post(reverse(f"{name}_add"), {}).status_code == 403
    change = reverse(f"{name}_change", args=[row.pk])
    assert operator.post(change, model_to_dict(row)).status_code == 403
    delete = reverse(f"{name}_delete", args=[row.pk])
    assert operator.post(delete, {"post": "yes"}).status_code == 403
    assert model_to_dict(model.objects.get(pk=row.pk)) == model_to_dict(row)
