"""Names, forms' origins, encryption and errors, as a host's settings make them."""

import pytest

from footcare_site.doctor import addresses

LOCAL = ["localhost", "127.0.0.1", "[::1]"]
SITE = "https://foot.example.org"
NAMED = [*LOCAL, "foot.example.org"]


@pytest.mark.parametrize(
    ("allowed", "bind", "told"),
    [
        (LOCAL, "127.0.0.1", "Footcare answers to this machine only. To let others in, set SITE"),
        (NAMED, "127.0.0.1", "Footcare answers to foot.example.org, and to this machine."),
        ([*NAMED, "foot.example.org", ".a.org"], "0.0.0.0", "Footcare answers to .a.org, foot.ex"),  # noqa: S104
    ],
)
def test_names_that_people_can_use_are_well(allowed: list[str], bind: str, told: str) -> None:
    finding = addresses.hosts(allowed, bind)

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
    finding = addresses.hosts(allowed, bind)

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
    finding = addresses.origins(url, allowed)

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
    assert addresses.encryption(url, bind) == addresses.well("Encryption", told)


@pytest.mark.parametrize(
    ("url", "bind"),
    [("http://foot.example.org", "127.0.0.1"), ("", "192.168.1.2"), ("", "feet.example.org")],
)
def test_what_goes_through_a_network_by_http_is_to_be_mended(url: str, bind: str) -> None:
    finding = addresses.encryption(url, bind)

    assert not finding.is_well
    assert finding.sentence.endswith("set SITE_URL to the address with https://.")


@pytest.mark.parametrize(("debug", "url"), [(False, SITE), (True, "")])
def test_errors_are_well_hidden_or_shown_at_home_only(debug: bool, url: str) -> None:
    assert addresses.errors(debug, url, "127.0.0.1").is_well


@pytest.mark.parametrize(("url", "bind"), [(SITE, "127.0.0.1"), ("", "10.0.0.1")])
def test_errors_shown_to_anyone_are_to_be_hidden(url: str, bind: str) -> None:
    finding = addresses.errors(True, url, bind)

    assert not finding.is_well
    assert finding.sentence.endswith("Set DEBUG=0.")
