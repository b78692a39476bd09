"""An account that is deleted on one device while another one writes: nothing is written, no 500."""

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from django.test import Client

from accounts import access
from accounts.models import User
from logbook.models import DayNote, Session
from tests.accounts.ways import confirm
from tests.make import make_programme, make_user
from tests.page import Page

DAY = "2026-11-19"
KEY = "018f0000-0000-7000-8000-000000000000"
WRITES: dict[str, dict[str, Any]] = {
    "/sessions/": {"exercise": "ankle-circles", "day": DAY, "key": KEY, "page": "today"},
    f"/sessions/{KEY}/undo/": {"page": "today"},
    f"/days/{DAY}/note/": {"note": "mine", "text": "mine"},
    "/settings/": {"time_zone": "UTC", "day_ends_at": "3", "week_starts_on": "0", "theme": ""},
    "/settings/first-day/": {"first_day": DAY},
    "/settings/pauses/": {"key": KEY, "first_day": DAY, "last_day": "", "reason": "ill"},
}
if apps.is_installed("exchange"):
    WRITES["/settings/download/"] = {}


@pytest.fixture
def overtaken(
    transactional_db: None,
    client_of: Callable[[User], Client],
    clock: object,
    monkeypatch: pytest.MonkeyPatch,
) -> Client:
    """A browser whose person is let through the door, and is gone before their page is asked."""
    user = make_user()
    make_programme(user=user)
    client = client_of(user)
    confirm(client)
    let_through = access.SignInMiddleware.process_view

    def and_delete(self: Any, request: Any, *view: Any) -> Any:
        answer = let_through(self, request, *view)
        User.objects.filter(pk=request.user.pk).delete()
        return answer

    monkeypatch.setattr(access.SignInMiddleware, "process_view", and_delete)
    same = Client()  # which loads the door anew
    same.cookies = client.cookies
    return same


@pytest.mark.parametrize("path", WRITES)
def test_what_comes_too_late_is_asked_to_sign_in(overtaken: Client, path: str) -> None:
    response = overtaken.post(path, WRITES[path])

    assert response.headers["Location"] == f"/accounts/login/?next={path}"
    assert (User.objects.count(), Session.objects.count(), DayNote.objects.count()) == (0, 0, 0)


@pytest.mark.parametrize("path", [f"/sessions/{KEY}/undo/", f"/days/{DAY}/note/"])
def test_an_outbox_is_told_that_nobody_is_signed_in(overtaken: Client, path: str) -> None:
    headers = {"Outbox": KEY, "Outbox-Who": User.objects.get().mark}

    response = overtaken.post(path, WRITES[path], headers=headers)

    assert (response.status_code, response.json()) == (401, {"key": KEY, "who": ""})
    assert (Session.objects.count(), DayNote.objects.count()) == (0, 0)


def test_a_mistake_of_ours_stays_one(
    person: User, client_of: Callable[[User], Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object, **_fields: object) -> None:
        with transaction.atomic():
            raise IntegrityError

    monkeypatch.setattr("accounts.models.User.change", fail)
    client = client_of(person)
    client.raise_request_exception = False

    response = client.post("/settings/", Page(client.get("/settings/")).sent({"theme": "dark"}))

    assert response.status_code == 500
