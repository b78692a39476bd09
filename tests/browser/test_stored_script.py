"""Script that is stored in each text a person can write: every page shows it, and none runs it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from allauth.mfa.models import Authenticator
from django.utils import timezone
from playwright.sync_api import BrowserContext, Page

from accounts.models import User
from exchange import importing
from exercises.models import Exercise
from logbook.domain.rounds import PARTS
from logbook.models import DayNote
from tests.addresses import EXAMPLES
from tests.browser.people import sign_in, today
from tests.browser.test_every_page import PERSONAL, on
from tests.exchange.records import ORDINARY, PROFILE, SESSION, written
from tests.make import make_session, prefer

TEXTS = (
    "<script>document.title = 'ran'</script>",
    "<img src=x onerror=\"document.title = 'ran'\">",
    "\"'><svg onload=document.title='ran'>",
    "</textarea></title><iframe srcdoc='<script>top.document.title=1</script>'>",
    "javascript:document.title='ran'",
    "{{ 7*7 }}{% debug %}${7*7}<%= 7*7 %>",
    '=HYPERLINK("https://elsewhere.example.org","click")',
    "<style>body{display:none}</style><base href=//x.org>",
)
FIT = [text for text in TEXTS if len(text) <= 50][:5]
WHERE = {"/settings/account/": set(TEXTS), "/settings/import/preview/": {*FIT, TEXTS[0]}}
RUNS = "script:not([src]), iframe, base, main style, [onerror], [onload], img[src=x]"


@pytest.fixture
def page(new_context: Callable[..., BrowserContext], somebody: User, base_url: str) -> Page:
    """Of somebody who has them wherever words go: notes, cues, passkeys, a file to take in."""
    key = UUID(EXAMPLES["key"])
    for number, text in enumerate(TEXTS):
        make_session(
            user=somebody,
            exercise=Exercise.objects.all()[number % 4],
            day=today(),
            note=text,
            key=key if number == 0 else None,
        )
    for day in (today(), today() - timedelta(days=1)):
        text = " ".join(TEXTS)
        DayNote.objects.create(user=somebody, day=day, text=text, recorded_at=timezone.now())
    cues = {f"{part}_cue": text for part, text in zip(PARTS, TEXTS, strict=False)}
    prefer(somebody, shows_rounds=True, **cues)
    for text in TEXTS:
        Authenticator.objects.create(
            user=somebody, type=Authenticator.Type.WEBAUTHN, data={"name": text}
        )
    sessions = [
        replace(SESSION, key=UUID(int=number), exercise=text)
        for number, text in enumerate(FIT, start=10)
    ]
    brought = replace(ORDINARY, profile=replace(PROFILE, email=TEXTS[0]), sessions=tuple(sessions))
    importing.keep(somebody, written(brought).encode(), now=timezone.now())
    context = new_context()
    sign_in(context, somebody, base_url)
    return context.new_page()


def test_it_is_text_on_every_page(page: Page, base_url: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    shown: set[str] = set()
    for path in [*map(on, PERSONAL), f"/sessions/{EXAMPLES['key']}/", "/report/?notes=on"]:
        page.goto(path)
        assert page.title() != "ran", path
        assert page.locator(RUNS).count() == 0, path
        words = page.locator("body").inner_text()
        told = {text for text in TEXTS if text in words}
        assert told == WHERE.get(path, told), path
        shown |= told

    page.get_by_label("Your name").fill(TEXTS[0])
    page.get_by_role("button", name="Show this report").click()
    assert page.locator(".report-name").inner_text() == TEXTS[0]
    assert shown == set(TEXTS)
    assert all(url.startswith(base_url) for url in asked)
