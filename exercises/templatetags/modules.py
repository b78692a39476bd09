"""Script modules of a page, all asked for at once: one that another names comes much later."""

import posixpath
import re
from functools import cache
from pathlib import Path

from django import template
from django.contrib.staticfiles import finders
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()

IMPORTED = re.compile(r'\b(?:from|import)\s*"(\.[^"]+)"')


@cache
def needed_by(path: str) -> tuple[str, ...]:
    """What a module imports, and what that imports; the same as long as the process runs."""
    source = Path(str(finders.find(path))).read_text()
    folder = posixpath.dirname(path)
    imported = [posixpath.normpath(f"{folder}/{name}") for name in IMPORTED.findall(source)]
    further = [name for each in imported for name in needed_by(each)]
    return tuple(dict.fromkeys([*imported, *further]))


@register.simple_tag
def module(path: str) -> SafeString:
    """The script, and all that it needs: {% module "js/guided/session.js" %}.

    The page is shown once it has run, so that what it hides is never seen to go.
    """
    link = '<link rel="modulepreload" href="{}">'
    needed = format_html_join("\n", link, ((static(name),) for name in needed_by(path)))
    script = '<script type="module" src="{}" blocking="render"></script>\n{}'
    return format_html(script, static(path), needed)
