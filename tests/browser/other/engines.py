"""Firefox and WebKit: found or installed, and started without a window that anyone sees.

The tests get them when the first of them needs one; `python -m tests.browser.other.engines` does
so alone.
"""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests import packages
from tests.browser import fonts
from tests.browser.other.webdriver import PATIENCE, Driver, Marionette, OverHttp

FIREFOX, WEBKIT, SCREEN = "firefox-esr", "WebKitWebDriver", "Xvfb"
PACKAGES = {FIREFOX: "firefox-esr", WEBKIT: "webkit2gtk-driver", SCREEN: "xvfb"}
LOOKS = f"[Settings]\ngtk-enable-animations=false\ngtk-font-name={fonts.NARROW} Sans 10\n"
SIZE = ("-screen", "0", "1280x1024x24")
PREFERENCES: dict[str, str | int | bool] = {
    "marionette.port": 0,  # one that is free
    # Whatever it wants of others than this machine finds nobody.
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "ui.prefersReducedMotion": 1,
}
"""Besides those that Firefox sets by itself while it is told what to do, such as no updates."""


class NoEngine(RuntimeError):
    """The sentence says what to do."""


def get(*programs: str) -> None:
    """They are there afterwards, installed first where one isn't. Raises NoEngine."""
    with packages.one_at_a_time():
        missing = [PACKAGES[program] for program in programs if not shutil.which(program)]
        if missing and not packages.install(*missing):
            raise NoEngine(
                "The tests in Firefox and WebKit need programs that could neither be found nor "
                f"installed. Install Debian’s packages {', '.join(missing)}."
            )


@contextmanager
def firefox(home: Path, environment: dict[str, str]) -> Iterator[Driver]:
    profile = home / "profile"
    profile.mkdir()
    with (profile / "user.js").open("w") as file:
        for name, value in PREFERENCES.items():
            file.write(f"user_pref({json.dumps(name)}, {json.dumps(value)});\n")
    command = [FIREFOX, "--headless", "--no-remote", "--marionette"]
    command += ["--remote-allow-system-access", "--profile", str(profile)]
    with _running(command, environment):
        told = profile / "MarionetteActivePort"
        _wait(lambda: told.exists() and told.read_text() != "")
        with Marionette(int(told.read_text())) as driver:
            driver.inside("document.documentElement.style.minWidth = 0")  # as a phone's
            yield driver


@contextmanager
def webkit(home: Path, environment: dict[str, str]) -> Iterator[Driver]:
    looks = home / "gtk-3.0" / "settings.ini"
    looks.parent.mkdir()
    looks.write_text(LOOKS)
    number, its_end = os.pipe()
    screen = [SCREEN, "-displayfd", str(its_end), "-nolisten", "tcp", *SIZE]
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with _running(screen, environment, pass_fds=[its_end]), os.fdopen(number) as told:
        os.close(its_end)
        display = {"DISPLAY": f":{told.readline().strip()}"}
        with _running([WEBKIT, f"--port={port}"], environment | display):
            _wait(lambda: _listens(port))
            with OverHttp(port) as driver:
                yield driver


@contextmanager
def _running(
    command: list[str], environment: dict[str, str], pass_fds: Sequence[int] = ()
) -> Iterator[None]:
    """With all that it starts, which ends with it; what they say is of no use here."""
    with subprocess.Popen(
        command,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=pass_fds,
        start_new_session=True,
    ) as process:
        try:
            yield
        finally:
            os.killpg(process.pid, signal.SIGTERM)


def _listens(port: int) -> bool:
    with socket.socket() as caller:
        return caller.connect_ex(("127.0.0.1", port)) == 0


def _wait(is_so: Callable[[], bool]) -> None:
    """Raises NoEngine where it never is."""
    until = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > until:
            raise NoEngine("The browser was started, and can’t be spoken to.")
        time.sleep(0.02)


def main() -> None:
    try:
        get(*PACKAGES)
    except NoEngine as problem:
        sys.exit(str(problem))
    print("Firefox and WebKit are here.")


if __name__ == "__main__":
    main()
