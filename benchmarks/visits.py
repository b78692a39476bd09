"""Visits: what a first one and a return to Today weigh in Chromium, and how a slow phone fares."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import (
    Browser,
    BrowserContext,
    CDPSession,
    ViewportSize,
    sync_playwright,
)

from benchmarks.asking import PAGES
from benchmarks.results import Figure, Result, Table, at_most, middle
from benchmarks.site import Server, served, tell
from benchmarks.stage import Stage
from tests.browser import chromium

PHONE: ViewportSize = {"width": 390, "height": 844}
SLOWER = 4  # times, the phone's CPU
LATENCY = 150  # milliseconds
DOWN, UP = 1_600_000 / 8, 750_000 / 8  # bytes per second
VITALS = """() => new Promise(done => {
  const seen = {lcp: 0, cls: 0, tbt: 0}
  const look = (type, note) => new PerformanceObserver(list => list.getEntries().forEach(note))
    .observe({type, buffered: true})
  look("largest-contentful-paint", entry => { seen.lcp = entry.startTime })
  look("layout-shift", entry => { if (!entry.hadRecentInput) seen.cls += entry.value })
  look("longtask", entry => { seen.tbt += Math.max(0, entry.duration - 50) })
  setTimeout(() => done(seen), 500)
})"""
TOLD = (
    "Chromium, {width} × {height}, straight from gunicorn. Bytes are those over the wire, heads "
    "included. Slow phone: a CPU {slower} times slower, {latency} ms, 1.6 Mbit/s down. Middle of "
    "{visits} visits."
)


@dataclass
class Wire:
    """What went over the wire since `begin`."""

    session: CDPSession
    size: int = 0
    requests: int = 0

    def __post_init__(self) -> None:
        self.session.send("Network.enable")
        self.session.on("Network.loadingFinished", self.finished)

    def begin(self) -> None:
        self.size = self.requests = 0

    def finished(self, event: dict[str, Any]) -> None:
        # What comes from the browser's own cache has no bytes.
        if size := int(event["encodedDataLength"]):
            self.size += size
            self.requests += 1


@dataclass(frozen=True, slots=True)
class Visit:
    size: int
    requests: int
    vitals: dict[str, float]


def visit(browser: Browser, server: Server, session: str, *, slow: bool) -> tuple[Visit, Visit]:
    """A first one and a return, in a browser that has never been here but is signed in."""
    address = f"http://127.0.0.1:{server.port}"
    context = browser.new_context(viewport=PHONE)
    context.add_cookies([{"name": "sessionid", "value": session, "url": address}])
    try:
        return once(context, address, slow=slow)
    finally:
        context.close()


def once(context: BrowserContext, address: str, *, slow: bool) -> tuple[Visit, Visit]:
    visits = []
    page = context.new_page()
    protocol = context.new_cdp_session(page)
    wire = Wire(protocol)
    if slow:
        protocol.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        line = {"latency": LATENCY, "downloadThroughput": DOWN, "uploadThroughput": UP}
        protocol.send("Network.emulateNetworkConditions", {"offline": False, **line})
    for _ in range(2):
        page.goto("about:blank")
        wire.begin()
        page.goto(address + PAGES["Today"], wait_until="networkidle")
        vitals = page.evaluate(VITALS)
        visits.append(Visit(wire.size, wire.requests, vitals))
    return visits[0], visits[1]


def measure(stage: Stage, *, visits: int) -> Result:
    tell("Visits in Chromium")
    session = stage.small.sessions["visitor"]
    with served(stage.small.place) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.find(), args=list(chromium.FLAGS)
        )
        visit(browser, server, session, slow=False)  # the server is warm then
        quick = [visit(browser, server, session, slow=False) for _ in range(visits)]
        slow = [visit(browser, server, session, slow=True) for _ in range(visits)]
        browser.close()
    return told(quick, slow)


def told(quick: list[tuple[Visit, Visit]], slow: list[tuple[Visit, Visit]]) -> Result:
    rows = []
    figures: list[Figure] = []
    goals = {"first": (45, 8), "return": (8, 2)}
    for number, (name, (bytes_goal, requests_goal)) in enumerate(goals.items()):
        size = middle(each[number].size for each in quick) / 1000
        requests = middle(each[number].requests for each in quick)
        vitals = [each[number].vitals for each in slow]
        lcp, shift, blocked = (
            middle(each[key] for each in vitals) for key in ("lcp", "cls", "tbt")
        )
        rows.append(
            (
                f"{name} visit to Today",
                f"{size:.1f} kB",
                f"{requests:.0f}",
                f"{lcp / 1000:.2f} s",
                f"{shift:.3f}",
                f"{blocked:.0f} ms",
            )
        )
        figures += [
            at_most(f"{name} visit to Today, bytes over the wire", bytes_goal, size, " kB"),
            at_most(f"{name} visit to Today, requests", requests_goal, requests),
        ]
        if name == "first":
            figures += [
                at_most("LCP on a slow phone", 1.5, lcp / 1000, " s"),
                at_most("CLS on a slow phone", 0, shift),
                at_most("total blocking time on a slow phone", 50, blocked, " ms"),
            ]
    heads = ("", "bytes", "requests", "LCP, slow phone", "CLS", "total blocking time")
    text = TOLD.format(**PHONE, slower=SLOWER, latency=LATENCY, visits=len(quick))
    return Result([Table("Visits in a browser", heads, rows, text)], figures)
