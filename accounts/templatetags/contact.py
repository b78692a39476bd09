"""Template tags for who runs this site and how people reach them, where the host says it."""

from django import template
from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

register = template.Library()


@register.simple_tag
def contact() -> SafeString:
    """A sentence to put right behind the one that sends people there, or ''."""
    address = settings.CONTACT
    if not address:
        return SafeString()
    shown = address.removeprefix("mailto:").removeprefix("https://")
    link = format_html('<a href="{}">{}</a>', address, shown)
    return format_html(" {}", format_html(gettext("You reach them at {}."), link))


@register.simple_tag
def operator() -> str:
    """The name of whoever runs this site, or ''."""
    name: str = settings.OPERATOR
    return name
