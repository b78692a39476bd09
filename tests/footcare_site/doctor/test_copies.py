"""Whether there is a new copy of the database."""

from datetime import timedelta

import pytest

from footcare_site.doctor import copies
from tests.footcare_site.conftest import Operator
from tests.make import THURSDAY_MORNING

NIGHTLY = "Let cron or a timer run manage.py backup every night."


def test_a_site_without_a_copy_is_told() -> None:
    finding = copies.judge([], THURSDAY_MORNING)

    assert not finding.is_well
    assert finding.sentence == f"there is no copy of the database. {NIGHTLY}"


@pytest.mark.parametrize(
    ("hours", "is_well", "told"), [(47, True, "1 day"), (48, True, "2 days"), (49, False, "2 days")]
)
def test_a_copy_may_be_two_days_old(hours: int, is_well: bool, told: str) -> None:
    made = [THURSDAY_MORNING - timedelta(hours=ago) for ago in (hours, 200)]

    finding = copies.judge(made, THURSDAY_MORNING)

    assert finding.is_well == is_well
    assert finding.sentence.replace("\xa0", " ").startswith(f"the newest copy is {told}")


@pytest.mark.usefixtures("transactional_db")
def test_a_copy_that_was_just_made_is_well(operator: Operator) -> None:
    operator.backup()

    (finding,) = copies.findings(THURSDAY_MORNING + timedelta(hours=1))

    assert finding == copies.well("Backup", "the newest copy is 59\xa0minutes old.")
