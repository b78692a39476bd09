"""Random days of acts in bad weather, against a model: nothing is lost, nothing doubled.

Ticks, guided sessions and undos are done, in two tabs.
WALKS=300 walks on for longer than the few that each run takes.
"""

import os
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from accounts.models import User
from logbook.models import Session
from tests.browser.outbox import ready, sent
from tests.browser.people import sign_in
from tests.browser.until import until
from tests.make import SLUGS

WALKS = int(os.environ.get("WALKS", "12"))
WEATHER = ("fine", "gone", "lost", "locked", "portal", "half")

# The weather of each request to come: gone before it arrives, its answer lost or spoilt on the way.
WEATHER_SCRIPT = """
const real = window.fetch
window.weather = []
window.fetch = async (address, options = {}) => {
  if (options.method !== "POST") return real(address, options)
  const now = window.weather.shift() ?? "fine"
  if (now === "gone") throw new TypeError("Failed to fetch")
  if (now === "locked") return new Response("The tide is in.", {status: 503})
  if (now === "portal") return new Response("<h1>Hotel</h1>", {status: 200})
  const answer = await real(address, options)
  if (now === "lost") throw new TypeError("Failed to fetch")
  return now === "half" ? new Response((await answer.text()).slice(0, 20)) : answer
}
"""
# Presses the first such button in the row that is there to press; tells whether there was one.
PRESS = """([slug, what, weather]) => {
  window.weather.push(...weather)
  const row = document.querySelector(`li[data-exercise="${slug}"]`)
  const forms = [...row.querySelectorAll(`form[data-swaps=${what}]`)]
  const button = forms.find(form => !form.hidden)?.querySelector("button")
  button?.click()
  return Boolean(button)
}"""

# A session is over, and is sent.
END = """weather => {
  window.weather.push(...weather)
  document.querySelector("form[data-record]").requestSubmit()
}"""
IS_OUT = """location.pathname === "/today/"
  || !document.querySelector(".phase [data-in=kept]").hidden"""

# The button of the line, where there is one.
SEND_NOW = """() => {
  window.weather.length = 0
  document.querySelector("[data-part=send]:not([hidden])")?.click()
}"""

step = st.tuples(
    st.sampled_from(SLUGS),
    st.sampled_from(("record", "record", "record", "undo", "undo", "session")),
    st.lists(st.sampled_from(WEATHER), max_size=2),
    st.sampled_from(("", "", "", "reload", "other tab", "settle")),
)


@pytest.fixture
def pages(
    browser: Browser, browser_context_args: dict[str, Any], somebody: User, base_url: str
) -> Iterator[list[Page]]:
    """Two tabs of one person."""
    context = browser.new_context(**browser_context_args)
    context.add_init_script(WEATHER_SCRIPT)
    sign_in(context, somebody, base_url)
    yield [context.new_page(), context.new_page()]
    context.close()


def do_session(page: Page, slug: str, weather: list[str]) -> None:
    page.goto(f"/exercises/{slug}/session/")
    ready(page).evaluate(END, weather)
    until(page, IS_OUT)
    page.goto("/today/")
    ready(page)


def settle(page: Page) -> None:
    page.evaluate(SEND_NOW)
    sent(page)


@settings(
    max_examples=WALKS,
    deadline=None,
    derandomize="WALKS" not in os.environ,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=st.lists(step, min_size=3, max_size=9))
def test_what_was_done_is_recorded_once_whatever_the_weather(
    pages: list[Page], somebody: User, steps: list[tuple[str, str, list[str], str]]
) -> None:
    Session.objects.all().delete()
    page, other = pages
    page.goto("/today/")
    ready(page)
    done: Counter[str] = Counter()
    before = ""
    for slug, what, weather, then in steps:
        if f"{slug} {what}" == before:
            continue  # the same press within a breath is the same tap
        if what == "session":
            do_session(page, slug, weather)
            done[slug] += 1
            before = ""
        elif page.evaluate(PRESS, [slug, what, weather]):
            before = f"{slug} {what}"
            done[slug] += 1 if what == "record" else -1
        if then == "settle":
            settle(page)
        elif then:
            page = other if then == "other tab" else page
            page.goto("/today/")
            ready(page)
            before = ""
    settle(page)

    standing = Session.objects.of(somebody).values_list("exercise__slug", flat=True)
    assert Counter(standing) == +done
    shown = page.locator("li[data-exercise]").evaluate_all(
        "rows => rows.map(row => [row.dataset.exercise, Number(row.dataset.done)])"
    )
    assert +Counter(dict(shown)) == +done
