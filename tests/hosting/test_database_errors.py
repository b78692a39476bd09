"""Whose mistake a database's complaint is: a database gone is told, ours is not hidden."""

import pytest
from django.db import Error, IntegrityError, InterfaceError, ProgrammingError, connection
from psycopg.errors import InsufficientPrivilege

from accounts.models import User
from hosting import database_errors
from tests.make import make_user


def complaint(statement: str) -> Error:
    with pytest.raises(Error) as stopped, connection.cursor() as cursor:
        cursor.execute(statement)
    return stopped.value


@pytest.mark.parametrize(
    "statement", ["SELECT toes FROM accounts_user", "SELECT email FROM accounts_foot"]
)
@pytest.mark.django_db
def test_what_is_missing_means_a_database_that_is_not_up_to_date(statement: str) -> None:
    error = complaint(statement)

    assert not database_errors.is_gone(error)
    assert database_errors.advice(error) == (
        f"The database isn't up to date: {database_errors.first_line(error)}. Bring it up to date: "
        "manage.py prepare"
    )


@pytest.mark.django_db
def test_a_mistake_of_ours_is_not_explained_away() -> None:
    error = complaint("SELECT 1 FROM")

    assert not database_errors.is_gone(error)
    assert database_errors.advice(error) == ""


@pytest.mark.django_db
def test_a_row_that_is_refused_is_a_mistake_of_named() -> None:
    make_user(email="sam@example.org")

    with pytest.raises(IntegrityError) as stopped:
        User.objects.create(email="sam@example.org")

    assert not database_errors.is_gone(stopped.value)
    assert database_errors.advice(stopped.value) == ""


def test_a_user_that_may_not_make_tables_is_told_who_may() -> None:
    error = ProgrammingError("permission denied for schema public\nLINE 1: CREATE TABLE")
    error.__cause__ = InsufficientPrivilege()

    assert not database_errors.is_gone(error)
    assert database_errors.advice(error) == (
        "The database refuses us: permission denied for schema public. Make the user that "
        "DATABASE_URL names the database's owner."
    )


def test_a_connection_that_broke_is_a_database_gone() -> None:
    error = InterfaceError("the connection is closed\nand more")

    assert database_errors.is_gone(error)
    assert database_errors.advice(error).startswith(
        "The database can't be used: the connection is closed."
    )
    assert database_errors.advice(ProgrammingError("x")) == ""
