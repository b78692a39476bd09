"""Make a sample person with a lifelike year, and say how to sign in as them."""

import secrets
from datetime import date, datetime, time, timedelta

from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language

from accounts.identifiers import uuid7
from accounts.models import User
from exercises.models import Exercise
from logbook.choices import SessionSource
from logbook.domain import days, sample
from logbook.recording import consent, notes, pauses, programme, sessions
from logbook.recording.consent import NewAnswer
from logbook.recording.notes import Felt
from logbook.recording.pauses import NewPause
from logbook.recording.preferences import change_settings
from logbook.recording.programme import TargetFigures
from logbook.recording.sessions import NewSession

EMAIL = "demo@example.org"
EVENING = time(21)
A_MONTH = 1000 // 4  # sessions, about


class Command(BaseCommand):
    help = "Adds one sample person with a lifelike year, or makes them anew."

    def handle(self, *args: object, **options: object) -> None:
        password = "-".join(secrets.token_hex(2) for _ in range(3))
        with transaction.atomic():
            User.objects.filter(email=EMAIL).delete()
            user = User.objects.create_user(EMAIL, password, time_zone="Europe/London")
            count = self.live(user, timezone.now())
        self.stdout.write(
            f"{count} sessions on {sample.DAYS} days. Sign in with the e-mail {EMAIL} and the "
            f"password {password}"
        )

    def live(self, user: User, now: datetime) -> int:
        """Record the sample's year as it would have come in; how many sessions there are."""
        today = days.day_of(now, user.zone, user.day_ends_at)
        first_day = today - timedelta(days=sample.DAYS - 1)
        noon = datetime.combine(first_day, time(12), user.zone)
        new = NewAnswer(key=uuid7(), is_given=True, language=get_language() or "")
        consent.answer(user, new, now=noon)
        chosen = {"date_joined": noon, "hurts": list(sample.PAIN), **sample.CUES}
        change_settings(user, chosen)
        programme.open_logbook(user, now=noon)
        exercises = {exercise.slug: exercise for exercise in Exercise.objects.to_start_with()}
        targets = {exercise.slug: exercise.per_day for exercise in exercises.values()}
        self.mean(user, exercises, targets, first_day)
        self.note(user, today)
        return self.do(user, exercises, targets, today, now)

    def mean(
        self,
        user: User,
        exercises: dict[str, Exercise],
        targets: dict[str, int],
        first_day: date,
    ) -> None:
        """Begin with little, and mean to do more as the year goes on."""
        for number in sample.STEPS:
            meant = sample.targets_on(targets, number)
            programme.set_programme(
                user,
                {exercises[slug]: TargetFigures(per_day=count) for slug, count in meant.items()},
                today=first_day + timedelta(days=number),
            )

    def note(self, user: User, today: date) -> None:
        """Pauses, pain and notes, each on the evening of its day."""

        def evening(day: date) -> datetime:
            return datetime.combine(day, EVENING, user.zone)

        for pause in sample.pauses(last=today):
            pauses.add(
                user,
                NewPause(
                    key=uuid7(), first_day=pause.first, last_day=pause.last, reason=pause.reason
                ),
                now=evening(pause.first),
            )
        for pain in sample.pains(last=today):
            felt = {pain.site: Felt(pain.value, pain.side)}
            notes.note_pain(user=user, day=pain.day, felt=felt, now=evening(pain.day))
        for day, text in sample.notes(last=today).items():
            notes.note_day(user=user, day=day, text=text, now=evening(day))

    def do(
        self,
        user: User,
        exercises: dict[str, Exercise],
        targets: dict[str, int],
        today: date,
        now: datetime,
    ) -> int:
        count = 0
        for session in sample.sessions(targets, last=today, zone=user.zone):
            noted = session.moment + (session.noted_on - session.day)
            sessions.record(
                user,
                NewSession(
                    exercise=exercises[session.exercise],
                    day=session.day,
                    key=uuid7(),
                    source=SessionSource(session.source),
                    round=session.round,
                    seconds=round(exercises[session.exercise].dose.seconds)
                    if session.source == SessionSource.GUIDED
                    else None,
                ),
                now=min(noted, now),
            )
            count += 1
            if count % A_MONTH == 0:
                self.stderr.write(".", ending="")
        self.stderr.write("")
        return count
