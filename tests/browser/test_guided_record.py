"""How a guided session is recorded: asked for first, and once, as done or as far as it went."""

import pytest
from playwright.sync_api import expect

from tests.browser.guided import PRESSES as SLUG
from tests.browser.guided import TICK, Guided, address, kept, recorded

DONE = [(SLUG, "guided", 90)]
TODAY = "Today: 1 of 10 · Footcare"


@pytest.fixture
def stopped(guided: Guided) -> Guided:
    """In the second press, after 19 seconds."""
    guided.open(address(SLUG)).start()
    guided.pass_(19)
    guided.page.get_by_role("link", name="Stop", exact=True).click()
    assert guided.shows(TICK)
    return guided


def test_it_says_what_a_tick_will_make_of_the_day(finished: Guided) -> None:
    page = finished.page
    expect(page.get_by_text("Tick it off and that’s 1 of 10 today.")).to_be_visible()
    expect(page.get_by_role("img", name="this one will make 1")).to_be_visible()
    expect(page.get_by_role("link", name="Stop", exact=True)).to_be_hidden()


def test_pressing_twice_records_once(finished: Guided) -> None:
    finished.pass_(1)
    finished.page.get_by_role("button", name=TICK).dblclick()
    expect(finished.page).to_have_title(TODAY)

    assert recorded() == DONE


def test_after_a_reload_it_is_still_there_and_counts_once(finished: Guided) -> None:
    finished.page.reload()
    expect(finished.page.get_by_role("heading", name="Well done")).to_be_visible()
    assert finished.part("tell") == "That was all 10 presses."
    assert finished.asked() == []
    finished.tick()
    expect(finished.page).to_have_title(TODAY)

    assert recorded() == DONE
    assert kept(finished) == 0


def test_going_back_begins_anew_and_records_nothing_more(finished: Guided) -> None:
    finished.tick()
    expect(finished.page).to_have_title(TODAY)
    finished.page.go_back()
    expect(finished.page.get_by_role("button", name="I’m ready")).to_be_visible()

    assert recorded() == DONE


def test_a_finished_session_can_be_left_out(finished: Guided) -> None:
    finished.page.get_by_role("link", name="Don’t count it").click()
    expect(finished.page).to_have_title("Toe presses · Footcare")

    assert recorded() == []
    assert kept(finished) == 0


def test_whoever_stops_early_is_told_how_far_they_came_and_can_count_it(stopped: Guided) -> None:
    page = stopped.page
    expect(page.get_by_role("heading", name="Stop here?")).to_be_visible()
    expect(page.get_by_text("You stopped at")).to_be_visible()
    assert stopped.part("count") == "Press 2 of 10"
    assert stopped.part("status") == "Stop here? It can count, or you can leave it out."
    stopped.pass_(600)
    stopped.tick()
    expect(page).to_have_title(TODAY)

    assert recorded() == [(SLUG, "guided", 19)]


def test_whoever_stops_early_can_leave_it_out(stopped: Guided) -> None:
    stopped.page.get_by_role("link", name="Don’t count it").click()
    expect(stopped.page).to_have_title("Toe presses · Footcare")

    assert recorded() == []


def test_whoever_stops_early_can_go_on_after_all(stopped: Guided) -> None:
    stopped.press("Go on")

    assert stopped.at == ("Hold", "4", "Press 2 of 10")
    stopped.pass_(1)
    assert stopped.at == ("Hold", "3", "Press 2 of 10")
    assert recorded() == []


def test_before_the_start_there_is_nothing_to_ask(guided: Guided) -> None:
    guided.open(address(SLUG)).page.get_by_role("link", name="Stop", exact=True).click()

    expect(guided.page).to_have_title("Toe presses · Footcare")


def test_a_press_meant_for_pause_as_it_ended_records_nothing(finished: Guided) -> None:
    finished.press(TICK)
    finished.key("Enter")
    assert recorded() == []

    finished.tick()
    expect(finished.page).to_have_title(TODAY)
    assert recorded() == DONE


def test_before_the_first_press_there_is_nothing_to_ask_either(guided: Guided) -> None:
    guided.open(address(SLUG)).start()
    guided.pass_(3)
    guided.key("Escape")

    expect(guided.page).to_have_title("Toe presses · Footcare")
    assert recorded() == []


def test_whoever_skipped_all_of_it_is_not_praised_and_can_count_it(guided: Guided) -> None:
    guided.open(address(SLUG)).start()
    for _ in range(60):
        guided.key("ArrowRight")
    expect(guided.page.get_by_role("heading", name="Count this one?")).to_be_visible()
    assert guided.said[-1] == "You skipped all of it."
    assert kept(guided) == 1

    guided.tick()
    expect(guided.page).to_have_title(TODAY)
    assert recorded() == [(SLUG, "guided", 0)]


def test_whoever_skipped_all_of_it_is_first_asked_not_to_count_it(guided: Guided) -> None:
    guided.open(address(SLUG)).start()
    for _ in range(60):
        guided.key("ArrowRight")
    guided.page.reload()

    expect(guided.page.get_by_text("You skipped all of it.").first).to_be_visible()
    leave = guided.page.locator("guided-session .btn:visible").first
    expect(leave).to_have_accessible_name("Don’t count it")
    leave.click()
    expect(guided.page).to_have_title("Toe presses · Footcare")
    assert (recorded(), kept(guided)) == ([], 0)


def test_one_that_was_stopped_early_survives_a_reload_too(stopped: Guided) -> None:
    stopped.page.reload()
    expect(stopped.page.get_by_role("heading", name="Count this one?")).to_be_visible()
    stopped.tick()
    expect(stopped.page).to_have_title(TODAY)

    assert recorded() == [(SLUG, "guided", 19)]


def test_going_on_after_all_leaves_nothing_to_count_after_a_reload(stopped: Guided) -> None:
    stopped.press("Go on")
    stopped.page.reload()

    assert stopped.shows("Go on")
    assert stopped.part("count") == "Press 2 of 10"
