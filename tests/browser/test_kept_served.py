"""The worker on the site as it is served: files under hashed names, and what the device loads."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser import kept
from tests.browser.kept import offline
from tests.browser.site import manage, served, surroundings

pytestmark = pytest.mark.browser_context_args(service_workers="allow")

MOST = 12_000  # bytes that a device loads of the outbox, the worker, and what registers it
SCRIPTS = ("js/outbox/", "js/worker/", "js/kept.js")


def test_today_opens_from_the_device(
    new_context: Callable[..., BrowserContext], prepared: Path, tmp_path: Path
) -> None:
    environment = surroundings(shutil.copytree(prepared, tmp_path / "state"))
    password = manage(environment, "demo").split()[-1]
    context = new_context()
    page = context.new_page()
    with served(environment) as port:
        address = f"http://127.0.0.1:{port}"
        page.goto(f"{address}/accounts/login/?next=/today/")
        page.fill("[name=login]", "demo@example.org")
        page.fill("[name=password]", password)
        page.press("[name=password]", "Enter")
        page.wait_for_url("**/today/")
        kept.whole(page)

    with offline(context):
        page.goto(f"{address}/today/")

        expect(page.locator(".as-of time")).not_to_be_empty()
        page.goto(f"{address}/exercises/toe-walking/session/")
        page.get_by_role("button", name="I’m ready").click()
        expect(page.locator(".pacer")).to_be_visible()


def test_worker_and_outbox_are_small(prepared: Path) -> None:
    served = prepared / "static"
    names = json.loads((served / "staticfiles.json").read_text())["paths"]

    packed = {
        source: (served / f"{name}.br").stat().st_size
        for source, name in names.items()
        if source.startswith(SCRIPTS)
    }

    assert {"js/outbox/send.js", "js/worker/serve.js", "js/kept.js"} <= packed.keys()
    assert sum(packed.values()) < MOST, packed
