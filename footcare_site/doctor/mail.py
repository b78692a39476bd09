"""Can mail be sent, and whom does it come from?"""

from collections.abc import Iterator
from email.utils import parseaddr
from smtplib import SMTPAuthenticationError, SMTPException

from django.conf import settings
from django.core.mail import get_connection

from footcare_site.doctor.finding import Finding, mend, well

ABOUT = "Mail"
NOBODY = "@localhost"


def findings() -> Iterator[Finding]:
    if not settings.MAIL:
        yield well(
            ABOUT,
            "none is sent: addresses aren't checked, and forgotten passwords need you. To change "
            "that, set EMAIL_URL.",
        )
        return
    yield sender(parseaddr(settings.DEFAULT_FROM_EMAIL)[1])
    yield server()


def sender(address: str) -> Finding:
    if address.endswith(NOBODY):
        return mend(
            ABOUT,
            f"it comes from {address}, which most servers refuse. Set MAIL_FROM to an address of "
            "yours.",
        )
    return well(ABOUT, f"it comes from {address}.")


def server() -> Finding:
    """Sign in to the mail server as for a mail, and send none."""
    if "console" in settings.EMAIL_BACKEND:
        return mend(ABOUT, "it is printed and not sent. Set EMAIL_URL to a mail server.")
    at = f"{settings.EMAIL_HOST}, port {settings.EMAIL_PORT}"
    connection = get_connection()
    try:
        connection.open()
        connection.close()
    except OSError as error:  # all of smtplib's are such
        return mend(ABOUT, f"{at}, can't be used: {why(error)}")
    return well(ABOUT, f"{at}, takes our mail.")


def why(error: OSError) -> str:
    """Without the server's own words, which may have a name or a password in them."""
    if isinstance(error, SMTPAuthenticationError):
        return "it refuses our name or password. Look at both in EMAIL_URL."
    kind = type(error).__name__
    reason = kind if isinstance(error, SMTPException) else error.strerror or kind
    return f"{reason}. Look at EMAIL_URL: its scheme, host and port."
