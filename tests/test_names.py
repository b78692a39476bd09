"""What is told apart by eye is told apart by ear: a name is of one thing, and a cell has words."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

import pytest
import time_machine
from django.test import Client

from accounts.models import User
from exercises.care import NEEDS
from logbook.choices import Reason, Site
from tests.accounts.ways import add_passkey, confirm, sign_in, stranger
from tests.addresses import EXAMPLES, PAGES, undone
from tests.make import (
    ALL_SLUGS,
    MONDAY,
    THURSDAY_MORNING,
    make_days,
    make_example_week,
    make_pain,
    make_pause,
    make_programme,
    make_session,
    make_target,
    make_user,
    the_four,
)
from tests.names import Names
from tests.passkey import Device

LINUX = "Mozilla/5.0 (X11; Linux x86_64) Chrome/142.0.0.0 Safari/537.36"
MONDAY_MORNING = THURSDAY_MORNING - timedelta(days=3)
LONG_AGO = MONDAY - timedelta(days=500)
KEY = UUID(EXAMPLES["key"])
EXERCISES = [f"/exercises/{slug}/" for slug in ALL_SLUGS]
MORE_PAGES = [
    f"/today/?just={KEY}",
    f"/days/{MONDAY}/?just={KEY}",
    "/history/?weeks=52",
    "/report/?period=year",
    "/history/then-and-now/?then=4&now=4",
    f"/sessions/?exercise=toe-walking&day={MONDAY}&key={KEY}",
    "/nowhere/",
    *(f"/care/{need.slug}/" for need in NEEDS),
    *EXERCISES,
]
ALL = [*PAGES, *MORE_PAGES]
WITHOUT_WORDS = re.compile(r"[\s\d]*[/–—-][\s\d]*|\s*")


@pytest.fixture
def crowded(clock: time_machine.Traveller, db: None) -> User:
    """In their record there is all that a page lists, several of each, as alike as can be."""
    user = make_user(first_day=LONG_AGO, asks_during=True)
    make_programme(user=user, from_day=LONG_AGO)
    make_days(user=user, first=LONG_AGO, last=MONDAY, counts=lambda day: (day % 3, 1, 2, day % 2))
    make_example_week(user=user)
    make_session(user=user, exercise=the_four()[1], key=KEY, moment=MONDAY_MORNING)
    make_session(user=user, exercise=the_four()[1], moment=MONDAY_MORNING)
    for site in Site:
        noted = [MONDAY - timedelta(days=ago) for ago in range(0, 300, 2)]
        make_pain(user=user, site=site, values=dict.fromkeys(noted, 3))
    make_pause(user=user, first_day=MONDAY, last_day=MONDAY, reason=Reason.ILL, key=KEY)
    for ago in (100, 465, 465, 200):
        first = MONDAY - timedelta(days=ago)
        make_pause(user=user, first_day=first, last_day=first, reason=Reason.ILL)
    return user


@pytest.fixture
def sparse(clock: time_machine.Traveller, db: None) -> User:
    """They noted next to nothing, and for most of the time nothing was due."""
    user = make_user(email="alex@example.org", first_day=LONG_AGO, shows_rounds=True)
    make_programme(user=user, from_day=MONDAY - timedelta(days=90))
    for exercise in the_four():  # nothing is due from Tuesday on
        make_target(user=user, exercise=exercise, per_day=0, from_day=MONDAY + timedelta(days=1))
    for day in (LONG_AGO, MONDAY):
        make_session(user=user, exercise=the_four()[0], day=day)
    make_pain(user=user, site=Site.KNEE, values={MONDAY: 0, MONDAY - timedelta(days=40): 2})
    make_pain(user=user, site=Site.BACK, values={MONDAY - timedelta(days=2): 1})
    return user


@pytest.fixture
def laptop(crowded: User) -> Client:
    """One of three just like it in which they are signed in, with passkeys of one name."""
    browsers = [stranger(user_agent=LINUX) for _ in range(3)]
    for each in browsers:
        sign_in(each)
    for _ in range(2):
        confirm(browsers[0])
        add_passkey(browsers[0], Device())
    return browsers[0]


def names_on(client: Client) -> Iterator[tuple[str, Names]]:
    for path in ALL:
        with undone(client):
            response = client.get(path)
        if response.headers.get("Content-Type", "").startswith("text/html") and response.content:
            yield path, Names(path, response)


@pytest.fixture
def phone(sparse: User) -> Client:
    phone = stranger()
    phone.force_login(sparse)
    return phone


def test_one_name_on_a_page_means_one_thing(
    laptop: Client, phone: Client, subtests: pytest.Subtests
) -> None:
    for path, names in (found for each in (laptop, phone, stranger()) for found in names_on(each)):
        acts = defaultdict(set)
        for each in names.to_press():
            acts[each.tag, each.name].add(each.does)
        with subtests.test(path):
            assert {each: does for each, does in acts.items() if len(does) > 1 or not each[1]} == {}


def test_every_cell_of_a_table_has_words(
    laptop: Client, phone: Client, subtests: pytest.Subtests
) -> None:
    tables = 0
    for path, names in (found for each in (laptop, phone) for found in names_on(each)):
        cells = list(names.cells())
        tables += bool(cells)
        with subtests.test(path):
            assert [cell for cell in cells if WITHOUT_WORDS.fullmatch(cell)] == []
    assert tables > 15
