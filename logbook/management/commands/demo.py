"""Make a sample person with ninety lifelike days, and say how to sign in as them."""

import secrets
from datetime import datetime, time, timedelta
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone

from accounts.identifiers import uuid7
from accounts.models import User
from exercises.models import Exercise
from logbook import days, recording, sample

EMAIL = "demo@example.org"


class Command(BaseCommand):
    help = "Adds one sample person with ninety lifelike days, or makes them anew."

    def handle(self, *args: Any, **options: Any) -> None:
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
        """Record the sample's sessions as they would have come in; how many there are."""
        today = days.day_of(now, user.zone, user.day_ends_at)
        first_day = today - timedelta(days=sample.DAYS - 1)
        noon = datetime.combine(first_day, time(12), user.zone)
        recording.open_logbook(user=user, now=noon)
        exercises = {exercise.slug: exercise for exercise in Exercise.objects.all()}
        targets = {exercise.slug: exercise.per_day for exercise in exercises.values()}
        count = 0
        for session in sample.sessions(targets, last=today, zone=user.zone):
            noted = session.moment + timedelta(days=1 if session.filled_in else 0)
            recording.record(
                user=user,
                exercise=exercises[session.exercise],
                day=session.day,
                key=uuid7(),
                now=min(noted, now),
            )
            count += 1
        return count
