"""Every form at the door: how one gets to it, and where one press leads."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from tests.accounts.steps import (
    ADDRESS,
    BY_CODE,
    CHANGE_PASSWORD,
    CODE,
    CONFIRM_EMAIL,
    DELETE,
    DEVICES,
    EMAIL,
    NEW,
    NEW_ADDRESS,
    NEW_CODES,
    RESET,
    SIGN_UP,
    TODAY,
    WELCOME,
    after,
    asked_for_code,
    code_of_reset_typed,
    code_to_confirm_sent,
    confirm_with_app,
    confirm_with_passkey,
    first_password,
    forgot,
    new_address,
    new_passkey,
    newest_code,
    passkey,
    recovery_code,
    second_step,
    sign_in_with_passkey,
    sign_out_there,
    signed_in,
    signed_up,
    sure,
    turn_on_the_app,
    with_app,
    with_passkey,
)
from tests.accounts.visitor import Drawn, Visitor
from tests.accounts.ways import ACCOUNT, CODES, CONFIRM, CREDENTIALS, SECOND_STEP, SIGN_IN, TURN_OFF
from tests.make import NEWCOMER, PASSWORD
from tests.passkey import Device


@dataclass(frozen=True)
class Door:
    """`mails` are those that one press sends, where the site can send any.

    Where they go `on_commit`, they don't where a test never commits. `anywhere` tells whether a
    page in another tab can send the same: a passkey and an app's first code are for one page.
    """

    fill_in: Callable[[Visitor], Drawn]
    leads_to: str
    mails: int = 0
    needs_mail: bool = False
    needs_no_mail: bool = False
    on_commit: bool = False
    anywhere: bool = True

    def is_on_a_site(self, *, mail: bool) -> bool:
        return not (self.needs_no_mail if mail else self.needs_mail)

    def tabs(self, visitor: Visitor) -> tuple[Drawn, ...]:
        """The form as it is filled in, where it can be in two tabs."""
        here = self.fill_in(visitor)
        return (here, visitor.draw_again(here)) if self.anywhere else (here,)


DOORS = {
    "sign-up": Door(lambda visitor: visitor.draw(SIGN_UP, **NEWCOMER), WELCOME, needs_no_mail=True),
    "sign-up by mail": Door(
        lambda visitor: visitor.draw(SIGN_UP, **NEWCOMER), CONFIRM_EMAIL, mails=1, needs_mail=True
    ),
    "code of sign-up": Door(
        lambda visitor: after(signed_up)(visitor).draw(CONFIRM_EMAIL, code=newest_code()),
        WELCOME,
        needs_mail=True,
    ),
    "sign-in": Door(lambda visitor: visitor.draw(SIGN_IN, **CREDENTIALS, remember="on"), TODAY),
    "sign-in before the second step": Door(
        lambda visitor: after(with_app, Visitor.leave)(visitor).draw(SIGN_IN, **CREDENTIALS),
        SECOND_STEP,
    ),
    "second step": Door(second_step, TODAY),
    "recovery code": Door(recovery_code, TODAY),
    "passkey at the door": Door(sign_in_with_passkey, TODAY, anywhere=False),
    "sign-in code asked for": Door(
        lambda visitor: visitor.draw(CODE, **ADDRESS), f"{CODE}confirm/", mails=1, needs_mail=True
    ),
    "sign-in code": Door(
        lambda visitor: after(asked_for_code)(visitor).draw(f"{CODE}confirm/", code=newest_code()),
        TODAY,
        needs_mail=True,
    ),
    "sign-in code asked for anew": Door(
        lambda visitor: after(asked_for_code)(visitor).draw(f"{CODE}confirm/", action="resend"),
        f"{CODE}confirm/",
        mails=1,
        needs_mail=True,
    ),
    "forgotten password": Door(
        lambda visitor: visitor.draw(RESET, **ADDRESS), f"{RESET}confirm/", mails=1, needs_mail=True
    ),
    "code of the forgotten password": Door(
        lambda visitor: after(forgot)(visitor).draw(f"{RESET}confirm/", code=newest_code()),
        f"{RESET}complete/",
        needs_mail=True,
    ),
    "password chosen anew": Door(
        lambda visitor: after(code_of_reset_typed)(visitor).draw(f"{RESET}complete/", **NEW),
        TODAY,
        mails=1,
        needs_mail=True,
    ),
    "new address": Door(
        lambda visitor: sure(visitor).draw(ACCOUNT, EMAIL, **NEW_ADDRESS),
        CONFIRM_EMAIL,
        mails=1,
        needs_mail=True,
    ),
    "code of the new address": Door(
        lambda visitor: after(new_address)(visitor).draw(CONFIRM_EMAIL, code=newest_code()),
        ACCOUNT,
        mails=1,
        needs_mail=True,
    ),
    "deletion": Door(lambda visitor: sure(visitor).draw(DELETE, **ADDRESS), "/goodbye/", mails=1),
    "password changed": Door(
        lambda visitor: sure(visitor).draw(CHANGE_PASSWORD, oldpassword=PASSWORD, **NEW),
        ACCOUNT,
        mails=1,
    ),
    "first password": Door(first_password, ACCOUNT, mails=1, needs_mail=True),
    "passkey added": Door(
        lambda visitor: new_passkey(sure(visitor), Device()), ACCOUNT, mails=1, anywhere=False
    ),
    "passkey renamed": Door(
        lambda visitor: after(with_passkey)(visitor).draw(
            f"/accounts/2fa/webauthn/keys/{passkey()}/edit/", name="Old phone"
        ),
        ACCOUNT,
    ),
    "passkey removed": Door(
        lambda visitor: after(with_passkey)(visitor).draw(
            f"/accounts/2fa/webauthn/keys/{passkey()}/remove/"
        ),
        ACCOUNT,
        mails=1,
    ),
    "no passkey": Door(
        lambda visitor: signed_in(visitor).draw(ACCOUNT, "/settings/account/no-passkey/"), TODAY
    ),
    "app turned on": Door(turn_on_the_app, CODES, mails=1, on_commit=True, anywhere=False),
    "app turned off": Door(
        lambda visitor: after(with_app)(visitor).draw(TURN_OFF), ACCOUNT, mails=1
    ),
    "new recovery codes": Door(
        lambda visitor: after(with_app)(visitor).draw(NEW_CODES), CODES, mails=1, on_commit=True
    ),
    "password once more": Door(
        lambda visitor: signed_in(visitor).draw(CONFIRM, password=PASSWORD, next=ACCOUNT), ACCOUNT
    ),
    "app to confirm": Door(confirm_with_app, ACCOUNT),
    "passkey to confirm": Door(confirm_with_passkey, TODAY, anywhere=False),
    "code to confirm asked for": Door(
        lambda visitor: signed_in(visitor).draw(BY_CODE, action="send", next=ACCOUNT),
        BY_CODE,
        mails=1,
        needs_mail=True,
    ),
    "code to confirm": Door(
        lambda visitor: after(code_to_confirm_sent)(visitor).draw(
            BY_CODE, code=newest_code(), next=ACCOUNT
        ),
        ACCOUNT,
        needs_mail=True,
    ),
    "sign-out": Door(lambda visitor: signed_in(visitor).draw("/accounts/logout/"), "/"),
    "sign-out there": Door(sign_out_there, ACCOUNT),
    "sign-out elsewhere": Door(
        lambda visitor: signed_in(visitor).draw(ACCOUNT, f"{DEVICES}sign-out/"), ACCOUNT
    ),
    "stays signed in": Door(
        lambda visitor: signed_in(visitor).draw(ACCOUNT, f"{DEVICES}stay/", remember="on"), ACCOUNT
    ),
}

every_door = pytest.mark.parametrize(
    ("door", "mail"),
    [
        pytest.param(door, mail, id=f"{name}, {'with' if mail else 'without'} mail")
        for name, door in DOORS.items()
        for mail in (False, True)
        if door.is_on_a_site(mail=mail)
    ],
)
