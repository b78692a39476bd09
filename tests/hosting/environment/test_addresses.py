"""Host names, networks and addresses that a host sets."""

from collections.abc import Callable

import pytest
from django.core.exceptions import ImproperlyConfigured

from hosting.environment import addresses


@pytest.mark.parametrize(
    ("value", "host"),
    [("", "127.0.0.1"), ("0.0.0.0", "0.0.0.0"), ("[::1]", "::1"), ("localhost", "localhost")],  # noqa: S104
)
def test_host_is_an_address_or_a_name(given: Callable[[str], str], value: str, host: str) -> None:
    assert addresses.host(given(value), "127.0.0.1") == host


@pytest.mark.parametrize("value", ["http://localhost", "localhost:8000", "a b", "-*-"])
def test_host_that_is_neither_is_refused(given: Callable[[str], str], value: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="^SETTING is .* such as 127"):
        addresses.host(given(value), "127.0.0.1")


def test_hosts_are_names_with_commas_between(given: Callable[[str], str]) -> None:
    assert addresses.hosts(given("a.org, .b.org,*,[::1],")) == ["a.org", ".b.org", "*", "[::1]"]


@pytest.mark.parametrize("value", ["https://a.org", "a.org b.org", "a.org/", "[a]"])
def test_hosts_with_more_than_a_name_are_refused(given: Callable[[str], str], value: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="^SETTING has .* Write names only"):
        addresses.hosts(given(f"fine.org,{value}"))


def test_networks_are_addresses_with_commas_between(given: Callable[[str], str]) -> None:
    assert addresses.networks(given("10.0.0.0/8, ::1"), "*") == ["10.0.0.0/8", "::1"]
    assert addresses.networks(given(""), "127.0.0.1,::1") == ["127.0.0.1", "::1"]


@pytest.mark.parametrize("value", ["proxy", "10.0.0.1/8", "10.0.0.256"])
def test_networks_that_are_none_are_refused(given: Callable[[str], str], value: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="^SETTING has .* Write addresses"):
        addresses.networks(given(value), "*")


@pytest.mark.parametrize(
    ("value", "address"),
    [
        ("", ""),
        ("https://foot.example.org", "https://foot.example.org"),
        ("http://localhost:8000/", "http://localhost:8000"),
        ("http://[::1]:8000", "http://[::1]:8000"),
    ],
)
def test_site_url_is_kept_without_its_slash(
    given: Callable[[str], str], value: str, address: str
) -> None:
    assert addresses.site_url(given(value)) == address


@pytest.mark.parametrize(
    "value",
    [
        "foot.example.org",
        "ftp://foot.example.org",
        "https://",
        "https://foot.example.org/app",
        "https://foot.example.org?a=1",
        "https://foot.example.org:65536",
        "https://[foot",
        "https://foot example.org",
        "https://foot,example.org",
    ],
)
def test_site_url_with_anything_else_is_refused(given: Callable[[str], str], value: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="^SETTING is .* without a path"):
        addresses.site_url(given(value))


@pytest.mark.parametrize("before", ["sam:secret@", "secret@", "@"])
def test_site_url_with_a_password_is_refused_and_not_shown(
    given: Callable[[str], str], before: str
) -> None:
    with pytest.raises(ImproperlyConfigured, match="^SETTING has a name or a pass") as refused:
        addresses.site_url(given(f"https://{before}foot.example.org"))

    assert "secret" not in str(refused.value)
