"""Where the site is: host names, networks, and the address that people type."""

import ipaddress
import re
from urllib.parse import SplitResult, urlsplit

from django.core.exceptions import ImproperlyConfigured

from hosting.environment.values import text, words

HOST_NAME = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*", re.ASCII | re.IGNORECASE)


def host(name: str, default: str) -> str:
    """A host name or an IP address, the latter without brackets."""
    value = text(name, default).strip("[]")
    if _is_host(value):
        return value
    raise ImproperlyConfigured(
        f"{name} is “{value}”. Set it to an address of this machine, such as 127.0.0.1, or to "
        "0.0.0.0 for all of them."
    )


def hosts(name: str) -> list[str]:
    """Host names as ALLOWED_HOSTS wants them: .example.org for all below, * for any."""
    for value in words(name):
        if value != "*" and not HOST_NAME.fullmatch(value.removeprefix(".")):
            if value.startswith("[") and _is_address(value.strip("[]")):
                continue
            raise ImproperlyConfigured(
                f"{name} has “{value}” in it. Write names only, with commas between them: "
                "footcare.example.org,www.footcare.example.org"
            )
    return words(name)


def networks(name: str, default: str) -> list[str]:
    """IP addresses or networks such as 10.0.0.0/8, or * for any."""
    for value in words(name, default):
        if value != "*" and not _is_address(value):
            raise ImproperlyConfigured(
                f"{name} has “{value}” in it. Write addresses or networks with commas between "
                "them: 127.0.0.1,10.0.0.0/8"
            )
    return words(name, default)


def _is_host(value: str) -> bool:
    return _is_address(value) or bool(HOST_NAME.fullmatch(value))


def _is_address(value: str) -> bool:
    try:
        ipaddress.ip_network(value)
    except ValueError:
        return False
    return True


def site_url(name: str) -> str:
    """An address such as https://footcare.example.org without a path, or '' where none is set."""
    value = text(name).rstrip("/")
    if not value:
        return ""
    parts = parts_of(value)
    if parts and parts.username is not None:  # never shown: pages name the address
        raise ImproperlyConfigured(
            f"{name} has a name or a password in it. Leave out the @ and all that is before it: "
            "https://footcare.example.org"
        )
    named = parts and _is_host(parts.hostname or "")
    if parts and parts.scheme in {"http", "https"} and named and not parts.path:
        return value
    raise ImproperlyConfigured(
        f"{name} is “{value}”. Write it as people type it, with http:// or https:// and without "
        "a path: https://footcare.example.org"
    )


def parts_of(value: str, *, query: bool = False) -> SplitResult | None:
    """The parts of an address; None where they don't make one."""
    try:
        parts = urlsplit(value)
        parts.port  # noqa: B018 - it is only now that the port is read
    except ValueError:
        return None
    return parts if query or not (parts.query or parts.fragment) else None
