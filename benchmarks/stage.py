"""What one engine's measurements stand on: its two databases, one nearly empty and one full."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import psycopg

from benchmarks.site import FLOOR_SETTINGS, Place, tell
from tests.postgres import cluster

SQLITE, POSTGRES = "SQLite", "PostgreSQL"
AS_DEPLOYED = {
    "shared_buffers": "1GB",
    "maintenance_work_mem": "512MB",
    "max_wal_size": "8GB",
    "random_page_cost": "1.1",  # no disk that turns
}
"""What whoever runs a PostgreSQL for more than one household sets. It keeps all safe (fsync)."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A site with people: the day on which they are, and the sessions of their browsers by name."""

    place: Place
    others: int
    day: str
    rows: int
    """How many sessions of exercises there are in all."""
    sessions: dict[str, str]

    def inside(self, task: str, person: str, **arguments: Any) -> Any:
        return self.place.inside(task, session=self.sessions[person], day=self.day, **arguments)


@dataclass(frozen=True, slots=True)
class Stage:
    engine: str
    small: Filled
    """Where nobody is but the measured people."""
    large: Filled
    """Where others are beside them."""


@contextmanager
def stage(engine: str, others: int, a_day: int) -> Iterator[Stage]:
    """Both databases of that engine, filled; gone afterwards."""
    with TemporaryDirectory(prefix="footcare-bench-") as name, databases(engine, Path(name)) as two:
        state = Path(name) / "state"
        state.mkdir()
        small, large = (
            fill(Place(engine, state, address), number, a_day)
            for address, number in zip(two, (0, others), strict=True)
        )
        yield Stage(engine, small, large)


@contextmanager
def databases(engine: str, folder: Path) -> Iterator[list[str]]:
    """The addresses of two empty ones."""
    if engine == SQLITE:
        yield [f"sqlite:///{folder / name}.sqlite3" for name in ("small", "large")]
        return
    with cluster(**AS_DEPLOYED) as address:
        with psycopg.connect(address, autocommit=True) as connection:
            for name in ("small", "large"):
                connection.execute(f"CREATE DATABASE {name}".encode())
        yield [address.replace("/footcare?", f"/{name}?") for name in ("small", "large")]


def fill(place: Place, others: int, a_day: int) -> Filled:
    tell(f"{place.engine}: a database with {others:,} other people")
    place.manage("prepare", "--verbosity=0")
    place.manage("migrate", "--run-syncdb", "--verbosity=0", settings=FLOOR_SETTINGS)
    return Filled(place, others, **place.inside("fill", others=others, a_day=a_day))
