"""Whether mail can be sent, told without a name or a password."""

from smtplib import SMTPAuthenticationError, SMTPServerDisconnected

import pytest
from pytest_django import Settings

from footcare_site.doctor import mail

SMTP = "django.core.mail.backends.smtp.EmailBackend"


def test_a_site_without_mail_is_well_and_says_what_it_cannot_do() -> None:
    (finding,) = mail.findings()

    assert finding.is_well
    assert "forgotten passwords need you. To change that, set EMAIL_URL." in finding.sentence


@pytest.mark.usefixtures("mail_server")
def test_a_server_that_takes_mail_is_well(settings: Settings, mailoutbox: list[object]) -> None:
    settings.DEFAULT_FROM_EMAIL = "Ten Toes <toes@example.org>"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "mail.example.org", 587

    sender, server = mail.findings()

    assert sender == mail.well("Mail", "it comes from toes@example.org.")
    assert server == mail.well("Mail", "mail.example.org, port 587, takes our mail.")
    assert mailoutbox == []


def test_a_sender_whom_servers_refuse_is_to_be_set() -> None:
    finding = mail.sender("footcare@localhost")

    assert not finding.is_well
    assert finding.sentence.endswith("Set MAIL_FROM to an address of yours.")


def test_mail_that_is_printed_is_not_sent(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"

    finding = mail.server()

    assert not finding.is_well
    assert finding.sentence == "it is printed and not sent. Set EMAIL_URL to a mail server."


@pytest.mark.enable_socket
def test_a_server_that_is_not_there_is_told(settings: Settings) -> None:
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = SMTP, "127.0.0.1", 1

    finding = mail.server()

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
    assert mail.why(error) == told
