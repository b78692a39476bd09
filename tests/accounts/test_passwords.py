"""What makes a password good enough, and the sentence where it isn't."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from accounts.models import User


def complaints(password: str) -> list[str]:
    try:
        validate_password(password, User(email="margit.olsen@example.org"))
    except ValidationError as error:
        return error.messages
    return []


@pytest.mark.parametrize("password", ["ten-quietx", "three plain words", "sparrow über 日本"])
def test_ten_characters_or_more_are_enough(password: str) -> None:
    assert complaints(password) == []


@pytest.mark.parametrize(
    ("password", "sentence"),
    [
        ("ten-quiet", "This has 9 characters. Add at least 1 more."),
        ("sparow", "This has 6 characters. Add at least 4 more."),
        ("ß", "This has 1 character. Add at least 9 more."),
    ],
)
def test_a_short_password_is_told_how_much_is_missing(password: str, sentence: str) -> None:
    assert complaints(password) == [sentence]


@pytest.mark.parametrize("password", [" " * 10, "\t\u3000" * 6])
def test_a_password_of_spaces_only_is_refused(password: str) -> None:
    assert complaints(password) == ["There are only spaces in this. Put some words between them."]
    assert complaints(f"{password}日本") == []


def test_a_password_like_the_email_is_refused() -> None:
    assert complaints("margit.olsen@example") == [
        "This is too much like your email address. Choose something else."
    ]


def test_a_common_password_is_refused() -> None:
    assert complaints("1234567890") == [
        "Many people use this one, so it is easy to guess. Choose something else."
    ]
