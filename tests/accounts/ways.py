"""Steps that tests of the ways in share: the site as a browser at localhost sees it."""

import json
import re

from django.core.mail import EmailMessage
from django.http import HttpResponse
from django.test import Client

from tests.authenticator_app import code
from tests.make import PASSWORD
from tests.page import Page
from tests.passkey import HOST, Device

SIGN_IN, ACCOUNT = "/accounts/login/", "/settings/account/"
CONFIRM = "/accounts/reauthenticate/"
TURN_ON, CODES = "/accounts/2fa/totp/activate/", "/accounts/2fa/recovery-codes/"
SECOND_STEP = "/accounts/2fa/authenticate/"
ADD, BY_PASSKEY = "/accounts/2fa/webauthn/add/", "/accounts/2fa/webauthn/login/"
TURN_OFF = "/accounts/2fa/totp/deactivate/"
PASSKEY_FAILED = "That passkey didn’t work. Try again, or use another way."
CREDENTIALS = {"login": "sam@example.org", "password": PASSWORD}


def stranger(**headers: str) -> Client:
    return Client(SERVER_NAME=HOST, headers=headers)


def is_signed_in(client: Client) -> bool:
    return client.get("/settings/").status_code == 200


def sign_in(client: Client, **fields: str) -> HttpResponse:
    return client.post(SIGN_IN, CREDENTIALS | fields)


def code_in(mail: EmailMessage) -> str:
    (code,) = re.findall(r"\b\d{6}\b", str(mail.body))
    return str(code)


def another_than(code: str) -> str:
    return "111111" if code == "000000" else "000000"


def confirm(client: Client) -> None:
    """Type the password once more."""
    client.post(CONFIRM, {"password": PASSWORD, "next": ACCOUNT})


def asked_of_browser(response: HttpResponse) -> dict[str, dict[str, dict[str, object]]]:
    """What the page's script hands to the browser."""
    found = re.search(
        r'<script id="passkey-options" type="application/json">(.*?)</script>',
        response.content.decode(),
    )
    assert found
    return json.loads(found[1])


def add_passkey(client: Client, device: Device, name: str = "My phone") -> HttpResponse:
    """For somebody who has just typed their password."""
    options = asked_of_browser(client.get(ADD))["creation_options"]
    return client.post(ADD, {"credential": device.make(options), "name": name})


def asked_at_the_door(client: Client) -> dict[str, object]:
    answer = client.get(BY_PASSKEY, headers={"Accept": "application/json"})
    return answer.json()["request_options"]


def sign_in_with(client: Client, device: Device, **fields: str) -> HttpResponse:
    credential = device.sign(asked_at_the_door(client))
    return client.post(BY_PASSKEY, {"credential": credential, "remember": "on", **fields})


def key_in(response: HttpResponse) -> str:
    """The app's key, as the page that turns the second step on shows it."""
    (shown,) = re.findall(r'class="secret">((?:\w{4} ){7}\w{4})<', response.content.decode())
    return str(shown.replace(" ", ""))


def turn_on(client: Client) -> str:
    """The second step, for somebody who has just typed their password; gives the app's key."""
    key = key_in(client.get(TURN_ON))
    assert client.post(TURN_ON, {"code": code(key)}).headers["Location"] == CODES
    return key


def recovery_codes(client: Client) -> list[str]:
    page = Page(client.get(CODES))
    return re.findall(r"\b\d{4} \d{4}\b", page.words)
