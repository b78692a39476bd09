"""What a database's error means: it is gone, damaged, or not up to date.

Redis, where tries may be counted, is a database too.
"""

import sqlite3

from django.db import DatabaseError, Error, InterfaceError, OperationalError

LACKS = {"42P01", "42703"}  # PostgreSQL's codes for a table and a column that aren't there
FORBIDDEN = "42501"


def is_gone(error: BaseException | None) -> bool:
    """Whether it can't be used at all.

    SQLite raises OperationalError for a missing table too, which is our mistake. For a file that
    is no database it raises a plain DatabaseError.
    """
    if _sqlite_code(error) == sqlite3.SQLITE_ERROR:
        return False
    usual = isinstance(error, (OperationalError, InterfaceError))
    return usual or _is_damaged(error) or _is_of_redis(error)


def advice(error: Error) -> str:
    """What is wrong and what to do, for whoever gave a command; "" where the mistake is ours."""
    if _is_damaged(error):
        return (
            f"The database is damaged: {first_line(error)}. Put a backup in its place, as "
            "docs/operations.md says."
        )
    if is_gone(error):
        return (
            f"The database can't be used: {first_line(error)}. Look at DATABASE_URL, and whether "
            "the database is running."
        )
    if _sqlstate(error) == FORBIDDEN:
        return (
            f"The database refuses us: {first_line(error)}. Make the user that DATABASE_URL names "
            "the database's owner."
        )
    if _lacks_something(error):
        return (
            f"The database isn't up to date: {first_line(error)}. Bring it up to date: "
            "manage.py prepare"
        )
    return ""


def first_line(error: BaseException) -> str:
    return str(error).partition("\n")[0].rstrip(".")


def _is_damaged(error: BaseException | None) -> bool:
    return type(error) is DatabaseError


def _is_of_redis(error: BaseException | None) -> bool:
    """By the module's name: importing it costs each process 6 MB, and most sites have no Redis."""
    return type(error).__module__ == "redis.exceptions"


def _lacks_something(error: Error) -> bool:
    if _sqlite_code(error) == sqlite3.SQLITE_ERROR:
        return str(error).startswith("no such ")
    return _sqlstate(error) in LACKS


def _sqlstate(error: Error) -> str | None:
    return getattr(error.__cause__, "sqlstate", None)


def _sqlite_code(error: BaseException | None) -> int | None:
    return getattr(error.__cause__, "sqlite_errorcode", None) if error else None
