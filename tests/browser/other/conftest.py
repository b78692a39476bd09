"""Each of the other engines, started once, at a site that is new to it in each test."""

import os
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test import Client
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from tests.browser import fonts
from tests.browser.other import engines
from tests.browser.other.browser import Browser
from tests.browser.other.line import Line
from tests.browser.people import zone_at_noon

ENGINES = {"firefox": engines.firefox, "webkit": engines.webkit}
KEEPS = ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")


@pytest.fixture(scope="session", params=ENGINES)
def engine(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Browser]:
    engines.get(*engines.PACKAGES)
    home = tmp_path_factory.mktemp(request.param)
    environment = {
        **os.environ,
        **{name: str(home) for name in KEEPS},
        "FONTCONFIG_FILE": str(fonts.configure(home)),
        "LC_ALL": "C",
        "TZ": zone_at_noon(),
    }
    with ENGINES[request.param](home, environment) as driver:
        yield Browser(driver)


@pytest.fixture
def line(live_server: LiveServer) -> Iterator[Line]:
    with Line(live_server.thread.port) as line:
        yield line


@pytest.fixture
def browser_of(engine: Browser, line: Line) -> Iterator[Browser]:
    """The engine, in which nobody is signed in; what it complains of must be nothing."""
    engine.visit(f"http://localhost:{line.port}")
    yield engine
    complaints = engine.complaints()
    engine.leave()
    assert complaints == []


@pytest.fixture
def somebody_s(browser_of: Browser, somebody: User) -> Browser:
    """The engine, in which `somebody` is signed in."""
    client = Client()
    client.force_login(somebody)
    name = settings.SESSION_COOKIE_NAME
    browser_of.remember(name, client.cookies[name].value)
    return browser_of
