"""Deleting an account leaves no row in any table that refers to the person, and nobody else's."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from hashlib import sha256
from uuid import UUID, uuid4

import pytest
from allauth.account.models import EmailAddress, EmailConfirmation
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import connection, models
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import AccountEvent, BrowserSession, EventKind, UnusedNotice, User
from exercises.models import Exercise
from logbook.choices import Site
from logbook.models import DayNote, Press
from outbox.models import Act
from tests.accounts.ways import confirm
from tests.make import (
    MONDAY,
    PASSWORD,
    make_pain,
    make_pause,
    make_programme,
    make_session,
    make_user,
)
from tests.make import THURSDAY_MORNING as NOW

DELETE = "/settings/account/delete/"
SIGN_IN = "/accounts/login/"


def references() -> Iterator[tuple[type[models.Model], models.Field]]:
    """Every column of every table that points at a person, those of many-to-many tables too."""
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.get_fields():
            if isinstance(field, models.ForeignKey) and field.related_model is User:
                yield model, field


def referring(user: User) -> dict[str, int]:
    """How many rows of each table refer to them."""
    return {
        model._meta.label: model._base_manager.filter(**{field.name: user.pk}).count()
        for model, field in references()
    }


def fill(user: User) -> None:
    """One of everything that the site can have of somebody."""
    exercise = Exercise.objects.get(slug="ankle-circles")
    name = user.email.split("@")[0]
    make_session(user=user, exercise=exercise)
    press = Press.objects.create(user=user, key=uuid4(), recorded_at=NOW)
    make_session(user=user, exercise=exercise, press=press)
    make_session(user=user, exercise=exercise, undone_at=NOW, removed_by=press)
    make_pause(user=user, first_day=MONDAY)
    make_pain(user=user, site=Site.KNEE, values={MONDAY: 4})
    DayNote.objects.create(user=user, day=MONDAY, text="mine", recorded_at=NOW)
    if apps.is_installed("exchange"):
        kept = apps.get_model("exchange", "ImportedFile")
        kept._base_manager.create(user=user, packed=b"a", undo=b"b", kept_at=NOW)
    AccountEvent.objects.create(user=user, kind=EventKind.SIGN_IN, device="a", moment=NOW)
    UnusedNotice.objects.create(user=user, first_at=NOW)
    Act.objects.create(user=user, key="a", to="/today/", done_at=NOW)
    user.groups.add(Group.objects.create(name=f"friends of {name}"))
    user.user_permissions.add(Permission.objects.all()[0])
    new = EmailAddress.objects.create(user=user, email=f"new-{user.email}")
    EmailConfirmation.objects.create(email_address=new, key=user.pk.hex, created=NOW)
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": "a"})
    people = ContentType.objects.get_for_model(User)
    for by in (user, make_user(email=f"staff-of-{name}@example.com", is_staff=True)):
        LogEntry.objects.create(
            user=by,
            content_type=people,
            object_id=str(user.pk),
            object_repr=user.email,
            action_flag=CHANGE,
        )


def sign_in(user: User) -> Client:
    """After a slip: so tries are counted, and a session and a device are kept."""
    client = Client()
    client.post(SIGN_IN, {"login": user.email, "password": "a slip"})
    client.post(SIGN_IN, {"login": user.email, "password": PASSWORD})
    assert client.get("/today/").status_code == 200
    return client


def counted(user: User) -> list[str]:
    """The names in the cache that stand for the person or their address."""
    signs = [
        str(user.pk),
        *(
            sha256(each.encode()).hexdigest()
            for each in (
                user.email,
                f"localhost:{user.email}",
                f"new-{user.email}",
                f"mfa-auth-user-{user.pk}",
            )
        ),
    ]
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM cache")
        return [key for (key,) in cursor.fetchall() if any(sign in key for sign in signs)]


def naming(pk: UUID, email: str) -> list[str]:
    """Every row of every table that has the person's address or number in any column."""
    signs = (str(pk), pk.hex, email)
    return [
        f"{model._meta.label}: {row}"
        for model in apps.get_models(include_auto_created=True)
        for row in model._base_manager.values()
        if any(sign in repr(row) for sign in signs)
    ] + [
        f"session of {decoded}"
        for decoded in (session.get_decoded() for session in BrowserSession.objects.all())
        if any(sign in repr(decoded) for sign in signs)
    ]


@pytest.fixture
def sam(person: User) -> Client:
    """Signed in, with one of everything; somebody else has as much."""
    client = sign_in(person)
    fill(person)
    confirm(client)
    return client


@pytest.fixture
def alex(sam: Client) -> User:
    alex = make_user(email="alex@example.com")
    make_programme(user=alex)
    sign_in(alex)
    fill(alex)
    return alex


def test_this_test_has_a_row_in_every_table_that_refers_to_a_person(
    sam: Client, person: User
) -> None:
    assert [label for label, count in referring(person).items() if not count] == []
    assert len(referring(person)) >= 13
    assert EmailConfirmation.objects.count() == 1
    assert counted(person)
    assert naming(person.pk, person.email)


def test_nothing_of_them_is_left_and_all_of_anybody_else(
    sam: Client, person: User, alex: User
) -> None:
    kept, counted_of_alex = referring(alex), counted(alex)

    response = sam.post(DELETE, {"email": person.email})

    assert response.headers["Location"] == "/goodbye/"
    assert not User.objects.filter(email=person.email).exists()
    assert {label: count for label, count in referring(person).items() if count} == {}
    assert naming(person.pk, person.email) == []
    assert EmailConfirmation.objects.count() == 1
    assert counted(person) == []
    assert referring(alex) == kept
    assert counted(alex) == counted_of_alex


def test_all_devices_are_signed_out_and_half_signed_in_ones_forgotten(
    sam: Client, person: User, client_of: Callable[[User], Client]
) -> None:
    elsewhere, half = client_of(person), Client()
    half.post(SIGN_IN, {"login": person.email, "password": PASSWORD})
    assert "account_login" in half.session  # which waits for the second step

    sam.post(DELETE, {"email": person.email})

    for each in (sam, elsewhere):
        assert each.get("/today/").headers["Location"] == "/accounts/login/?next=/today/"
    assert not UserSession.objects.exists()
    assert BrowserSession.objects.count() == 0


def queries_of_deleting(client: Client, user: User) -> int:
    with CaptureQueriesContext(connection) as queries:
        client.post(DELETE, {"email": user.email})
    assert not User.objects.filter(email=user.email).exists()
    return len(queries)


def test_a_long_record_goes_in_as_few_queries_as_a_short_one(
    sam: Client, person: User, client_of: Callable[[User], Client]
) -> None:
    short = make_user(email="alex@example.com")
    beside = sign_in(short)
    fill(short)
    confirm(beside)
    exercise = Exercise.objects.get(slug="ankle-circles")
    for number in range(300):
        make_session(user=person, exercise=exercise, day=MONDAY - timedelta(days=number))

    long = queries_of_deleting(sam, person)

    assert long <= queries_of_deleting(beside, short)


def test_other_peoples_sessions_make_it_no_longer(
    sam: Client, person: User, client_of: Callable[[User], Client]
) -> None:
    short = make_user(email="alex@example.com")
    beside = sign_in(short)
    fill(short)
    confirm(beside)
    alone = queries_of_deleting(sam, person)
    BrowserSession.objects.bulk_create(
        BrowserSession(session_key=f"{number}", session_data="x", expire_date=NOW)
        for number in range(1000)
    )

    assert queries_of_deleting(beside, short) <= alone
    assert BrowserSession.objects.count() == 1000
