"""The time zones that people can choose from."""

from functools import cache
from importlib.resources import files
from zoneinfo import available_timezones

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
    """Every zone that a person may have, also under an old or odd name (Asia/Calcutta, Navajo)."""
    return frozenset(available_timezones() - ONLY_ON_ONE_MACHINE)


@cache
def offered() -> frozenset[str]:
    """Today's names of the places in all countries, and UTC."""
    rows = (line.split("\t") for line in _lines("zone.tab") if not line.startswith("#"))
    return frozenset(row[2] for row in rows) & names() | {"UTC"}


@cache
def older_names() -> dict[str, str]:
    """What some browsers call a place that is offered: {"Asia/Calcutta": "Asia/Kolkata", …}"""
    links = (line.split() for line in _lines("tzdata.zi") if line.startswith("L "))
    return {
        old: today for _link, today, old in links if today in offered() and old not in offered()
    }


def check_zone(name: str) -> None:
    if name not in names():
        raise ValidationError(
            _("“%(name)s” is not a time zone we know. Choose one from the list."),
            params={"name": name},
        )


@cache
def choices() -> tuple[Group, ...]:
    """The zones by part of the world: ("Europe", (("Europe/Berlin", "Berlin"), …)), …"""
    groups: dict[str, list[tuple[str, str]]] = {part: [] for part in PARTS_OF_THE_WORLD}
    for name in sorted(offered() - {"UTC"}):
        part, _slash, place = name.partition("/")
        groups[part].append((name, place.replace("_", " ").replace("/", ", ")))
    parts = ((PARTS_OF_THE_WORLD[part], tuple(places)) for part, places in groups.items())
    return (*parts, (gettext_lazy("Everywhere"), (("UTC", "UTC"),)))


def _lines(name: str) -> list[str]:
    """Those of a file of the time zone database."""
    return (files("tzdata") / "zoneinfo" / name).read_text("utf-8").splitlines()
