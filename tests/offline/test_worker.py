"""/worker.js: the name of this release, and what of it a device keeps for everybody."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from exercises.models import Exercise
from offline import shell
from tests.addresses import PAGES
from tests.page import Page
from tests.test_architecture import ROOT

ADDRESS = "/worker.js"
Told = dict[str, Any]


def told() -> Told:
    """What the worker is given."""
    line, call = Client().get(ADDRESS).content.decode().splitlines()
    assert line == 'import { serve } from "/static/js/worker/serve.js";'
    found: Told = json.loads(call.removeprefix("serve(").removesuffix(");"))
    return found


def asked_for(client: Client, path: str) -> set[str]:
    """The style sheets, scripts and pictures that a page names."""
    page = Page(client.get(path, follow=True))
    named = {element.get("src") or element.get("href") or "" for _, element in page.elements}
    return {address.partition("#")[0] for address in named if address.startswith("/static/")}


def test_it_is_a_script_that_is_asked_for_anew_each_time(db: None) -> None:
    response = Client().get(ADDRESS)

    assert response.status_code == 200
    assert response.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert response.headers["Cache-Control"] == "public, no-cache"
    assert response.cookies == {}
    assert Client().get(ADDRESS, headers={"if-none-match": response.headers["ETag"]}).content == b""


def test_it_is_the_same_for_everybody(signed_in: Client) -> None:
    assert signed_in.get(ADDRESS).content == Client().get(ADDRESS).content
    assert "no-store" not in signed_in.get(ADDRESS).headers["Cache-Control"]


def test_there_is_none_while_files_change_under_their_names(settings: Settings, db: None) -> None:
    settings.DEBUG = True

    assert Client().get(ADDRESS).status_code == 404


def test_each_page_of_the_shell_is_there_and_has_no_name_and_no_token(
    db: None, subtests: pytest.Subtests
) -> None:
    pages = told()["pages"]
    assert {"/", "/exercises/", "/exercises/toe-walking/", "/care/", "/care/safety/"} < {*pages}
    assert {"/install/", "/away/"} < {*pages}

    for path in pages:
        with subtests.test(path):
            response = Client().get(path)

            assert response.status_code == 200
            assert response.cookies == {}
            assert "csrfmiddlewaretoken" not in response.content.decode()
            assert "data-who" not in response.content.decode()


def test_each_file_of_the_shell_is_there(db: None, subtests: pytest.Subtests) -> None:
    for path in told()["files"]:
        with subtests.test(path):
            response = Client().get(path)

            assert response.status_code == 200
            response.close()


def test_each_file_that_a_page_asks_for_is_kept_but_the_phone_s_pictures(
    signed_in: Client, client: Client, subtests: pytest.Subtests
) -> None:
    kept = {*told()["files"], "/static/img/icon-180.png"}

    for path in PAGES:
        for who in (signed_in, client):
            with subtests.test(path):
                assert asked_for(who, path) - kept == set()


def test_each_style_sheet_and_script_is_kept_but_the_worker_s_own(db: None) -> None:
    sources = {
        f"/static/{path.relative_to(ROOT / 'static').as_posix()}"
        for kind in ("css", "js")
        for path in (ROOT / "static").rglob(f"*.{kind}")
    }
    worker = {path for path in sources if path.startswith("/static/js/worker/")}

    assert {path for path in told()["files"] if path.endswith(("css", "js"))} == sources - worker


def test_another_dose_is_another_release(db: None) -> None:
    before = told()["release"]
    assert told()["release"] == before

    Exercise.objects.filter(slug="toe-walking").update(bouts=4)

    assert told()["release"] != before


def test_another_number_for_emergencies_is_another_release(settings: Settings, db: None) -> None:
    before = told()["release"]

    settings.EMERGENCY_NUMBER = "144"

    assert told()["release"] != before


@pytest.mark.parametrize("name", ["templates/base.html", "static/js/x.js", "exercises/care.py"])
def test_another_file_is_another_release(settings: Settings, tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(parents=True)
    (tmp_path / name).write_text("before")
    settings.BASE_DIR = tmp_path
    before = shell.sources()

    (tmp_path / name).write_text("after")

    assert shell.sources() != before


def test_what_python_compiled_is_no_part_of_a_release(settings: Settings, tmp_path: Path) -> None:
    settings.BASE_DIR = tmp_path
    before = shell.sources()
    (tmp_path / "exercises").mkdir()

    (tmp_path / "exercises" / "care.cpython.pyc").write_bytes(b"compiled")

    assert shell.sources() == before
