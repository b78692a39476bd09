"""`docs/security.md` names every address, who may open it, its forms, and tests that there are."""

import ast
import re
from pathlib import Path

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client

from accounts.models import User
from tests.addresses import EXAMPLES, PATTERNS, PUBLIC_ROUTES, address, undone
from tests.attacks.rows import everything
from tests.make import PASSWORD

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "docs/security.md").read_text()
ROWS = {
    route: {"who": who, "post": post}
    for route, who, post in re.findall(r"^\| `/(.*?)` \| (.*?) \| (.*?) \|", TEXT, re.MULTILINE)
}
ROUTES = {route for route, _ in PATTERNS if not route.startswith("admin/")}
CONFIRM = "/accounts/reauthenticate/"
ASKS_AGAIN = {CONFIRM, "/accounts/2fa/reauthenticate/"}


def test_every_address_is_there_once() -> None:
    assert set(ROWS) == ROUTES | {"admin/…"}
    assert len(ROWS) == TEXT.count("\n| `/")


def test_who_may_open_each_is_so() -> None:
    anyone = {route for route, row in ROWS.items() if row["who"] == "anyone"}

    assert anyone == PUBLIC_ROUTES - {"admin/login/"}


def test_its_forms_are_told(client: Client, signed_in: Client, subtests: pytest.Subtests) -> None:
    signed_in.post(CONFIRM, {"password": PASSWORD})
    RecoveryCodes.activate(User.objects.get())  # which an address that shows them looks for first

    for route in sorted(ROUTES):
        with subtests.test(route), undone(client, signed_in):
            answers = [each.post(address(route)).status_code for each in (client, signed_in)]
            assert ROWS[route]["post"] == ("–" if 405 in answers else "yes")


@pytest.mark.parametrize("method", ["get", "post"])
def test_again_means_that_whoever_is_signed_in_is_asked_again(
    signed_in: Client, person: User, subtests: pytest.Subtests, method: str
) -> None:
    """They have a passkey, an app and recovery codes, to be changed or taken away."""
    kind = Authenticator.Type.WEBAUTHN
    passkey = Authenticator.objects.create(user=person, type=kind, data={"name": "Mine"})

    for route in sorted(route for route, row in ROWS.items() if row["who"] == "again"):
        with subtests.test(route), undone(signed_in):
            if not route.endswith("/activate/"):
                TOTP.activate(person, "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
                RecoveryCodes.activate(person)
            before = everything()

            path = address(route, EXAMPLES | {"pk": str(passkey.pk)})
            response = getattr(signed_in, method)(path, follow=True)

            assert response.status_code == 405 or response.request["PATH_INFO"] in ASKS_AGAIN
            assert everything() == before


@pytest.mark.parametrize("named", sorted(set(re.findall(r"`(tests/.*?\.py(?:::\w+)?)`", TEXT))))
def test_each_test_that_it_names_is_there(named: str) -> None:
    path, _, name = named.partition("::")
    tests = {
        node.name
        for node in ast.parse((ROOT / path).read_text()).body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }

    assert tests
    assert not name or name in tests
