"""The network: names and forms, what a proxy says, and mail."""

import ipaddress
import ssl
from collections.abc import Iterator
from contextlib import closing, suppress
from email.utils import parseaddr
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from smtplib import SMTPAuthenticationError, SMTPException
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import get_connection
from django.shortcuts import resolve_url

from hosting.doctor.finding import Finding, mend, well

HOSTS, ORIGINS = "Allowed hosts", "CSRF origins"
ENCRYPTION, ERRORS = "Encryption", "Errors"
LOCAL = {"localhost", "127.0.0.1", "[::1]"}
PROXY_HEADERS, REACHED = "Proxy headers", "From outside"
PATIENCE = 10  # seconds
MAIL = "Mail"
NOBODY = "@localhost"


def addresses() -> Iterator[Finding]:
    """By which names the site answers, from where it takes forms, and who can listen."""
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


def proxy() -> Iterator[Finding]:
    """Does a proxy say what Footcare has to know, and do people reach the site through it?"""
    yield proxy_headers(settings.HTTPS, settings.PROXY_COUNT, settings.PROXY_ADDRESSES)
    if settings.SITE_URL:
        yield reached(settings.SITE_URL)


def proxy_headers(https: bool, count: int, believed: list[str]) -> Finding:
    if https and not count:
        return mend(
            PROXY_HEADERS,
            "https comes from a proxy, but PROXY_COUNT is 0: all people count as one in the limits "
            "of sign-in. Set PROXY_COUNT to the number of proxies in front, mostly 1.",
        )
    if not count:
        return well(PROXY_HEADERS, "no proxy is expected.")
    return well(
        PROXY_HEADERS,
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
            return judge_answer(site_url, answer.status, location, answer.read(1_000_000))
    except (OSError, HTTPException) as error:
        return mend(REACHED, f"{site_url} doesn't answer: {why_unreached(error)}")


def judge_answer(site_url: str, status: int, location: str, body: bytes) -> Finding:
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


def why_unreached(error: Exception) -> str:
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


def mail() -> Iterator[Finding]:
    """Can mail be sent, and whom does it come from?"""
    if not settings.MAIL:
        yield well(
            MAIL,
            "none is sent: addresses aren't checked, and forgotten passwords need you. To change "
            "that, set EMAIL_URL.",
        )
        return
    yield mail_sender(parseaddr(settings.DEFAULT_FROM_EMAIL)[1])
    yield mail_server()


def mail_sender(address: str) -> Finding:
    if address.endswith(NOBODY):
        return mend(
            MAIL,
            f"it comes from {address}, which most servers refuse. Set MAIL_FROM to an address of "
            "yours.",
        )
    return well(MAIL, f"it comes from {address}.")


def mail_server() -> Finding:
    """Sign in to the mail server as for a mail, and send none."""
    if "console" in settings.EMAIL_BACKEND:
        return mend(MAIL, "it is printed and not sent. Set EMAIL_URL to a mail server.")
    at = f"{settings.EMAIL_HOST}, port {settings.EMAIL_PORT}"
    connection = get_connection()
    try:
        connection.open()
        connection.close()
    except OSError as error:  # all of smtplib's are such
        return mend(MAIL, f"{at}, can't be used: {why_not_sent(error)}")
    return well(MAIL, f"{at}, takes our mail.")


def why_not_sent(error: OSError) -> str:
    """Without the server's own words, which may have a name or a password in them."""
    if isinstance(error, SMTPAuthenticationError):
        return "it refuses our name or password. Look at both in EMAIL_URL."
    kind = type(error).__name__
    reason = kind if isinstance(error, SMTPException) else error.strerror or kind
    return f"{reason}. Look at EMAIL_URL: its scheme, host and port."
