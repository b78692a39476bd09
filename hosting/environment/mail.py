"""Mail: the server that sends it, whom it comes from, and addresses to write to."""

import re
from email.utils import parseaddr
from urllib.parse import unquote

from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email

from hosting.environment.addresses import parts_of
from hosting.environment.values import text

PORTS = {"smtp": 25, "submission": 587, "smtps": 465}


def from_env(name: str) -> dict[str, object]:
    """Django's EMAIL_… settings for the address; empty where no mail server is set."""
    value = text(name)
    if not value:
        return {}
    if value.rstrip("/:") == "console":
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    parts = parts_of(value)
    if not parts or parts.scheme not in PORTS or not parts.hostname:
        raise ImproperlyConfigured(
            f"{name} can't be read. Write it as submission://name:password@host:587 or "
            "smtps://name:password@host:465, with %40 for an @ in the password, or leave it out "
            "to run without mail."
        )
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or PORTS[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "submission",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
    }


def sender(name: str, default: str) -> str:
    """Whom mail comes from: an e-mail address, with a name before it if one likes."""
    value = text(name, default)
    if "@" in parseaddr(value)[1]:
        return value
    raise ImproperlyConfigured(f"{name} is “{value}”. Write it as Footcare <footcare@example.org>.")


def contact(name: str) -> str:
    """Where people can report something: a mailto: or https: address, or '' where none is set."""
    value = text(name).removeprefix("mailto:")
    if not value:
        return ""
    parts = parts_of(value, query=True)
    if parts and parts.scheme == "https" and parts.hostname and not re.search(r"\s", value):
        return value
    try:
        validate_email(value)
    except ValidationError as error:
        raise ImproperlyConfigured(
            f"{name} is “{value}”. Write an email address, or a page that begins with https://"
        ) from error
    return f"mailto:{value}"
