"""All that is left today in one go: each session is recorded as it ends, and the next begins."""

import pytest
from playwright.sync_api import Route, expect

from accounts.models import User
from exercises.models import Exercise
from exercises.safety import STOP_RULE
from tests.browser.guided import BEAT, RUN, TICK, Guided, hide, length, recorded
from tests.browser.outbox import held

CIRCLES, PRESSES = "ankle-circles", "toe-presses"


@pytest.fixture
def begun(guided: Guided, somebody: User) -> Guided:
    """One session of circles and one of presses are left; the circles have begun."""
    targets = somebody.targets.all()
    targets.update(per_day=0)
    targets.filter(exercise__slug__in=[CIRCLES, PRESSES]).update(per_day=1)
    guided.open(RUN).start()
    guided.page.evaluate("window.stayed = true")
    assert guided.part("tell") == Exercise.objects.get(slug=CIRCLES).timeline()[0].tell
    return guided


def test_each_is_recorded_as_it_ends_and_the_next_begins_by_itself(begun: Guided) -> None:
    page = begun.page
    begun.pass_(length(CIRCLES))
    expect(page.get_by_role("heading", name="Well done")).to_be_visible()
    expect(page.get_by_text("It is ticked off by itself", exact=False).last).to_be_visible()
    expect(page.get_by_role("button", name=TICK)).to_be_hidden()
    begun.pass_(BEAT)
    position = Exercise.objects.get(slug=PRESSES).timeline(moving_over=30)[0]
    expect(page.get_by_role("heading", level=1)).to_have_accessible_name(position.show)
    assert recorded() == [(CIRCLES, "guided", round(length(CIRCLES)))]
    assert page.evaluate("stayed")
    assert begun.shows("Pause")
    assert begun.at == (position.show, "30", "Ankle circles ticked, 1 of 1.")
    assert begun.said[-1] == f"Ankle circles ticked, 1 of 1. {STOP_RULE} {position.say}"
    assert page.title() == "Toe presses, guided · Footcare"
    assert page.url.partition(RUN)[2].startswith("?just=")

    begun.pass_(30)
    assert begun.at[0] == "Get ready"
    begun.key(" ")  # only the session that is there now hears the keys
    assert begun.shows("Go on")
    begun.key(" ")
    begun.pass_(length(PRESSES, opens=False) + BEAT)
    expect(page).to_have_title("Today: 2 of 2 · Footcare")
    assert recorded()[1:] == [(PRESSES, "guided", round(30 + length(PRESSES, opens=False)))]


def test_where_work_was_skipped_it_asks_first(begun: Guided) -> None:
    begun.pass_(15)
    begun.press("Skip")
    assert begun.at[2] == "Circle 2 of 10"
    begun.pass_(length(CIRCLES))
    begun.pass_(60)
    assert begun.shows(TICK)
    expect(begun.page.get_by_role("heading", name="Count this one?")).to_be_visible()
    assert recorded() == []

    begun.tick()
    heading = begun.page.get_by_role("heading", name="Stand up")
    expect(heading).to_be_visible()
    assert [slug for slug, *_ in recorded()] == [CIRCLES]


def test_whoever_stops_leaves_for_today_and_what_was_recorded_stays(begun: Guided) -> None:
    begun.pass_(length(CIRCLES) + BEAT)
    expect(begun.page.get_by_role("heading", name="Stand up")).to_be_visible()
    begun.page.get_by_role("link", name="Stop", exact=True).click()

    expect(begun.page).to_have_title("Today: 1 of 2 · Footcare")
    assert [slug for slug, *_ in recorded()] == [CIRCLES]


def test_after_a_reload_the_next_one_waits_for_the_person(begun: Guided) -> None:
    begun.pass_(length(CIRCLES) + BEAT)
    expect(begun.page.get_by_role("heading", name="Stand up")).to_be_visible()
    begun.page.reload()

    assert begun.shows("Go on")
    assert begun.asked("say") == []
    assert begun.read == ["You were here. Go on when you are ready."]


def test_a_page_that_nobody_sees_neither_records_nor_begins_by_itself(begun: Guided) -> None:
    begun.pass_(length(CIRCLES) + 1)
    hide(begun.page)
    begun.pass_(600)
    assert recorded() == []

    hide(begun.page, hidden=False)
    begun.pass_(BEAT)
    expect(begun.page.get_by_role("heading", name="Stand up")).to_be_visible()
    assert [slug for slug, *_ in recorded()] == [CIRCLES]


