"""What the file says: a person's settings, programme, pauses, sessions, pain and notes."""

from dataclasses import dataclass, fields
from datetime import date, datetime, time, timedelta
from typing import Annotated, Any, ClassVar
from uuid import UUID

from logbook.exchange.kinds import (
    APART,
    Clock,
    Day,
    Flag,
    Key,
    Maybe,
    Moment,
    OneOf,
    SomeOf,
    Text,
    Whole,
    Wrong,
)
from logbook.programme import AMOUNTS, Amount
from logbook.rounds import PARTS

SITES = ("back", "knee", "hip", "foot")
SIDES = ("left", "right", "both")
SOURCES = ("guided", "tick", "backfill", "offline", "import")
DURING = ("low", "middle", "high")
REASONS = ("flare", "ill", "away", "rest")
THEMES = ("light", "dark")
WEEK_STARTS = (0, 5, 6)  # Monday, Saturday, Sunday
PLANNED = timedelta(days=366) + APART
"""How far ahead a pause may be said."""
A_DAY = 24 * 60 * 60  # seconds
MOST_ON_A_DAY = 200
"""Sessions: more than anybody does, and as many as the page of a day can list."""

MOST_AMOUNTS = 200
"""Different ones: to see whether one makes a session takes some milliseconds."""

OwnKey = Annotated[UUID, Key()]
OnDay = Annotated[date, Day()]
PlannedDay = Annotated[date, Day(PLANNED)]
PlannedDayIfAny = Annotated[date | None, Maybe(Day(PLANNED))]
At = Annotated[datetime, Moment()]
AtIfKnown = Annotated[datetime | None, Maybe(Moment())]
Around = Annotated[time, Clock()]
Switch = Annotated[bool, Flag()]
Slug = Annotated[str, Text(50, shortest=1)]
Cue = Annotated[str, Text(60)]
Count = Annotated[int | None, Maybe(Whole(1, 100))]
Seconds = Annotated[int | None, Maybe(Whole(0, 999))]
Site = OneOf(SITES)


@dataclass(frozen=True, slots=True)
class Profile:
    """The person and their settings. `email` is only told: it is never taken in."""

    email: Annotated[str, Text(254)]
    joined: At
    first_day: OnDay
    time_zone: Annotated[str, Text(64)]
    day_ends_at: Annotated[int, Whole(0, 5)]
    week_starts_on: Annotated[int, OneOf(WEEK_STARTS)]
    theme: Annotated[str, OneOf(("", *THEMES))]
    hurts: Annotated[tuple[str, ...], SomeOf(Site)]
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

    def check(self) -> None:
        """Any settings go together."""

    def settings(self) -> dict[str, Any]:
        """Without what is the account's or follows from the record."""
        names = {each.name for each in fields(self)} - {"email", "joined", "first_day"}
        return {name: getattr(self, name) for name in names}


class Row:
    """One of many. What is the same thing has the same `identity`; `order` is that in the file."""

    __slots__ = ()
    MOST: ClassVar[int] = 200_000

    @property
    def identity(self) -> tuple[Any, ...]:
        raise NotImplementedError

    @property
    def order(self) -> tuple[Any, ...]:
        return self.identity

    def check(self) -> None:
        """Raises Wrong where its values don't go together."""


@dataclass(frozen=True, slots=True)
class Target(Row):
    """From this day on, so many sessions a day of an exercise; null is as the catalogue has it."""

    MOST = 2_000
    exercise: Slug
    from_day: OnDay
    per_day: Annotated[int, Whole(0, 10)]
    repetitions: Count
    hold_seconds: Seconds
    bouts: Annotated[int | None, Maybe(Whole(1, 20))]
    rest_seconds: Seconds
    place: Count

    @property
    def identity(self) -> tuple[Any, ...]:
        return self.from_day, self.exercise

    @property
    def amount(self) -> Amount:
        return Amount(**{name: getattr(self, name) for name in AMOUNTS})


@dataclass(frozen=True, slots=True)
class Pause(Row):
    """Days that don't count; `ended_day` is the first that counts again, where it was ended."""

    MOST = 1_000
    key: OwnKey
    first_day: PlannedDay
    last_day: PlannedDayIfAny
    ended_day: PlannedDayIfAny
    reason: Annotated[str, OneOf(REASONS)]
    recorded_at: At

    @property
    def identity(self) -> tuple[Any, ...]:
        return (self.key,)

    @property
    def order(self) -> tuple[Any, ...]:
        return self.first_day, self.recorded_at, self.key

    def check(self) -> None:
        if self.last_day and self.last_day < self.first_day:
            raise Wrong("backwards")


@dataclass(frozen=True, slots=True)
class Session(Row):
    """One exercise done once."""

    key: OwnKey
    exercise: Slug
    day: OnDay
    moment: AtIfKnown
    source: Annotated[str, OneOf(SOURCES)]
    seconds: Annotated[int | None, Maybe(Whole(0, A_DAY))]
    round: Annotated[str, OneOf(("", *PARTS))]
    note: Annotated[str, Text(200)]
    during: Annotated[str, OneOf(("", *DURING))]
    recorded_at: At

    @property
    def identity(self) -> tuple[Any, ...]:
        return (self.key,)

    @property
    def order(self) -> tuple[Any, ...]:
        return self.day, self.recorded_at, self.key


@dataclass(frozen=True, slots=True)
class Pain(Row):
    """Average pain in the last 24 hours; null where it was skipped."""

    day: OnDay
    site: Annotated[str, Site]
    side: Annotated[str, OneOf(("", *SIDES))]
    value: Annotated[int | None, Maybe(Whole(0, 10))]
    recorded_at: At

    @property
    def identity(self) -> tuple[Any, ...]:
        return self.day, self.site

    def check(self) -> None:
        if self.side and self.site == "back":
            raise Wrong("side")


@dataclass(frozen=True, slots=True)
class Note(Row):
    """What there is to remember of a day."""

    day: OnDay
    text: Annotated[str, Text(500, shortest=1)]
    recorded_at: At

    @property
    def identity(self) -> tuple[Any, ...]:
        return (self.day,)


@dataclass(frozen=True, slots=True)
class Contents:
    """A whole record."""

    profile: Profile
    targets: tuple[Target, ...] = ()
    pauses: tuple[Pause, ...] = ()
    sessions: tuple[Session, ...] = ()
    pain: tuple[Pain, ...] = ()
    notes: tuple[Note, ...] = ()


SECTIONS: dict[str, type[Row]] = {
    "targets": Target,
    "pauses": Pause,
    "sessions": Session,
    "pain": Pain,
    "notes": Note,
}
COLUMNS = {"joined": "date_joined"}
"""Fields of the profile that a person's row calls otherwise."""
LIVED = ("sessions", "pain", "notes")
"""What has a day on which it was: none before the first, and none to come."""
