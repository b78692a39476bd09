"""What every test can ask for: the catalogue, a clock, a person, and a client signed in as them."""

import gc
import os
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

import hypothesis
import pytest
import time_machine
from django.apps import apps
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.db.models import Model
from django.test import Client
from pytest_django import DjangoDbBlocker, Settings

from accounts.models import User
from exercises.models import Exercise
from hosting.environment import cache as cache_setting
from tests.make import THURSDAY_MORNING, make_programme, make_user
from tests.redis_server import Redis, running

SLOW = {"redis", "live_server", "prepared"}

# A busy machine is no defect.
hypothesis.settings.register_profile("patient", hypothesis.settings.default, deadline=None)
hypothesis.settings.load_profile("patient")


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """One more than there are processors: while one waits for its browser, another has the time.

    None for a file or two: what a worker loads before its first test takes longer than these.
    """
    files = [arg for arg in config.args if Path(arg.partition("::")[0]).is_file()]
    return 0 if len(files) == len(config.args) < 3 else (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Fixtures that take seconds are slow, and so are examples by the hundred in a database."""
    for item in items:
        asked = {*getattr(item, "fixturenames", ())}
        has_rows = "db" in asked or item.get_closest_marker("django_db")
        has_examples = getattr(getattr(item, "obj", None), "is_hypothesis_test", False)
        if SLOW & asked or (has_rows and has_examples):
            item.add_marker(pytest.mark.slow)


def pytest_collection_finish() -> None:
    """What is loaded by now stays, and needs no looking through by the collector of garbage.

    That takes it a sixth of the time of a test that draws many pages.
    """
    gc.freeze()


def load_catalogue() -> None:
    call_command("loaddata", "exercises", verbosity=0)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """Every test with a database finds the real catalogue in it.

    Where no test that was chosen has one, pytest-django has made no tables.
    """
    with django_db_blocker.unblock():
        if connection.introspection.table_names():
            load_catalogue()


@pytest.fixture(scope="session")
def catalogue(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> list[list[Model]]:
    """Its rows by their tables. Putting them back takes a tenth of the time of loading them."""
    with django_db_blocker.unblock():
        tables = apps.get_app_config("exercises").get_models()
        return [list(table._base_manager.order_by("pk")) for table in tables]


@pytest.fixture
def transactional_db(catalogue: list[list[Model]], transactional_db: None) -> None:
    """As pytest-django's, which empties the tables, but with the catalogue and a fresh cache.

    Ask for this fixture (or for `live_server`, which does) where a test really commits.
    """
    for rows in catalogue:  # the first test finds them there
        type(rows[0])._base_manager.bulk_create(rows, ignore_conflicts=True)
    cache.clear()


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    """It is Thursday 19 November 2026, 9:00 in Berlin, until the test moves it."""
    with time_machine.travel(THURSDAY_MORNING, tick=False) as traveller:
        yield traveller


@pytest.fixture
def person(db: None, clock: time_machine.Traveller) -> User:
    """Somebody in Berlin who began on Monday 16 November 2026 with the article's programme."""
    user = make_user()
    make_programme(user=user)
    return user


@pytest.fixture
def circles(db: None) -> Exercise:
    return Exercise.objects.get(slug="ankle-circles")


@pytest.fixture
def client_of() -> Callable[[User], Client]:
    """A browser without script in which that person is signed in."""

    def sign_in(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return sign_in


@pytest.fixture
def signed_in(person: User, client_of: Callable[[User], Client]) -> Client:
    """`person`'s browser."""
    return client_of(person)


@pytest.fixture
def mail_server(settings: Settings) -> None:
    """The site can send mail, as `settings.py` makes it where EMAIL_URL is set."""
    # allauth leaves addresses out by these settings when it is first loaded: whichever test comes
    # first, they are those of a site without mail.
    import_module(settings.ROOT_URLCONF)
    settings.MAIL = {"EMAIL_HOST": "mail.example.org"}
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"
    settings.ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
    settings.ACCOUNT_LOGIN_BY_CODE_ENABLED = settings.ACCOUNT_EMAIL_NOTIFICATIONS = True
    settings.MFA_ALLOW_UNVERIFIED_EMAIL = False


@pytest.fixture
def redis(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Redis]:
    """Tries are counted in a Redis, as `settings.py` makes it where CACHE_URL is set."""
    with running() as redis:
        monkeypatch.setenv("CACHE_URL", redis.address)
        settings.CACHES = {"default": cache_setting.from_env("CACHE_URL")}
        yield redis


@pytest.fixture
def no_limits(settings: Settings) -> None:
    """As many tries as one likes, for tests that try many things."""
    settings.ACCOUNT_RATE_LIMITS = settings.MFA_RATE_LIMITS = False
