"""The accessibility statement: for anyone, led to by every page, and honest about who checked."""

import pytest
from django.test import Client
from pytest_django import Settings

from tests.page import Page

ADDRESS = "/accessibility/"


def test_it_names_the_measure_and_who_checked(client: Client) -> None:
    words = Page(client.get(ADDRESS)).words

    assert "The measure is WCAG 2.2, level AA." in words
    assert "checked it themselves. No outside body has." in words
    assert "This page was last looked through on 30 November 2026." in words


def test_it_says_whom_to_write_to(client: Client, settings: Settings) -> None:
    settings.CONTACT = "mailto:feet@example.org"
    page = Page(client.get(ADDRESS))

    assert "Tell whoever runs this site. You reach them at feet@example.org." in page.words
    assert "They haven’t said how to reach them." not in page.words


def test_it_says_so_where_the_host_has_named_nobody(client: Client) -> None:
    words = Page(client.get(ADDRESS)).words

    assert "Tell whoever runs this site. They haven’t said how to reach them." in words


@pytest.mark.django_db
def test_every_page_leads_there(client: Client) -> None:
    assert Page(client.get("/care/")).find("a", href=ADDRESS)
