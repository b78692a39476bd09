"""A file taken in from several tabs at the same moment: it comes in once, and is undone as once."""

from collections.abc import Callable
from functools import partial

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from accounts.models import AccountEvent, EventKind, User
from exchange import export
from logbook.models import Session
from tests.exchange.records import ORDINARY, TODAY, written
from tests.logbook.recording.test_at_once import at_once
from tests.make import make_programme, make_user


@pytest.mark.usefixtures("transactional_db")
def test_pressed_in_four_tabs_it_comes_in_once_and_is_undone_as_once(
    client_of: Callable[[User], Client], clock: time_machine.Traveller
) -> None:
    user = make_user()
    make_programme(user=user)
    before = export.record(user, today=TODAY)
    tabs = [client_of(user) for _ in range(4)]
    sent = SimpleUploadedFile("a.json", written(ORDINARY).encode())
    tabs[0].post("/settings/import/", {"file": sent})

    failures = at_once(*[partial(tab.post, "/settings/import/preview/") for tab in tabs])

    assert failures == []
    assert Session.objects.filter(user=user).count() == 1
    assert AccountEvent.objects.filter(user=user, kind=EventKind.TAKEN_IN).count() == 1

    failures = at_once(*[partial(tab.post, "/settings/import/undo/") for tab in tabs])

    assert failures == []
    user.refresh_from_db()
    assert written(export.record(user, today=TODAY)) == written(before)
