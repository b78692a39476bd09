"""What the start says. (A real gunicorn answers in tests/browser.)"""

from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connections
from django.db.utils import load_backend
from pytest_django import Settings

from hosting import serving
from hosting.environment import databases


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


@pytest.fixture
def site_at() -> Iterator[Callable[[str], dict[str, Any]]]:
    """Its database is said to be at that address; the settings of its connections."""
    usual = connections["default"]

    def say(address: str) -> dict[str, Any]:
        settings = databases.from_url(address, "SETTING")
        settings = connections.configure_settings({"default": settings})["default"]
        connections["default"] = load_backend(str(settings["ENGINE"])).DatabaseWrapper(settings)
        return settings

    yield say
    connections["default"] = usual


def test_a_process_has_as_many_connections_as_threads(
    site_at: Callable[[str], dict[str, Any]],
) -> None:
    settings = site_at("postgres://sam@/feet")
    assert "pool" not in settings["OPTIONS"]  # what starts the site has one connection

    serving.post_fork(SimpleNamespace(), SimpleNamespace())

    assert settings["OPTIONS"]["pool"]["max_size"] == serving.threads
    assert settings["OPTIONS"]["pool"]["timeout"] == 2
    assert (settings["CONN_MAX_AGE"], settings["CONN_HEALTH_CHECKS"]) == (0, True)


def test_sqlite_needs_no_pool(site_at: Callable[[str], dict[str, Any]]) -> None:
    settings = site_at("sqlite:////nowhere/feet.sqlite3")

    serving.post_fork(SimpleNamespace(), SimpleNamespace())

    assert "pool" not in settings["OPTIONS"]
