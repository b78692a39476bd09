"""Where a form or a link leads on to: never to another site, whatever the address asks for."""

from urllib.parse import urlsplit

import pytest
from django.test import Client

from accounts.models import User
from tests.addresses import ADDRESSES, undone
from tests.attacks.rows import everything
from tests.make import PASSWORD

ELSEWHERE = (
    "https://elsewhere.example.org/",
    "//elsewhere.example.org/",
    "///elsewhere.example.org",
    "/\\elsewhere.example.org",
    "\\\\elsewhere.example.org",
    "https:elsewhere.example.org",
    "http:///elsewhere.example.org",
    "/%09/elsewhere.example.org",
    "\t//elsewhere.example.org",
    "javascript:alert(1)",
    "data:text/html,hello",
    "https://testserver@elsewhere.example.org/",
    "https://testserver.elsewhere.example.org/",
    "/today/\r\nLocation: https://elsewhere.example.org",
)


def leads_home(location: str) -> bool:
    parts = urlsplit(location)
    same_site = not parts.scheme and not parts.netloc and "\\" not in location.split("?")[0]
    return same_site and location.startswith("/") and not location.startswith("//")


@pytest.mark.parametrize("address", ELSEWHERE)
def test_signing_in_leads_to_a_page_of_ours(client: Client, person: User, address: str) -> None:
    sent = {"login": person.email, "password": PASSWORD, "next": address}

    response = client.post("/accounts/login/", sent)

    assert response.status_code == 302
    assert leads_home(response.headers["Location"])


@pytest.mark.slow
@pytest.mark.parametrize("method", ["get", "post"])
def test_no_page_leads_a_person_elsewhere(
    signed_in: Client, subtests: pytest.Subtests, method: str
) -> None:
    def led_to(path: str, address: str) -> str:
        asked = dict.fromkeys(("next", "page", "redirect", "return"), address)
        with undone(signed_in):
            response = getattr(signed_in, method)(path, asked if address else {})
        return str(response.headers.get("Location", "/"))

    for path in ADDRESSES:
        led = [led_to(path, address) for address in ("", "/care/", ELSEWHERE[0])]
        # A page that heeds neither of these two heeds no other spelling of elsewhere.
        if len({location.partition("?")[0] for location in led}) > 1:
            led += [led_to(path, address) for address in ELSEWHERE[1:]]
        with subtests.test(path):
            for location in led:
                assert leads_home(location) or location.startswith("?")


@pytest.mark.parametrize(
    "host",
    [
        "elsewhere.example.org",
        "testserver.elsewhere.example.org",
        "testserver@elsewhere.example.org",
        "",
        " ",
        "testserver\r\nX: y",
        "[::1",
        "xn--" + "a" * 300,
    ],
)
@pytest.mark.parametrize("path", ["/", "/today/", "/accounts/login/", "/accounts/password/reset/"])
def test_a_host_that_is_not_ours_is_refused_with_a_sentence(
    signed_in: Client, path: str, host: str
) -> None:
    signed_in.raise_request_exception = False
    before = everything()

    response = signed_in.post(path, {"email": "sam@example.org"}, HTTP_HOST=host)

    assert response.status_code == 400
    assert "elsewhere" not in response.content.decode()
    assert everything() == before


@pytest.mark.parametrize(
    "header",
    ["X-Forwarded-Host", "X-Forwarded-Server", "X-Original-URL", "X-Rewrite-URL", "Forwarded"],
)
def test_no_header_changes_which_site_or_page_this_is(signed_in: Client, header: str) -> None:
    told = signed_in.get("/today/", headers={header: "elsewhere.example.org/admin/"})
    plain = signed_in.get("/today/")

    assert told.status_code == plain.status_code == 200
    assert "elsewhere" not in told.content.decode()
