"""A session whose page isn't seen goes on by what can be heard, for whoever wants that."""

import pytest
from playwright.sync_api import expect

from tests.browser.guided import Guided, address, hide
from tests.browser.test_guided_controls import FLEXION, PRESS, last


def test_it_goes_on_unseen_for_whoever_wants_that(guided: Guided) -> None:
    guided.prefer(unseen=True).open(address(FLEXION)).start()
    assert last(guided, "begin")["headset"] is True  # what plays keeps the page awake
    hide(guided.page)
    guided.pass_(PRESS)
    assert guided.at[0] == "Press"
    assert last(guided, "playing") == "playing"

    guided.sleep(600)
    hide(guided.page, hidden=False)
    expect(guided.page.get_by_role("button", name="Go on")).to_be_visible()
    assert guided.said[-1] == "Paused. Take your time."


@pytest.mark.parametrize("who", ["reader", "nobody"])
def test_where_nothing_would_be_heard_it_pauses_unseen(guided: Guided, who: str) -> None:
    guided.prefer(unseen=True, who=who, tones=False).open(address(FLEXION)).start()
    hide(guided.page)

    expect(guided.page.get_by_role("button", name="Go on")).to_be_visible()
