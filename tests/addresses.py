"""Every address of the site, as the URLconf has it, with an example in every place.

A test walks over them in one go: it makes its rows once, undoes what it sent to each address with
`undone`, and names each in a subtest, so that all that fail are told.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from urllib.parse import quote

from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

EXAMPLES = {
    "app_label": "accounts",
    "content_type_id": "1",
    "day": "2026-11-16",
    "key": "018f0000-0000-7000-8000-000000000000",
    "need": "help",
    "object_id": "1",
    "pk": "1",
    "slug": "ankle-circles",
    "url": "nowhere/",
    "year": "2026",
}
SIGN_IN, TODAY, ACCOUNT = "/accounts/login/", "/today/", "/settings/account/"
CONFIRM = "/accounts/reauthenticate/"
RESET = "/accounts/password/reset/"
SESSION = f"/exercises/{EXAMPLES['slug']}/session/"

# Pages that are steps of something: whoever hasn't begun it is led elsewhere.
STRANGERS_GO_ON = {
    "/accounts/2fa/authenticate/": SIGN_IN,
    "/accounts/2fa/trust/": SIGN_IN,
    "/accounts/2fa/webauthn/login/": SIGN_IN,
    "/accounts/login/code/confirm/": SIGN_IN,
    "/accounts/logout/": "/",
    "/accounts/password/reset/complete/": RESET,
    "/accounts/password/reset/confirm/": SIGN_IN,
    f"{SESSION}keep/": SESSION,
}
PEOPLE_GO_ON = {
    "/": TODAY,
    "/accounts/login/": TODAY,
    **dict.fromkeys(
        (
            "/accounts/2fa/authenticate/",
            "/accounts/2fa/trust/",
            "/accounts/2fa/webauthn/login/",
            "/accounts/login/code/confirm/",
            "/settings/account/no-passkey/",
        ),
        TODAY,
    ),
    **dict.fromkeys(
        (
            "/accounts/2fa/",
            "/accounts/2fa/totp/deactivate/",
            "/accounts/2fa/webauthn/",
            "/accounts/2fa/webauthn/keys/1/remove/",
            "/accounts/sessions/",
            "/settings/account/devices/1/sign-out/",
            "/settings/account/devices/sign-out/",
            "/settings/account/devices/stay/",
        ),
        ACCOUNT,
    ),
    # Without a passkey, an app or mail there is one way to show that it's you.
    **dict.fromkeys(
        (
            "/accounts/2fa/reauthenticate/",
            "/accounts/2fa/webauthn/reauthenticate/",
            "/accounts/reauthenticate/code/",
        ),
        CONFIRM,
    ),
    **{
        path: f"{CONFIRM}?next={quote(path, safe='')}"
        for path in (
            "/accounts/2fa/recovery-codes/generate/",
            "/accounts/2fa/totp/activate/",
            "/accounts/2fa/webauthn/add/",
            "/accounts/2fa/webauthn/keys/1/edit/",
            "/accounts/password/set/",
            "/settings/account/delete/",
            "/settings/download/",
        )
    },
    "/accounts/password/reset/complete/": RESET,
    "/accounts/password/reset/confirm/": SIGN_IN,
    "/accounts/signup/": TODAY,
    f"{SESSION}keep/": SESSION,
    "/goodbye/": ACCOUNT,
    "/history/working/": "/history/then-and-now/",
    "/days/2026-11-16/note/": "/days/2026-11-16/",
    "/settings/consent/stop/": "/settings/consent/",
    **dict.fromkeys(("/settings/import/preview/", "/settings/import/undo/"), "/settings/import/"),
    **dict.fromkeys(
        (
            "/settings/pauses/end/",
            "/settings/pauses/resume/",
            f"/settings/pauses/{EXAMPLES['key']}/put-back/",
            f"/settings/pauses/{EXAMPLES['key']}/undo/",
        ),
        "/settings/pauses/",
    ),
}


def walk(resolver: URLResolver, above: str = "") -> Iterator[tuple[str, URLPattern]]:
    for pattern in resolver.url_patterns:
        route = above + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from walk(pattern, route)
        else:
            yield route, pattern


def address(route: str, examples: Mapping[str, str] = EXAMPLES) -> str:
    """The route with an example in every place; a place without one is a KeyError."""
    places = r"\(\?P<(?P<name>\w+)>[^)]*\)|<(?:\w+:)?(?P<word>\w+)>"
    filled = re.sub(places, lambda place: examples[place["name"] or place["word"]], route)
    return "/" + re.sub(r"[\^$]", "", filled)


@contextmanager
def undone(*clients: Client) -> Iterator[None]:
    """What is sent within changes nothing that follows: neither rows nor these clients' cookies."""
    cookies = [deepcopy(client.cookies) for client in clients]
    try:
        with transaction.atomic():
            yield
            transaction.set_rollback(True)
    finally:
        for client, kept in zip(clients, cookies, strict=True):
            client.cookies = kept


PATTERNS = list(walk(get_resolver()))
PUBLIC_ROUTES = {
    route for route, pattern in PATTERNS if not getattr(pattern.callback, "login_required", True)
}
CLOSED = sorted({address(route) for route, _ in PATTERNS if route not in PUBLIC_ROUTES})
OURS = sorted({address(route) for route, _ in PATTERNS if not route.startswith("admin/")})
FOR_MACHINES = {
    "/.well-known/change-password",
    "/.well-known/security.txt",
    "/apple-touch-icon-precomposed.png",
    "/apple-touch-icon.png",
    "/favicon.ico",
    "/healthz",
    "/manifest.webmanifest",
    "/outbox/hello",
    "/robots.txt",
    "/worker.js",
}
PAGES = [path for path in OURS if path not in FOR_MACHINES]
ADDRESSES = sorted({address(route) for route, _ in PATTERNS})
"""All of them, the admin's too."""
