"""Pages about the person."""

from accounts.views.account import account, sign_out_elsewhere, sign_out_there, stay
from accounts.views.codes import (
    confirm_email_code,
    confirm_password_code,
    confirm_sign_in_code,
)
from accounts.views.confirmation import confirm_with_code
from accounts.views.deletion import delete, gone
from accounts.views.entrance import (
    email,
    password_change,
    password_reset,
    password_set,
    sign_in_code,
    sign_up,
)
from accounts.views.events import events
from accounts.views.passkeys import (
    add_passkey,
    confirm_with_passkey,
    decline_passkey,
    remove_passkey,
    rename_passkey,
    sign_in_with_passkey,
)
from accounts.views.privacy import privacy
from accounts.views.second_step import second_step, turn_off_second_step, turn_on_second_step
from accounts.views.settings import settings

__all__ = [
    "account",
    "add_passkey",
    "confirm_email_code",
    "confirm_password_code",
    "confirm_sign_in_code",
    "confirm_with_code",
    "confirm_with_passkey",
    "decline_passkey",
    "delete",
    "email",
    "events",
    "gone",
    "password_change",
    "password_reset",
    "password_set",
    "privacy",
    "remove_passkey",
    "rename_passkey",
    "second_step",
    "settings",
    "sign_in_code",
    "sign_in_with_passkey",
    "sign_out_elsewhere",
    "sign_out_there",
    "sign_up",
    "stay",
    "turn_off_second_step",
    "turn_on_second_step",
]
