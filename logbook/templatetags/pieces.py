"""Pieces of pages: drawn once for all who are shown the same. What differs is put in afterwards."""

import re
from collections.abc import Mapping
from functools import lru_cache

from django import template
from django.conf import settings
from django.template import Context
from django.template.loader import render_to_string
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()

MOST = 2048  # pieces that a process remembers; most are one or two kB
TOKEN = "token"  # noqa: S105 - the name of the form's token
MARK = re.compile(r"~~([\w-]+)~~")  # of characters that an address may have


@register.simple_tag
def put(name: str) -> SafeString:
    """The mark of a place in a piece: what `put` names so is put in there."""
    return SafeString(f"~~{name}~~")


@register.simple_tag(takes_context=True)
def piece(
    context: Context, template_name: str, put: Mapping[str, object] | None = None, **shown: object
) -> SafeString:
    """What the template of that name draws of these values, with `put` at its marks.

    The values are hashable and plain, or compared by all that is drawn of them. No words that a
    person typed are among them, since pieces are remembered. A form's token is put in by itself.
    """
    draw = drawn.__wrapped__ if settings.DEBUG else drawn  # a template may have been changed
    parts = list(draw(template_name, get_language(), tuple(shown.items())))
    for at in range(1, len(parts), 2):
        name = parts[at]
        value = context["csrf_token"] if name == TOKEN else (put or {})[name]
        parts[at] = conditional_escape(str(value))
    return SafeString("".join(parts))


@lru_cache(MOST)
def drawn(
    template_name: str, language: str | None, shown: tuple[tuple[str, object], ...]
) -> list[str]:
    """A piece's text; each second part is the name of what is put in there."""
    return MARK.split(render_to_string(template_name, {**dict(shown), "csrf_token": put(TOKEN)}))
