"""What the start says. (A real gunicorn answers in tests/browser.)"""

from types import SimpleNamespace

import pytest
from pytest_django import Settings

from footcare_site import serving


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("", "http://127.0.0.1:8000"),
        ("http://foot.example.org", "http://127.0.0.1:8000"),
        (
            "https://foot.example.org",
            "http://127.0.0.1:8000; people reach it at https://foot.example.org",
        ),
    ],
)
def test_the_start_names_the_address_that_people_type(
    settings: Settings, capsys: pytest.CaptureFixture[str], address: str, told: str
) -> None:
    settings.SITE_URL, settings.HTTPS = address, address.startswith("https")

    serving.when_ready(SimpleNamespace(LISTENERS=[]))

    assert capsys.readouterr().out == f"Footcare is at {told} - stop it with Ctrl+C.\n"
