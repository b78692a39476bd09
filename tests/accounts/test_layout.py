"""Pages of allauth that we did not write ourselves still come in our layout."""

import re
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone

from accounts.sign_in_forms import SignUpForm
from tests.page import Page


@pytest.mark.parametrize("name", ["signup_closed", "verified_email_required"])
def test_a_page_of_allauths_has_our_head_and_one_heading(name: str) -> None:
    page = Page(HttpResponse(render_to_string(f"account/{name}.html")))

    assert len(page.find("h1")) == 1
    assert page.find("link", rel="stylesheet", href="/static/css/base.css")
    assert page.find("main", id="main")


def test_a_form_of_allauths_has_our_fields_and_button() -> None:
    now = timezone.now()
    given = {"form": SignUpForm({"password1": "sparow"}), "trust_from": now, "trust_until": now}

    page = Page(HttpResponse(render_to_string("mfa/trust.html", given)))

    assert "Error: Trust this Browser?" in page.words
    assert page.find("input", name="password1", aria_invalid="true", **{"class": "input"})
    assert page.find("button", **{"class": "btn btn--primary btn--big btn--wide"})


def test_every_way_out_tells_the_browser_to_forget() -> None:
    ways = [
        form
        for template in Path("templates").rglob("*.html")
        for form in re.findall("<form[^>]*>", template.read_text())
        if "'account_logout'" in form or template.name in {"logout.html", "delete.html"}
    ]

    assert len(ways) == 5
    assert [form for form in ways if "data-forgets" not in form] == []
