"""Copies are made and put back while people write, and nothing is torn or lost."""

import pytest

from tests.hosting.backups.writers import keys, people_writing, wait_for_more
from tests.hosting.conftest import Operator
from tests.make import make_user

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("transactional_db")]


def test_a_copy_has_every_session_that_was_answered_before_it_was_begun(operator: Operator) -> None:
    with people_writing(make_user()) as answered:
        before = set(answered)
        copy = operator.backup()
        wait_for_more(answered)
    assert keys() == set(answered)

    operator.restore(copy.name)

    assert before <= keys() < set(answered)


def test_what_is_written_while_a_copy_is_put_back_is_there_or_kept(operator: Operator) -> None:
    with people_writing(make_user()) as answered:
        copy = operator.backup()
        wait_for_more(answered)
        kept = operator.restore(copy.name)
        then = set(answered)
        wait_for_more(answered)
    now_there = keys()
    assert (set(answered) - then) & now_there  # they went on by themselves

    operator.restore(kept)

    assert keys() - now_there  # what was written after the copy
    assert set(answered) <= now_there | keys()
