"""The catalogue in the admin: doses can be changed and are kept; all else is to look at."""

import re
from html import unescape

import pytest
from django.forms.models import model_to_dict
from django.urls import reverse
from django.utils.html import strip_tags

from exercises.models import DOSE_FIELDS, Exercise, Source
from tests.make import make_user

pytestmark = pytest.mark.django_db

KEPT = (
    "These figures are kept when Footcare starts anew. To go back to the catalogue's, take the "
    "tick away from “keep these figures”, save, and start Footcare anew."
)
BACK = "The catalogue's figures are back when Footcare starts anew."


@pytest.fixture
def operator(client_of):
    return client_of(make_user(is_staff=True, is_superuser=True))


@pytest.fixture
def presses():
    return Exercise.objects.get(slug="toe-presses")


def address(exercise):
    return reverse("admin:exercises_exercise_change", args=[exercise.pk])


def dose_of(exercise):
    return {name: getattr(exercise, name) for name in DOSE_FIELDS}


def save(operator, exercise, **changes):
    """Sends the form as the page fills it in, with these changes; None takes a field out."""
    kept = {"keeps_dose": "on"} if exercise.keeps_dose else {}
    sent = dose_of(exercise) | kept | changes
    sent = {name: value for name, value in sent.items() if value is not None}
    return operator.post(address(exercise), sent, follow=True)


def words(response):
    assert response.status_code == 200
    return " ".join(unescape(strip_tags(response.content.decode())).split())


def test_the_operator_sees_exercises_and_sources(operator):
    exercise, source = Exercise.objects.first(), Source.objects.first()
    listed = operator.get(reverse("admin:exercises_exercise_changelist"))
    assert "Toe walking" in listed.content.decode()
    shown = operator.get(address(exercise))
    assert "Repetitions in a bout" in shown.content.decode()
    found = operator.get(reverse("admin:exercises_source_changelist"), {"q": source.key})
    assert source.title in found.content.decode()


@pytest.mark.parametrize("model", [Exercise, Source])
def test_nothing_is_added_or_deleted_there(operator, model):
    row = model.objects.first()
    name = f"admin:exercises_{model._meta.model_name}"
    assert operator.post(reverse(f"{name}_add"), {}).status_code == 403
    delete = reverse(f"{name}_delete", args=[row.pk])
    assert operator.post(delete, {"post": "yes"}).status_code == 403
    assert model_to_dict(model.objects.get(pk=row.pk)) == model_to_dict(row)


def test_a_source_is_not_changed_there(operator):
    row = Source.objects.first()
    change = reverse("admin:exercises_source_change", args=[row.pk])
    assert operator.post(change, model_to_dict(row) | {"title": "Mine"}).status_code == 403
    assert model_to_dict(Source.objects.get(pk=row.pk)) == model_to_dict(row)


def test_only_the_dose_can_be_filled_in(operator, presses):
    html = operator.get(address(presses)).content.decode()
    names = re.findall(r'<(?:input|select|textarea)[^>]* name="([a-z_]+)"', html)
    fields = {field.name for field in Exercise._meta.fields}
    assert [name for name in names if name in fields] == [*DOSE_FIELDS, "keeps_dose"]


def test_a_changed_dose_is_saved_kept_and_said_to_be(operator, presses):
    told = words(save(operator, presses, repetitions=12, hold_seconds="3.5"))
    assert KEPT in told
    saved = Exercise.objects.get(pk=presses.pk)
    assert dose_of(saved) == dose_of(presses) | {"repetitions": 12, "hold_seconds": 3.5}
    assert saved.keeps_dose


def test_nothing_but_the_dose_changes_whatever_is_sent(operator, presses):
    before = model_to_dict(presses)
    save(operator, presses, repetitions=12, name="Toe wiggles", per_day=9, script="{}")
    after = model_to_dict(Exercise.objects.get(pk=presses.pk))
    assert after == before | {"repetitions": 12, "keeps_dose": True}


def test_saving_the_dose_as_it_was_keeps_nothing(operator, presses):
    told = words(save(operator, presses))
    assert "was changed successfully." in told
    assert KEPT not in told
    assert not Exercise.objects.get(pk=presses.pk).keeps_dose


def test_taking_the_tick_away_says_when_the_catalogue_s_figures_are_back(operator, presses):
    save(operator, presses, repetitions=12)
    kept = Exercise.objects.get(pk=presses.pk)
    told = words(save(operator, kept, keeps_dose=None))
    assert BACK in told
    assert KEPT not in told
    saved = Exercise.objects.get(pk=presses.pk)
    assert (saved.repetitions, saved.keeps_dose) == (12, False)


def test_a_dose_that_is_changed_while_the_tick_is_taken_away_is_kept(operator, presses):
    save(operator, presses, repetitions=12)
    kept = Exercise.objects.get(pk=presses.pk)
    told = words(save(operator, kept, repetitions=11, keeps_dose=None))
    assert KEPT in told
    assert BACK not in told
    assert Exercise.objects.get(pk=presses.pk).keeps_dose


@pytest.mark.parametrize(
    ("field", "sent", "told"),
    [
        ("repetitions", "0", "There is at least one: write 1 or more."),
        ("repetitions", "101", "That is too many: write 100 or fewer."),
        ("repetitions", "1" + "0" * 30, "That is too many: write 100 or fewer."),
        ("repetitions", "many", "Enter a whole number."),
        ("hold_seconds", "-1", "No time is shorter than none: write 0 or more seconds."),
        ("hold_seconds", "NaN", "Enter a number."),
        ("sides", "3", "That is too many: write 2 or fewer."),
        (
            "sides",
            "2",
            "Write more than 0 seconds: there must be time to hear what comes next.",
        ),
        (
            "hold_seconds",
            "356.5",
            "A session would take 61 minutes. Keep it within 60.",
        ),
    ],
)
def test_a_bad_dose_comes_back_with_a_sentence_and_what_was_sent(
    operator, presses, field, sent, told
):
    answer = save(operator, presses, **{field: sent})
    assert told in words(answer)
    assert f'name="{field}" value="{sent}"' in answer.content.decode()
    saved = Exercise.objects.get(pk=presses.pk)
    assert model_to_dict(saved) == model_to_dict(presses)


def test_a_negative_count_comes_back_too(operator, presses):
    told = words(save(operator, presses, bouts=-1))
    assert "Ensure this value is greater than or equal to 0." in told
    assert Exercise.objects.get(pk=presses.pk).bouts == 1


def test_whoever_is_not_staff_is_asked_to_sign_in(signed_in, presses):
    save(signed_in, presses, repetitions=12)
    assert Exercise.objects.get(pk=presses.pk).repetitions == 10
