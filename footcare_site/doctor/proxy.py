"""Does a proxy in front say what Footcare has to know, and do people reach the site through it?"""

import ssl
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urlsplit

from django.conf import settings
from django.shortcuts import resolve_url

from footcare_site.doctor.addresses import is_this_machine
from footcare_site.doctor.finding import Finding, mend, well

HEADERS, REACHED = "Proxy headers", "From outside"
PATIENCE = 10  # seconds


def findings() -> Iterator[Finding]:
    yield headers(settings.HTTPS, settings.PROXY_COUNT, settings.PROXY_ADDRESSES)
    if settings.SITE_URL:
        yield reached(settings.SITE_URL)


def headers(https: bool, count: int, believed: list[str]) -> Finding:
    if https and not count:
        return mend(
            HEADERS,
            "https comes from a proxy, but PROXY_COUNT is 0: all people count as one in the limits "
            "of sign-in. Set PROXY_COUNT to the number of proxies in front, mostly 1.",
        )
    if not count:
        return well(HEADERS, "no proxy is expected.")
    return well(
        HEADERS,
        f"{count} proxy in front counts, and is believed where it comes from {', '.join(believed)}."
        if count == 1
        else f"{count} proxies in front count, and the last is believed where it comes from "
        f"{', '.join(believed)}.",
    )


def reached(site_url: str) -> Finding:
    """Ask for the page for signing in, as a browser would; 10 seconds at most for each step."""
    parts = urlsplit(site_url)
    kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    try:
        with closing(kind(parts.hostname or "", parts.port, timeout=PATIENCE)) as connection:
            connection.request("GET", resolve_url(settings.LOGIN_URL))
            answer = connection.getresponse()
            location = answer.getheader("Location", "")
            return judge(site_url, answer.status, location, answer.read(1_000_000))
    except (OSError, HTTPException) as error:
        return mend(REACHED, f"{site_url} doesn't answer: {why(error)}")


def judge(site_url: str, status: int, location: str, body: bytes) -> Finding:
    if status == 200 and b"csrfmiddlewaretoken" in body:
        return well(REACHED, f"{site_url} leads here.")
    if 300 <= status < 400 and location.startswith(f"{site_url}/"):
        return mend(
            REACHED,
            f"{site_url} sends browsers round in circles, since Footcare doesn't hear that they "
            "came by https. The proxy must pass on the header X-Forwarded-Proto; if it is on "
            "another machine, its address goes into PROXY_ADDRESSES.",
        )
    if status == 400 or is_this_machine(urlsplit(location).hostname or ""):
        return mend(
            REACHED,
            f"behind {site_url}, Footcare is asked for by another name. The proxy must pass on the "
            "headers Host and X-Forwarded-Proto.",
        )
    if 300 <= status < 400:
        return mend(
            REACHED,
            f"{site_url} sends browsers on to {location}. Set SITE_URL to where people end up.",
        )
    if status in {502, 503, 504}:
        return mend(
            REACHED,
            f"{site_url} answers {status}. Start Footcare, and see that the proxy leads to "
            f"{settings.BIND_ADDRESS}, port {settings.PORT}.",
        )
    return mend(
        REACHED,
        f"what answers at {site_url} isn't Footcare ({status}). See that the name leads to this "
        f"machine, and the proxy to {settings.BIND_ADDRESS}, port {settings.PORT}.",
    )


def why(error: Exception) -> str:
    """The reason, and what to mend."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is refused ({error.verify_message}). Renew it at the proxy."
    if isinstance(error, ssl.SSLError):
        return "what answers there doesn't speak https. Give the proxy a certificate."
    reason = (error.strerror if isinstance(error, OSError) else "") or type(error).__name__
    return (
        f"{reason}. Start Footcare and the proxy. If people do reach it, this machine alone can't: "
        "let its /etc/hosts lead that name to the proxy."
    )
