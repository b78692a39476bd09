"""The disk is full: what is sent is refused with a sentence, and nothing stored is harmed."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.db import connections
from django.test import Client

from accounts.models import User
from logbook.models import Session
from tests.hosting.test_database_gone import check_page


@pytest.fixture
def visitor(file: Path) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(User.objects.get())
    return client


@contextmanager
def full() -> Iterator[None]:
    """The system lets no file of ours grow beyond a page; what is stored can be read."""
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    said("PRAGMA wal_checkpoint(TRUNCATE)")
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, usual[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)


def said(pragma: str) -> list[tuple[object, ...]]:
    with connections["default"].cursor() as cursor:
        return list(cursor.execute(pragma).fetchall())


def stored() -> set[UUID]:
    return set(Session.objects.values_list("key", flat=True))


def test_a_tick_is_refused_and_can_be_sent_again(visitor: Client) -> None:
    day = visitor.get("/today/").context["report"].day
    ticks = [
        {"exercise": "toe-walking", "day": day.isoformat(), "key": str(uuid4()), "page": "today"}
        for _ in range(3)
    ]
    assert visitor.post("/sessions/", ticks[0]).status_code == 302

    with full():
        check_page(visitor.post("/sessions/", ticks[1]))
        check_page(visitor.post("/sessions/", ticks[2]))
        assert visitor.get("/today/").status_code == 200
        assert stored() == {UUID(ticks[0]["key"])}

    assert said("PRAGMA integrity_check") == [("ok",)]
    assert said("PRAGMA foreign_key_check") == []
    for tick in ticks:
        assert visitor.post("/sessions/", tick).status_code == 302
    assert stored() == {UUID(tick["key"]) for tick in ticks}
