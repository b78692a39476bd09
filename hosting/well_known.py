"""robots.txt and security.txt: where search may go, and whom to tell of a hole in the site."""

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

GOOD_FOR = timedelta(days=180)  # whoever reads a copy of security.txt later looks again


@login_not_required
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Search may read the leaflet. All else is closed, also pages that are added later."""
    open_to_all = (f"{reverse('exercises:landing')}$", settings.STATIC_URL)
    leaflet = map(reverse, ("exercises:catalogue", "exercises:care"))
    lines = ["User-agent: *", *(f"Allow: {path}" for path in (*open_to_all, *leaflet))]
    return _plain([*lines, f"Disallow: {reverse('exercises:catalogue')}*/session/", "Disallow: /"])


@login_not_required
@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """RFC 9116, where the host has set SECURITY_CONTACT; 404 where not."""
    if not settings.SECURITY_CONTACT:
        raise Http404
    lines = [
        f"Contact: {settings.SECURITY_CONTACT}",
        f"Expires: {_expires(timezone.now()):%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: en",
    ]
    if settings.SITE_URL:
        lines.append(f"Canonical: {settings.SITE_URL}{request.path}")
    return _plain(lines)


def _expires(now: datetime) -> datetime:
    """The same for a whole day, so that copies of a day don't differ."""
    return (now.astimezone(UTC) + GOOD_FOR).replace(hour=0, minute=0, second=0, microsecond=0)


def _plain(lines: list[str]) -> HttpResponse:
    return HttpResponse("\n".join([*lines, ""]), "text/plain; charset=utf-8")
