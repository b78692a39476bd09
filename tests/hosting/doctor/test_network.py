"""Names, forms, what a proxy has to say, and mail, as a host's settings make them."""

import ssl
from collections.abc import Callable
from smtplib import SMTPAuthenticationError, SMTPServerDisconnected

import pytest
from django.test import Client
from pytest_django import Settings

from hosting.doctor import network

LOCAL = ["localhost", "127.0.0.1", "[::1]"]
SITE = "https://foot.example.org"
NAMED = [*LOCAL, "foot.example.org"]
SMTP = "django.core.mail.backends.smtp.EmailBackend"


@pytest.mark.parametrize(
    ("allowed", "bind", "told"),
    [
        (LOCAL, "127.0.0.1", "Footcare answers to this machine only. To let others in, set SITE"),
        (NAMED, "127.0.0.1", "Footcare answers to foot.example.org, and to this machine."),
        ([*NAMED, "foot.example.org", ".a.org"], "0.0.0.0", "Footcare answers to .a.org, foot.ex"),  # noqa: S104
    ],
)
def test_names_that_people_can_use_are_well(allowed: list[str], bind: str, told: str) -> None:
    finding = network.hosts(allowed, bind)

    assert finding.is_well
    assert finding.sentence.startswith(told)


@pytest.mark.parametrize(
    ("allowed", "bind", "told"),
    [
        ([*NAMED, "*"], "127.0.0.1", "ALLOWED_HOSTS is *, so whoever asks chooses"),
        (LOCAL, "0.0.0.0", "BIND_ADDRESS is 0.0.0.0 and lets other machines in, but"),  # noqa: S104
    ],
)
def test_names_that_anybody_or_nobody_can_use_are_to_be_mended(
    allowed: list[str], bind: str, told: str
) -> None:
    finding = network.hosts(allowed, bind)

    assert not finding.is_well
    assert finding.sentence.startswith(told)


@pytest.mark.parametrize(
    ("url", "allowed", "told"),
    [
        ("", LOCAL, "forms are taken from whatever address Footcare was asked by. Behind a proxy"),
        (SITE, NAMED, f"forms are taken from SITE_URL, {SITE}."),
        (SITE, [*NAMED, "*"], f"forms are taken from SITE_URL, {SITE}."),
        (
            SITE,
            [*NAMED, "www.example.org"],
            f"forms are taken from SITE_URL, {SITE}; from www.example.org only where a proxy "
            "passes on the headers Host and X-Forwarded-Proto.",
        ),
    ],
)
def test_the_addresses_from_which_forms_are_taken_are_told(
    url: str, allowed: list[str], told: str
) -> None:
    finding = network.origins(url, allowed)

    assert finding.is_well
    assert finding.sentence.startswith(told)


@pytest.mark.parametrize(
    ("url", "bind", "told"),
    [
        (SITE, "0.0.0.0", "browsers come by https only."),  # noqa: S104
        ("", "127.0.0.1", "nothing leaves this machine."),
        ("", "localhost", "nothing leaves this machine."),
        ("http://[::1]:8000", "0.0.0.0", "nothing leaves this machine."),  # noqa: S104
    ],
)
def test_what_nobody_can_listen_to_is_well(url: str, bind: str, told: str) -> None:
    assert network.encryption(url, bind) == network.well("Encryption", told)


@pytest.mark.parametrize(
    ("url", "bind"),
    [("http://foot.example.org", "127.0.0.1"), ("", "192.168.1.2"), ("", "feet.example.org")],
)
def test_what_goes_through_a_network_by_http_is_to_be_mended(url: str, bind: str) -> None:
    finding = network.encryption(url, bind)

    assert not finding.is_well
    assert finding.sentence.endswith("set SITE_URL to the address with https://.")


@pytest.mark.parametrize(("debug", "url"), [(False, SITE), (True, "")])
def test_errors_are_well_hidden_or_shown_at_home_only(debug: bool, url: str) -> None:
    assert network.errors(debug, url, "127.0.0.1").is_well


@pytest.mark.parametrize(("url", "bind"), [(SITE, "127.0.0.1"), ("", "10.0.0.1")])
def test_errors_shown_to_anyone_are_to_be_hidden(url: str, bind: str) -> None:
    finding = network.errors(True, url, bind)

    assert not finding.is_well
    assert finding.sentence.endswith("Set DEBUG=0.")


