"""What the pages ask of the database: how many queries, by which plans; which rows are there."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.db import connection, transaction
from django.test import Client

from benchmarks import plans as judged
from benchmarks.asking import EXERCISE, PAGES, PUBLIC
from benchmarks.results import middle
from footcare_site import pieces
from logbook.models import Session

TURNS = 9
Query = tuple[str, Any]
Ask = Callable[[], Any]


def browser(session: str) -> Client:
    """In which whoever has that session is signed in; a stranger's without."""
    client = Client(SERVER_NAME="127.0.0.1")
    if session:
        client.cookies[settings.SESSION_COOKIE_NAME] = session
    return client


def asks(session: str, day: str) -> dict[str, Ask]:
    """Every page and act that is measured, by name; Undo takes back what Tick recorded last."""
    keys: list[str] = []
    client, stranger = browser(session), browser("")

    def page(name: str) -> Ask:
        asking = stranger if name in PUBLIC else client
        return lambda: asking.get(PAGES[name])

    def tick() -> Any:
        keys.append(str(uuid4()))
        sent = {"exercise": EXERCISE, "day": day, "key": keys[-1], "page": "today"}
        return client.post("/sessions/", sent)

    def undo() -> Any:
        return client.post(f"/sessions/{keys.pop()}/undo/", {"page": "today"})

    return {name: page(name) for name in PAGES} | {"Tick": tick, "Undo": undo}


@contextmanager
def noted(queries: list[Query]) -> Iterator[None]:
    """Meanwhile every query goes into the list as it is asked, with its values."""

    def note(execute: Any, sql: str, values: Any, many: bool, context: Any) -> Any:
        queries.append((sql, values))
        return execute(sql, values, many, context)

    with connection.execute_wrapper(note):
        yield


def pages(session: str, day: str) -> dict[str, tuple[int, int, float]]:
    """Of each page and act queries, bytes of HTML, and how many times as long it takes drawn anew.

    Nothing that it writes stays.
    """
    told = {}
    with transaction.atomic():
        for name, ask in asks(session, day).items():
            queries: list[Query] = []
            with noted(queries):
                answer = ask()
            if answer.status_code not in (200, 302):
                raise RuntimeError(f"{name} answered with {answer.status_code}.")
            asked = [sql for sql, _values in queries if is_query(sql)]
            anew = middle(took(ask, forgetting=True) / took(ask) for _ in range(TURNS))
            told[name] = (len(asked), len(answer.content), anew)
        transaction.set_rollback(True)
    return told


def took(ask: Ask, *, forgetting: bool = False) -> float:
    """Seconds of this process; `forgetting` what was drawn before, so that all of it is drawn."""
    if forgetting:
        pieces.drawn.cache_clear()
    start = time.process_time()
    ask()
    return time.process_time() - start


def is_query(sql: str) -> bool:
    """Begin, commit and savepoints ask nothing."""
    return sql.split(maxsplit=1)[0] in ("SELECT", "INSERT", "UPDATE", "DELETE")


def plans(session: str, day: str) -> list[tuple[str, str, str]]:
    """Each page's queries that read a personal table from end to end: page, table, the plan's line.

    A table of a thousand rows is read so sooner than by its index, and isn't told.
    """
    large = {table for table in judged.personal_tables() if judged.is_large(table)}
    found = []
    with transaction.atomic():
        for name, ask in asks(session, day).items():
            queries: list[Query] = []
            with noted(queries):
                ask()
            for sql, values in queries:
                if is_query(sql):
                    for table, line in judged.read_from_end_to_end(sql, values, large):
                        found.append((name, table, line))
        transaction.set_rollback(True)
    return found


def keys(people: str) -> list[str]:
    """The keys of all sessions of people whose address begins so, each as often as it is there."""
    found = Session.objects.filter(user__email__startswith=people)
    return [str(key) for key in found.values_list("key", flat=True)]