def test_one_that_is_hidden_as_the_next_begins_waits_for_the_person(begun: Guided) -> None:
    waiting: list[Route] = []
    begun.page.route("**/sessions/", lambda route: waiting.append(route), times=1)
    begun.pass_(length(CIRCLES) + BEAT)
    expect(begun.page.locator("form[data-sending]")).to_be_attached()
    hide(begun.page)
    held(begun.page, waiting).continue_()

    expect(begun.page.get_by_role("button", name="Go on")).to_be_visible()
    begun.pass_(600)
    assert [slug for slug, *_ in recorded()] == [CIRCLES]


def test_between_two_of_a_run_the_phone_stays_awake(begun: Guided) -> None:
    begun.pass_(length(CIRCLES) + BEAT)
    expect(begun.page.get_by_role("heading", name="Stand up")).to_be_visible()

    assert {note["value"] for note in begun.asked("stayAwake")} == {True}
    assert "none" not in [note["value"] for note in begun.asked("playing")]


def test_whoever_stops_at_the_end_of_one_is_asked_after_all(begun: Guided) -> None:
    begun.pass_(length(CIRCLES) + 1)
    begun.key("Escape")
    assert begun.shows(TICK)
    begun.pass_(600)
    assert recorded() == []

    begun.tick()
    expect(begun.page.get_by_role("heading", name="Stand up")).to_be_visible()
    assert [slug for slug, *_ in recorded()] == [CIRCLES]


def test_whoever_stops_while_one_is_sent_finds_the_next_one_waiting(begun: Guided) -> None:
    waiting: list[Route] = []
    begun.page.route("**/sessions/", lambda route: waiting.append(route), times=1)
    begun.pass_(length(CIRCLES) + BEAT)
    expect(begun.page.locator("form[data-sending]")).to_be_attached()
    begun.key("Escape")
    held(begun.page, waiting).continue_()

    expect(begun.page.get_by_role("button", name="I’m ready")).to_be_visible()
    assert begun.asked() == []
    assert [slug for slug, *_ in recorded()] == [CIRCLES]


def test_a_run_comes_to_one_that_was_done_before_and_waits_to_be_sent(
    begun: Guided, somebody: User
) -> None:
    page = begun.page
    page.goto("/exercises/toe-presses/session/")
    begun.start().pass_(19)
    begun.key("Escape")
    begun.open(RUN).press("Start anew")
    begun.pass_(length(CIRCLES) + BEAT)

    expect(page.get_by_role("heading", name="Count this one?")).to_be_visible()
    assert begun.shows(TICK)
    assert begun.said[-1] == "Not all of it was done. It can count, or you can leave it out."
    assert begun.asked("stayAwake")[-1]["value"] is False
    begun.tick()
    expect(page).to_have_title("Today: 2 of 2 · Footcare")
    assert (PRESSES, "guided", 19) in recorded()


def test_a_round_says_where_it_is_and_ends_with_its_name(guided: Guided, somebody: User) -> None:
    somebody.targets.exclude(exercise__slug=PRESSES).update(per_day=0)
    somebody.targets.filter(exercise__slug=PRESSES).update(per_day=1)
    page = guided.open(f"{RUN}?round=morning").start().page
    expect(page.get_by_role("banner")).to_contain_text("Morning round, 1 of 1")
    guided.pass_(length(PRESSES))
    assert (
        guided.said[-1]
        == "Well done. That was all. Morning round done. It is ticked off by itself."
    )

    guided.pass_(BEAT)
    expect(page.get_by_role("heading", level=1)).to_have_text("Morning round done")
    page.get_by_role("link", name="To today").click()
    expect(page).to_have_title("Today: 1 of 1 · Footcare")
    expect(page.get_by_text("Toe presses ticked, 1 of 1.")).to_be_visible()


def test_the_next_begins_once_the_end_was_said_and_could_be_read(begun: Guided) -> None:
    begun.pass_(length(CIRCLES) + BEAT - 1)
    expect(begun.page.get_by_role("heading", name="Well done")).to_be_visible()
    begun.page.evaluate("globalThis.saying = true")
    begun.pass_(5)
    expect(begun.page.get_by_role("heading", name="Well done")).to_be_visible()
    assert recorded() == []

    begun.page.evaluate("globalThis.saying = false")
    begun.pass_(1)
    expect(begun.page.get_by_role("heading", name="Stand up")).to_be_visible()


def test_a_voice_that_never_says_it_is_over_holds_nothing_up_for_good(begun: Guided) -> None:
    begun.page.evaluate("globalThis.saying = true")
    begun.pass_(length(CIRCLES) + BEAT + 21)

    expect(begun.page.get_by_role("heading", name="Stand up")).to_be_visible()
