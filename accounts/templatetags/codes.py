"""The template tag for where a code that was sent by mail is typed."""

from django import template
from django.http import HttpRequest

from accounts import awaited

register = template.Library()


@register.simple_tag(takes_context=True)
def code_page(context: dict[str, object]) -> str:
    """The page that waits for the code that this browser asked for, or ''."""
    request = context.get("request")
    return awaited.code_page(request) if isinstance(request, HttpRequest) else ""
