"""The people list for whoever runs the site."""

from collections.abc import Callable

import pytest
from django.test import Client

from accounts.models import User
from tests.make import make_programme, make_user
from tests.page import Page


@pytest.fixture
def operator(client_of: Callable[[User], Client], db: None) -> Client:
    return client_of(make_user(email="operator@example.org", is_staff=True, is_superuser=True))


def test_the_list_names_people_and_nothing_about_their_health(operator: Client) -> None:
    make_user(email="margit@example.org")

    page = Page(operator.get("/admin/accounts/user/"))

    assert "margit@example.org" in page.words
    cells = {cell["class"].split()[0] for cell in page.find("td") if "class" in cell}
    assert cells == {"field-date_joined", "field-is_staff"}


def test_an_account_can_be_closed_but_its_address_stays(operator: Client) -> None:
    margit = make_user(email="margit@example.org")

    operator.post(f"/admin/accounts/user/{margit.pk}/change/", {"email": "mine@example.org"})

    margit.refresh_from_db()
    assert (margit.email, margit.is_active) == ("margit@example.org", False)


def test_nobody_is_deleted_and_nothing_that_they_did_is_listed(operator: Client) -> None:
    margit = make_user(email="margit@example.org")
    make_programme(user=margit)
    delete = f"/admin/accounts/user/{margit.pk}/delete/"

    assert operator.get(delete).status_code == 403
    assert operator.post(delete, {"post": "yes"}).status_code == 403
    chosen = {"action": "delete_selected", "_selected_action": str(margit.pk), "post": "yes"}
    operator.post("/admin/accounts/user/", chosen)

    assert User.objects.filter(pk=margit.pk).exists()


def test_the_admin_has_people_and_the_catalogue_and_nothing_else(operator: Client) -> None:
    page = Page(operator.get("/admin/"))

    links = {link["href"] for link in page.find("a") if link["href"].count("/") == 4}
    assert links == {
        "/admin/accounts/user/",
        "/admin/exercises/exercise/",
        "/admin/exercises/source/",
    }
    assert operator.get("/admin/account/emailaddress/").status_code == 404


def test_nobody_is_added_by_hand(operator: Client) -> None:
    assert operator.get("/admin/accounts/user/add/").status_code == 403


def test_the_admin_is_closed_to_people_who_do_not_run_the_site(signed_in: Client) -> None:
    response = signed_in.get("/admin/login/")

    assert response.status_code == 403
    assert "These footprints stop here" in Page(response).words


def test_the_operator_s_own_password_is_changed_where_tries_are_counted(operator: Client) -> None:
    response = operator.post("/admin/password_change/", {"old_password": "guess"})

    assert response.headers["Location"] == "/accounts/password/change/"
