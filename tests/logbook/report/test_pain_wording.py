"""How pain is told."""

from datetime import date

import pytest

from logbook.choices import Side, Site
from logbook.models import PainEntry
from logbook.report import pain_wording

TODAY = date(2026, 11, 19)


def test_pain_is_told_site_by_site_without_what_was_skipped() -> None:
    entries = [
        PainEntry(site=Site.BACK, value=0),
        PainEntry(site=Site.KNEE, value=10, side=Side.BOTH),
        PainEntry(site=Site.HIP, value=None),
        PainEntry(site=Site.FOOT, value=2, side=Side.LEFT),
    ]

    assert pain_wording.numbers(entries) == "back 0, knee 10 (both), foot 2 (left)"
    assert pain_wording.numbers(entries[2:3]) == ""


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 11, 19), "Thursday"),
        (date(2026, 11, 13), "Friday"),
        (date(2026, 11, 12), "12 November"),
        (date(2025, 11, 18), "18 November 2025"),
    ],
)
def test_a_weekday_is_named_while_it_can_mean_one_day_only(day: date, name: str) -> None:
    assert pain_wording.name_of(day, TODAY) == name
    assert pain_wording.last_time(day, 0, TODAY) == f"{name}: 0"
    assert pain_wording.last_time(day, None, TODAY) == f"Not noted on {name}"


@pytest.mark.parametrize(
    ("noted", "picture"),
    [
        ({TODAY: 3}, "Hip, four weeks up to 19 November: noted on 1 day, 3."),
        (
            {TODAY: 3, date(2026, 11, 2): 7},
            "Hip, four weeks up to 19 November: noted on 2 days, from 3 to 7, last 3.",
        ),
    ],
)
def test_a_chart_is_told_in_words(noted: dict[date, int], picture: str) -> None:
    assert pain_wording.picture(Site.HIP, noted, TODAY) == picture
