"""The time zones that people can choose from."""

from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

PARTS_OF_THE_WORLD = {
    "Africa": gettext_lazy("Africa"),
    "America": gettext_lazy("America"),
    "Antarctica": gettext_lazy("Antarctica"),
    "Arctic": gettext_lazy("Arctic"),
    "Asia": gettext_lazy("Asia"),
    "Atlantic": gettext_lazy("Atlantic"),
    "Australia": gettext_lazy("Australia"),
    "Europe": gettext_lazy("Europe"),
    "Indian": gettext_lazy("Indian Ocean"),
    "Pacific": gettext_lazy("Pacific"),
}
ONLY_ON_ONE_MACHINE = {"Factory", "localtime"}

Group = tuple[str | Promise, tuple[tuple[str, str], ...]]


@cache
def names() -> frozenset[str]:
    """Every zone, also under the old names that browsers still use (Asia/Calcutta)."""
    return frozenset(available_timezones() - ONLY_ON_ONE_MACHINE)


def check_zone(name: str) -> None:
    if name not in names():
        raise ValidationError(
            _("“%(name)s” is not a time zone we know. Choose one from the list."),
            params={"name": name},
        )


def zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


@cache
def choices() -> tuple[Group, ...]:
    """The zones by part of the world: ("Europe", (("Europe/Berlin", "Berlin"), …)), …"""
    groups: dict[str, list[tuple[str, str]]] = {part: [] for part in PARTS_OF_THE_WORLD}
    others = [("UTC", "UTC")]
    for name in sorted(names() - {"UTC"}):
        part, _slash, place = name.partition("/")
        if part in groups:
            groups[part].append((name, place.replace("_", " ").replace("/", ", ")))
        else:
            others.append((name, name))
    parts = ((PARTS_OF_THE_WORLD[part], tuple(places)) for part, places in groups.items())
    return (*parts, (gettext_lazy("Other names"), tuple(others)))
