"""The person's row: one per address, whole, and changed one field at a time."""

import re

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.test import Client
from pytest_django import Settings

from accounts.models import User
from tests.make import PASSWORD, make_user
from tests.page import Page

pytestmark = pytest.mark.django_db


def test_an_address_is_kept_in_small_letters() -> None:
    assert make_user(email=" Sam@Example.ORG ").email == "sam@example.org"


def test_the_same_address_in_other_case_is_refused_by_the_database() -> None:
    make_user(email="sam@example.org")

    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.bulk_create([User(email="SAM@example.org")])

    assert User.objects.count() == 1


def test_a_person_is_found_by_the_address_in_any_case() -> None:
    sam = make_user(email="sam@example.org")

    assert User.objects.get_by_natural_key("Sam@Example.org") == sam


def test_the_command_line_makes_no_second_person_with_an_address_in_other_case() -> None:
    make_user(email="sam@example.org")

    with pytest.raises(CommandError, match="already taken"):
        call_command("createsuperuser", email="SAM@example.org", interactive=False, verbosity=0)

    assert list(User.objects.values_list("email", "is_superuser")) == [("sam@example.org", False)]


def test_whoever_runs_the_site_is_made_on_the_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", PASSWORD)

    call_command("createsuperuser", email="Ops@Example.org", interactive=False, verbosity=0)

    made = User.objects.get(email="ops@example.org")
    assert (made.is_active, made.is_staff, made.is_superuser) == (True, True, True)
    assert made.check_password(PASSWORD)


@pytest.mark.parametrize("hour", [0, 5])
def test_a_day_may_end_between_midnight_and_five(hour: int) -> None:
    assert User.objects.get(pk=make_user(day_ends_at=hour).pk).day_ends_at == hour


def test_a_day_that_ends_at_six_is_refused_by_the_database() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make_user(day_ends_at=6)

    assert not User.objects.exists()


@pytest.mark.parametrize("weekday", range(7))
def test_weeks_start_on_monday_saturday_or_sunday_only(weekday: int) -> None:
    try:
        with transaction.atomic():
            make_user(week_starts_on=weekday)
    except IntegrityError:
        pass

    assert User.objects.exists() == (weekday in {0, 5, 6})


def test_a_change_leaves_what_another_tab_changed_as_it_is() -> None:
    sam = make_user(theme="light")
    other_tab = User.objects.get(pk=sam.pk)
    other_tab.change(theme="dark")

    sam.change(time_zone="Asia/Tokyo", day_ends_at=0)

    row = User.objects.values("time_zone", "day_ends_at", "theme").get()
    assert row == {"time_zone": "Asia/Tokyo", "day_ends_at": 0, "theme": "dark"}


def test_a_page_carries_the_mark_of_the_person_it_was_drawn_for() -> None:
    sam, kim = make_user(), make_user(email="kim@example.org")
    pages = {}
    for user in (sam, kim):
        client = Client()
        client.force_login(user)
        for address in ("/settings/", "/exercises/"):
            pages[user, address] = Page(client.get(address)).find("html")[0]["data-who"]

    assert pages[sam, "/settings/"] == pages[sam, "/exercises/"] == User.objects.get(pk=sam.pk).mark
    assert pages[kim, "/settings/"] == pages[kim, "/exercises/"] == kim.mark != sam.mark


def test_a_page_for_nobody_carries_no_mark(client: Client) -> None:
    assert "data-who" not in Page(client.get("/")).find("html")[0]


def test_a_mark_is_another_on_a_site_with_another_secret(settings: Settings) -> None:
    sam = make_user()
    here = sam.mark

    settings.SECRET_KEY = "another"

    assert re.fullmatch("[0-9a-f]{16}", here)
    assert sam.mark != here
