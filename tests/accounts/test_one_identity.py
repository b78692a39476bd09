"""One mailbox is one person, however the address is typed, wherever it is typed."""

from collections.abc import Callable

import pytest
from django.core.mail import EmailMessage
from django.core.management import CommandError, call_command
from django.test import Client

from accounts.models import AccountEvent, EventKind, User
from tests.accounts.ways import ACCOUNT, CONFIRM, code_in
from tests.make import NEWCOMER, PASSWORD, make_user
from tests.page import Page

SIGN_UP, SIGN_IN = "/accounts/signup/", "/accounts/login/"
CHANGE, CODE = "/accounts/email/", "/accounts/confirm-email/"
STORED = "sam@xn--mller-kva.example"
SPELLINGS = [
    STORED,
    "sam@müller.example",
    "SAM@Mu\u0308ller.Example",
    "\u00a0sam@müller.example\u3000",
    "sa\u200bm@mül\u00adler.example\ufeff",
]

pytestmark = pytest.mark.django_db
spelled = pytest.mark.parametrize("typed", SPELLINGS)


def is_signed_in(client: Client) -> bool:
    return client.get("/settings/").status_code == 200


@spelled
def test_who_signs_up_is_kept_under_the_one_form(client: Client, typed: str) -> None:
    client.post(SIGN_UP, NEWCOMER | {"email": typed})

    assert list(User.objects.values_list("email", "emailaddress__email")) == [(STORED, STORED)]


@spelled
def test_nobody_signs_up_twice_with_one_mailbox(client: Client, typed: str) -> None:
    make_user(email="sam@müller.example")

    page = Page(client.post(SIGN_UP, NEWCOMER | {"email": typed}))

    assert "There is an account with this address already." in page.words
    assert User.objects.count() == 1


@spelled
def test_sign_in_finds_the_person(client: Client, typed: str) -> None:
    make_user(email="sam@müller.example")

    client.post(SIGN_IN, {"login": typed, "password": PASSWORD})

    assert is_signed_in(client)


def test_wrong_passwords_count_together_and_are_told_however_it_is_typed(client: Client) -> None:
    make_user(email="sam@müller.example")
    for typed in SPELLINGS:
        client.post(SIGN_IN, {"login": typed, "password": "not-my-password"})

    client.post(SIGN_IN, {"login": "sam@müller.example", "password": PASSWORD})

    assert not is_signed_in(client)
    kinds = AccountEvent.objects.values_list("kind", flat=True)
    assert list(kinds) == [EventKind.FAILED] * len(SPELLINGS)


@pytest.mark.parametrize("place", ["/accounts/password/reset/", "/accounts/login/code/"])
@spelled
@pytest.mark.usefixtures("mail_server")
def test_a_code_is_sent_to_the_person(
    client: Client, place: str, typed: str, mailoutbox: list[EmailMessage]
) -> None:
    make_user(email="sam@müller.example")

    shown = Page(client.post(place, {"email": typed}, follow=True))

    assert "If sam@müller.example has an account, a code" in shown.words
    (mail,) = mailoutbox
    assert mail.to == [STORED]
    assert code_in(mail)


@pytest.mark.parametrize("place", ["/accounts/password/reset/", "/accounts/login/code/"])
@pytest.mark.usefixtures("mail_server")
def test_codes_count_together_however_the_address_is_typed(
    place: str, mailoutbox: list[EmailMessage]
) -> None:
    make_user(email="sam@müller.example")

    for typed in [*SPELLINGS, SPELLINGS[0], SPELLINGS[1]]:
        Client().post(place, {"email": typed})

    assert len(mailoutbox) == 5


@spelled
def test_the_address_is_shown_as_typed_without_what_nobody_sees(client: Client, typed: str) -> None:
    client.post(SIGN_UP, NEWCOMER | {"email": typed})

    page = Page(client.get(ACCOUNT))

    shown = "SAM@Müller.Example" if typed.startswith("SAM") else "sam@müller.example"
    assert f"Email {shown}" in page.words
    assert "xn--" not in page.words


@pytest.mark.usefixtures("mail_server")
def test_a_new_address_is_kept_in_its_form_and_shown_as_typed(
    client_of: Callable[[User], Client], mailoutbox: list[EmailMessage]
) -> None:
    client = client_of(make_user())
    sent = {"email": "Sam@Mu\u0308ller.example\u200b", "action_add": ""}

    page = Page(client.post(CHANGE, sent, follow=True))
    confirmed = {"password": PASSWORD, "next": page.hidden("next")[0]}
    page = Page(client.post(CONFIRM, confirmed, follow=True))
    assert "A mail to sam@müller.example is on its way." in page.words
    client.post(CODE, {"code": code_in(mailoutbox[0])})

    sam = User.objects.get()
    assert (sam.email, sam.shown_email) == (STORED, "Sam@Müller.example")
    assert list(sam.emailaddress_set.values_list("email", flat=True)) == [STORED]  # type: ignore[attr-defined]
    assert "Email Sam@Müller.example" in Page(client.get(ACCOUNT)).words


@spelled
@pytest.mark.usefixtures("mail_server")
def test_nobody_changes_to_the_address_that_they_have(
    client_of: Callable[[User], Client], typed: str
) -> None:
    client = client_of(make_user(email="sam@müller.example"))
    client.post(CONFIRM, {"password": PASSWORD, "next": CHANGE})

    page = Page(client.post(CHANGE, {"email": typed, "action_add": ""}))

    assert "That is the address you have now. Type another one." in page.words


@spelled
def test_whoever_deletes_types_it_as_they_like(
    client_of: Callable[[User], Client], typed: str
) -> None:
    client = client_of(make_user(email="sam@müller.example"))
    client.post(CONFIRM, {"password": PASSWORD, "next": "/settings/account/delete/"})

    client.post("/settings/account/delete/", {"email": typed})

    assert not User.objects.exists()


@spelled
def test_the_host_finds_the_person(client_of: Callable[[User], Client], typed: str) -> None:
    client = client_of(make_user(email="ops@example.org", is_staff=True, is_superuser=True))
    make_user(email="sam@müller.example")

    page = Page(client.get("/admin/accounts/user/", {"q": typed.strip()}))

    assert "1 person" in page.words
    assert STORED in page.words


@spelled
def test_commands_find_the_person(typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    make_user(email="sam@müller.example")

    call_command("turn_off_second_step", typed)
    with pytest.raises(CommandError, match="already taken"):
        call_command("createsuperuser", email=typed, interactive=False, verbosity=0)

    assert capsys.readouterr().out == f"{STORED} has no second step.\n"
    assert User.objects.count() == 1


@spelled
def test_the_command_line_makes_a_person_under_the_one_form(typed: str) -> None:
    call_command("createsuperuser", email=typed, interactive=False, verbosity=0)

    assert User.objects.get().email == STORED


def test_the_command_line_refuses_what_no_mail_can_be_sent_to() -> None:
    with pytest.raises(CommandError, match="valid email address"):
        call_command("createsuperuser", email="sam@müller", interactive=False, verbosity=0)

    assert not User.objects.exists()


@pytest.mark.parametrize("typed", ["saſ@example.org", "sam@example.org sam", "sam@a..example"])
def test_what_no_mail_can_be_sent_to_is_told(client: Client, typed: str) -> None:
    page = Page(client.post(SIGN_UP, NEWCOMER | {"email": typed}))

    assert "Check the address. It should look like name@example.org." in page.words
    assert page.find("input", name="email", value=typed)
    assert not User.objects.exists()
