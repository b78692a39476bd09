"""Pages of allauth that we did not write ourselves still come in our layout."""

from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.test import Client

from accounts.models import User
from tests.make import make_user
from tests.page import Page


@pytest.mark.parametrize("name", ["signup_closed", "verified_email_required"])
def test_a_page_of_allauths_has_our_head_and_one_heading(name: str) -> None:
    page = Page(HttpResponse(render_to_string(f"account/{name}.html")))

    assert len(page.find("h1")) == 1
    assert page.find("link", rel="stylesheet", href="/static/css/base.css")
    assert page.find("main", id="main")


def test_a_form_of_allauths_has_our_fields_and_button(
    client_of: Callable[[User], Client], db: None
) -> None:
    user = make_user()
    user.set_unusable_password()
    user.save()

    page = Page(client_of(user).post("/accounts/password/set/", {"password1": "sparow"}))

    assert "Error: Set Password" in page.words
    assert page.find("input", name="password1", aria_invalid="true", **{"class": "input"})
    assert page.find("button", **{"class": "btn btn--primary btn--big btn--wide"})
