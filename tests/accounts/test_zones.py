"""The time zones that people can choose from."""

from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError

from accounts import zones


def grouped() -> dict[str, dict[str, str]]:
    return {str(part): dict(places) for part, places in zones.choices()}


def test_zones_are_grouped_by_part_of_the_world() -> None:
    groups = grouped()

    assert groups["Europe"]["Europe/Berlin"] == "Berlin"
    assert groups["America"]["America/Argentina/Buenos_Aires"] == "Argentina, Buenos Aires"
    assert groups["Pacific"]["Pacific/Pago_Pago"] == "Pago Pago"
    assert next(iter(groups["Other names"])) == "UTC"


def test_every_zone_is_offered_exactly_once() -> None:
    offered = [name for _part, places in zones.choices() for name, _label in places]

    assert sorted(offered) == sorted(zones.names())


@pytest.mark.parametrize("name", ["Asia/Calcutta", "Europe/Kiev", "US/Eastern", "Etc/GMT+5"])
def test_old_names_that_browsers_still_use_are_offered(name: str) -> None:
    assert name in zones.names()
    assert zones.zone(name) == ZoneInfo(name)


@pytest.mark.parametrize("name", ["localtime", "Factory", "Europe/Atlantis", "", "../etc/passwd"])
def test_what_is_no_zone_is_refused_with_a_sentence(name: str) -> None:
    with pytest.raises(ValidationError, match="is not a time zone we know. Choose one"):
        zones.check_zone(name)
