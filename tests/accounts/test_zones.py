"""The time zones that people can choose from."""

from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError

from accounts import zones
from accounts.models import User


def grouped() -> dict[str, dict[str, str]]:
    return {str(part): dict(places) for part, places in zones.choices()}


def test_zones_are_grouped_by_part_of_the_world() -> None:
    groups = grouped()

    assert groups["Europe"]["Europe/Berlin"] == "Berlin"
    assert groups["America"]["America/Argentina/Buenos_Aires"] == "Argentina, Buenos Aires"
    assert groups["Pacific"]["Pacific/Pago_Pago"] == "Pago Pago"
    assert groups["Everywhere"] == {"UTC": "UTC"}


def test_every_place_is_offered_once_under_its_name_of_today() -> None:
    offered = [name for _part, places in zones.choices() for name, _label in places]

    assert sorted(offered) == sorted(zones.offered())
    assert zones.offered() < zones.names()
    assert {"Asia/Kolkata", "Europe/Kyiv", "Europe/Oslo"} < zones.offered()


@pytest.mark.parametrize(
    "name", ["Asia/Calcutta", "Europe/Kiev", "US/Eastern", "Etc/GMT+5", "Navajo"]
)
def test_old_and_odd_names_are_known_but_not_offered(name: str) -> None:
    zones.check_zone(name)
    assert name not in zones.offered()
    assert User(time_zone=name).zone == ZoneInfo(name)


def test_what_a_browser_calls_a_place_leads_to_its_name_of_today() -> None:
    older = zones.older_names()

    assert older["Asia/Calcutta"] == "Asia/Kolkata"
    assert older["America/Buenos_Aires"] == "America/Argentina/Buenos_Aires"
    assert not older.keys() & zones.offered()
    assert set(older.values()) <= zones.offered()


@pytest.mark.parametrize("name", ["localtime", "Factory", "Europe/Atlantis", "", "../etc/passwd"])
def test_what_is_no_zone_is_refused_with_a_sentence(name: str) -> None:
    with pytest.raises(ValidationError, match="is not a time zone we know. Choose one"):
        zones.check_zone(name)
