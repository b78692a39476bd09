"""Joining: open a person's logbook when they sign up, or at their first sign-in."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from accounts.adapter import PeopleAdapter
from accounts.models import User
from logbook import recording


class JoiningAdapter(PeopleAdapter):
    def save_user(self, request: HttpRequest, user: User, form: Any, commit: bool = True) -> User:
        """Runs inside the transaction of the sign-up form: no person without a logbook."""
        super().save_user(request, user, form, commit=commit)
        recording.open_logbook(user=user, now=timezone.now())
        return user

    def login(self, request: HttpRequest, user: User) -> None:
        """People made on the command line have no logbook before they first sign in."""
        if user.first_day is None:
            recording.open_logbook(user=user, now=timezone.now())
        super().login(request, user)
