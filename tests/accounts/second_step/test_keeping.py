"""Two-step sign-in is turned on and off, with its recovery codes; and each refusal."""

from collections.abc import Callable
from io import StringIO

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from accounts import events
from accounts.models import EventKind, User
from tests.accounts.ways import (
    ACCOUNT,
    CODES,
    CONFIRM,
    SECOND_STEP,
    TURN_OFF,
    TURN_ON,
    add_passkey,
    confirm,
    is_signed_in,
    key_in,
    recovery_codes,
    sign_in,
    stranger,
    turn_on,
)
from tests.authenticator_app import code
from tests.make import make_user
from tests.page import Page
from tests.passkey import Device

NEW_CODES = f"{CODES}generate/"


def test_the_second_step_is_off_until_a_code_was_typed(sam: Client, person: User) -> None:
    page = Page(sam.get(TURN_ON))
    assert page.find("div", role="img", aria_label="QR code for the app")
    assert page.find("path", id="qr-path")

    words = Page(sam.post(TURN_ON, {"code": "000000"})).words
    assert "That isn’t a code that works now. Each works once: type the next one" in words
    assert not Authenticator.objects.exists()
    assert "Two-step sign-in Off" in Page(sam.get(ACCOUNT)).words

    turn_on(sam)
    assert "On, with an app; 10 recovery codes left" in Page(sam.get(ACCOUNT)).words
    assert len(set(recovery_codes(sam))) == 10


def test_a_mistyped_code_keeps_the_key_that_the_app_has(sam: Client) -> None:
    key = key_in(sam.get(TURN_ON))

    assert key_in(sam.post(TURN_ON, {"code": "12"})) == key


def test_turning_on_twice_shows_the_codes_twice(sam: Client, key: str) -> None:
    for response in (sam.get(TURN_ON), sam.post(TURN_ON, {"code": code(key)})):
        assert response.headers["Location"] == CODES
    assert Authenticator.objects.filter(type="totp").count() == 1


def test_turning_off_takes_the_recovery_codes_along(sam: Client, key: str) -> None:
    confirm(sam)
    assert "Turn off two-step sign-in?" in Page(sam.get(TURN_OFF)).words

    page = Page(sam.post(TURN_OFF, follow=True))

    assert "Two-step sign-in is off." in page.words
    assert "Two-step sign-in Off" in page.words
    assert not Authenticator.objects.exists()
    assert sam.post(TURN_OFF).headers["Location"] == ACCOUNT  # once more changes nothing
    assert sign_in(stranger()).headers["Location"] == "/today/"


def test_turning_off_leaves_the_passkeys(person: User) -> None:
    sam = stranger()
    sam.force_login(person)
    confirm(sam)
    add_passkey(sam, Device())
    turn_on(sam)

    sam.post(TURN_OFF)

    assert [row.type for row in Authenticator.objects.all()] == ["webauthn"]


def test_new_recovery_codes_replace_the_old_ones(sam: Client, key: str) -> None:
    confirm(sam)
    old = recovery_codes(sam)
    assert "The ones that you have now stop working." in Page(sam.get(NEW_CODES)).words

    assert sam.post(NEW_CODES).headers["Location"] == CODES

    assert set(recovery_codes(sam)).isdisjoint(old)
    client = stranger()
    sign_in(client)
    client.post(SECOND_STEP, {"code": old[0]})
    assert not is_signed_in(client)


def test_recovery_codes_can_be_kept_as_a_file(sam: Client, key: str) -> None:
    confirm(sam)

    response = sam.get(f"{CODES}download/")

    assert response.headers["Content-Disposition"] == 'attachment; filename="recovery-codes.txt"'
    kept = response.content.decode().split()
    assert kept == [each.replace(" ", "") for each in recovery_codes(sam)]


@pytest.mark.parametrize("path", [TURN_OFF, CODES, f"{CODES}download/", NEW_CODES])
def test_whoever_finds_a_device_signed_in_changes_and_reads_nothing(
    key: str, client_of: Callable[[User], Client], path: str
) -> None:
    client = client_of(User.objects.get())

    for response in (client.get(path), client.post(path)):
        assert response.headers.get("Location", "").startswith(CONFIRM) or (
            response.status_code == 405
        )
    assert Authenticator.objects.count() == 2


@pytest.mark.usefixtures("mail_server")
def test_an_address_that_is_not_confirmed_gets_no_second_step(sam: Client, person: User) -> None:
    person.emailaddress_set.update(verified=False)

    page = Page(sam.get(TURN_ON, follow=True))

    assert "Your email address isn’t confirmed yet. Sign out and in again" in page.words


def turn_off_by_hand(email: str) -> str:
    out = StringIO()
    call_command("turn_off_second_step", email, stdout=out)
    return out.getvalue().strip()


def test_whoever_runs_the_site_helps_somebody_who_has_lost_everything(
    sam: Client, key: str, person: User
) -> None:
    make_user(email="alex@example.org")

    said = turn_off_by_hand("Sam@Example.org")

    event = events.recent(person, now=timezone.now())[0]
    assert (event.kind, event.device) == (EventKind.SECOND_STEP_OFF, "Whoever runs the site")
    assert said == "sam@example.org signs in without a second step from now on."
    assert sign_in(stranger()).headers["Location"] == "/today/"
    assert turn_off_by_hand("sam@example.org") == "sam@example.org has no second step."
    with pytest.raises(CommandError, match="Nobody signs in as kim@example.org."):
        turn_off_by_hand("kim@example.org")
