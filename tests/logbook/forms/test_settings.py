"""The settings form: what it takes, and the sentence for what it doesn't."""

import pytest

from logbook.forms.settings import SettingsForm

GOOD = {"time_zone": "Europe/Berlin", "day_ends_at": "3", "week_starts_on": "0", "theme": "dark"}


def complaints(**changes: str) -> dict[str, list[str]]:
    return dict(SettingsForm(GOOD | changes).errors.items())


def test_good_settings_become_the_values_of_the_row() -> None:
    form = SettingsForm(GOOD)

    assert form.is_valid()
    assert form.cleaned_data == {
        "time_zone": "Europe/Berlin",
        "day_ends_at": 3,
        "week_starts_on": 0,
        "theme": "dark",
        "hurts": [],
        "asks_during": False,
        "shows_streak": False,
    }


@pytest.mark.parametrize(
    ("field", "value"),
    [("day_ends_at", "0"), ("day_ends_at", "5"), ("week_starts_on", "6"), ("theme", "")],
)
def test_the_first_and_last_of_what_is_offered_are_taken(field: str, value: str) -> None:
    assert complaints(**{field: value}) == {}


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("time_zone", "", "Choose your time zone, so that your days end when they should."),
        ("time_zone", "Europe/Atlantis", "Choose a time zone from the list."),
        ("day_ends_at", "", "Choose when your day ends."),
        ("day_ends_at", "-1", "Choose an hour from the list."),
        ("day_ends_at", "6", "Choose an hour from the list."),
        ("day_ends_at", "three", "Choose an hour from the list."),
        ("week_starts_on", "", "Choose the day on which your weeks start."),
        ("week_starts_on", "1", "Choose one of the three days."),
        ("theme", "sepia", "Choose one of the three."),
    ],
)
def test_anything_else_is_refused_with_a_sentence(field: str, value: str, sentence: str) -> None:
    assert complaints(**{field: value}) == {field: [sentence]}


@pytest.mark.parametrize("name", ["Asia/Calcutta", "US/Eastern"])
def test_a_zone_under_an_old_name_is_offered_to_whoever_has_it_and_taken(name: str) -> None:
    option = f'<option value="{name}" selected>{name}</option>'

    assert complaints(time_zone=name) == {}
    assert str(SettingsForm(initial={"time_zone": name})["time_zone"]).count(option) == 1
    assert f'"{name}"' not in str(SettingsForm(initial=GOOD)["time_zone"])
