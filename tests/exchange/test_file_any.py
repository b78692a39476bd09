"""Whatever a file has in it, it is read, or refused with sentences: never with an exception."""

import json
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from exchange import wording
from exchange.file import InvalidFile, parse
from exchange.records import SECTIONS
from tests.exchange.records import CONSENT, ORDINARY, TODAY, written

TEXT = written(replace(ORDINARY, consents=(CONSENT,)))
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(["2026-11-16", "knee", "ankle-circles", 10**25, "\ud800", "\0"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


def check_is_read_or_told(data: bytes) -> None:
    try:
        parse(data, today=TODAY)
    except InvalidFile as refusal:
        sentences = [wording.error(fault) for fault in refusal.errors]
        assert sentences
        assert all(sentence.endswith(".") for sentence in sentences)


@given(st.binary())
def test_any_bytes_are_read_or_told(data: bytes) -> None:
    check_is_read_or_told(data)


@given(JSON)
def test_any_json_is_read_or_told(value: Any) -> None:
    check_is_read_or_told(json.dumps(value).encode())


@given(st.data(), JSON)
def test_any_one_value_put_in_is_read_or_told(data: st.DataObject, value: Any) -> None:
    tree = json.loads(TEXT)
    section = data.draw(st.sampled_from(["", "profile", *SECTIONS]))
    place = tree if not section else tree[section]
    place = place[0] if isinstance(place, list) else place
    place[data.draw(st.sampled_from([*place, "more"]))] = value

    check_is_read_or_told(json.dumps(tree).encode())


@given(st.integers(0, len(TEXT)), st.integers(0, 40), st.text(max_size=5))
def test_any_stretch_of_text_replaced_is_read_or_told(start: int, length: int, text: str) -> None:
    damaged = TEXT[:start] + text + TEXT[start + length :]

    check_is_read_or_told(damaged.encode("utf-8", "surrogatepass"))
