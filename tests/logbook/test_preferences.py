"""Preferences: one row a person, read with the person, stored field by field."""

from datetime import time

import pytest
from django.contrib.auth import authenticate
from django.test import Client, RequestFactory
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from exercises.models import Exercise
from logbook.domain.rounds import Round
from logbook.models import Preferences, Target
from logbook.recording.preferences import FIELDS, change_settings, stored_settings
from logbook.recording.programme import EARLIEST_TODAY, open_logbook
from tests.make import MONDAY, PASSWORD, THURSDAY_MORNING, make_target, make_user, prefer

pytestmark = pytest.mark.django_db


def test_who_has_no_row_has_the_defaults_and_gets_one_with_the_first_change(
    client: Client,
) -> None:
    kim = User.objects.create_user("kim@example.org", PASSWORD)
    assert Preferences.of(kim).shows_rounds
    assert not Preferences.objects.exists()

    prefer(kim, asks_during=True, theme="dark")

    row = Preferences.objects.get()
    assert (row.user, row.asks_during, row.shows_rounds) == (kim, True, True)
    assert (Preferences.of(kim), User.objects.get().theme) == (row, "dark")


def test_a_change_leaves_alone_what_another_tab_changed() -> None:
    sam = make_user()
    another_tab = User.objects.get()
    prefer(another_tab, hurts=["knee"])

    prefer(sam, midday=False)

    row = Preferences.objects.get()
    assert (row.hurts, row.midday, row.first_day) == (["knee"], False, MONDAY)


def test_nothing_to_change_writes_nothing() -> None:
    user = User.objects.create_user("kim@example.org", PASSWORD)

    change_settings(user, {})

    assert not Preferences.objects.exists()


def test_settings_are_read_from_both_rows() -> None:
    user = make_user(theme="dark", evening_cue="sofa")

    found = stored_settings(user, ["theme", "evening_cue"])

    assert found == {"theme": "dark", "evening_cue": "sofa"}


def test_rounds_are_those_that_the_person_does() -> None:
    row = Preferences(midday=False, evening_cue="sofa", evening_around=time(20))

    assert row.rounds == [
        Round("morning", time(8), ""),
        Round("evening", time(20), "sofa"),
    ]


def test_they_come_with_the_person_who_is_signed_in(
    django_assert_num_queries: DjangoAssertNumQueries, signed_in: Client
) -> None:
    with django_assert_num_queries(6):  # session, person, exercises, targets, sessions, pauses
        signed_in.get("/today/")


@pytest.mark.parametrize("has_row", [True, False])
def test_a_session_of_the_version_before_stays_signed_in(has_row: bool) -> None:
    kim = make_user() if has_row else User.objects.create_user("kim@example.org", PASSWORD)
    client = Client()
    client.force_login(kim, "allauth.account.auth_backends.AuthenticationBackend")

    assert client.get("/today/").status_code == 200
    assert client.get("/settings/").status_code == 200


def test_a_logbook_that_the_version_before_opened_keeps_its_programme() -> None:
    kim = User.objects.create_user("kim@example.org", PASSWORD)
    circles = Exercise.objects.get(slug="ankle-circles")
    begun = THURSDAY_MORNING.date() - EARLIEST_TODAY
    make_target(user=kim, exercise=circles, per_day=7, from_day=begun)

    open_logbook(kim, now=THURSDAY_MORNING)

    assert Preferences.objects.get().first_day == THURSDAY_MORNING.date()
    assert Target.objects.get(exercise=circles).per_day == 7
    assert Target.objects.count() == Exercise.objects.to_start_with().count()


def test_a_wrong_password_is_tried_once(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    make_user()
    request = RequestFactory().post("/accounts/login/")

    with django_assert_num_queries(1):  # the person of that address
        found = authenticate(request, email="sam@example.org", password=PASSWORD[:-1])

    assert found is None


def test_its_fields_are_no_columns_of_the_account() -> None:
    assert FIELDS.isdisjoint(field.name for field in User._meta.concrete_fields)
