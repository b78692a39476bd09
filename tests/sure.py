"""Somebody who has just shown that it's them, as pages ask for that give or take everything."""

from django.test import Client

from tests.make import PASSWORD


def type_password(client: Client, password: str = PASSWORD) -> None:
    """Once more, in a browser that is signed in."""
    response = client.post("/accounts/reauthenticate/", {"password": password})
    assert response.status_code == 302, response.content.decode()
