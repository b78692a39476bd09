"""By which names the site answers, from which it takes forms, and who can listen on the way."""

import ipaddress
from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import urlsplit

from django.conf import settings

from footcare_site.doctor.finding import Finding, mend, well

HOSTS, ORIGINS = "Allowed hosts", "CSRF origins"
ENCRYPTION, ERRORS = "Encryption", "Errors"
LOCAL = {"localhost", "127.0.0.1", "[::1]"}


def findings() -> Iterator[Finding]:
    url, allowed, bind = settings.SITE_URL, settings.ALLOWED_HOSTS, settings.BIND_ADDRESS
    yield hosts(allowed, bind)
    yield origins(url, allowed)
    yield encryption(url, bind)
    yield errors(settings.DEBUG, url, bind)


def hosts(allowed: list[str], bind: str) -> Finding:
    if "*" in allowed:
        return mend(
            HOSTS,
            "ALLOWED_HOSTS is *, so whoever asks chooses the site's name, and where links in mails "
            "lead without a SITE_URL. Write the names that people type instead.",
        )
    others = _others(allowed)
    if others:
        return well(HOSTS, f"Footcare answers to {', '.join(others)}, and to this machine.")
    if is_this_machine(bind):
        return well(HOSTS, "Footcare answers to this machine only. To let others in, set SITE_URL.")
    return mend(
        HOSTS,
        f"BIND_ADDRESS is {bind} and lets other machines in, but Footcare answers to none of the "
        "names that they use. Set SITE_URL to the address that people type.",
    )


def origins(site_url: str, allowed: list[str]) -> Finding:
    if not site_url:
        return well(
            ORIGINS,
            "forms are taken from whatever address Footcare was asked by. Behind a proxy with "
            "https, set SITE_URL.",
        )
    others = [name for name in _others(allowed) if name != urlsplit(site_url).hostname]
    if not others:
        return well(ORIGINS, f"forms are taken from SITE_URL, {site_url}.")
    return well(
        ORIGINS,
        f"forms are taken from SITE_URL, {site_url}; from {', '.join(others)} only where a proxy "
        "passes on the headers Host and X-Forwarded-Proto.",
    )


def encryption(site_url: str, bind: str) -> Finding:
    parts = urlsplit(site_url)
    if parts.scheme == "https":
        return well(ENCRYPTION, "browsers come by https only.")
    if is_this_machine(parts.hostname or bind):
        return well(ENCRYPTION, "nothing leaves this machine.")
    return mend(
        ENCRYPTION,
        "passwords, and what people note, go through the network for anybody to read. Put a proxy "
        "with a certificate in front, and set SITE_URL to the address with https://.",
    )


def errors(debug: bool, site_url: str, bind: str) -> Finding:
    if not debug:
        return well(ERRORS, "nobody is shown the inside of the program.")
    if is_this_machine(urlsplit(site_url).hostname or bind):
        return well(ERRORS, "DEBUG is on, for development.")
    return mend(ERRORS, "DEBUG is on, and shows the inside of the program to anyone. Set DEBUG=0.")


def is_this_machine(host: str) -> bool:
    with suppress(ValueError):
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    return host == "localhost"


def _others(allowed: list[str]) -> list[str]:
    return sorted(set(allowed) - LOCAL - {"*"})
