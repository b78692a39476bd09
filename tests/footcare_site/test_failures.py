"""The pages for when something went wrong: own words, own look, and nothing needed to draw them."""

import logging
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import BadRequest, PermissionDenied
from django.core.management import call_command
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import include, path
from django.views.decorators.http import require_POST
from pytest_django import Settings

from accounts.models import User
from exercises.templatetags.look import sprite
from footcare_site import failures
from logbook.templatetags.pieces import drawn
from tests.page import Page

urls = import_module(settings.ROOT_URLCONF)
PAGES = [file.stem for file in sorted(Path("templates/failures").glob("[!_]*.html"))]


@login_not_required
def breaks(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("a hole")


def blurs(request: HttpRequest) -> HttpResponse:
    raise BadRequest


def refuses(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied


urlpatterns = [
    path("breaks/", breaks),
    path("blurs/", blurs),
    path("refuses/", refuses),
    path("turns/", require_POST(refuses)),
    path("hurries/", failures.too_many_tries),
    path("", include(urls)),
]
handler400, handler403, handler404 = urls.handler400, urls.handler403, urls.handler404
handler500 = urls.handler500


@pytest.mark.parametrize("name", PAGES)
def test_a_failure_page_needs_no_request_and_no_database(name: str) -> None:
    page = Page(failures.answer(name, 500))

    assert len(page.find("h1")) == 1
    assert page.find("a", href="/today/")
    assert page.words.count("· Footcare") == 1
    assert not page.find("script")
    assert not [tag for tag, attributes in page.elements if tag == "style" or "style" in attributes]


@pytest.mark.parametrize("name", PAGES)
def test_a_failure_page_links_the_style_sheets_under_their_stored_names(
    name: str, settings: Settings, static_files: Path
) -> None:
    page = Page(failures.answer(name, 500))

    (base,) = [
        link["href"]
        for link in page.find("link", rel="stylesheet")
        if link["href"].startswith("/static/css/base.")
    ]
    assert base != "/static/css/base.css"
    assert (static_files / base.removeprefix("/static/")).exists()


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("static")


@pytest.fixture
def static_files(settings: Settings, collected: Path) -> Iterator[Path]:
    """Static files as they are stored in real life; collected once for all pages."""
    forget()
    settings.STATIC_ROOT = collected
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "hosting.staticfiles.HashedStaticFilesStorage"}
    }
    if not any(collected.iterdir()):
        call_command("collectstatic", interactive=False, verbosity=0)
    yield collected
    forget()


def forget() -> None:
    """What a process remembers, as static files keep their names while it runs."""
    sprite.cache_clear()
    drawn.cache_clear()


@pytest.mark.parametrize(
    "address", ["/nowhere/", "/week/2026-02-30/", "/days/0000-01-01/", "/exercises/toe-dance/"]
)
def test_an_address_that_does_not_exist_leads_back_to_today(
    signed_in: Client, address: str
) -> None:
    response = signed_in.get(address)

    assert response.status_code == 404
    assert "These footprints lead nowhere" in Page(response).words


@pytest.mark.urls(__name__)
@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/blurs/", 400),
        ("/refuses/", 403),
        ("/nowhere/", 404),
        ("/turns/", 405),
        ("/hurries/", 429),
    ],
)
def test_a_person_keeps_their_tabs_and_theme_where_something_failed(
    person: User, signed_in: Client, address: str, status: int
) -> None:
    person.change(theme="dark")

    response = signed_in.get(address)

    assert response.status_code == status
    page = Page(response)
    assert page.find("html", data_theme="dark")
    assert page.find("nav", **{"class": "tabs"})
    assert "Sign in" not in page.words


def test_a_person_keeps_their_tabs_where_a_form_has_expired(person: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(person)

    response = client.post("/sessions/", {"exercise": "toe-walking"})

    assert response.status_code == 403
    assert Page(response).find("nav", **{"class": "tabs"})


def test_a_message_waits_for_a_page_that_exists(signed_in: Client) -> None:
    programme = Page(signed_in.get("/settings/programme/"))
    signed_in.post("/settings/programme/", programme.sent({}))

    told = "Nothing to change: your programme is like that already."
    assert told not in Page(signed_in.get("/favicon.ico")).words
    assert told in Page(signed_in.get("/settings/programme/")).words


def test_an_address_used_in_the_wrong_way_says_so_and_which_are_right(signed_in: Client) -> None:
    response = signed_in.delete("/settings/")

    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD, POST"
    assert "This address can’t be used like that, and nothing was saved." in Page(response).words


@pytest.mark.urls(__name__)
def test_something_that_broke_is_ours_and_says_so(db: None) -> None:
    response = Client(raise_request_exception=False).get("/breaks/")

    assert response.status_code == 500
    page = Page(response)
    assert "There’s a hole in our sock Something broke at our end, not yours." in page.words
    assert "RuntimeError" not in page.words


def test_a_refused_host_tells_the_operator_which_setting_to_mend(client: Client) -> None:
    response = client.get("/", headers={"host": "evil.example"})

    assert response.status_code == 400
    words = Page(response).words
    assert "Footcare doesn’t know this address as its own." in words
    assert "set SITE_URL to the address that people type, or add its name to ALLOWED_HOSTS" in words
    assert "evil.example" not in words


def test_a_request_that_cannot_be_read_was_not_saved(client: Client, db: None) -> None:
    response = client.post("/accounts/login/", "x", content_type="multipart/form-data")

    assert response.status_code == 400
    assert "couldn’t be read, and nothing was saved" in Page(response).words


def test_a_form_without_its_token_says_how_to_go_on(
    db: None, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    settings.SITE_URL = "https://footcare.example.org"

    response = Client(enforce_csrf_checks=True).post("/sessions/", {"exercise": "toe-walking"})

    assert response.status_code == 403
    page = Page(response)
    assert "The tide took this form" in page.words
    assert "Go back" in page.words
    assert page.find("details")
    assert "SITE_URL is https://footcare.example.org now." in page.words
    assert caplog.record_tuples == [
        (
            "django.security.csrf",
            logging.WARNING,
            "Forbidden (CSRF cookie not set.): /sessions/",
        )
    ]


def test_a_form_with_a_stale_token_says_how_to_go_on(db: None) -> None:
    client = Client(enforce_csrf_checks=True)
    client.get("/accounts/login/")
    sent = {"login": "sam@example.org", "csrfmiddlewaretoken": "x" * 64}

    response = client.post("/accounts/login/", sent)

    assert response.status_code == 403
    assert "SITE_URL is not set now." in Page(response).words
