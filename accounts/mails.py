"""What every mail has beside its text: the site's name and address, and the same words in HTML."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.template.loader import render_to_string


def of_site(told: dict[str, Any]) -> dict[str, Any]:
    """What a mail is told, the site's name, how to reach its host, and links to SITE_URL if set.

    allauth makes them of the name by which the site was asked, and that is the asker's to choose.
    """
    links = {name: _at_home(url) for name, url in told.items() if _is_link(name)}
    contact = settings.CONTACT.removeprefix("mailto:")
    return {**told, **links, "site_name": settings.SITE_NAME, "contact": contact}


def _is_link(name: str) -> bool:
    return name.endswith("_url")


def _at_home(url: str) -> str:
    site, parts = urlsplit(settings.SITE_URL), urlsplit(url)
    return parts._replace(scheme=site.scheme, netloc=site.netloc).geturl() if site.netloc else url


def html(subject: str, text: str, told: dict[str, Any]) -> str:
    """The text's paragraphs, in which a line that is nothing but a link of ours is one."""
    paragraphs = [paragraph.splitlines() for paragraph in text.split("\n\n")]
    links = {url for name, url in told.items() if _is_link(name)}
    context = {"title": subject, "paragraphs": paragraphs, "links": links}
    return render_to_string("accounts/mail.html", context)
