"""Sending acts as a browser's outbox does."""

from collections.abc import Mapping
from typing import TYPE_CHECKING
from uuid import uuid4

from django.test import Client

from accounts.models import User

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Response


def send(
    client: Client,
    who: User,
    address: str,
    fields: Mapping[str, str] | None = None,
    *,
    key: str = "",
    page: bool = False,
) -> "Response":
    """Under that key, or one that the form has, or a new one; `page` asks for the fresh page."""
    fields = fields or {}
    key = key or fields.get("key") or str(uuid4())
    headers = {"Outbox": key, "Outbox-Who": who.mark, **({"Outbox-Page": "1"} if page else {})}
    return client.post(address, fields, headers=headers)
