"""What needs Django: `python -m benchmarks.inside TASK ARGUMENTS` does it and prints JSON."""

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from statistics import median
from typing import Any
from uuid import uuid4

import django
from django.conf import settings
from django.db import connection, transaction
from django.test import Client

from benchmarks.requests import PAGES, PUBLIC, tick_fields

Query = tuple[str, object]
Send = Callable[[], Any]


def browser(session: str) -> Client:
    """In which whoever has that session is signed in; a stranger's without."""
    client = Client(SERVER_NAME="127.0.0.1")
    if session:
        client.cookies[settings.SESSION_COOKIE_NAME] = session
    return client


def every(session: str, day: str) -> dict[str, Send]:
    """Every page and act that is measured, by name. Undo takes back what Tick recorded last."""
    keys: list[str] = []
    client, stranger = browser(session), browser("")

    def page(name: str) -> Send:
        return lambda: (stranger if name in PUBLIC else client).get(PAGES[name])

    def tick() -> Any:
        keys.append(str(uuid4()))
        return client.post("/sessions/", tick_fields(day, keys[-1]))

    def undo() -> Any:
        return client.post(f"/sessions/{keys.pop()}/undo/", {"page": "today"})

    return {name: page(name) for name in PAGES} | {"Tick": tick, "Undo": undo}


@contextmanager
def undone() -> Iterator[None]:
    """Nothing that is written meanwhile stays."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def queries(send: Send) -> tuple[Any, list[Query]]:
    """The answer, and what it asked of the database, with values."""
    found: list[Query] = []

    def note(
        execute: Callable[..., object], sql: str, values: object, many: bool, context: object
    ) -> object:
        # Begin, commit and savepoints ask nothing.
        if sql.split(maxsplit=1)[0] in ("SELECT", "INSERT", "UPDATE", "DELETE"):
            found.append((sql, values))
        return execute(sql, values, many, context)

    with connection.execute_wrapper(note):
        answer = send()
    if answer.status_code not in (200, 302):
        raise RuntimeError(f"{answer.request['PATH_INFO']} answered with {answer.status_code}.")
    return answer, found


def pages(session: str, day: str, turns: int = 9) -> dict[str, tuple[int, int, float]]:
    """Of each page and act: queries, bytes of HTML, how many times as long it takes drawn anew."""
    from logbook.templatetags.pieces import drawn

    def took(send: Send) -> float:
        start = time.process_time()
        send()
        return time.process_time() - start

    def anew(send: Send) -> float:
        drawn.cache_clear()
        return took(send) / took(send)

    result = {}
    with undone():
        for name, send in every(session, day).items():
            answer, asked = queries(send)
            times = median(anew(send) for _ in range(turns))
            result[name] = (len(asked), len(answer.content), times)
    return result


def keys(people: str) -> list[str]:
    """The keys of all sessions of people whose address begins so, each as often as it is there."""
    from logbook.models import Session

    found = Session.objects.filter(user__email__startswith=people)
    return [str(key) for key in found.values_list("key", flat=True)]


def fill(**arguments: Any) -> dict[str, Any]:
    from benchmarks import people

    return people.fill(**arguments)


if __name__ == "__main__":
    django.setup()
    json.dump(globals()[sys.argv[1]](**json.loads(sys.argv[2])), sys.stdout)
