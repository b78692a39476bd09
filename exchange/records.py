"""What is in the file: a person's settings, programme, what they did and noted, their consents."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime, time, timedelta
from typing import Annotated, ClassVar
from uuid import UUID

from exchange.fields import (
    APART,
    Boolean,
    Choice,
    Choices,
    Clock,
    Date,
    Integer,
    Invalid,
    Key,
    Moment,
    Nullable,
    Text,
)
from logbook.domain.programme import Amount
from logbook.domain.rounds import PARTS

SITES = ("back", "knee", "hip", "foot")
SIDES = ("left", "right", "both")
SOURCES = ("guided", "tick", "backfill", "offline", "import")
DURING = ("low", "middle", "high")
REASONS = ("flare", "ill", "away", "rest")
THEMES = ("light", "dark")
WEEK_STARTS = (0, 5, 6)  # Monday, Saturday, Sunday
PLANNED = timedelta(days=366) + APART
"""How far ahead a pause may begin or end."""
A_DAY = 24 * 60 * 60  # seconds
MOST_ON_A_DAY = 200
"""Sessions: more than anybody does, and as many as the page of a day can list."""

MOST_AMOUNTS = 200
"""Different ones: to check that one makes a session takes some milliseconds."""

OwnKey = Annotated[UUID, Key()]
OnDay = Annotated[date, Date()]
PlannedDay = Annotated[date, Date(PLANNED)]
PlannedDayIfAny = Annotated[date | None, Nullable(Date(PLANNED))]
At = Annotated[datetime, Moment()]
AtIfKnown = Annotated[datetime | None, Nullable(Moment())]
Around = Annotated[time, Clock()]
Switch = Annotated[bool, Boolean()]
Slug = Annotated[str, Text(50, shortest=1)]
Cue = Annotated[str, Text(60)]
Count = Annotated[int | None, Nullable(Integer(1, 100))]
Seconds = Annotated[int | None, Nullable(Integer(0, 999))]
Site = Choice(SITES)


@dataclass(frozen=True, slots=True)
class Profile:
    """The person and their settings. `email` is shown, and not imported."""

    email: Annotated[str, Text(254)]
    joined: At
    first_day: OnDay
    time_zone: Annotated[str, Text(64)]
    day_ends_at: Annotated[int, Integer(0, 5)]
    week_starts_on: Annotated[int, Choice(WEEK_STARTS)]
    theme: Annotated[str, Choice(("", *THEMES))]
    hurts: Annotated[tuple[str, ...], Choices(Site)]
    shows_rounds: Switch
    shows_streak: Switch
    asks_during: Switch
    morning: Switch
    morning_cue: Cue
    morning_around: Around
    midday: Switch
    midday_cue: Cue
    midday_around: Around
    evening: Switch
    evening_cue: Cue
    evening_around: Around

    def settings(self) -> dict[str, object]:
        """Without what belongs to the account or follows from the record."""
        names = [each.name for each in fields(self)]
        return {name: getattr(self, name) for name in names[names.index("time_zone") :]}


class Row:
    """A row of a section. Two rows with the same IDENTITY are about the same thing."""

    __slots__ = ()
    MOST: ClassVar[int] = 200_000
    IDENTITY: ClassVar[tuple[str, ...]] = ("key",)
    ORDER: ClassVar[tuple[str, ...]]
    """The columns by which the rows of the file are sorted."""

    @property
    def identity(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in self.IDENTITY)

    def check(self) -> None:
        """Raises Invalid where its values contradict each other."""


@dataclass(frozen=True, slots=True)
class Target(Row):
    """So many sessions a day of an exercise, from a day on. None is as the catalogue has it."""

    MOST = 2_000
    IDENTITY = ORDER = ("from_day", "exercise")
    exercise: Slug
    from_day: OnDay
    per_day: Annotated[int, Integer(0, 10)]
    repetitions: Count
    hold_seconds: Seconds
    bouts: Annotated[int | None, Nullable(Integer(1, 20))]
    rest_seconds: Seconds
    place: Count

    @property
    def amount(self) -> Amount:
        return Amount(self.repetitions, self.hold_seconds, self.bouts, self.rest_seconds)


@dataclass(frozen=True, slots=True)
class Pause(Row):
    """Days that don't count. `ended_day` is the first that counts again, if it was ended early."""

    MOST = 1_000
    ORDER = ("first_day", "recorded_at", "key")
    key: OwnKey
    first_day: PlannedDay
    last_day: PlannedDayIfAny
    ended_day: PlannedDayIfAny
    reason: Annotated[str, Choice(REASONS)]
    recorded_at: At

    def check(self) -> None:
        if self.last_day and self.last_day < self.first_day:
            raise Invalid("backwards")


@dataclass(frozen=True, slots=True)
class Session(Row):
    """One exercise done once."""

    ORDER = ("day", "recorded_at", "key")
    key: OwnKey
    exercise: Slug
    day: OnDay
    moment: AtIfKnown
    source: Annotated[str, Choice(SOURCES)]
    seconds: Annotated[int | None, Nullable(Integer(0, A_DAY))]
    round: Annotated[str, Choice(("", *PARTS))]
    note: Annotated[str, Text(200)]
    during: Annotated[str, Choice(("", *DURING))]
    recorded_at: At


@dataclass(frozen=True, slots=True)
class Pain(Row):
    """Average pain in the last 24 hours. None is a question that was skipped."""

    IDENTITY = ORDER = ("day", "site")
    day: OnDay
    site: Annotated[str, Site]
    side: Annotated[str, Choice(("", *SIDES))]
    value: Annotated[int | None, Nullable(Integer(0, 10))]
    recorded_at: At

    def check(self) -> None:
        if self.side and self.site == "back":
            raise Invalid("side")


@dataclass(frozen=True, slots=True)
class Note(Row):
    """What the person wants to remember of a day."""

    IDENTITY = ORDER = ("day",)
    day: OnDay
    text: Annotated[str, Text(500, shortest=1)]
    recorded_at: At


@dataclass(frozen=True, slots=True)
class Consent(Row):
    """An answer to the question whether what hurts may be kept.

    Shown, and not imported: it was given to whoever ran the site that the file is from.
    """

    MOST = 1_000
    ORDER = ("answered_at", "key")
    key: OwnKey
    version: Annotated[int, Integer(1, 1_000)]
    language: Annotated[str, Text(15)]
    is_given: Switch
    answered_at: At
    stopped_at: AtIfKnown
    withdrawn_at: AtIfKnown


@dataclass(frozen=True, slots=True)
class Record:
    """All that a person has."""

    profile: Profile
    targets: tuple[Target, ...] = ()
    pauses: tuple[Pause, ...] = ()
    sessions: tuple[Session, ...] = ()
    pain: tuple[Pain, ...] = ()
    notes: tuple[Note, ...] = ()
    consents: tuple[Consent, ...] = ()

    def rows(self, section: str) -> tuple[Row, ...]:
        found: tuple[Row, ...] = getattr(self, section)
        return found


SECTIONS: Mapping[str, type[Row]] = {
    "targets": Target,
    "pauses": Pause,
    "sessions": Session,
    "pain": Pain,
    "notes": Note,
    "consents": Consent,
}
SINCE = {"consents": 2}
"""The first version of the file that has that section; the others are in all versions."""
DATED = ("sessions", "pain", "notes")
"""Sections with a day, which is never before the first day nor to come."""
COLUMNS = {"joined": "date_joined"}
"""Fields of the profile whose column has another name."""
