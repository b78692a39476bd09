"""All of a site comes over, each row the same, and what it came from stays as it is."""

from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import connections
from django.db.models import Model

from accounts.models import User
from exercises.models import Exercise, Source
from hosting.moving import rows
from hosting.moving.move import connected
from logbook.models import Session
from tests.hosting.conftest import at
from tests.hosting.moving.conftest import move_to
from tests.make import make_programme, make_user

pytestmark = pytest.mark.slow

EMPTY = {
    "account_emailconfirmation",
    "accounts_user_user_permissions",
    "auth_group_permissions",
    "django_admin_log",
    "django_session",
}


def all_rows() -> dict[str, list[dict[str, Any]]]:
    """All there is in the site's database."""
    return {
        model._meta.db_table: sorted(model._base_manager.values(), key=str)
        for model in rows.in_order()
    }


def content(file: Path) -> str:
    return sha256(file.read_bytes()).hexdigest()


def test_every_row_of_every_table_comes_over(
    address: str, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "BATCH", 7)
    monkeypatch.setattr(rows, "REPORT_EVERY", 14)
    before = all_rows()
    assert {table for table, found in before.items() if not found} == EMPTY

    said = move_to(address)

    assert said[0] == "The other database is ready."
    assert [line for line in said if line.startswith("logbook_session:")][:-1] == [
        "logbook_session: 14 of 34 rows",
        "logbook_session: 28 of 34 rows",
        "logbook_session: 34 rows",
    ]
    count = sum(map(len, before.values()))
    assert said[-2:] == [
        f"All is there: {count:,} rows in 28 tables, each the same as here.",
        "Now set DATABASE_URL to that address, in .env or where you set it, and start Footcare: "
        f"make run. {here} stays as it is, until you delete it.",
    ]
    with at(address):
        assert all_rows() == before


def test_what_it_came_from_is_not_written_to(address: str, here: Path) -> None:
    before, content_before = all_rows(), ""
    connections["default"].close()
    content_before = content(here)

    move_to(address)

    assert content(here) == content_before
    assert all_rows() == before


def test_what_it_comes_from_can_only_be_read(address: str, here: Path) -> None:
    with connected(address), pytest.raises(Exception, match="readonly|read-only"):
        User.objects.using(rows.SOURCE).update(theme="dark")


def test_people_go_on_where_it_moved(address: str, here: Path) -> None:
    """New rows have numbers of their own, and a new start finds nothing to do."""
    move_to(address)

    with at(address):
        call_command("migrate", verbosity=0, interactive=False)
        newest = Source.objects.order_by("pk").reverse()[0]
        source = Source.objects.create(key="new", title="New", checked="2026-11-19")
        group = Group.objects.create(name="new")
        make_programme(user=make_user(email="new@example.org"))

    assert source.pk == newest.pk + 1
    assert group.pk == 4


def test_a_database_that_was_prepared_is_empty_too(address: str, here: Path) -> None:
    before = all_rows()
    with at(address):
        call_command("migrate", verbosity=0, interactive=False)
        call_command("loaddata", "exercises", verbosity=0)

    move_to(address)

    with at(address):
        assert all_rows() == before
        assert Exercise.objects.get(slug="toe-presses").keeps_dose


@pytest.mark.usefixtures("transactional_db")
def test_the_tests_own_database_moves_into_a_file(tmp_path: Path) -> None:
    """From PostgreSQL, where the tests run on it."""
    make_programme(user=make_user())
    before = all_rows()

    said = move_to(f"sqlite:///{tmp_path}/moved.sqlite3")

    assert said[-1].endswith(" stays as it is, until you delete it.")
    assert (tmp_path / "moved.sqlite3").stat().st_mode & 0o777 == 0o600
    with at(f"sqlite:///{tmp_path}/moved.sqlite3"):
        assert all_rows() == before
        assert not Session.objects.exists()


def test_every_table_of_ours_moves_and_what_it_refers_to_before_it() -> None:
    moved = rows.in_order()

    assert set(moved) == set(apps.get_models(include_auto_created=True))
    for model in moved:
        before = set(moved[: moved.index(model)])
        assert {field.related_model for field in rows.columns(model) if field.is_relation} <= (
            before
        )


@pytest.mark.parametrize("model", rows.in_order() if apps.ready else [])
def test_no_column_is_set_anew_when_a_row_is_written(model: type[Model]) -> None:
    """Copied rows would have the time of the move."""
    columns = rows.columns(model)

    assert columns
    assert [field for field in columns if getattr(field, "auto_now", False)] == []
    assert [field for field in columns if getattr(field, "auto_now_add", False)] == []
