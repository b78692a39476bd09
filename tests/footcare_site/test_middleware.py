"""The headers that every answer carries, and those of a person's own pages."""

import gzip
from contextlib import closing

import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from tests.addresses import ADDRESSES, FOR_MACHINES, undone
from tests.make import NEWCOMER

PUBLIC = ["/", "/exercises/", "/care/", "/accounts/login/", "/nowhere/", "/healthz"]
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "media-src 'self'; connect-src 'self'; form-action 'self'; manifest-src 'self'; "
    "worker-src 'self'; base-uri 'none'; frame-ancestors 'none'"
)


def check(client: Client, address: str, **headers: str) -> None:
    answer = client.get(address, headers=headers).headers
    assert answer["Content-Security-Policy"] == POLICY
    assert "camera=()" in answer["Permissions-Policy"]
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["X-Content-Type-Options"] == "nosniff"


def kept(response: HttpResponse) -> set[str]:
    """What the answer says about its being kept."""
    return set(response.headers.get("Cache-Control", "").split(", "))


@pytest.mark.parametrize("address", [*PUBLIC, "/today/"])
def test_every_answer_carries_the_policies(address: str, db: None) -> None:
    check(Client(), address)


@pytest.mark.parametrize("address", [*PUBLIC, "/today/", "/week/", "/settings/", "/admin/"])
def test_every_answer_to_a_person_carries_them_too(signed_in: Client, address: str) -> None:
    check(signed_in, address)


def test_the_page_about_a_refused_host_carries_the_strict_one(settings: Settings) -> None:
    settings.SECURE_SSL_REDIRECT = True

    response = Client().get("/", headers={"host": "evil.example"})

    assert response.status_code == 400
    assert response.headers["Content-Security-Policy"] == POLICY


@pytest.mark.parametrize("address", ["/today/", "/week/", "/settings/", "/exercises/", "/care/"])
def test_a_page_drawn_for_a_person_is_kept_nowhere(signed_in: Client, address: str) -> None:
    response = signed_in.get(address)

    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("method", ["get", "put", "post"])
def test_whatever_a_person_asks_for_is_kept_nowhere_and_found_by_no_search(
    signed_in: Client, subtests: pytest.Subtests, method: str
) -> None:
    for address in sorted({*ADDRESSES, "/nowhere/"} - FOR_MACHINES):
        with subtests.test(address), undone(signed_in):
            response = getattr(signed_in, method)(address)

            assert {"private", "no-store"} <= kept(response)
            assert response.headers["X-Robots-Tag"] == "noindex"


@pytest.mark.usefixtures("mail_server", "db")
def test_a_page_that_tells_a_newcomers_address_is_kept_nowhere(client: Client) -> None:
    response = client.post("/accounts/signup/", NEWCOMER, follow=True)

    assert NEWCOMER["email"] in response.content.decode()
    assert {"private", "no-store"} <= kept(response)


def test_a_page_for_everybody_may_be_kept_and_found(db: None) -> None:
    headers = Client().get("/exercises/").headers

    assert "Cache-Control" not in headers
    assert "X-Robots-Tag" not in headers


def test_a_sound_is_served_as_one_since_browsers_may_not_guess(db: None) -> None:
    with closing(Client().get("/static/audio/silence.wav")) as response:
        assert response.headers["Content-Type"] == "audio/wav"
        assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_a_page_is_compressed_for_a_browser_that_takes_it(signed_in: Client) -> None:
    plain = signed_in.get("/today/")
    packed = signed_in.get("/today/", headers={"accept-encoding": "gzip, br"})

    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert "Today’s sessions" in gzip.decompress(packed.content).decode()
    assert len(packed.content) < 8_000 < len(plain.content)


def test_compressed_pages_of_one_text_differ_in_length(signed_in: Client) -> None:
    """Or what a stranger slips in could be told by it from what the page says (BREACH)."""
    lengths = {
        len(signed_in.get("/care/", headers={"accept-encoding": "gzip"}).content) for _ in range(9)
    }

    assert len(lengths) > 1
