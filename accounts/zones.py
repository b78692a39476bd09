"""The time zones that people can choose from."""

from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

AREAS = (
    "Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe",
    "Indian", "Pacific",
)  # fmt: skip


def check_zone(name: str) -> None:
    if name not in available_timezones():
        raise ValidationError(
            _("“%(name)s” is not a time zone we know. Choose one from the list."),
            params={"name": name},
        )


def zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


@cache
def choices() -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """The zones by part of the world: ("Europe", (("Europe/Berlin", "Berlin"), …)), …"""
    names = sorted(available_timezones())
    areas = (
        (
            area,
            tuple(
                (name, name.removeprefix(f"{area}/").replace("_", " ").replace("/", ", "))
                for name in names
                if name.startswith(f"{area}/")
            ),
        )
        for area in AREAS
    )
    return (*areas, (_("Other"), (("UTC", "UTC"),)))
