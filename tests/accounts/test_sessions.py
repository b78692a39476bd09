"""A session points at whom it names, so that it is found and goes with them."""

import pytest
from django.contrib.sessions.models import Session
from django.core.mail import EmailMessage
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.test import Client

from accounts.models import BrowserSession, User
from tests.accounts.ways import CREDENTIALS, SIGN_IN, is_signed_in
from tests.make import make_user


def of_whom(client: Client) -> User | None:
    return BrowserSession.objects.get(session_key=client.session.session_key).user


def test_a_session_points_at_who_is_signed_in(person: User) -> None:
    client = Client()
    client.post(SIGN_IN, CREDENTIALS)

    assert of_whom(client) == person


@pytest.mark.usefixtures("mail_server")
@pytest.mark.parametrize("asking", ["/accounts/login/code/", "/accounts/password/reset/"])
def test_a_session_points_at_who_was_sent_a_code(
    person: User, mailoutbox: list[EmailMessage], asking: str
) -> None:
    client = Client()
    client.post(asking, {"email": person.email})

    assert not is_signed_in(client)
    assert of_whom(client) == person


@pytest.mark.usefixtures("mail_server")
def test_a_session_points_at_whose_address_somebody_signed_up_with(person: User) -> None:
    client = Client()
    made = {"email": person.email, "password1": "quiet pebbles roll", "time_zone": "UTC"}
    client.post("/accounts/signup/", made)

    assert of_whom(client) == person


@pytest.mark.usefixtures("mail_server")
def test_a_session_points_at_nobody_for_a_strange_address(db: None, client: Client) -> None:
    make_user()
    client.post("/accounts/login/code/", {"email": "nobody@example.org"})

    assert of_whom(client) is None


@pytest.fixture
def migrated(transactional_db: None) -> Client:
    """Signed in with the version before, which may still serve."""
    client = Client()
    make_user()
    client.post(SIGN_IN, CREDENTIALS)
    executor = MigrationExecutor(connection)
    latest = executor.loader.graph.leaf_nodes()

    executor.migrate([("accounts", "0005_account_events")])
    MigrationExecutor(connection).migrate(latest)
    return client


def test_sessions_from_before_stay_signed_in_and_point_at_their_person(migrated: Client) -> None:
    assert is_signed_in(migrated)
    assert of_whom(migrated) == User.objects.get()


def test_sessions_from_before_stay_where_the_version_before_reads_them(migrated: Client) -> None:
    call_command("tidy", verbosity=0)

    assert Session.objects.get().session_key == migrated.session.session_key


def test_sessions_from_before_are_tidied_away_once_they_have_ended(migrated: Client) -> None:
    BrowserSession.objects.all().delete()
    assert Session.objects.count() == 1

    call_command("tidy", verbosity=0)

    assert Session.objects.count() == 0


def test_sessions_go_back_to_the_version_before_as_they_are(migrated: Client) -> None:
    BrowserSession.objects.update(session_key="renewed")

    executor = MigrationExecutor(connection)
    latest = executor.loader.graph.leaf_nodes()
    executor.migrate([("accounts", "0005_account_events")])
    found = [session.session_key for session in Session.objects.all()]
    MigrationExecutor(connection).migrate(latest)

    assert found == ["renewed"]