@pytest.mark.parametrize(
    ("https", "count", "told"),
    [
        (False, 0, "no proxy is expected."),
        (True, 1, "1 proxy in front counts, and is believed where it comes from 10.0.0.0/8, ::1."),
        (True, 2, "2 proxies in front count, and the last is believed where it comes from 10.0.0"),
    ],
)
def test_a_proxy_that_is_counted_is_well(https: bool, count: int, told: str) -> None:
    finding = network.proxy_headers(https, count, ["10.0.0.0/8", "::1"])

    assert finding.is_well
    assert finding.sentence.startswith(told)


def test_a_proxy_that_is_not_counted_is_to_be() -> None:
    finding = network.proxy_headers(True, 0, ["127.0.0.1"])

    assert not finding.is_well
    assert "Set PROXY_COUNT to the number of proxies in front, mostly 1." in finding.sentence


def test_the_page_for_signing_in_tells_that_it_is_footcare(db: None) -> None:
    page = Client().get("/accounts/login/")

    assert network.judge_answer(SITE, page.status_code, "", page.content) == network.well(
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
    finding = network.judge_answer(SITE, status, location, b"<h1>It works!</h1>")

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

    (_, finding) = network.proxy()

    assert told in finding.sentence


def test_nothing_is_asked_where_people_type_no_address() -> None:
    assert [finding.about for finding in network.proxy()] == ["Proxy headers"]


@pytest.mark.enable_socket
def test_an_address_where_nothing_answers_is_told() -> None:
    finding = network.reached("http://127.0.0.1:1")

    assert not finding.is_well
    assert finding.sentence.startswith(
        "http://127.0.0.1:1 doesn't answer: Connection refused. Start Footcare and the proxy."
    )


@pytest.mark.enable_socket
def test_an_address_that_speaks_no_https_is_told(answering: Callable[..., str]) -> None:
    finding = network.reached(answering(status=200).replace("http://", "https://"))

    assert not finding.is_well
    assert "doesn't speak https. Give the proxy a certificate." in finding.sentence


def test_a_certificate_that_has_run_out_is_told() -> None:
    error = ssl.SSLCertVerificationError("certificate verify failed")
    error.verify_message = "certificate has expired"

    assert network.why_unreached(error) == (
        "its certificate is refused (certificate has expired). Renew it at the proxy."
    )


def test_an_answer_that_makes_no_sense_is_told_by_its_kind() -> None:
    assert network.why_unreached(TimeoutError()).startswith(
        "TimeoutError. Start Footcare and the proxy."
    )


def test_a_site_without_mail_is_well_and_says_what_it_cannot_do() -> None:
    (finding,) = network.mail()

    assert finding.is_well
    assert "forgotten passwords need you. To change that, set EMAIL_URL." in finding.sentence


@pytest.mark.usefixtures("mail_server")
def test_a_server_that_takes_mail_is_well(settings: Settings, mailoutbox: list[object]) -> None:
    settings.DEFAULT_FROM_EMAIL = "Ten Toes <toes@example.org>"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "mail.example.org", 587

    sender, server = network.mail()

    assert sender == network.well("Mail", "it comes from toes@example.org.")
    assert server == network.well("Mail", "mail.example.org, port 587, takes our mail.")
    assert mailoutbox == []


def test_a_sender_whom_servers_refuse_is_to_be_set() -> None:
    finding = network.mail_sender("footcare@localhost")

    assert not finding.is_well
    assert finding.sentence.endswith("Set MAIL_FROM to an address of yours.")


def test_mail_that_is_printed_is_not_sent(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"

    finding = network.mail_server()

    assert not finding.is_well
    assert finding.sentence == "it is printed and not sent. Set EMAIL_URL to a mail server."


@pytest.mark.enable_socket
def test_a_server_that_is_not_there_is_told(settings: Settings) -> None:
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = SMTP, "127.0.0.1", 1

    finding = network.mail_server()

    assert not finding.is_well
    assert finding.sentence == (
        "127.0.0.1, port 1, can't be used: Connection refused. Look at EMAIL_URL: its scheme, "
        "host and port."
    )


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (
            SMTPAuthenticationError(535, b"sam: quiet pebbles is wrong"),
            "it refuses our name or password. Look at both in EMAIL_URL.",
        ),
        (
            SMTPServerDisconnected("quiet pebbles"),
            "SMTPServerDisconnected. Look at EMAIL_URL: its scheme, host and port.",
        ),
        (TimeoutError(), "TimeoutError. Look at EMAIL_URL: its scheme, host and port."),
    ],
)
def test_a_refusal_is_told_without_the_servers_words(error: OSError, told: str) -> None:
    assert network.why_not_sent(error) == told
