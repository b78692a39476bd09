"""A guided session without an account: nothing is sent before a question."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from accounts.models import BrowserSession, User
from logbook.models import Session
from tests.addresses import EXAMPLES
from tests.browser.guided import PRESSES as SLUG
from tests.browser.guided import Guided, address, length, phone, recorded
from tests.browser.look import check
from tests.browser.people import today, zone_at_noon
from tests.make import NEWCOMER, PASSWORD, make_user

HOUR = 3600
JUST_DONE = f"""{{
    slug: "{SLUG}", key: "{EXAMPLES["key"]}", seconds: 90, state: "finished",
    ended: Date.now() - 60000,
}}"""
TOO_SHORT = "sparow"
QUESTION = "Keep this toe?"
SAME_TAP = 850  # milliseconds; before, a press was meant for what stood there until then

pytestmark = pytest.mark.usefixtures("transactional_db")


@pytest.fixture
def guided(new_context: Callable[..., BrowserContext]) -> Guided:
    """A stranger's phone, on which the clock of a session stands until the test moves it."""
    return phone(new_context(viewport={"width": 390, "height": 664}))


@pytest.fixture
def finished(guided: Guided) -> Guided:
    guided.page.goto(f"/exercises/{SLUG}/")
    guided.page.get_by_role("link", name="Try it now").click()
    guided.start()
    guided.pass_(length(SLUG))
    assert guided.shows(QUESTION)
    return guided


def in_browser(page: Page) -> list[str | int | None]:
    """The session that waits there, and how much the tab keeps."""
    page.wait_for_load_state()
    found: list[str | int | None] = page.evaluate(
        "[localStorage.getItem('guided-trial'), sessionStorage.length]"
    )
    return found


def ask(guided: Guided) -> Page:
    """On to the question, after a moment: a press at once is meant for what stood there before."""
    guided.pass_(1)
    guided.press(QUESTION)
    expect(guided.page.get_by_role("heading", name=QUESTION)).to_be_visible()
    return guided.page


def keep(page: Page, password: str = NEWCOMER["password1"]) -> None:
    page.get_by_label("Email").fill(NEWCOMER["email"])
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Keep it").click()


def kept() -> list[tuple[str, str, int | None]]:
    (session,) = Session.objects.select_related("user")
    assert session.user.time_zone == zone_at_noon()
    assert (session.user.email, session.day) == (NEWCOMER["email"], today())
    return recorded()


def test_from_the_exercise_s_page_to_the_toe_on_today(finished: Guided) -> None:
    page = ask(finished)
    expect(page.get_by_role("img", name="One of ten toes is filled")).to_be_visible()
    expect(page.get_by_label("Time zone")).to_be_hidden()
    keep(page)
    expect(page.get_by_text("Kept: Toe presses.")).to_be_visible()

    assert kept() == [(SLUG, "guided", 90)]
    assert in_browser(page) == [None, 0]
    page.get_by_role("link", name="Skip all").click()
    expect(page).to_have_title("Today: 1 of 10 · Footcare")


def test_no_thanks_leaves_nothing(finished: Guided) -> None:
    page = ask(finished)
    page.get_by_role("link", name="No, thanks").click()
    expect(page).to_have_title("Toe presses · Footcare")

    assert [*Session.objects.all(), *User.objects.all(), *BrowserSession.objects.all()] == []
    assert in_browser(page) == [None, 0]
    finished.open(address(SLUG))
    expect(page.get_by_role("button", name="I’m ready")).to_be_visible()


def test_no_thanks_on_the_player_leaves_nothing_either(finished: Guided) -> None:
    finished.page.get_by_role("link", name="No, thanks").click()
    expect(finished.page).to_have_title("Toe presses · Footcare")

    assert in_browser(finished.page) == [None, 0]
    assert not BrowserSession.objects.exists()


def test_it_waits_in_the_browser_also_when_the_tab_was_closed(finished: Guided) -> None:
    context = finished.page.context
    finished.page.close()
    again = Guided(context.new_page()).open(address(SLUG))
    expect(again.page.get_by_role("heading", name="Well done")).to_be_visible()
    keep(ask(again))
    expect(again.page.get_by_text("Kept: Toe presses.")).to_be_visible()

    assert kept() == [(SLUG, "guided", 90)]


