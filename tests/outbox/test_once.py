"""An act without a key in its form is done once, by the key that its outbox gave it."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from uuid import UUID, uuid4

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from exercises.models import Exercise
from logbook.models import Session
from logbook.recording import sessions
from outbox.models import Act
from tests.logbook.recording.test_at_once import at_once
from tests.make import THURSDAY_MORNING, make_programme, make_session, make_user
from tests.outbox.acts import send

TODAY = THURSDAY_MORNING.date()
SESSION = "018f0000-0000-7000-8000-00000000000a"
KEY = "018f0000-0000-7000-8000-00000000000b"
UNDO, PUT_BACK = f"/sessions/{SESSION}/undo/", f"/sessions/{SESSION}/put-back/"
PAGE = {"page": "today"}


@pytest.fixture
def session(person: User, circles: Exercise) -> Session:
    return make_session(user=person, exercise=circles, day=TODAY, key=UUID(SESSION))


@pytest.mark.usefixtures("session")
def test_what_was_done_is_known_by_its_key_and_where_it_led(
    signed_in: Client, person: User
) -> None:
    send(signed_in, person, UNDO, PAGE, key=KEY)

    act = Act.objects.get()
    assert (act.user, act.key, act.to) == (person, KEY, f"/today/?just={SESSION}")
    assert act.done_at == THURSDAY_MORNING


@pytest.mark.usefixtures("session")
def test_a_copy_is_shown_the_page_as_it_is_now(signed_in: Client, person: User) -> None:
    send(signed_in, person, UNDO, PAGE, key=KEY)
    send(signed_in, person, PUT_BACK, PAGE)

    told = send(signed_in, person, UNDO, PAGE, key=KEY, page=True).json()

    assert (told["done"], told["to"]) == (True, f"/today/?just={SESSION}")
    assert "Ankle circles ticked, 1 of 3." in told["page"]


def test_the_same_under_another_key_is_another_act(
    signed_in: Client, person: User, session: Session
) -> None:
    for address in (UNDO, PUT_BACK, UNDO):
        send(signed_in, person, address, PAGE)

    session.refresh_from_db()
    assert session.undone_at
    assert Act.objects.count() == 3


def test_a_key_is_its_person_s_only(
    signed_in: Client, person: User, client_of: Callable[[User], Client], session: Session
) -> None:
    other = make_user(email="kim@example.org")
    send(client_of(other), other, f"/sessions/{KEY}/undo/", PAGE, key=KEY)

    send(signed_in, person, UNDO, PAGE, key=KEY)

    session.refresh_from_db()
    assert session.undone_at
    assert Act.objects.count() == 2


@pytest.mark.usefixtures("session")
def test_without_an_outbox_no_act_is_noted(signed_in: Client) -> None:
    signed_in.post(UNDO, PAGE)

    assert not Act.objects.exists()


def test_a_tick_has_its_own_key_and_needs_no_query_more(
    signed_in: Client, person: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    tick = {"exercise": "ankle-circles", "day": str(TODAY), **PAGE}
    send(signed_in, person, "/sessions/", {**tick, "key": SESSION})
    with django_assert_num_queries(9):
        signed_in.post("/sessions/", {**tick, "key": KEY})

    with django_assert_num_queries(9):
        send(signed_in, person, "/sessions/", {**tick, "key": KEY.replace("b", "c")})

    assert Session.objects.count() == 3
    assert not Act.objects.exists()


def test_what_is_refused_may_be_sent_again(
    signed_in: Client, person: User, circles: Exercise
) -> None:
    refused = send(signed_in, person, PUT_BACK, PAGE, key=KEY)
    assert (refused.status_code, Act.objects.count()) == (400, 0)
    make_session(
        user=person, exercise=circles, day=TODAY, key=UUID(SESSION), undone_at=THURSDAY_MORNING
    )

    send(signed_in, person, PUT_BACK, PAGE, key=KEY)

    assert Session.objects.of(person).count() == 1


def test_where_we_fail_nothing_is_done_until_it_is_sent_again(
    signed_in: Client, person: User, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed_in.raise_request_exception = False
    with monkeypatch.context() as broken:
        broken.setattr("logbook.views.sessions.back_to", None)
        assert send(signed_in, person, UNDO, PAGE, key=KEY).status_code == 500
    session.refresh_from_db()
    assert (session.undone_at, Act.objects.count()) == (None, 0)

    send(signed_in, person, UNDO, PAGE, key=KEY)

    session.refresh_from_db()
    assert session.undone_at


@pytest.mark.parametrize("key", ["x" * 10_000, "<script>", "\xe9", "0"])
def test_strange_keys_are_keys(signed_in: Client, person: User, session: Session, key: str) -> None:
    answers = [send(signed_in, person, UNDO, PAGE, key=key).json()["done"] for _ in range(2)]

    assert answers == [True, True]
    assert Act.objects.count() == 1


@pytest.mark.usefixtures("transactional_db", "clock")
def test_copies_that_come_at_once_do_it_once(
    client_of: Callable[[User], Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    user = make_user()
    make_programme(user=user)
    make_session(
        user=user,
        exercise=Exercise.objects.get(slug="ankle-circles"),
        day=TODAY,
        key=UUID(SESSION),
    )
    done: list[UUID] = []
    told: list[dict[str, object]] = []
    undo = sessions.undo

    def count(user: User, key: UUID, *, now: datetime) -> Session:
        done.append(key)
        return undo(user, key, now=now)

    monkeypatch.setattr(sessions, "undo", count)
    tabs = [client_of(user) for _ in range(4)]

    def press(tab: Client) -> None:
        told.append(send(tab, user, UNDO, PAGE, key=KEY).json())

    assert at_once(*[partial(press, tab) for tab in tabs]) == []
    assert done == [UUID(SESSION)]
    assert told == [{"key": KEY, "done": True, "to": f"/today/?just={SESSION}"}] * 4
    assert Act.objects.count() == 1


@pytest.mark.usefixtures("transactional_db", "clock")
def test_a_tick_and_its_undo_at_once_do_not_wait_for_each_other(
    client_of: Callable[[User], Client],
) -> None:
    user = make_user()
    make_programme(user=user)
    tabs = [client_of(user) for _ in range(2)]

    def press(tab: Client, address: str, fields: dict[str, str]) -> None:
        assert send(tab, user, address, fields).json()["done"]

    for _ in range(5):
        key = str(uuid4())
        tick = {"exercise": "ankle-circles", "day": str(TODAY), "key": key, **PAGE}

        failures = at_once(
            partial(press, tabs[0], "/sessions/", tick),
            partial(press, tabs[1], f"/sessions/{key}/undo/", PAGE),
        )

        assert failures == []
    assert not Session.objects.of(user).exists()
