"""The small drawings: icons, a body, one toe, a row of toes, a bar."""

import pytest
from django.template import Context, Template
from django.utils import translation

from exercises.models import Exercise
from exercises.toe import Toe


def drawn(source: str, **context: object) -> str:
    return Template(source).render(Context(context))


def test_an_icon_is_hidden_from_screen_readers_and_comes_from_the_sprite() -> None:
    assert drawn('{% icon "check" %}') == (
        '<svg class="icon" aria-hidden="true"><use href="/static/img/sprite.svg#i-check"/></svg>'
    )


@pytest.mark.parametrize(
    ("site", "x", "y"),
    [
        ("back", "16", "21"),
        ("knee", "12.4", "37"),
        ("hip", "11.6", "27.5"),
        ("foot", "12.2", "45.4"),
    ],
)
@pytest.mark.parametrize("language", ["en-gb", "de"])
def test_a_body_has_a_dot_where_it_hurts(site: str, x: str, y: str, language: str) -> None:
    with translation.override(language):
        assert drawn("{% body_site site %}", site=site) == (
            '<svg class="body-site" viewBox="0 0 32 48" aria-hidden="true">'
            f'<use href="/static/img/sprite.svg#body"/><circle cx="{x}" cy="{y}" r="4"/></svg>'
        )


@pytest.mark.parametrize(
    ("done", "out_of", "width"),
    [(0, 10, "0.0"), (1, 8, "12.5"), (2, 3, "66.7"), (10, 10, "100.0"), (0, 0, "0")],
)
@pytest.mark.parametrize("language", ["en-gb", "de"])
def test_a_bar_writes_its_width_with_a_point_in_every_language(
    done: int, out_of: int, width: str, language: str
) -> None:
    with translation.override(language):
        assert f'<rect width="{width}" height="1"/>' in drawn(
            "{% bar done out_of %}", done=done, out_of=out_of
        )


@pytest.mark.parametrize(("filled", "full"), [(0, 0), (2, 2), (3, 3), (5, 3)])
def test_pips_are_full_as_far_as_was_done_and_no_further(filled: int, full: int) -> None:
    row = drawn("{% pips exercise filled 3 %}", exercise=Exercise(mark="ring"), filled=filled)

    assert row.count('class="chip"') == 3
    assert row.count('data-fill="4"') == full


@pytest.mark.parametrize(
    ("toe", "attributes"),
    [
        (Toe(1, "blue", "triangle", 4), 'class="toe" data-hue="blue" data-fill="4"'),
        (Toe(9, "teal", "diamond", 0, next=True), 'data-hue="teal" data-fill="0" data-next'),
        (Toe(6, "wine", "square", 4, fresh=True), 'class="toe toe--fresh" data-hue="wine"'),
    ],
)
def test_a_toe_says_whose_it_is_how_full_and_whether_it_is_next_or_fresh(
    toe: Toe, attributes: str
) -> None:
    svg = drawn("{% toe toe %}", toe=toe)

    assert attributes in svg
    assert f"#toe-{toe.number}" in svg
    assert f"#m-{toe.mark}" in svg


def test_a_toe_of_nobody_has_no_mark() -> None:
    svg = drawn("{% toe toe %}", toe=Toe(3))

    assert "toe-mark" not in svg
    assert "data-hue" not in svg
