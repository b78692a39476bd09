"""Joining: open a person's logbook when they sign up, or at their first sign-in."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib import messages
from django.contrib.auth.hashers import make_password
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import passwords
from accounts.adapter import PeopleAdapter
from accounts.models import User
from logbook.forms.trial import PLACE, UNDER_WAY, TrialForm
from logbook.models import Preferences
from logbook.recording import programme, sessions
from logbook.recording.rules import NotYours, Refused


class PeopleBackend(AuthenticationBackend):
    """Loads who is signed in, their preferences and their consent in one query."""

    def authenticate(self, request: HttpRequest, **credentials: str) -> User:
        """Raises PermissionDenied, so that no other backend tries the password once more."""
        user: User | None = super().authenticate(request, **credentials)
        if user is None:
            take_as_long(**credentials)
            raise PermissionDenied
        return user

    def get_user(self, user_id: UUID) -> User | None:
        people = User.objects.select_related("preferences__consent")
        user = people.filter(pk=user_id).first()
        return user if user and self.user_can_authenticate(user) else None


def take_as_long(*, email: str = "", password: str = "", **others: str) -> None:
    """Where there is nobody, allauth hashes the password once; one of ours may be checked twice."""
    is_checked_twice = passwords.one_form(password) != password
    if is_checked_twice and not User.objects.filter(email=email).exists():
        make_password(password)


class JoiningAdapter(PeopleAdapter):
    def save_user(self, request: HttpRequest, user: User, form: Any, commit: bool = True) -> User:
        """Runs inside the transaction of the sign-up form: no person without a logbook."""
        super().save_user(request, user, form, commit=commit)
        programme.open_logbook(user, now=timezone.now())
        return user

    def login(self, request: HttpRequest, user: User) -> None:
        """People made on the command line have no logbook before they first sign in."""
        if Preferences.of(user).first_day is None:
            programme.open_logbook(user, now=timezone.now())
        super().login(request, user)
        keep_trial(request, user)


def keep_trial(request: HttpRequest, user: User) -> None:
    """Record what they did before they signed up here; another person's is forgotten.

    A first day may be earlier than that of signing up: it is the day on which the session ended.
    """
    sent = request.session.pop(PLACE, None)
    trial = TrialForm(sent or {}, now=timezone.now(), waits=UNDER_WAY)
    if sent is None or sent["email"] != user.email or not trial.is_valid():
        return
    with suppress(Refused, NotYours):
        new = trial.new_of(user)
        sessions.record(user, new, now=trial.cleaned_data["ended"])
        messages.success(request, _("Kept: %s.") % new.exercise.name)
