"""A form that is sent after its sender's session ended."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.test import Client

from accounts.models import User

SENTENCE = "You were signed out before this was saved. Look it through, then save it."


def send_signed_out(client: Client, user: User, address: str, sent: dict[str, Any]) -> str:
    """The address that signing in anew leads to; they are signed in again then."""
    client.session.flush()
    response = client.post(address, sent)
    parts = urlsplit(response.headers["Location"])
    assert parts.path == "/accounts/login/"
    client.force_login(user)
    return parse_qs(parts.query)["next"][0]
