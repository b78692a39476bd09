"""What a proxy has to say, and what comes back from the address that people type."""

import ssl
from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import Settings

from footcare_site.doctor import proxy

SITE = "https://foot.example.org"


@pytest.mark.parametrize(
    ("https", "count", "told"),
    [
        (False, 0, "no proxy is expected."),
        (True, 1, "1 proxy in front counts, and is believed where it comes from 10.0.0.0/8, ::1."),
        (True, 2, "2 proxies in front count, and the last is believed where it comes from 10.0.0"),
    ],
)
def test_a_proxy_that_is_counted_is_well(https: bool, count: int, told: str) -> None:
    finding = proxy.headers(https, count, ["10.0.0.0/8", "::1"])

    assert finding.is_well
    assert finding.sentence.startswith(told)


def test_a_proxy_that_is_not_counted_is_to_be() -> None:
    finding = proxy.headers(True, 0, ["127.0.0.1"])

    assert not finding.is_well
    assert "Set PROXY_COUNT to the number of proxies in front, mostly 1." in finding.sentence


def test_the_page_for_signing_in_tells_that_it_is_footcare(db: None) -> None:
    page = Client().get("/accounts/login/")

    assert proxy.judge(SITE, page.status_code, "", page.content) == proxy.well(
        "From outside", f"{SITE} leads here."
    )


@pytest.mark.parametrize(
    ("status", "location", "told"),
    [
        (301, f"{SITE}/accounts/login/", "round in circles, since Footcare doesn't hear that they"),
        (302, "https://elsewhere.example.org/", "on to https://elsewhere.example.org/. Set SITE_U"),
        (308, f"{SITE}.example.org/", "Set SITE_URL to where people end up."),
        (400, "", "by another name. The proxy must pass on the headers Host and X-Forwarded-Pr"),
        (301, "https://127.0.0.1:8000/accounts/login/", "by another name. The proxy must pass on"),
        (502, "", "answers 502. Start Footcare, and see that the proxy leads to 127.0.0.1, port 8"),
        (404, "", "isn't Footcare (404). See that the name leads to this machine"),
        (200, "", "isn't Footcare (200). See that the name leads to this machine"),
    ],
)
def test_each_wrong_answer_names_what_to_mend(status: int, location: str, told: str) -> None:
    finding = proxy.judge(SITE, status, location, b"<h1>It works!</h1>")

    assert not finding.is_well
    assert told in finding.sentence


@pytest.mark.enable_socket
@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ({"status": 200, "body": b"<input name=csrfmiddlewaretoken>"}, "leads here."),
        ({"status": 301, "location": "{here}/accounts/login/"}, "X-Forwarded-Proto"),
        ({"status": 301, "location": "https://a.org/"}, "sends browsers on to https://a.org/."),
    ],
)
def test_the_address_that_people_type_is_really_asked(
    answering: Callable[..., str], settings: Settings, answer: dict[str, object], told: str
) -> None:
    settings.SITE_URL = answering(**answer)

    (_, finding) = proxy.findings()

    assert told in finding.sentence


def test_nothing_is_asked_where_people_type_no_address() -> None:
    assert [finding.about for finding in proxy.findings()] == ["Proxy headers"]


@pytest.mark.enable_socket
def test_an_address_where_nothing_answers_is_told() -> None:
    finding = proxy.reached("http://127.0.0.1:1")

    assert not finding.is_well
    assert finding.sentence.startswith(
        "http://127.0.0.1:1 doesn't answer: Connection refused. Start Footcare and the proxy."
    )


@pytest.mark.enable_socket
def test_an_address_that_speaks_no_https_is_told(answering: Callable[..., str]) -> None:
    finding = proxy.reached(answering(status=200).replace("http://", "https://"))

    assert not finding.is_well
    assert "doesn't speak https. Give the proxy a certificate." in finding.sentence


def test_a_certificate_that_has_run_out_is_told() -> None:
    error = ssl.SSLCertVerificationError("certificate verify failed")
    error.verify_message = "certificate has expired"

    assert proxy.why(error) == (
        "its certificate is refused (certificate has expired). Renew it at the proxy."
    )


def test_an_answer_that_makes_no_sense_is_told_by_its_kind() -> None:
    assert proxy.why(TimeoutError()).startswith("TimeoutError. Start Footcare and the proxy.")
