"""Every mail there is: the same words as text and as HTML, of this site, and nothing slipped in."""

import re
from email import message_from_bytes, policy
from email.headerregistry import Address
from email.message import EmailMessage as Parsed
from pathlib import Path
from typing import cast

import pytest
from allauth.account.adapter import get_adapter
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from accounts import mails
from tests.page import Page

TEMPLATES = Path("templates")
TEXTS = sorted(TEMPLATES.glob("*/email/*_message.txt"))
TOLD = {
    name
    for path in TEMPLATES.glob("*/email/*.txt")
    for name in re.findall(r"{{ (\w+) }}", path.read_text())
}
"""The names of all that mails are told."""

STYLE = "body { font: 1.1em/1.5 sans-serif; overflow-wrap: anywhere; }"
HOSTILE = "x\r\nBcc: evil@example.org\r\n\r\n<script>alert(1)</script>\r\nhttps://evil.example"


def rendered(path: Path, told: str = "123456", email: str = "sam@example.org") -> Parsed:
    """That mail as it goes out, in which all that mails are told is the same."""
    context: dict[str, str] = dict.fromkeys(TOLD, told)
    context |= {name: f"http://testserver/{name}/" for name in TOLD if name.endswith("_url")}
    prefix = str(path.relative_to(TEMPLATES)).removesuffix("_message.txt")
    mail: EmailMultiAlternatives = get_adapter().render_mail(prefix, email, context)
    return cast(Parsed, message_from_bytes(mail.message().as_bytes(), policy=policy.default))


def parts(mail: Parsed) -> tuple[str, Page]:
    text, html = mail.iter_parts()
    kinds = [part.get_content_type() for part in (mail, text, html)]
    assert kinds == ["multipart/alternative", "text/plain", "text/html"]
    return text.get_content(), Page(HttpResponse(html.get_content()))


@pytest.mark.parametrize("path", TEXTS, ids=str)
def test_a_mail_says_the_same_as_text_and_as_html(path: Path) -> None:
    mail = rendered(path)
    text, page = parts(mail)

    assert page.words == " ".join([mail["Subject"], STYLE, *text.split()])
    assert [link["href"] for link in page.find("a")] == re.findall(r"http\S+", text)


@pytest.mark.parametrize("path", TEXTS, ids=str)
def test_a_mail_fetches_nothing(path: Path) -> None:
    _, page = parts(rendered(path))

    head, body = {"html", "head", "meta", "title", "style"}, {"body", "p", "br", "a"}
    assert {tag for tag, _ in page.elements} <= head | body
    assert [tag for tag, attributes in page.elements if "style" in attributes] == []
    assert "url(" not in page.words


@pytest.mark.parametrize("path", TEXTS, ids=str)
def test_what_a_mail_is_told_adds_neither_a_header_nor_an_element(path: Path) -> None:
    plain, mail = rendered(path), rendered(path, told=HOSTILE)
    _, page = parts(mail)

    assert mail.keys() == plain.keys()
    assert mail["To"].addresses == (Address(addr_spec="sam@example.org"),)
    assert page.find("script") == []
    assert all(link["href"].startswith("http://testserver/") for link in page.find("a"))


@pytest.mark.parametrize("path", TEXTS, ids=str)
def test_an_address_with_a_line_break_is_written_to_by_nobody(path: Path) -> None:
    rendered(path, email="sam@example.org")

    with pytest.raises(ValueError):  # noqa: PT011 - each Django has other words for it
        rendered(path, email="sam@example.org\r\nBcc: evil@example.org")


@pytest.mark.parametrize("path", TEXTS, ids=str)
def test_a_mail_calls_the_site_by_its_own_name_and_leads_to_its_own_address(
    path: Path, settings: Settings
) -> None:
    settings.SITE_NAME = "Ten Toes & Co."
    settings.SITE_URL = "https://foot.example.org:8443"

    mail = rendered(path)
    text, page = parts(mail)

    assert "Footcare" not in mail["Subject"] + text + page.words
    assert mail["Subject"].count("Ten Toes") == mail["Subject"].count("Ten Toes & Co.")
    assert text.count("Ten Toes") == text.count("Ten Toes & Co.")
    assert "http://" not in text
    assert all(link["href"].startswith("https://foot.example.org:8443/") for link in page.find("a"))


def test_a_link_keeps_the_name_that_was_asked_for_where_the_site_has_no_address() -> None:
    context = {"reset_url": "http://localhost:8000/a/?b=c#d", "email": "http://localhost/"}

    assert mails.context_with_site(context) == context | {"site_name": "Footcare", "contact": ""}


@pytest.mark.django_db
@pytest.mark.usefixtures("mail_server")
@pytest.mark.parametrize("forged", ["Host", "X-Forwarded-Host"])
def test_a_forged_host_moves_no_link(
    client: Client, settings: Settings, mailoutbox: list[EmailMessage], forged: str
) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    settings.SITE_URL = "https://foot.example.org"

    client.post(
        "/accounts/password/reset/",
        {"email": "nobody@example.org"},
        headers={forged: "evil.example"},
    )

    (mail,) = mailoutbox
    assert "\nhttps://foot.example.org/accounts/signup/\n" in mail.body
    assert "evil.example" not in mail.message().as_string()


@pytest.mark.django_db
@pytest.mark.usefixtures("mail_server")
def test_a_header_that_no_proxy_of_ours_sends_moves_no_link(
    client: Client, mailoutbox: list[EmailMessage]
) -> None:
    client.post(
        "/accounts/password/reset/",
        {"email": "nobody@example.org"},
        headers={"X-Forwarded-Host": "evil.example"},
    )

    assert "\nhttp://testserver/accounts/signup/\n" in mailoutbox[0].body
