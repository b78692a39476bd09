"""What a phone is told about the installed app: names, colours, icons, shortcuts."""

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _

PAPER = "#faf6ef"  # --paper of tokens.css, as in base.html


def build() -> dict[str, object]:
    today = reverse("logbook:today")
    return {
        "id": today,
        "name": settings.SITE_NAME,
        "short_name": "Footcare",
        "description": _("Ten toes a day: short foot exercises, counted one toe at a time."),
        "lang": get_language(),
        "dir": "rtl" if get_language_bidi() else "ltr",
        "start_url": today,
        "scope": "/",
        "display": "standalone",
        "theme_color": PAPER,
        "background_color": PAPER,
        "icons": [
            _icon("img/icon-192.png", 192),
            _icon("img/icon-512.png", 512),
            _icon("img/icon-maskable.png", 512, purpose="maskable"),
        ],
        "shortcuts": [
            {"name": _("Today"), "url": today},
            {"name": _("Next round"), "url": reverse("logbook:run")},
        ],
    }


def _icon(path: str, size: int, *, purpose: str = "any") -> dict[str, str]:
    return {
        "src": static(path),
        "sizes": f"{size}x{size}",
        "type": "image/png",
        "purpose": purpose,
    }
