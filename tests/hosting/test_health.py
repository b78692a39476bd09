"""The health check, for whatever watches the site. (Without a database: test_database_gone.)"""

from django.test import Client
from pytest_django import Settings


def test_the_site_is_well(db: None) -> None:
    response = Client().get("/healthz")

    assert response.status_code == 200
    assert response.content == b"ok\n"
    assert response.headers["Content-Type"] == "text/plain"
    assert "no-store" in response.headers["Cache-Control"]


def test_the_health_check_works_inside_the_house_where_https_is_outside(
    db: None, settings: Settings
) -> None:
    settings.SECURE_SSL_REDIRECT = True

    assert Client().get("/healthz").status_code == 200
    assert Client().get("/").headers["Location"] == "https://testserver/"


def test_the_health_check_is_only_asked(db: None) -> None:
    assert Client().head("/healthz").status_code == 200
    assert Client().post("/healthz").status_code == 405
