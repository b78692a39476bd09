"""Changing the password, where one is signed in."""

import pytest
from django.test import Client

from accounts.models import User
from tests.make import PASSWORD
from tests.page import Page

CHANGE = "/accounts/password/change/"
SENT = {
    "oldpassword": PASSWORD,
    "password1": "quiet pebbles roll",
    "password2": "quiet pebbles roll",
}


def test_a_new_password_replaces_the_old_one(signed_in: Client) -> None:
    assert Page(signed_in.get("/settings/account/")).find("form", action=CHANGE)

    response = signed_in.post(CHANGE, SENT, follow=True)

    assert response.request["PATH_INFO"] == "/settings/account/"
    assert "Your new password is saved." in Page(response).words
    assert User.objects.get().check_password("quiet pebbles roll")
    assert signed_in.get("/settings/").status_code == 200


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"oldpassword": "not-my-password"}, "That isn’t your current password."),
        ({"oldpassword": ""}, "Type your current password."),
        ({"password1": "sparow", "password2": "sparow"}, "This has 6 characters. Add at least 4"),
        (
            {"password2": "quiet pebbles rock"},
            "The two new passwords differ. Type the same",
        ),
    ],
)
def test_a_mistaken_new_password_leaves_the_old_one(
    signed_in: Client, changes: dict[str, str], sentence: str
) -> None:
    page = Page(signed_in.post(CHANGE, SENT | changes))

    assert sentence in page.words
    assert User.objects.get().check_password(PASSWORD)
