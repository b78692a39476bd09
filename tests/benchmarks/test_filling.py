"""People who are made by the thousand live as those who sign up do."""

from datetime import date

import pytest
from django.db import connection

from accounts.models import User
from benchmarks import reading
from benchmarks.filling import MEASURED, MOST_WRITERS, fill
from logbook.models import PainEntry, Session, Target

pytestmark = pytest.mark.usefixtures("transactional_db")

OF_A_YEAR, OF_TEN_YEARS = 364 * 2 + 4, 3649 * 10 + 4  # today is half over


def indexes() -> set[str]:
    with connection.cursor() as cursor:
        return set(connection.introspection.get_constraints(cursor, "logbook_session"))


def test_people_have_lived_their_days_and_pages_can_be_asked_for_in_their_name() -> None:
    before = indexes()

    told = fill(others=1, a_day=2)

    people = {user.email.partition("@")[0]: user for user in User.objects.all()}
    other, decade = people["other-0"], people["decade"]
    lived = Session.objects.of(decade)
    assert len(people) == len(MEASURED) + MOST_WRITERS + 1
    assert (Session.objects.of(other).count(), lived.count()) == (OF_A_YEAR, OF_TEN_YEARS)
    assert lived.filter(day=date.fromisoformat(told["day"])).count() == 4
    assert decade.first_day == min(lived.values_list("day", flat=True))
    assert {key.version for key in lived.values_list("key", flat=True)[:50]} == {7}
    assert Target.objects.filter(user=decade).count() == 10 * 4
    assert PainEntry.objects.filter(user=other).count() == 60
    assert indexes() == before

    pages = reading.pages(session=told["sessions"]["decade"], day=told["day"])
    drawn = [name for name, (_queries, size, _anew) in pages.items() if size]
    assert drawn == ["Today", "Week", "History", "Exercise"]
    assert all(pages[name][-1] > 1 for name in drawn)
    assert [*pages][len(drawn) :] == ["Tick", "Undo"]
    assert lived.count() == OF_TEN_YEARS  # what was ticked for the count didn't stay
