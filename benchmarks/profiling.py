"""Where a page's time goes: Python's own profile of many answers, in this process."""

import cProfile
import io
import pstats

from benchmarks.reading import asks

TOP = 20


def profile(page: str, session: str, day: str, times: int) -> str:
    """The functions that cost most: by what they and all they call take, then by themselves."""
    ask = asks(session, day)[page]
    ask()
    profiler = cProfile.Profile()
    for _ in range(times):
        profiler.runcall(ask)
    text = io.StringIO()
    told = pstats.Stats(profiler, stream=text).strip_dirs()
    for order in ("cumulative", "tottime"):
        told.sort_stats(order).print_stats(TOP)
    return text.getvalue()
