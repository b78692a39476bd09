"""A round by guided sessions while there is no network: it goes on, and all of it arrives once.

The browser complains in its console of what these tests break, so its console is not watched here.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from accounts.models import User
from exercises.models import Exercise
from logbook.models import Session
from tests.browser import kept
from tests.browser.guided import TICK, Guided, address, length
from tests.browser.kept import offline
from tests.browser.outbox import ready, sent
from tests.browser.people import sign_in, today
from tests.make import CIRCLES, FLEXION, PRESSES, WALKING, make_session

LEFT = (CIRCLES, PRESSES, WALKING)
TO_READ = 12  # seconds, enough for the end of each, and for that it was kept
TODAY_IS_KEPT = """async counted => (await (await caches.match("/today/")).text())
    .includes(`data-counted="${counted}"`)"""


@pytest.fixture
def guided(
    browser: Browser, browser_context_args: dict[str, Any], somebody: User, base_url: str
) -> Iterator[Guided]:
    """Today in rounds, three sessions left of the morning's; all that the device keeps is there.

    The one that is done is that which waits for the person at the other foot.
    """
    somebody.targets.all().update(per_day=1)
    band = Exercise.objects.get(slug=FLEXION)
    make_session(user=somebody, exercise=band, day=today(), round="morning")
    somebody.preferences.shows_rounds = True
    somebody.preferences.save()
    context = browser.new_context(**{**browser_context_args, "service_workers": "allow"})
    sign_in(context, somebody, base_url)
    page = context.new_page()
    page.goto("/today/")
    kept.whole(page)
    now = datetime.now(UTC)
    page.clock.install(time=now)
    page.clock.pause_at(now + timedelta(seconds=1))
    page.goto("/today/")
    ready(page)
    yield Guided(page)
    context.close()


def is_at(guided: Guided, slug: str, *, part: str = "morning") -> None:
    expect(guided.page).to_have_url(re.compile(re.escape(f"{address(slug)}?round={part}") + "$"))


def of_the_round(user: User) -> list[Session]:
    """But for the one that was done before."""
    return list(Session.objects.of(user).exclude(exercise__slug=FLEXION).order_by("recorded_at"))


def passes_until(guided: Guided, heading: str) -> None:
    """Second by second, as what is sent meanwhile takes its own time."""
    shown = guided.page.get_by_role("heading", name=heading)
    for _ in range(2 * TO_READ):
        guided.page.wait_for_timeout(50)
        if shown.is_visible():
            break
        guided.pass_(1)
    expect(shown).to_be_visible()


def goes_on(guided: Guided) -> None:
    """What ends is kept, and the next page comes once that was said."""
    passes_until(guided, "Kept on this device")
    guided.pass_(TO_READ)


def test_a_whole_round_goes_on_by_itself_and_is_recorded_once(
    guided: Guided, somebody: User
) -> None:
    page = guided.page
    with offline(page.context):
        page.get_by_role("link", name="Start this round").click()
        for slug in LEFT:
            is_at(guided, slug)
            guided.start()
            guided.pass_(length(slug))
            goes_on(guided)

        expect(page).to_have_url(re.compile("/today/$"))
        expect(page.get_by_text("Not sent yet: 3")).to_be_visible()
        expect(page).to_have_title("Today: 4 of 4 · Footcare")
        for slug in LEFT:
            row = page.locator(f"li[data-exercise={slug}]")
            expect(row).to_contain_text("Kept on this phone")
        assert Session.objects.count() == 1

    sent(page)
    rows = of_the_round(somebody)
    assert [(row.exercise.slug, row.round, row.day, row.source) for row in rows] == [
        (slug, "morning", today(), "guided") for slug in LEFT
    ]
    moments = [row.moment for row in rows if row.moment]
    assert len(moments) == 3
    assert moments == sorted(moments)


def test_where_the_network_goes_in_mid_run_it_goes_on_with_what_is_next(
    guided: Guided, somebody: User
) -> None:
    page = guided.page
    guided.open("/today/session/?round=morning").start()
    guided.pass_(length(CIRCLES))
    passes_until(guided, "Stand up")
    guided.pass_(2)
    kept.wait_for(page, lambda _: bool(page.evaluate(TODAY_IS_KEPT, 2)))

    with offline(page.context):
        guided.pass_(30 + length(PRESSES, opens=False))
        goes_on(guided)
        is_at(guided, WALKING)
        guided.awake()

    sent(page)
    assert [(row.exercise.slug, row.round) for row in of_the_round(somebody)] == [
        (CIRCLES, "morning"),
        (PRESSES, "morning"),
    ]


def test_one_that_ends_without_a_network_waits_on_today_and_is_undone_there(
    guided: Guided, somebody: User
) -> None:
    page = guided.page
    with offline(page.context):
        guided.open(address(PRESSES)).start()
        guided.pass_(length(PRESSES))
        expect(page.get_by_role("button", name=TICK)).to_be_visible()
        guided.tick()
        goes_on(guided)
        expect(page).to_have_url(re.compile("/today/$"))
        row = page.locator(f"li[data-exercise={PRESSES}]")
        expect(row).to_contain_text("Kept on this phone")
        row.get_by_role("button", name="Undo").click()
        expect(row).not_to_contain_text("Kept on this phone")

    sent(page)
    assert of_the_round(somebody) == []
    assert Session.objects.get(exercise__slug=PRESSES).undone_at


def test_the_next_round_opens_without_a_network_from_its_own_address(guided: Guided) -> None:
    with offline(guided.page.context):
        guided.page.goto("/today/session/")

        is_at(guided, CIRCLES, part="")
