"""Mails: what each has beside its text, and those about changes by whoever runs the site."""

import logging
from datetime import datetime
from urllib.parse import urlsplit

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts import events
from accounts.models import User

log = logging.getLogger(__name__)


def context_with_site(context: dict[str, object]) -> dict[str, object]:
    """The context, the site's name, how to reach its host, and links to SITE_URL if that is set.

    allauth makes them of the name by which the site was asked, and that is the asker's to choose.
    """
    links = {name: _at_home(str(url)) for name, url in context.items() if _is_link(name)}
    contact = settings.CONTACT.removeprefix("mailto:")
    return {**context, **links, "site_name": settings.SITE_NAME, "contact": contact}


def _is_link(name: str) -> bool:
    return name.endswith("_url")


def _at_home(url: str) -> str:
    site, parts = urlsplit(settings.SITE_URL), urlsplit(url)
    return parts._replace(scheme=site.scheme, netloc=site.netloc).geturl() if site.netloc else url


def html(subject: str, text: str, mail: dict[str, object]) -> str:
    """The text's paragraphs, in which a line that is nothing but a link of ours is one."""
    paragraphs = [paragraph.splitlines() for paragraph in text.split("\n\n")]
    links = {url for name, url in mail.items() if _is_link(name)}
    context = {"title": subject, "paragraphs": paragraphs, "links": links}
    return render_to_string("accounts/mail.html", context)


def notify(user: User, mail: str, *, now: datetime) -> None:
    """Record a change by whoever runs the site, and send the mail of that name where one can be."""
    device = _("Whoever runs the site")
    events.record(user, events.KIND_OF_MAIL[mail], device=device, now=now)
    if settings.MAIL:
        home = settings.SITE_URL or f"http://localhost:{settings.PORT}"
        context = {"device": device, "reset_url": home + reverse("account_reset_password")}
        try:
            get_adapter().render_mail(mail, user.email, context).send()
        except OSError as error:
            log_unsent(error)


def log_unsent(error: OSError) -> None:
    """Name the kind alone: all of smtplib's errors are such, and their texts hold addresses."""
    log.error("A mail couldn't be sent (%s). Look at EMAIL_URL.", type(error).__name__)
