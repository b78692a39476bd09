"""A secret key that can be guessed is told, and none is shown."""

import pytest

from footcare_site.doctor import key


def test_a_long_key_of_many_characters_is_well() -> None:
    finding = key.judge("abcdefghij" * 5)

    assert finding.is_well
    assert finding.sentence == "it is long, and nobody guesses it."


@pytest.mark.parametrize("value", ["", ("abcdefghij" * 5)[:49], "abcdefghi" * 9])
def test_a_key_that_can_be_guessed_is_to_be_replaced(value: str) -> None:
    finding = key.judge(value)

    assert not finding.is_well
    assert finding.sentence.startswith("it can be guessed")
    assert "Take SECRET_KEY out, and delete secret-key in STATE_DIR" in finding.sentence
    assert "abc" not in finding.sentence
