"""Pieces of pages: drawn once for all who are shown the same, with keys and token put in anew."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.template import Context, Template
from django.test import Client, RequestFactory
from django.utils import translation
from pytest_django import Settings

from accounts.identifiers import uuid7
from accounts.models import User
from exercises.models import Exercise
from logbook.templatetags.pieces import MOST, drawn
from tests.make import make_session

TEMPLATES = Path("templates")
TOKENS = re.compile(
    r'(?<=csrfmiddlewaretoken" value=")\w+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}'
)


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    drawn.cache_clear()
    yield
    drawn.cache_clear()


@pytest.fixture
def written(tmp_path: Path, settings: Settings) -> Path:
    """A template of a piece, which says what it was given."""
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [tmp_path]}]
    file = tmp_path / "piece.html"
    file.write_text(
        "{% csrf_token %}{{ name }} {% put 'key' %} {{ other }} {% put 'more' %}{{ request.path }}"
    )
    return file


def draw(key: object = "", more: object = "", **shown: object) -> str:
    names = " ".join(f"{name}={name}" for name in shown)
    request = RequestFactory().get("/here/")
    put = {"key": key, "more": more}
    context = {"other": "context", "csrf_token": "a-token", "request": request, "put": put}
    return Template(f'{{% piece "piece.html" put=put {names} %}}').render(Context(context | shown))


def test_a_piece_shows_what_it_is_given_and_nothing_else(written: Path) -> None:
    assert draw(name="Sam").endswith(">Sam   ")
    assert draw(name="Sam", other=3).endswith(">Sam  3 ")


def test_it_is_drawn_once_for_all_who_are_shown_the_same(written: Path) -> None:
    assert draw(name="Sam") == draw(name="Sam") != draw(name="Kim")
    assert (drawn.cache_info().misses, drawn.cache_info().hits) == (2, 1)


def test_what_it_shows_is_escaped_once(written: Path) -> None:
    assert draw(name="<b>").endswith(">&lt;b&gt;   ")
    assert draw(name="<b>").endswith(">&lt;b&gt;   ")


def test_keys_and_the_token_are_put_in_each_time(written: Path) -> None:
    first, second = uuid7(), uuid7()

    assert draw(key=first).endswith(f' value="a-token"> {first}  ')
    assert draw(key=second, more=first).endswith(f' value="a-token"> {second}  {first}')
    assert draw(key=second).endswith(f' value="a-token"> {second}  ')
    assert drawn.cache_info().misses == 1


def test_what_is_put_in_is_escaped(written: Path) -> None:
    assert draw(key="<b>").endswith("> &lt;b&gt;  ")


def test_a_key_in_an_address_is_put_in_too(written: Path) -> None:
    written.write_text("{% put 'key' as key %}{% url 'logbook:undo' key %}")
    key = uuid7()

    assert draw(key=key) == f"/sessions/{key}/undo/"


def test_each_language_has_its_own(written: Path) -> None:
    written.write_text("{% load i18n %}{% get_current_language as it %}{{ it }}{{ name }}")

    told = []
    for language in ("en-gb", "de", "en-gb"):
        with translation.override(language):
            told.append(draw(name=""))

    assert told == ["en-gb", "de", "en-gb"]


def test_a_template_that_is_being_written_is_drawn_anew(written: Path, settings: Settings) -> None:
    settings.DEBUG = True

    assert draw(name="Sam") == draw(name="Sam")
    assert drawn.cache_info().currsize == 0


def test_no_more_are_remembered_than_fit(written: Path) -> None:
    for number in range(MOST + 1):
        draw(name=number)

    assert drawn.cache_info().currsize == MOST


@pytest.mark.parametrize(
    "path", ["/today/", "/week/", "/days/2026-11-18/", "/exercises/toe-walking/"]
)
def test_a_page_of_remembered_pieces_is_the_page_as_it_is_drawn_anew(
    signed_in: Client, person: User, path: str
) -> None:
    """Also after others were shown theirs."""
    for exercise in Exercise.objects.all():
        make_session(user=person, exercise=exercise)
        remembered = signed_in.get(path).text
        drawn.cache_clear()
        anew = signed_in.get(path).text
        assert TOKENS.sub("", remembered) == TOKENS.sub("", anew)
        assert remembered != anew or "csrfmiddlewaretoken" not in anew


def named(kind: str, template: str) -> list[str]:
    return re.findall(rf'{{% {kind} "([^"]+)"', (TEMPLATES / template).read_text())


def all_in(template: str) -> set[str]:
    """It, and what it includes."""
    return {template}.union(*map(all_in, named("include", template)))


def test_no_piece_asks_who_it_is_drawn_for() -> None:
    """That, and what was said to them, would be another's next time."""
    files = [str(path.relative_to(TEMPLATES)) for path in sorted(TEMPLATES.rglob("*.html"))]
    pieces = {piece for file in files for piece in named("piece", file)}
    within = set().union(*map(all_in, pieces))

    assert len(pieces) > 10
    assert [
        name
        for name in sorted(within)
        if re.search(r"\b(request|user|messages|perms)\b", (TEMPLATES / name).read_text())
    ] == []