def test_after_an_hour_it_is_forgotten(finished: Guided) -> None:
    finished.sleep(HOUR - 60)
    finished.page.reload()
    expect(finished.page.get_by_role("heading", name="Well done")).to_be_visible()
    finished.sleep(120)
    finished.page.reload()
    expect(finished.page.get_by_role("button", name="I’m ready")).to_be_visible()

    assert in_browser(finished.page) == [None, 0]


def test_whoever_asks_after_more_than_an_hour_is_told(finished: Guided) -> None:
    finished.sleep(HOUR + 60)
    finished.press(QUESTION)
    expect(finished.page.get_by_role("heading", name="More than an hour ago")).to_be_visible()

    assert not User.objects.exists()


def test_another_exercise_s_page_shows_nothing_of_it(finished: Guided) -> None:
    finished.open(address("ankle-circles"))

    expect(finished.page.get_by_role("button", name="I’m ready")).to_be_visible()


def test_a_reload_of_the_question_and_a_refused_password_lose_nothing(finished: Guided) -> None:
    page = ask(finished)
    page.reload()
    keep(page, TOO_SHORT)
    expect(page.get_by_role("heading", name="One thing to put right")).to_be_visible()
    expect(page.get_by_role("heading", name=QUESTION)).to_be_visible()
    expect(page.get_by_label("Time zone")).to_be_hidden()
    keep(page)
    expect(page.get_by_text("Kept: Toe presses.")).to_be_visible()

    assert kept() == [(SLUG, "guided", 90)]


def test_whoever_creates_an_account_by_another_way_is_reminded(finished: Guided) -> None:
    page = finished.page
    page.goto("/accounts/signup/")
    page.get_by_role("link", name="Keep it").click()
    keep(page)
    expect(page.get_by_text("Kept: Toe presses.")).to_be_visible()

    assert kept() == [(SLUG, "guided", 90)]


def test_an_account_that_is_there_gets_it_by_that_button_only(finished: Guided) -> None:
    sam = make_user(time_zone=zone_at_noon())
    page = ask(finished)
    page.get_by_role("link", name="I have an account").click()
    page.get_by_label("Email").fill(sam.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("heading", name=QUESTION)).to_be_visible()
    assert recorded() == []
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_text("Toe presses ticked")).to_be_visible()

    assert recorded() == [(SLUG, "guided", 90)]
    assert in_browser(page) == [None, 0]


def test_one_that_was_stopped_can_be_kept_as_well(guided: Guided) -> None:
    guided.open(address(SLUG)).start()
    guided.pass_(19)
    guided.page.get_by_role("link", name="Stop", exact=True).click()
    assert guided.shows(QUESTION)
    keep(ask(guided))
    expect(guided.page.get_by_text("Kept: Toe presses.")).to_be_visible()

    assert kept() == [(SLUG, "guided", 19)]


def test_without_script_it_is_kept_as_well(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/")
    page.get_by_role("link", name="Try it now: Toe presses").click()
    page.get_by_role("button", name="I’ve done it").first.click()
    page.get_by_label("Time zone").select_option(zone_at_noon())
    keep(page)
    expect(page.get_by_text("Kept: Toe presses.")).to_be_visible()

    assert kept() == [(SLUG, "tick", None)]


def test_the_question_and_the_end_are_accessible_and_fit(
    new_context: Callable[..., BrowserContext],
) -> None:
    page = new_context().new_page()
    page.goto(address(SLUG))
    page.evaluate(f"localStorage.setItem('guided-trial', JSON.stringify({JUST_DONE}))")
    page.reload()
    expect(page.get_by_role("heading", name="Well done")).to_be_visible()
    check(page)
    page.wait_for_timeout(SAME_TAP)
    page.get_by_role("button", name=QUESTION).click()
    expect(page.get_by_label("Email")).to_be_visible()
    check(page, in_all_pairs=True)
    keep(page, TOO_SHORT)
    expect(page.get_by_role("heading", name="One thing to put right")).to_be_visible()
    check(page)


def test_all_of_the_end_is_on_a_small_phone(finished: Guided) -> None:
    finished.page.set_viewport_size({"width": 360, "height": 640})

    for name in (QUESTION, "No, thanks"):
        role = "button" if name == QUESTION else "link"
        way = finished.page.get_by_role(role, name=name)
        expect(way).to_be_in_viewport(ratio=1)
