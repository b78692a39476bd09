"""How another browser is told what to do: by WebDriver, which Firefox takes in a form of its own.

WebKit has a program beside it that takes WebDriver over HTTP. Debian's Firefox has none, but
understands the same commands under Marionette's names, on a connection of its own.
"""

import json
import socket
from contextlib import closing
from http.client import HTTPConnection
from typing import Any, Protocol, Self

PATIENCE = 60  # seconds in which a browser starts, and a command is done, on a busy machine
SOON = 10  # seconds in which a script answers there
COMMANDS = {
    "AddCookie": ("POST", "cookie"),
    "Back": ("POST", "back"),
    "DeleteAllCookies": ("DELETE", "cookie"),
    "ElementClick": ("POST", "element/{id}/click"),
    "ElementSendKeys": ("POST", "element/{id}/value"),
    "ExecuteScript": ("POST", "execute/sync"),
    "Forward": ("POST", "forward"),
    "Navigate": ("POST", "url"),
    "Refresh": ("POST", "refresh"),
    "SetWindowRect": ("POST", "window/rect"),
    "TakeScreenshot": ("GET", "screenshot"),
}
"""Marionette's name for each, and WebDriver's method and place."""
# By itself WebKit's driver waits before each command until no page is on its way. Where a page
# out of the memory loads itself anew, it now and then does so for ever, whatever it is asked: it
# misses that the page has come. So it is not to wait; `Browser` looks whether a page is there.
WANTED = {"pageLoadStrategy": "none"}


class Refused(Exception):
    """The browser couldn't do it; it says why."""


class Driver(Protocol):
    def ask(self, command: str, **parameters: Any) -> Any:
        """What came of one of the commands. Raises Refused."""


class OverHttp:
    def __init__(self, port: int) -> None:
        self.port = port
        begun = self._send("POST", "/session", {"capabilities": {"alwaysMatch": WANTED}})
        self.session = f"/session/{begun['sessionId']}"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self._send("DELETE", self.session, {})

    def ask(self, command: str, **parameters: Any) -> Any:
        method, place = COMMANDS[command]
        path = f"{self.session}/{place.format(**parameters)}"
        if command != "ExecuteScript":
            return self._send(method, path, parameters)
        try:
            return self._send(method, path, parameters, patience=SOON)
        except TimeoutError:
            # What a script says is lost if its page went away meanwhile.
            raise Refused("WebKit never answered.") from None

    def _send(
        self, method: str, path: str, parameters: dict[str, Any], patience: int = PATIENCE
    ) -> Any:
        body = json.dumps(parameters) if method == "POST" else None
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=patience)) as connection:
            connection.request(method, path, body, {"Content-Type": "application/json"})
            response = connection.getresponse()
            value = json.load(response)["value"]
        if response.status != 200:
            raise Refused(f"{value['error']}: {value['message']}")
        return value


class Marionette:
    def __init__(self, port: int) -> None:
        self.connection = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        self.answers = self.connection.makefile("rb")
        self._read()  # who it is
        self.sent = 0
        self._send("WebDriver:NewSession", {})

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self.answers.close()
        self.connection.close()

    def ask(self, command: str, **parameters: Any) -> Any:
        return self._send(f"WebDriver:{command}", parameters)

    def inside(self, script: str) -> Any:
        """What the script returns that runs in the browser itself, not in its page."""
        self._send("Marionette:SetContext", {"value": "chrome"})
        try:
            return self.ask("ExecuteScript", script=script, args=[])
        finally:
            self._send("Marionette:SetContext", {"value": "content"})

    def _send(self, name: str, parameters: dict[str, Any]) -> Any:
        self.sent += 1
        message = json.dumps([0, self.sent, name, parameters]).encode()
        self.connection.sendall(b"%d:%s" % (len(message), message))
        _, _, error, value = self._read()
        if error:
            raise Refused(f"{error['error']}: {error['message']}")
        return value["value"] if isinstance(value, dict) and list(value) == ["value"] else value

    def _read(self) -> Any:
        """Each message comes after its length and a colon."""
        length = b""
        while (byte := self.answers.read(1)) != b":":
            if not byte:
                raise Refused("Firefox ended.")
            length += byte
        return json.loads(self.answers.read(int(length)))
