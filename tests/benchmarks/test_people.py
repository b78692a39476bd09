"""People who are made by the thousand live as those who sign up do."""

from datetime import date

import pytest

from accounts.models import User
from benchmarks import inside
from benchmarks.people import fill
from logbook.models import PainEntry, Session, Target

pytestmark = pytest.mark.usefixtures("transactional_db")

OF_A_YEAR, OF_TWO_YEARS = 364 * 2 + 4, 729 * 10 + 4  # today is half over


def test_people_have_lived_their_days_and_pages_can_be_asked_for_in_their_name() -> None:
    filled = fill(others=1, a_day=2, some=2, writers=1, years=2)

    people = {user.email.partition("@")[0]: user for user in User.objects.all()}
    other, decade = people["other-0"], people["decade"]
    lived = Session.objects.of(decade)
    assert len(people) == len(["days", "year", "decade", "ticker", "a writer", "another"]) + 2
    assert (Session.objects.of(other).count(), lived.count()) == (OF_A_YEAR, OF_TWO_YEARS)
    assert lived.filter(day=date.fromisoformat(filled["day"])).count() == 4
    assert decade.preferences.first_day == min(lived.values_list("day", flat=True))
    assert {key.version for key in lived.values_list("key", flat=True)[:50]} == {7}
    assert Target.objects.filter(user=decade).count() == 2 * 4
    assert PainEntry.objects.filter(user=other).count() == 60

    pages = inside.pages(session=filled["sessions"]["decade"], day=filled["day"], turns=1)
    drawn = [name for name, (_queries, size, _anew) in pages.items() if size]
    assert drawn == ["Today", "Week", "History", "Pain", "Settings", "Exercise"]
    assert [*pages][len(drawn) :] == ["Tick", "Undo"]
    assert lived.count() == OF_TWO_YEARS  # what was ticked for the count didn't stay
