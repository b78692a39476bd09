"""The bytes of a request are what a browser would send."""

from benchmarks import requests


def test_a_public_page_is_asked_for_without_a_session() -> None:
    assert requests.page("Exercise", "s3cret") == (
        b"GET /exercises/toe-presses/ HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n\r\n"
    )


def test_a_personal_page_is_asked_for_in_a_session() -> None:
    assert requests.page("Today", "s3cret") == (
        b"GET /today/ HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n"
        b"Cookie: csrftoken=" + requests.TOKEN.encode() + b"; sessionid=s3cret\r\n\r\n"
    )


def test_a_form_tells_its_length_and_the_token_of_its_cookie() -> None:
    head, _, body = requests.post("/sessions/", "s3cret", {"key": "a b"}).partition(b"\r\n\r\n")

    assert body == b"key=a+b"
    assert b"\r\nContent-Length: 7" in head
    assert head.count(requests.TOKEN.encode()) == 2


def test_each_tick_has_a_key_of_its_own_which_an_undo_takes_back_once() -> None:
    keys: list[str] = []
    ticks = requests.ticks("s3cret", "2026-11-19", keys)
    sent = [next(ticks), next(ticks)]
    first, second = keys

    assert [first.encode() in sent[0], second.encode() in sent[1]] == [True, True]
    assert [undo.split()[1].decode() for undo in requests.undos("s3cret", keys)] == [
        f"/sessions/{second}/undo/",
        f"/sessions/{first}/undo/",
    ]
