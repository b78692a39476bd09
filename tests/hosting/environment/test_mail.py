"""The mail server and the addresses that a host names."""

from collections.abc import Callable

import pytest
from django.core.exceptions import ImproperlyConfigured

from hosting.environment import mail


@pytest.mark.parametrize(
    ("value", "port", "tls", "ssl"),
    [
        ("smtp://mail.example.org", 25, False, False),
        ("submission://mail.example.org", 587, True, False),
        ("smtps://mail.example.org", 465, False, True),
        ("smtps://mail.example.org:4650", 4650, False, True),
    ],
)
def test_mail_goes_out_as_the_scheme_says(
    given: Callable[[str], str], value: str, port: int, tls: bool, ssl: bool
) -> None:
    settings = mail.from_env(given(value))

    assert settings["EMAIL_HOST"] == "mail.example.org"
    assert settings["EMAIL_PORT"] == port
    assert (settings["EMAIL_USE_TLS"], settings["EMAIL_USE_SSL"]) == (tls, ssl)


def test_mail_name_and_password_may_have_signs_in_them(given: Callable[[str], str]) -> None:
    settings = mail.from_env(given("submission://sam%40a.org:p%23%2F@mail.a.org"))

    assert settings["EMAIL_HOST_USER"] == "sam@a.org"
    assert settings["EMAIL_HOST_PASSWORD"] == "p#/"


def test_mail_is_off_where_nothing_is_set_and_can_be_printed(given: Callable[[str], str]) -> None:
    assert mail.from_env(given("")) == {}
    assert "console" in str(mail.from_env(given("console://"))["EMAIL_BACKEND"])


@pytest.mark.parametrize(
    "value", ["mail.example.org", "imap://mail.example.org", "smtp://", "smtp://mail:x", "smtp://a:b#c@mail"]
)  # fmt: skip
def test_mail_that_cannot_be_read_shows_how_to_write_it(
    given: Callable[[str], str], value: str
) -> None:
    with pytest.raises(ImproperlyConfigured, match="^SETTING can't be read. Write it as submiss"):
        mail.from_env(given(value))


@pytest.mark.parametrize(
    ("value", "made"),
    [
        ("", ""),
        ("sam@example.org", "mailto:sam@example.org"),
        ("mailto:sam@example.org", "mailto:sam@example.org"),
        ("https://example.org/report?a=b", "https://example.org/report?a=b"),
    ],
)
def test_contact_is_an_address_to_write_to_or_a_page(
    given: Callable[[str], str], value: str, made: str
) -> None:
    assert mail.contact(given(value)) == made


@pytest.mark.parametrize(
    "value", ["sam", "http://example.org/", "https://", "https://[", "sam@example.org\nA: b"]
)
def test_contact_that_cannot_be_reached_is_refused(given: Callable[[str], str], value: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="(?s)^SETTING is “.*”. Write an email"):
        mail.contact(given(value))


@pytest.mark.parametrize("value", ["sam@example.org", "Ten Toes <sam@example.org>"])
def test_sender_may_have_a_name(given: Callable[[str], str], value: str) -> None:
    assert mail.sender(given(value), "") == value


def test_sender_without_an_address_is_refused(given: Callable[[str], str]) -> None:
    with pytest.raises(ImproperlyConfigured, match="^SETTING is “Ten Toes”. Write it as"):
        mail.sender(given("Ten Toes"), "")
