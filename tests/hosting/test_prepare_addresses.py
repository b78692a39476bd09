"""`prepare` brings addresses into their one form, and names nobody where two people share one."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from pytest_django.fixtures import Settings

from accounts.models import User

pytestmark = pytest.mark.slow


def test_prepare_says_how_many_share_an_address(
    db: None, settings: Settings, tmp_path: Path
) -> None:
    settings.STATIC_ROOT = tmp_path / "static"
    shared = ["kim@müller.example", "kim@xn--mller-kva.example"]
    User.objects.bulk_create(User(email=email) for email in [*shared, "lee@müller.example"])
    errors = StringIO()

    call_command("prepare", stdout=StringIO(), stderr=errors)

    assert errors.getvalue() == (
        "Addresses: 1 shared by two people, who stay as they are. "
        "`manage.py unify_addresses` names them.\n"
    )
    emails = User.objects.order_by("email").values_list("email", flat=True)
    assert list(emails) == [*shared, "lee@xn--mller-kva.example"]
