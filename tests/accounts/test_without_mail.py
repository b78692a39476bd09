"""Where the site sends no mail, no page pretends that it does."""

import pytest
from django.test import Client

from accounts.models import User
from tests.make import make_user
from tests.page import Page


@pytest.mark.django_db
def test_the_reset_page_says_what_to_do_where_no_mail_is_sent(
    client: Client, mailoutbox: list[object]
) -> None:
    make_user()

    for response in (
        client.get("/accounts/password/reset/"),
        client.post("/accounts/password/reset/", {"email": "sam@example.org"}),
    ):
        page = Page(response)
        assert "Ask whoever runs this Footcare" in page.words
        assert ".venv/bin/python manage.py changepassword you@example.org" in page.words
    assert mailoutbox == []


def test_the_email_page_promises_no_mail_where_none_is_sent(
    signed_in: Client, mailoutbox: list[object]
) -> None:
    sent = {"email": "new@example.org", "action_add": ""}

    for response in (signed_in.get("/accounts/email/"), signed_in.post("/accounts/email/", sent)):
        assert "You sign in as sam@example.org. This Footcare sends no mail" in Page(response).words
    assert User.objects.get().email == "sam@example.org"
    assert mailoutbox == []


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/accounts/confirm-email/", "/accounts/confirm-email/abc/"])
def test_there_is_nothing_to_confirm_where_no_mail_is_sent(client: Client, path: str) -> None:
    page = Page(client.get(path))

    assert "This Footcare sends no mail, so there is nothing to confirm." in page.words
    assert page.find("a", href="/today/")


@pytest.mark.django_db
@pytest.mark.parametrize("step", ["confirm", "complete"])
def test_a_reset_that_never_began_leads_back(client: Client, step: str) -> None:
    assert client.get(f"/accounts/password/reset/{step}/").status_code == 302
