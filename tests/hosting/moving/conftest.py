"""What tests of a move can ask for: a site to move, and the command."""

from datetime import timedelta
from io import StringIO
from pathlib import Path
from uuid import uuid4

import pytest
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import Group
from django.core.management import call_command

from accounts.models import AccountEvent, BrowserSession, UnusedNotice, User
from exchange.models import ImportedFile
from exercises.models import Exercise
from logbook.choices import Site
from logbook.models import DayNote, Press
from outbox.models import Act
from tests.make import (
    MONDAY,
    THURSDAY_MORNING,
    make_example_week,
    make_pain,
    make_pause,
    make_session,
    make_user,
    prefer,
)


def move_to(address: str) -> list[str]:
    """What it says, line by line."""
    said = StringIO()
    call_command("move_to", address, while_serving=True, stdout=said)
    return said.getvalue().splitlines()


@pytest.fixture
def here(address: str, file: Path) -> Path:
    """A site's SQLite file with rows of many kinds in it."""
    (sam,) = User.objects.all()
    prefer(sam, hurts=["knee", "foot"], morning_cue="after breakfast, at the “sink” 🦶")
    make_example_week(user=sam)
    undone_at = THURSDAY_MORNING + timedelta(microseconds=1)
    alex = make_user(email="alex@example.org")
    press = Press.objects.create(user=alex, key=uuid4(), recorded_at=undone_at)
    make_session(
        user=alex,
        exercise=Exercise.objects.get(slug="toe-presses"),
        moment=THURSDAY_MORNING,
        undone_at=undone_at,
        removed_by=press,
        seconds=95,
    )
    make_pause(user=alex, first_day=MONDAY)
    make_pain(user=alex, site=Site.KNEE, values={MONDAY: None, THURSDAY_MORNING.date(): 4})
    ImportedFile.objects.create(user=sam, packed=b"\0\xff toes", undo=b"", kept_at=THURSDAY_MORNING)
    DayNote.objects.create(user=sam, day=MONDAY, text="Blue", recorded_at=THURSDAY_MORNING)
    UnusedNotice.objects.create(user=sam, first_at=THURSDAY_MORNING)
    Act.objects.create(user=sam, key="é", to="/today/", done_at=THURSDAY_MORNING)
    AccountEvent.objects.create(user=sam, kind="sign_in", device="", moment=THURSDAY_MORNING)
    Authenticator.objects.create(user=sam, type="totp", data={"secret": "x", "a": [1, None]})
    Exercise.objects.filter(slug="toe-presses").update(hold_seconds="3.5", keeps_dose=True)
    UserSession.objects.create(session_key="z", user=sam, ip="::1", user_agent="Firefox/144")
    for name in ("Z", "a", "é"):  # which databases put in different orders
        BrowserSession.objects.create(session_key=name, session_data=name, expire_date=undone_at)
        Group.objects.create(name=name).user_set.add(sam)
    return file
