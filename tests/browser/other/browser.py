"""What a person does and sees in another browser: presses, types, goes back, reads."""

import base64
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.browser.other.webdriver import Driver, Marionette, Refused

# Firefox's words for shapes of icons, which have no style sheet to wait for, and for a page that is
# left before all its scripts came. Where one never comes, what it is for fails.
TOO_EARLY = ("Layout was forced before the page was", "Loading failed for the module with source")
PATIENCE = 30  # seconds; a busy machine is no defect
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # WebDriver's name for one
HTML = "return document.documentElement"

# A page out of the browser's memory was left under an earlier number.
IS_LEFT = "return window.left = arguments[0]"
HAS_COME = "return window.left !== arguments[0] && document.readyState === 'complete'"

# By what it is called: a button, a link, a fold, or what a label belongs to.
CALLED = """
    const [name, kinds] = arguments;
    const words = (it) => (it.ariaLabel ?? it.innerText).replace(/\\s+/g, " ").trim().toLowerCase();
    const isCalled = (it) => words(it).startsWith(name.toLowerCase());
    const isSeen = (it) => it.checkVisibility({ visibilityProperty: true });
    const found = [...document.querySelectorAll(kinds)].find((it) => isCalled(it) && isSeen(it));
    const it = found?.control ?? found;
    it?.scrollIntoView({ block: "center", behavior: "instant" });
    return it;
"""
# WebKit tells nobody outside what it complains of. So the page is listened to as soon as it is
# spoken to, which is after its own scripts have begun.
LISTEN = """
    window.complaints ??= (() => {
        const heard = [];
        const named = ({ src, href }) => `Not loaded: ${src ?? href?.baseVal ?? href}`;
        const wordsOf = ({ message, target }) => message ?? named(target);
        addEventListener("error", (event) => heard.push(wordsOf(event)), true);
        addEventListener("unhandledrejection", (event) => heard.push(String(event.reason)));
        addEventListener("securitypolicyviolation", (event) => heard.push(event.violatedDirective));
        for (const level of ["error", "warn"])
            console[level] = (...words) => heard.push(words.join(" "));
        return heard;
    })();
"""
# Firefox keeps what was told to its console, by all pages and by itself.
CONSOLE = """
    const told = Services.console.getMessageArray()
        .filter((it) => it instanceof Ci.nsIScriptError && /^https?:/.test(it.sourceName))
        .map((it) => it.message);
    const storage = Cc["@mozilla.org/consoleAPI-storage;1"].getService(Ci.nsIConsoleAPIStorage);
    const said = storage.getEvents()
        .filter((it) => ["error", "warn"].includes(it.level) && /^https?:/.test(it.filename))
        .map((it) => `${it.filename}: ${it.arguments.join(" ")}`);
    Services.console.reset();
    storage.clearEvents();
    return [...told, ...said];
"""


class Browser:
    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        self.site = ""
        self.pages_left = 0

    def visit(self, site: str) -> None:
        self.site = site
        self.driver.ask("SetWindowRect", width=390, height=844)
        self.open("/healthz")
        self.complaints()

    def leave(self) -> None:
        """Without a cookie: they are kept by the name of a host, whatever its port."""
        self.driver.ask("DeleteAllCookies")
        self._go("Navigate", url="about:blank")

    def open(self, path: str) -> None:
        self._go("Navigate", url=self.site + path)

    def back(self) -> None:
        self._go("Back")

    def forward(self) -> None:
        self._go("Forward")

    def reload(self) -> None:
        self._go("Refresh")

    def remember(self, name: str, value: str) -> None:
        self.driver.ask("AddCookie", cookie={"name": name, "value": value, "httpOnly": True})

    def run(self, script: str, *arguments: Any) -> Any:
        """What the script returns, in the page."""
        return self.driver.ask("ExecuteScript", script=LISTEN + script, args=list(arguments))

    def press(self, name: str) -> None:
        self._act("ElementClick", name, "button, a, summary")

    def fill(self, label: str, words: str) -> None:
        self._act("ElementSendKeys", label, "label", text=words)

    def key(self, key: str) -> None:
        found = self.run("return document.activeElement")
        self.driver.ask("ElementSendKeys", id=found[ELEMENT], text=key)

    def rest(self) -> None:
        """A second: a press is then meant for what stands there now."""
        time.sleep(1)

    def ready(self) -> None:
        """Waits until what is pressed goes through the outbox."""
        self.wait(lambda: self.run(f"{HTML}.matches('[data-acts]')"), "The outbox never starts")

    def sent(self) -> None:
        """Waits until the site has answered all that was done."""
        self.ready()
        self.wait(lambda: self.run(f"{HTML}.matches(':not([data-waiting])')"), "It is never sent")

    def see(self, words: str) -> None:
        """Waits until the page says so, to the eye."""
        self.wait(lambda: words in self.words, f"“{words}” is never seen")

    @property
    def words(self) -> str:
        return str(self.run("return document.body.innerText"))

    @property
    def path(self) -> str:
        return str(self.run("return location.href")).removeprefix(self.site)

    def wait(self, is_so: Callable[[], object], otherwise: str) -> None:
        """A page that goes away in the middle of a question is asked again."""
        until = time.monotonic() + PATIENCE
        refusal = None
        while time.monotonic() < until:
            try:
                if is_so():
                    return
            except Refused as problem:
                refusal = problem
            time.sleep(0.05)
        raise AssertionError(f"{otherwise} at {self.path}:\n{self.words}\n{refusal or ''}")

    def complaints(self) -> list[str]:
        """What it complained of since this was last asked."""
        if isinstance(self.driver, Marionette):
            told = self.driver.inside(CONSOLE)
        else:
            told = self.run("return complaints.splice(0)")
        return [each for each in told if not any(words in each for words in TOO_EARLY)]

    def picture(self, file: Path) -> None:
        file.write_bytes(base64.b64decode(self.driver.ask("TakeScreenshot", full=False)))

    def _go(self, command: str, **more: Any) -> None:
        """Until another page is there as a whole, or the same one anew."""
        self.pages_left += 1
        self.wait(lambda: self.run(IS_LEFT, self.pages_left), "The page can’t be left")
        self.driver.ask(command, **more)
        self.wait(lambda: self.run(HAS_COME, self.pages_left), f"{command} {more} leads nowhere")

    def _act(self, command: str, name: str, kinds: str, **more: Any) -> None:
        """Once it is there, which may be a page later."""

        def act() -> bool:
            found = self.run(CALLED, name, kinds)
            if found:
                self.driver.ask(command, id=found[ELEMENT], **more)
            return bool(found)

        self.wait(act, f"“{name}” is never there")
