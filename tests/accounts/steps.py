"""How one gets to each form at the door, and what is filled in there."""

from collections.abc import Callable

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.core import mail

from accounts.models import User
from tests.accounts.visitor import Drawn, Visitor
from tests.accounts.ways import (
    ACCOUNT,
    ADD,
    BY_PASSKEY,
    CODES,
    CONFIRM,
    CREDENTIALS,
    SECOND_STEP,
    SIGN_IN,
    TURN_ON,
    code_in,
    recovery_codes,
)
from tests.authenticator_app import code
from tests.make import NEWCOMER, PASSWORD
from tests.passkey import Device

SIGN_UP, CONFIRM_EMAIL = "/accounts/signup/", "/accounts/confirm-email/"
CODE, RESET = "/accounts/login/code/", "/accounts/password/reset/"
EMAIL, BY_CODE = "/accounts/email/", f"{CONFIRM}code/"
CHANGE_PASSWORD, SET_PASSWORD = "/accounts/password/change/", "/accounts/password/set/"
NEW_CODES = f"{CODES}generate/"
DELETE, DEVICES = "/settings/account/delete/", "/settings/account/devices/"
WELCOME, TODAY = "/welcome/hurts/", "/today/"
NEW = {"password1": "quiet pebbles roll", "password2": "quiet pebbles roll"}
ADDRESS = {"email": "sam@example.org"}
NEW_ADDRESS = {"email": "new@example.org", "action_add": ""}


def sam() -> User:
    return User.objects.get(email="sam@example.org")


def newest_code() -> str:
    return code_in(mail.outbox[-1])


def signed_in(visitor: Visitor) -> Visitor:
    visitor.fill_in(SIGN_IN, **CREDENTIALS)
    return visitor


def sure(visitor: Visitor) -> Visitor:
    """Signed in, and has just shown that it's them."""
    signed_in(visitor).fill_in(CONFIRM, password=PASSWORD)
    return visitor


def with_app(visitor: Visitor) -> str:
    """Signed in, with the second step turned on; gives the app's key."""
    key = sure(visitor).key_on(TURN_ON)
    visitor.send(visitor.draw_last(TURN_ON, code=code(key, steps=-1)))
    return key


def at_second_step(visitor: Visitor) -> str:
    key = with_app(visitor)
    visitor.fill_in("/accounts/logout/")
    visitor.fill_in(SIGN_IN, **CREDENTIALS)
    return key


def with_passkey(visitor: Visitor) -> Device:
    device = Device()
    sure(visitor)
    visitor.send(new_passkey(visitor, device))
    return device


def passkey() -> int:
    return int(Authenticator.objects.get(type=Authenticator.Type.WEBAUTHN).pk)


def new_passkey(visitor: Visitor, device: Device) -> Drawn:
    options = visitor.asked(ADD)["creation_options"]
    return visitor.draw_last(ADD, credential=device.make(options), name="My phone")


def sign_in_with_passkey(visitor: Visitor) -> Drawn:
    device = with_passkey(visitor)
    visitor.fill_in("/accounts/logout/")
    drawn = visitor.draw(SIGN_IN, BY_PASSKEY, remember="on")
    drawn.fields["credential"] = device.sign(visitor.asked_at_the_door())
    return drawn


def confirm_with_passkey(visitor: Visitor) -> Drawn:
    device = with_passkey(visitor)
    page = "/accounts/2fa/webauthn/reauthenticate/"
    return visitor.draw_last(page, credential=device.sign(visitor.asked(page)["request_options"]))


def turn_on_the_app(visitor: Visitor) -> Drawn:
    key = sure(visitor).key_on(TURN_ON)
    return visitor.draw_last(TURN_ON, code=code(key))


def second_step(visitor: Visitor) -> Drawn:
    key = at_second_step(visitor)
    return visitor.draw(SECOND_STEP, code=code(key, steps=1), trust="on")


def recovery_code(visitor: Visitor) -> Drawn:
    with_app(visitor)
    codes = recovery_codes(visitor.client)
    visitor.fill_in("/accounts/logout/")
    visitor.fill_in(SIGN_IN, **CREDENTIALS)
    return visitor.draw(SECOND_STEP, code=codes[0])


def confirm_with_app(visitor: Visitor) -> Drawn:
    key = at_second_step(visitor)
    visitor.fill_in(SECOND_STEP, code=code(key))
    page = "/accounts/2fa/reauthenticate/"
    return visitor.draw(page, code=code(key, steps=1), next=ACCOUNT)


def first_password(visitor: Visitor) -> Drawn:
    sure(visitor)
    user = sam()
    user.set_unusable_password()
    user.save()
    visitor.client.force_login(user)
    visitor.fill_in(BY_CODE, action="send")
    visitor.fill_in(BY_CODE, code=newest_code())
    return visitor.draw(SET_PASSWORD, **NEW)


def sign_out_there(visitor: Visitor) -> Drawn:
    signed_in(Visitor())
    row = UserSession.objects.get()
    return signed_in(visitor).draw(ACCOUNT, f"{DEVICES}{row.pk}/sign-out/")


def after(*steps: Callable[[Visitor], object]) -> Callable[[Visitor], Visitor]:
    def take(visitor: Visitor) -> Visitor:
        for step in steps:
            step(visitor)
        return visitor

    return take


def signed_up(visitor: Visitor) -> object:
    return visitor.fill_in(SIGN_UP, **NEWCOMER)


def asked_for_code(visitor: Visitor) -> object:
    return visitor.fill_in(CODE, **ADDRESS)


def forgot(visitor: Visitor) -> object:
    return visitor.fill_in(RESET, **ADDRESS)


def code_of_reset_typed(visitor: Visitor) -> object:
    return after(forgot)(visitor).fill_in(f"{RESET}confirm/", code=newest_code())


def new_address(visitor: Visitor) -> object:
    return sure(visitor).fill_in(ACCOUNT, EMAIL, **NEW_ADDRESS)


def code_to_confirm_sent(visitor: Visitor) -> object:
    return signed_in(visitor).fill_in(BY_CODE, action="send", next=ACCOUNT)
