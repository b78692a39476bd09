"""What the settings make of a host's choices, seen from a start of their own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_documents import settings_that_are_read

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent.parent
KEPT = {"DATABASE_URL", "STATE_DIR", "FOOTCARE_CHROMIUM"}  # also these tests go by them


def settings_of(tmp_path: Path, names: list[str], **chosen: str) -> str:
    """The settings of those names, as a host's choices make them; nothing else is set."""
    unset = dict.fromkeys(settings_that_are_read(), "")
    environment = unset | {"PATH": os.environ["PATH"], "STATE_DIR": str(tmp_path)} | chosen
    program = f"from footcare_site.settings import *; print({', '.join(names)})"
    return subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()


@pytest.mark.parametrize(("address", "made"), [("console:", "mandatory True"), ("", "none False")])
def test_an_address_is_confirmed_by_a_code_where_mail_can_be_sent(
    tmp_path: Path, address: str, made: str
) -> None:
    names = ["ACCOUNT_EMAIL_VERIFICATION", "ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED"]

    assert settings_of(tmp_path, names, EMAIL_URL=address) == made


@pytest.mark.parametrize(
    ("address", "made"),
    [("https://foot.example.org", "True True"), ("http://foot.example.org", "False False")],
)
def test_cookies_are_for_https_only_where_it_is_spoken(
    tmp_path: Path, address: str, made: str
) -> None:
    names = ["SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE"]

    assert settings_of(tmp_path, names, SITE_URL=address) == made


def test_django_has_nothing_to_warn_of_where_https_is_spoken(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=ROOT,
        env={
            "PATH": os.environ["PATH"],
            "STATE_DIR": str(tmp_path),
            "SITE_URL": "https://foot.example.org",
        },
        capture_output=True,
        text=True,
    )

    assert ended.stderr == ""
    assert ended.stdout == "System check identified no issues (2 silenced).\n"
    assert ended.returncode == 0


@pytest.mark.parametrize(
    ("address", "made"),
    [("https://foot.example.org", "86400 True"), ("http://foot.example.org", "0 False")],
)
def test_https_is_remembered_for_a_day_and_only_where_it_is_spoken(
    tmp_path: Path, address: str, made: str
) -> None:
    names = ["globals().get('SECURE_HSTS_SECONDS', 0)", "SECURE_SSL_REDIRECT"]

    assert settings_of(tmp_path, names, SITE_URL=address) == made


def test_mails_and_apps_call_the_site_by_its_name(tmp_path: Path) -> None:
    names = ["MFA_TOTP_ISSUER", "DEFAULT_FROM_EMAIL"]

    assert settings_of(tmp_path, names) == 'Footcare "Footcare" <footcare@localhost>'
    assert settings_of(tmp_path, names, SITE_NAME="Ten Toes, Köln") == (
        'Ten Toes, Köln "Ten Toes, Köln" <footcare@localhost>'
    )


def test_what_a_developer_has_set_reaches_no_test() -> None:
    reached = {name for name in settings_that_are_read() - KEPT if os.environ.get(name) != ""}

    assert reached == set()


@pytest.mark.parametrize(
    "command", [["manage.py", "check"], ["-m", "gunicorn", "-c", "python:hosting.serving"]]
)
def test_a_wrong_setting_stops_the_start_with_one_line(tmp_path: Path, command: list[str]) -> None:
    wrong = {"PATH": os.environ["PATH"], "STATE_DIR": str(tmp_path), "PORT": "65536"}

    ended = subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=wrong, capture_output=True, text=True
    )

    assert ended.returncode == 1
    assert ended.stderr == (
        "Footcare can't start. PORT is “65536”. Set it to a whole number from 1 to 65535.\n"
    )
