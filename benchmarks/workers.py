"""Workers: their memory at rest and after a load, and how soon they answer."""

import time
from itertools import repeat
from pathlib import Path

from benchmarks import requests
from benchmarks.client import load
from benchmarks.sites import OURS, Server, Site, say
from benchmarks.tables import Result, Table, at_most

MEMORY = 90  # MB, of a worker at rest


def memory(server: Server) -> tuple[float, float]:
    """Megabytes of the largest worker: its own share of what is in memory (PSS), and all (RSS)."""
    found = []
    for pid in server.workers:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
        sizes = {line.split()[0]: int(line.split()[1]) for line in text.splitlines()[1:]}
        found.append((sizes["Pss:"] / 1024, sizes["Rss:"] / 1024))
    return max(found)


def measure(site: Site, seconds: float) -> Result:
    session = site.sessions["year"]
    say(f"{site.engine}: memory, and start to first page")
    start = time.perf_counter()
    server = Server(site, OURS, ())
    try:
        server.wait_for(requests.page("Today", session))
        first = time.perf_counter() - start
        load(server.port, [repeat(requests.get("/healthz"))] * 4, 0.5)  # every worker woke
        rest = memory(server)
        for name in requests.PAGES:
            load(server.port, [repeat(requests.page(name, session))] * 4, seconds)
        loaded = memory(server)
    finally:
        server.end()
    rows = [
        ("a worker at rest", "{:.0f} MB PSS, {:.0f} MB RSS".format(*rest)),
        ("a worker after the load", "{:.0f} MB PSS, {:.0f} MB RSS".format(*loaded)),
        ("gunicorn's start to the first Today", f"{first:.1f} s"),
    ]
    table = Table(f"Memory and start on {site.engine}", ("what", "how much"), rows)
    what = f"a worker’s memory at rest (RSS), {site.engine}"
    return Result([table], [at_most(what, MEMORY, rest[1], " MB")])
