"""Forms that another site sends in a person's name: refused everywhere, and nothing changes."""

from uuid import UUID

import pytest
from django.test import Client

from accounts.models import User
from exercises.models import Exercise
from logbook.models import Session
from tests.addresses import ADDRESSES, EXAMPLES, undone
from tests.attacks.rows import everything
from tests.make import make_session
from tests.page import Page


@pytest.fixture
def victim(person: User) -> Client:
    client = Client(enforce_csrf_checks=True)
    client.force_login(person)
    return client


FORGED: tuple[dict[str, str], ...] = ({}, {"csrfmiddlewaretoken": "x" * 64}, {"_method": "DELETE"})


@pytest.mark.slow
def test_a_post_without_our_token_changes_nothing(
    victim: Client, subtests: pytest.Subtests
) -> None:
    before = everything()

    for path in ADDRESSES:
        with subtests.test(path), undone(victim):
            for sent in FORGED:
                response = victim.post(path, {"page": "today", **sent})

                # Where a GET is all there is, Django refuses the method first.
                assert response.status_code in {403, 405}, sent
            assert everything() == before


@pytest.fixture
def session(person: User) -> Session:
    exercise = Exercise.objects.get(slug=EXAMPLES["slug"])
    return make_session(user=person, exercise=exercise, key=UUID(EXAMPLES["key"]))


def test_a_page_from_elsewhere_is_refused_even_with_our_token(
    victim: Client, person: User, session: Session
) -> None:
    victim.get("/today/")
    token = victim.cookies["csrftoken"].value

    response = victim.post(
        f"/sessions/{EXAMPLES['key']}/undo/",
        {"csrfmiddlewaretoken": token, "page": "today"},
        headers={"origin": "https://elsewhere.example.org"},
    )

    assert response.status_code == 403
    assert "we didn’t save it" in Page(response).words
    assert list(Session.objects.of(person)) == [session]


@pytest.mark.usefixtures("session")
def test_the_same_form_from_our_own_page_is_taken(victim: Client, person: User) -> None:
    victim.get("/today/")
    token = victim.cookies["csrftoken"].value

    victim.post(
        f"/sessions/{EXAMPLES['key']}/undo/",
        {"csrfmiddlewaretoken": token, "page": "today"},
        headers={"origin": "http://testserver"},
    )

    assert not Session.objects.of(person)
