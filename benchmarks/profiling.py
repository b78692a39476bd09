"""Where a page's time goes: Python's own profile of many answers, in this process."""

import cProfile
import io
import pstats

from benchmarks.reading import asks

TOP = 20
OURS = r"/(accounts|exercises|footcare_site|logbook)/"


def profile(page: str, session: str, day: str, times: int) -> str:
    """What costs most: our functions with all that they call, then any function by itself."""
    profiler = cProfile.Profile()
    every = asks(session, day)
    for name in ("Tick", page):  # the first one loads templates
        every[name]()
    for _ in range(times):
        if page == "Undo":
            every["Tick"]()
        profiler.runcall(every[page])
    text = io.StringIO()
    told = pstats.Stats(profiler, stream=text)
    told.sort_stats("cumulative").print_stats(OURS, TOP)
    told.strip_dirs().sort_stats("tottime").print_stats(TOP)
    return f"{page}, {times} times\n{text.getvalue()}"
