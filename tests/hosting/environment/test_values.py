"""A value that a host sets: a right one counts, a wrong one is a sentence with its name."""

from collections.abc import Callable

import pytest
from django.core.exceptions import ImproperlyConfigured

from hosting.environment import values


@pytest.mark.parametrize("value", ["1", "true", "YES", " on "])
def test_switch_is_on(given: Callable[[str], str], value: str) -> None:
    assert values.switch(given(value)) is True


@pytest.mark.parametrize("value", ["0", "false", "NO", "off"])
def test_switch_is_off(given: Callable[[str], str], value: str) -> None:
    assert values.switch(given(value), default=True) is False


def test_switch_left_empty_keeps_its_default(given: Callable[[str], str]) -> None:
    assert values.switch(given(" "), default=True) is True


@pytest.mark.parametrize(("value", "number"), [("1", 1), ("65535", 65535), ("", 8000)])
def test_whole_number_within_its_bounds(
    given: Callable[[str], str], value: str, number: int
) -> None:
    assert values.whole_number(given(value), default=8000, least=1, most=65535) == number


@pytest.mark.parametrize("value", ["0", "65536", "-1", "8000.0", "eight", "８０００"])
def test_whole_number_outside_its_bounds_names_them(
    given: Callable[[str], str], value: str
) -> None:
    with pytest.raises(ImproperlyConfigured, match=r"^SETTING is .* from 1 to 65535\.$"):
        values.whole_number(given(value), default=8000, least=1, most=65535)


@pytest.mark.parametrize("value", ["Ten Toes", "Praxis Müller & Co., Köln", "f" * 60])
def test_title_is_a_name_in_one_line(given: Callable[[str], str], value: str) -> None:
    assert values.title(given(value), "") == value


@pytest.mark.parametrize("value", ["f" * 61, "Ten\nBcc: a@b.org", "<b>Ten", 'Ten "Toes"', "a\\b"])
def test_title_that_would_break_a_mails_head_is_refused(
    given: Callable[[str], str], value: str
) -> None:
    with pytest.raises(ImproperlyConfigured, match="Write a name of 60 characters at most"):
        values.title(given(value), "")
