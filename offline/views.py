"""The installed app: its manifest, its worker, its signs, and the pages that are about it."""

import json

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_safe

from accounts.access import PersonsRequest
from logbook.views.days import today_page
from logbook.views.parameters import today_of
from offline import ahead, shell
from offline import manifest as the_manifest


@login_not_required
@require_safe
@cache_control(public=True, max_age=3600)
def manifest(request: HttpRequest) -> HttpResponse:
    return JsonResponse(the_manifest.build(), content_type="application/manifest+json")


def _release(request: HttpRequest) -> str:
    return f'"{shell.release()}"'


@login_not_required
@require_safe
@cache_control(public=True, no_cache=True)
@condition(etag_func=_release)
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker: one line that names this release. Its address stays for ever."""
    if settings.DEBUG:
        raise Http404  # while files change under their names, nothing is kept
    kept = {
        "release": shell.release(),
        "pages": shell.pages(),
        "files": shell.files(),
        "away": shell.away(),
        "static": settings.STATIC_URL,
    }
    line = f'import {{ serve }} from "{static(shell.SERVE)}";\nserve({json.dumps(kept)});\n'
    return HttpResponse(line, "text/javascript; charset=utf-8")


@login_not_required
@require_safe
@cache_control(public=True, max_age=3600)
def sign(request: HttpRequest, path: str) -> HttpResponse:
    """Where browsers look for the site's picture without being told."""
    return redirect(static(path))


@login_not_required
@require_safe
def change_password(request: HttpRequest) -> HttpResponse:
    """Where programs that keep passwords look for the page that changes one."""
    return redirect("account_change_password")


@login_not_required
@require_safe
def install(request: HttpRequest) -> HttpResponse:
    return render(request, "offline/install.html")


@login_not_required
@require_safe
def away(request: HttpRequest) -> HttpResponse:
    """What the worker shows for a page that the device doesn't have, while there is no network."""
    return render(request, "offline/away.html")


@require_safe
def next_day(request: PersonsRequest) -> HttpResponse:
    """Today as it will be when the next day begins: the device shows it then, without a network."""
    today = today_of(request.user, timezone.now())
    return today_page(request, ahead.end_of(today, request.user))
