"""Template tag for the pieces of a page that are drawn once for all who are shown the same."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from uuid import UUID

from django import template
from django.conf import settings
from django.template import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()

MOST = 2048  # pieces that a process remembers; most are one or two kB
STAND_INS = [UUID(int=number) for number in range(9)]
TOKEN = "\0token"  # noqa: S105 - where the form's token comes


@register.simple_tag(takes_context=True)
def piece(context: Context, template_name: str, *rows: Mapping[str, Any], **more: Any) -> str:
    """What the template of that name draws of these values, and of nothing else.

    The values are hashable and plain, or compared by all that is drawn of them; no words that a
    person typed are among them, since pieces are remembered. Keys and the form's token are new
    each time: they are put in afterwards.
    """
    shown = {name: value for row in (*rows, more) for name, value in row.items()}
    keys = [at for at in shown if isinstance(shown[at], UUID)]
    stand_ins = dict(zip(keys, STAND_INS, strict=False))
    draw = drawn.__wrapped__ if settings.DEBUG else drawn  # a template may have been changed
    text = draw(template_name, get_language(), tuple({**shown, **stand_ins}.items()))
    for at, stand_in in stand_ins.items():
        text = text.replace(str(stand_in), str(shown[at]))
    if TOKEN in text:
        text = text.replace(TOKEN, str(context["csrf_token"]))
    return SafeString(text)


@lru_cache(MOST)
def drawn(template_name: str, language: str | None, shown: tuple[tuple[str, Any], ...]) -> str:
    """What a piece is before its keys and the form's token are put in."""
    return render_to_string(template_name, {**dict(shown), "csrf_token": TOKEN})
