"""The floor is what it claims to be: two queries and 10 kB."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from accounts.models import User
from tests.page import Page

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _floor(settings: Settings) -> None:
    settings.INSTALLED_APPS = [*settings.INSTALLED_APPS, "benchmarks.floor"]
    settings.ROOT_URLCONF = "benchmarks.floor.urls"


def test_its_page_asks_for_the_session_and_its_person(
    person: User, signed_in: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(2):
        response = signed_in.get("/floor/")

    assert f"The floor, for {person.email}" in Page(response).words
    assert 10_000 <= len(response.content) <= 12_000


def test_it_stays_closed_to_whoever_is_not_signed_in(client: Client) -> None:
    response = client.get("/floor/")

    assert (response.status_code, response["Location"]) == (302, "/accounts/login/?next=/floor/")
