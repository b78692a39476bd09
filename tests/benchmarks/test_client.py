"""How an answer is read from its connection. (A real server answers in tests/browser.)"""

import socket
from collections.abc import Iterator

import pytest

from benchmarks.client import Connection, Round, receive, took

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nVary: Cookie\r\n\r\n"


@pytest.fixture
def ends() -> Iterator[tuple[socket.socket, socket.socket]]:
    """Ours and the server's."""
    ours, its = socket.socketpair()
    with ours, its:
        yield ours, its


def test_an_answer_is_its_status_and_head(ends: tuple[socket.socket, socket.socket]) -> None:
    ours, its = ends
    its.sendall(OK + b"Hello")

    assert receive(ours) == (200, OK[:-2].lower())


def test_the_next_answer_on_the_same_connection_is_read_from_its_start(
    ends: tuple[socket.socket, socket.socket],
) -> None:
    ours, its = ends
    its.sendall(OK + b"Hello")
    receive(ours)
    its.sendall(b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n")

    assert receive(ours)[0] == 302


def test_half_an_answer_is_none(ends: tuple[socket.socket, socket.socket]) -> None:
    ours, its = ends
    its.sendall(OK + b"Hel")
    its.close()

    with pytest.raises(ConnectionResetError, match="The server closed the connection."):
        receive(ours)


def test_an_answer_without_its_length_is_refused(
    ends: tuple[socket.socket, socket.socket],
) -> None:
    ours, its = ends
    its.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")

    with pytest.raises(OSError, match="An answer without its length can't be measured."):
        receive(ours)


def test_only_answers_that_were_fine_make_the_rate() -> None:
    came = Round([0.1, 0.2, 0.3], wrong=5, elapsed=1.5)

    assert came.rate == 2
    assert took([came], 0.5) == 0.2


def test_an_answer_that_is_not_fine_counts_as_wrong_and_not_as_time(
    ends: tuple[socket.socket, socket.socket],
) -> None:
    ours, its = ends
    connection, came = Connection(9), Round()
    connection.socket = ours
    its.sendall(OK + b"Hello")
    came.send(connection, b"GET /")
    its.sendall(b"HTTP/1.1 503 Gone\r\nContent-Length: 0\r\n\r\n")
    came.send(connection, b"GET /")

    assert (len(came.took), came.wrong) == (1, 1)
