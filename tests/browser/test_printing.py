"""On paper: the report is one A4 page whatever is in it, and so is a blank week; both in black."""

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone
from playwright.sync_api import BrowserContext, Page, expect

from accounts.models import User
from logbook.choices import SessionSource
from logbook.models import LONGEST_NOTE, Session
from logbook.recording import notes, pauses, programme
from logbook.recording.notes import Felt
from logbook.recording.pauses import NewPause
from logbook.recording.programme import TargetFigures
from tests.browser.look import check, sideways
from tests.browser.people import sign_in, today
from tests.make import prefer, the_four

A_YEAR = 364
PAPER = 695  # pixels of an A4 page within its margins
SITES = {"back": "", "knee": "left", "hip": "both", "foot": "right"}


@pytest.fixture
def eventful(somebody: User) -> User:
    """Twelve weeks with all that a report can show, and each at its longest.

    Their weeks begin on another weekday than the report, which has a part of a week on both ends.
    """
    first_day = today() - timedelta(days=A_YEAR)
    somebody.change(week_starts_on=6 if today().weekday() == 0 else 0)
    prefer(somebody, first_day=first_day)
    somebody.targets.update(from_day=first_day)
    now = timezone.now()
    exercises = the_four()
    Session.objects.bulk_create(
        Session(
            user=somebody,
            key=uuid4(),
            exercise=exercise,
            day=today() - timedelta(days=back),
            source=SessionSource.BACKFILL,
            recorded_at=now,
        )
        for back in range(1, 84)
        for exercise in exercises[: 1 + back % 4]
    )
    for back in range(1, 84):
        day = today() - timedelta(days=back)
        felt = {site: Felt(10 - back % 5, side) for site, side in SITES.items()}
        notes.note_pain(user=somebody, day=day, felt=felt, now=now)
        text = "Knee sore after a long walk, did the lying exercises only. " * 9
        notes.note_day(user=somebody, day=day, text=text[:LONGEST_NOTE], now=now)
    for number, reason in enumerate(["flare", "ill", "away", "rest", "flare", "ill"]):
        begin = today() - timedelta(days=80 - 12 * number)
        pauses.add(
            somebody,
            NewPause(
                key=uuid4(), first_day=begin, last_day=begin + timedelta(days=2), reason=reason
            ),
            now=now,
        )
    for back in (70, 40, 10):
        day = today() - timedelta(days=back)
        figures = TargetFigures(per_day=back // 10, repetitions=12, hold_seconds=7, rest_seconds=20)
        changes = dict.fromkeys(exercises, figures)
        programme.set_programme(somebody, changes, today=day)
    return somebody


@pytest.fixture
def page(new_context: Callable[..., BrowserContext], eventful: User, base_url: str) -> Page:
    context = new_context(viewport={"width": 390, "height": 844})
    sign_in(context, eventful, base_url)
    return context.new_page()


def pages(page: Page, to: Path) -> int:
    """How many A4 pages it prints on; the PDF is kept beside the test's other files."""
    page.pdf(path=to, format="A4", prefer_css_page_size=True, print_background=False)
    return len(re.findall(rb"/Type\s*/Page\b", to.read_bytes()))


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    "query",
    ["", "weeks=4&notes=on", "weeks=12&notes=on&name=" + "Margit+Example+" * 5],
)
def test_the_report_is_one_page_whatever_is_in_it(
    page: Page, eventful: User, tmp_path: Path, query: str, theme: str
) -> None:
    eventful.change(theme=theme)
    page.goto(f"/report/?{query}")
    expect(page.locator(".pains .chart")).to_have_count(4)

    assert pages(page, tmp_path / "report.pdf") == 1


@pytest.mark.parametrize("text", ["🦶" * LONGEST_NOTE, "W" * LONGEST_NOTE, "痛" * LONGEST_NOTE])
def test_the_report_is_one_page_with_the_widest_notes(
    page: Page, eventful: User, tmp_path: Path, text: str
) -> None:
    eventful.notes.update(text=text)
    page.goto("/report/?notes=on")
    page.get_by_label("Your name").fill("W" * 80)
    page.get_by_role("button", name="Show this report").click()
    expect(page.locator(".report-name")).to_have_text("W" * 80)

    assert pages(page, tmp_path / "report.pdf") == 1


CUT = """() => {
  const text = document.createRange()
  return [...document.querySelectorAll(".report :is(th, td)")].filter(cell => {
    text.selectNodeContents(cell)
    const [own, its] = [text.getBoundingClientRect(), cell.getBoundingClientRect()]
    const end = Math.min(its.right, cell.closest(".scroll").getBoundingClientRect().right)
    return own.left < its.left - 0.5 || own.right > end + 0.5
  }).map(cell => cell.textContent)
}"""


@pytest.mark.parametrize(
    ("width", "media"),
    [(390, "screen"), (360, "screen"), (PAPER, "print")],
)
def test_the_tables_of_the_report_are_whole(page: Page, width: int, media: Any) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    page.emulate_media(media=media)
    page.goto("/report/")
    expect(page.get_by_role("table")).to_have_count(2)

    assert sideways(page) == 0
    assert page.evaluate(CUT) == []


def test_a_blank_week_is_one_page(page: Page, eventful: User, tmp_path: Path) -> None:
    programme.set_programme(
        eventful, {exercise: TargetFigures(per_day=10) for exercise in the_four()}, today=today()
    )
    page.goto(f"/week/{today() + timedelta(days=7)}/sheet/")
    check(page)

    assert pages(page, tmp_path / "sheet.pdf") == 1


def test_print_is_black_on_white_in_the_dark_theme_too(page: Page, eventful: User) -> None:
    eventful.change(theme="dark")
    page.goto("/report/")
    page.emulate_media(media="print")

    style = "element => [getComputedStyle(element).color, getComputedStyle(element).stroke]"
    assert page.locator("h1").evaluate(style)[0] == "rgb(0, 0, 0)"
    assert page.locator("path.line").first.evaluate(style)[1] == "rgb(0, 0, 0)"
    body = page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
    assert body == "rgb(255, 255, 255)"
    expect(page.get_by_role("button", name="Print this page")).to_be_hidden()


def test_the_print_button_opens_the_browsers_dialogue(page: Page) -> None:
    page.add_init_script("window.print = () => { window.printed = true; }")
    page.goto("/report/")

    page.get_by_role("button", name="Print this page").click()

    assert page.evaluate("window.printed")


def test_without_script_there_is_no_print_button(
    new_context: Callable[..., BrowserContext], eventful: User, base_url: str
) -> None:
    context = new_context(java_script_enabled=False)
    sign_in(context, eventful, base_url)
    page = context.new_page()
    page.goto("/report/")

    expect(page.get_by_role("heading", level=1)).to_have_text("Foot exercise report")
    expect(page.get_by_role("button", name="Print this page")).to_be_hidden()


@pytest.mark.parametrize("query", ["weeks=12&notes=on", "weeks=7"])
def test_the_report_in_each_state_is_accessible(page: Page, query: str) -> None:
    page.goto(f"/report/?{query}")

    check(page)
