"""Who may see what: a walk over every address of the site."""

from uuid import UUID

import pytest
from django.test import Client

from accounts.models import User
from exercises.models import Exercise
from logbook.models import Session
from tests.addresses import (
    CLOSED,
    EXAMPLES,
    OURS,
    PAGES,
    PEOPLE_GO_ON,
    PUBLIC_ROUTES,
    STRANGERS_GO_ON,
    undone,
)
from tests.make import make_session, make_user
from tests.page import Page

PUBLIC = {
    "",
    "healthz",
    "robots.txt",
    "outbox/hello",
    ".well-known/security.txt",
    ".well-known/change-password",
    "manifest.webmanifest",
    "worker.js",
    "favicon.ico",
    "apple-touch-icon.png",
    "apple-touch-icon-precomposed.png",
    "install/",
    "away/",
    "exercises/",
    "exercises/<slug:slug>/",
    "exercises/<slug:slug>/session/",
    "exercises/<slug:slug>/session/keep/",
    "care/",
    "care/<slug:need>/",
    "goodbye/",
    "privacy/",
    "accessibility/",
    "accounts/signup/",
    "accounts/login/",
    "accounts/login/code/",
    "accounts/login/code/confirm/",
    "accounts/2fa/authenticate/",
    "accounts/2fa/trust/",
    "accounts/2fa/webauthn/login/",
    "accounts/logout/",
    "accounts/inactive/",
    "accounts/confirm-email/",
    "accounts/^confirm-email/(?P<key>[-:\\w]+)/$",
    "accounts/password/reset/",
    "accounts/password/reset/confirm/",
    "accounts/password/reset/complete/",
    "accounts/password/reset/done/",
    "admin/login/",
}
DOORS = {"/accounts/login/", "/admin/login/"}  # the second leads on to the first
REFUSED = {"/sessions/", "/today/round/"}  # say nothing about which session, which round
# There are no such rows.
MISSING = {
    f"/sessions/{EXAMPLES['key']}/",
    f"/settings/pauses/{EXAMPLES['key']}/",
    "/accounts/2fa/recovery-codes/",
    "/accounts/2fa/recovery-codes/download/",
}


def test_every_public_view_is_named_here() -> None:
    assert PUBLIC_ROUTES == PUBLIC


@pytest.mark.django_db
def test_every_other_view_asks_strangers_to_sign_in(
    client: Client, subtests: pytest.Subtests
) -> None:
    for path in CLOSED:
        with subtests.test(path), undone(client):
            for response in (client.get(path), client.post(path)):
                assert response.status_code == 302
                assert response.headers["Location"] in {f"{door}?next={path}" for door in DOORS}


def check_page(client: Client, path: str, next_page: str | None) -> None:
    response = client.get(path)

    assert response.headers.get("Location") == next_page
    if next_page:
        assert response.status_code == 302
    else:
        expected = 400 if path in REFUSED else 404 if path in MISSING else 200
        assert response.status_code == expected
        assert len(Page(response).find("h1")) == 1


@pytest.mark.django_db
def test_every_page_for_strangers_has_one_heading(
    client: Client, subtests: pytest.Subtests
) -> None:
    for path in PAGES:
        if path not in CLOSED:
            with subtests.test(path), undone(client):
                check_page(client, path, STRANGERS_GO_ON.get(path))


def test_every_page_for_a_person_has_one_heading(
    signed_in: Client, subtests: pytest.Subtests
) -> None:
    for path in PAGES:
        with subtests.test(path), undone(signed_in):
            check_page(signed_in, path, PEOPLE_GO_ON.get(path))


@pytest.fixture
def anothers(person: User) -> Session:
    """Somebody else did an exercise on the day that the addresses name."""
    alex = make_user(email="alex@example.org")
    exercise = Exercise.objects.get(slug="ankle-circles")
    return make_session(user=alex, exercise=exercise, key=UUID(EXAMPLES["key"]))


def test_no_page_shows_another_person_or_what_they_did(
    signed_in: Client, anothers: Session, subtests: pytest.Subtests
) -> None:
    for path in OURS:
        with subtests.test(path), undone(signed_in):
            shown = signed_in.get(path).content.decode()

            assert anothers.user.email not in shown
            assert 'data-done="1"' not in shown
