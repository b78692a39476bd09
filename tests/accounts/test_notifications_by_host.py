"""What whoever runs the site changes of somebody's ways in is written down, and told by mail."""

import pytest
from django.contrib.auth.management.commands import changepassword
from django.core.mail import EmailMessage
from django.core.management import call_command
from django.utils import timezone
from pytest_django import Settings

from accounts import events
from accounts.models import EventKind, User
from tests.make import make_user


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The operator types a new password, twice."""
    monkeypatch.setattr(changepassword.getpass, "getpass", lambda prompt: "quiet pebbles roll")


@pytest.mark.usefixtures("typed", "mail_server")
def test_a_new_password_by_hand_is_told(
    person: User, settings: Settings, mailoutbox: list[EmailMessage]
) -> None:
    settings.SITE_URL = "https://feet.example.org"
    make_user(email="alex@example.org")

    call_command("changepassword", person.email, verbosity=0)

    (event,) = events.recent(person, now=timezone.now())
    assert (event.kind, event.device) == (EventKind.PASSWORD, "Whoever runs the site")
    (mail,) = mailoutbox
    assert mail.to == [person.email]
    assert "Device: Whoever runs the site" in mail.body
    assert "https://feet.example.org/accounts/password/reset/" in mail.body


@pytest.mark.usefixtures("typed")
def test_without_mail_it_is_written_down(person: User, mailoutbox: list[EmailMessage]) -> None:
    call_command("changepassword", person.email, verbosity=0)

    assert [event.kind for event in events.recent(person, now=timezone.now())] == ["password"]
    assert mailoutbox == []
