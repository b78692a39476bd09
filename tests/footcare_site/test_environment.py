"""What a host sets: a right value counts, a wrong one is a sentence that names the setting."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from django.core.exceptions import ImproperlyConfigured

from footcare_site import environment

FILE = Path("/nowhere/footcare.sqlite3")


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], str]:
    """Set the variable SETTING."""

    def set_value(value: str) -> str:
        monkeypatch.setenv("SETTING", value)
        return "SETTING"

    return set_value


@pytest.mark.parametrize("value", ["1", "true", "YES", " on "])
def test_switch_is_on(given: Callable[[str], str], value: str) -> None:
    assert environment.switch(given(value)) is True


@pytest.mark.parametrize("value", ["0", "false", "NO", "off"])
def test_switch_is_off(given: Callable[[str], str], value: str) -> None:
    assert environment.switch(given(value), default=True) is False


def test_switch_left_empty_keeps_its_default(given: Callable[[str], str]) -> None:
    assert environment.switch(given(" "), default=True) is True


@pytest.mark.parametrize(("value", "number"), [("1", 1), ("65535", 65535), ("", 8000)])
def test_whole_number_within_its_bounds(
    given: Callable[[str], str], value: str, number: int
) -> None:
    assert environment.whole_number(given(value), default=8000, least=1, most=65535) == number


@pytest.mark.parametrize("value", ["0", "65536", "-1", "8000.0", "eight", "８０００"])
def test_whole_number_outside_its_bounds_names_them(
    given: Callable[[str], str], value: str
) -> None:
    with pytest.raises(ImproperlyConfigured, match=r"^SETTING is .* from 1 to 65535\.$"):
        environment.whole_number(given(value), default=8000, least=1, most=65535)


@pytest.mark.parametrize(
    ("value", "host"),
    [("", "127.0.0.1"), ("0.0.0.0", "0.0.0.0"), ("[::1]", "::1"), ("localhost", "localhost")],  # noqa: S104
)
def test_host_is_an_address_or_a_name(given: Callable[[str], str], value: str, host: str) -> None:
    assert environment.host(given(value), "127.0.0.1") == host


@pytest.mark.parametrize("value", ["http://localhost", "localhost:8000", "a b", "-*-"])
def test_host_that_is_neither_is_refused(given: Callable[[str], str], value: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="^SETTING is .* such as 127"):
        environment.host(given(value), "127.0.0.1")


def test_hosts_are_names_with_commas_between(given: Callable[[str], str]) -> None:
    assert environment.hosts(given("a.org, .b.org,*,[::1],")) == ["a.org", ".b.org", "*", "[::1]"]


@pytest.mark.parametrize("value", ["https://a.org", "a.org b.org", "a.org/", "[a]"])
def test_hosts_with_more_than_a_name_are_refused(given: Callable[[str], str], value: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="^SETTING has .* Write names only"):
        environment.hosts(given(f"fine.org,{value}"))


def test_networks_are_addresses_with_commas_between(given: Callable[[str], str]) -> None:
    assert environment.networks(given("10.0.0.0/8, ::1"), "*") == ["10.0.0.0/8", "::1"]
    assert environment.networks(given(""), "127.0.0.1,::1") == ["127.0.0.1", "::1"]


@pytest.mark.parametrize("value", ["proxy", "10.0.0.1/8", "10.0.0.256"])
def test_networks_that_are_none_are_refused(given: Callable[[str], str], value: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="^SETTING has .* Write addresses"):
        environment.networks(given(value), "*")


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
    assert environment.site_url(given(value)) == address


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
        environment.site_url(given(value))


@pytest.mark.parametrize("before", ["sam:secret@", "secret@", "@"])
def test_site_url_with_a_password_is_refused_and_not_shown(
    given: Callable[[str], str], before: str
) -> None:
    with pytest.raises(ImproperlyConfigured, match="^SETTING has a name or a pass") as refused:
        environment.site_url(given(f"https://{before}foot.example.org"))

    assert "secret" not in str(refused.value)


def test_folder_is_made_for_its_owner_only(given: Callable[[str], str], tmp_path: Path) -> None:
    made = environment.folder(given("a/b"), tmp_path / "var")

    assert made == tmp_path / "a" / "b"
    assert made.stat().st_mode & 0o777 == 0o700


def test_folder_that_is_a_file_is_refused(given: Callable[[str], str], tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(ImproperlyConfigured, match="^SETTING: .*/file can't be made"):
        environment.folder(given(str(tmp_path / "file")), tmp_path / "var")


def test_secret_key_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    first = environment.secret_key("SETTING", tmp_path / "key")

    assert environment.secret_key("SETTING", tmp_path / "key") == first
    assert len(first) >= 50
    assert (tmp_path / "key").stat().st_mode & 0o777 == 0o600


def test_secret_key_is_the_same_for_all_who_start_at_once(tmp_path: Path) -> None:
    starts = 8
    together = Barrier(starts)

    def start(_number: int) -> str:
        together.wait()
        return environment.secret_key("SETTING", tmp_path / "key")

    for _attempt in range(20):
        with ThreadPoolExecutor(starts) as threads:
            keys = set(threads.map(start, range(starts)))

        assert keys == {(tmp_path / "key").read_text()}
        (tmp_path / "key").unlink()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("length", [50, 51])
def test_secret_key_that_is_set_makes_no_file(
    given: Callable[[str], str], tmp_path: Path, length: int
) -> None:
    assert environment.secret_key(given("x" * length), tmp_path / "key") == "x" * length
    assert not (tmp_path / "key").exists()


def test_secret_key_that_is_short_is_refused(given: Callable[[str], str], tmp_path: Path) -> None:
    with pytest.raises(ImproperlyConfigured, match="^SETTING has 49 characters"):
        environment.secret_key(given("x" * 49), tmp_path / "key")


def test_secret_key_in_an_empty_file_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "key").touch()

    with pytest.raises(ImproperlyConfigured, match="/key is empty. Delete it"):
        environment.secret_key("SETTING", tmp_path / "key")


def test_secret_key_that_is_no_text_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "key").write_bytes(b"\xff\xfe\x00")

    with pytest.raises(ImproperlyConfigured, match="/key isn't text in UTF-8. Delete it"):
        environment.secret_key("SETTING", tmp_path / "key")


def test_secret_key_that_is_a_folder_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ImproperlyConfigured, match="is a folder and not a file. Move it away"):
        environment.secret_key("SETTING", tmp_path)


def test_database_is_a_file_that_takes_writers_in_turn() -> None:
    settings = environment.database("SETTING", FILE)

    assert settings["NAME"] == str(FILE)
    assert settings["OPTIONS"]["transaction_mode"] == "IMMEDIATE"  # type: ignore[index]


def test_database_can_be_another_file(given: Callable[[str], str]) -> None:
    settings = environment.database(given("sqlite:////elsewhere/feet.sqlite3"), FILE)

    assert settings["NAME"] == "/elsewhere/feet.sqlite3"
    assert settings["OPTIONS"]["transaction_mode"] == "IMMEDIATE"  # type: ignore[index]


def test_database_can_be_postgresql(given: Callable[[str], str]) -> None:
    settings = environment.database(given("postgres://sam:p%40ss@db:5433/feet"), FILE)

    assert settings["ENGINE"] == "django.db.backends.postgresql"
    assert settings["PASSWORD"] == "p@ss"
    assert settings["CONN_HEALTH_CHECKS"] is True


@pytest.mark.parametrize(
    "value",
    ["feet", "mysql://db/feet", "postgres://db:x/feet", "postgres://db:65536/feet",
     "postgres://db", "sqlite://:memory:", "postgres://[db/feet"],
)  # fmt: skip
def test_database_that_cannot_be_read_shows_how_to_write_it(
    given: Callable[[str], str], value: str
) -> None:
    with pytest.raises(ImproperlyConfigured, match="^SETTING can't be read. Write it as postgres"):
        environment.database(given(value), FILE)


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
    settings = environment.mail(given(value))

    assert settings["EMAIL_HOST"] == "mail.example.org"
    assert settings["EMAIL_PORT"] == port
    assert (settings["EMAIL_USE_TLS"], settings["EMAIL_USE_SSL"]) == (tls, ssl)


def test_mail_name_and_password_may_have_signs_in_them(given: Callable[[str], str]) -> None:
    settings = environment.mail(given("submission://sam%40a.org:p%23%2F@mail.a.org"))

    assert settings["EMAIL_HOST_USER"] == "sam@a.org"
    assert settings["EMAIL_HOST_PASSWORD"] == "p#/"


def test_mail_is_off_where_nothing_is_set_and_can_be_printed(given: Callable[[str], str]) -> None:
    assert environment.mail(given("")) == {}
    assert "console" in str(environment.mail(given("console://"))["EMAIL_BACKEND"])


@pytest.mark.parametrize(
    "value", ["mail.example.org", "imap://mail.example.org", "smtp://", "smtp://mail:x", "smtp://a:b#c@mail"]
)  # fmt: skip
def test_mail_that_cannot_be_read_shows_how_to_write_it(
    given: Callable[[str], str], value: str
) -> None:
    with pytest.raises(ImproperlyConfigured, match="^SETTING can't be read. Write it as submiss"):
        environment.mail(given(value))


@pytest.mark.parametrize("value", ["sam@example.org", "Ten Toes <sam@example.org>"])
def test_sender_may_have_a_name(given: Callable[[str], str], value: str) -> None:
    assert environment.sender(given(value), "") == value


def test_sender_without_an_address_is_refused(given: Callable[[str], str]) -> None:
    with pytest.raises(ImproperlyConfigured, match="^SETTING is “Ten Toes”. Write it as"):
        environment.sender(given("Ten Toes"), "")
