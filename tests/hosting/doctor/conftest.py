"""What tests of the doctor can ask for: a web server that gives one answer, whatever is asked."""

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

Answering = Callable[..., str]


@pytest.fixture
def answering() -> Iterator[Answering]:
    """Start one; its address."""
    with ExitStack() as ends:

        def start(status: int, body: bytes = b"", location: str = "") -> str:
            class Handler(BaseHTTPRequestHandler):
                def do_GET(self) -> None:
                    self.send_response(status)
                    if location:
                        here = f"http://{self.headers['Host']}"
                        self.send_header("Location", location.format(here=here))
                    self.end_headers()
                    self.wfile.write(body)

                def log_message(self, *arguments: object) -> None:
                    """Nobody reads its log."""

            server = HTTPServer(("127.0.0.1", 0), Handler)
            thread = threading.Thread(target=server.serve_forever, args=(0.01,))
            thread.start()
            ends.callback(server.server_close)
            ends.callback(thread.join)
            ends.callback(server.shutdown)
            return f"http://127.0.0.1:{server.server_port}"

        yield start
