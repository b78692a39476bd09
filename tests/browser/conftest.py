"""A real browser on the running site: only loopback is open, and a complaint fails the test."""

import os
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, expect
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from tests import packages
from tests.browser import chromium, fonts
from tests.browser.console import complaints_of
from tests.browser.guided import PRESSES, TICK, Guided, address, length, phone
from tests.browser.people import sign_in, today, zone_at_noon
from tests.browser.site import manage, surroundings
from tests.make import make_programme, make_user

# Playwright keeps an event loop in the thread that Django's database is used from.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

expect.set_options(timeout=20_000)  # a busy machine is no defect


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.allow_hosts(["127.0.0.1", "::1"]))


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Any]:
    own_fonts = fonts.configure(tmp_path_factory.mktemp("fonts"))
    return {
        **browser_type_launch_args,
        "executable_path": chromium.get(),
        "args": list(chromium.FLAGS),
        "env": {**os.environ, "FONTCONFIG_FILE": str(own_fonts)},
    }


@pytest.fixture(scope="session")
def base_url(live_server: LiveServer) -> str:
    """Tests write page.goto("/today/")."""
    return live_server.url


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    # Moving costs a tenth of the time. What is about motion asks for it with the mark
    # `browser_context_args(reduced_motion="no-preference")`.
    return {
        **browser_context_args,
        "locale": "en-GB",
        "timezone_id": zone_at_noon(),
        "reduced_motion": "reduce",
        # A worker fills itself beside each first page. What is about it asks for it with the mark
        # `browser_context_args(service_workers="allow")`, or in `new_context`.
        "service_workers": "block",
    }


@pytest.fixture
def new_context(
    new_context: Callable[..., BrowserContext],
) -> Iterator[Callable[..., BrowserContext]]:
    """As Playwright's (`page` and `context` come from it), but the console must stay clean."""
    opened: list[list[str]] = []

    def watched(**options: Any) -> BrowserContext:
        context = new_context(**options)
        opened.append(complaints_of(context))
        return context

    yield watched
    assert [complaint for complaints in opened for complaint in complaints] == []


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of a site that is ready to start, to copy: to pack its files takes seconds.

    The first worker that needs it makes it for all of them.
    """
    folder = tmp_path_factory.getbasetemp()
    state = (folder if worker_id == "master" else folder.parent) / "prepared-site"
    with packages.one_at_a_time():
        if not state.exists():
            making = tmp_path_factory.mktemp("making")
            manage(surroundings(making), "prepare")
            making.rename(state)
    return state


@pytest.fixture
def somebody(transactional_db: None) -> User:
    """It is noon where they are, and they began three days ago with the article's programme."""
    first_day = today() - timedelta(days=3)
    user = make_user(time_zone=zone_at_noon(), first_day=first_day)
    make_programme(user=user, from_day=first_day)
    return user


@pytest.fixture
def somebody_is_here(context: BrowserContext, somebody: User, base_url: str) -> None:
    """`somebody` is signed in where `context` and `page` are."""
    sign_in(context, somebody, base_url)


@pytest.fixture
def guided(new_context: Callable[..., BrowserContext], somebody: User, base_url: str) -> Guided:
    """`somebody`'s phone, on which the clock of a session stands until the test moves it."""
    context = new_context(viewport={"width": 390, "height": 664})
    sign_in(context, somebody, base_url)
    return phone(context)


@pytest.fixture
def finished(guided: Guided) -> Guided:
    """A session of toe presses that came to its end just now."""
    guided.open(address(PRESSES)).start()
    guided.pass_(length(PRESSES))
    assert guided.shows(TICK)
    return guided
