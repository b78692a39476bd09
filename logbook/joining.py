"""Joining: open a person's logbook when they sign up, or at their first sign-in."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from accounts.models import User
from logbook import recording


class JoiningAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """What allauth asks of the site."""

    @transaction.atomic
    def save_user(self, request: HttpRequest, user: User, form: Any, commit: bool = True) -> User:
        user.time_zone = form.cleaned_data["time_zone"]
        super().save_user(request, user, form, commit=commit)
        if commit:
            recording.open_logbook(user=user, now=timezone.now())
        return user

    def login(self, request: HttpRequest, user: User) -> None:
        """People made on the command line have no logbook before they first sign in."""
        super().login(request, user)
        if user.first_day is None:
            recording.open_logbook(user=user, now=timezone.now())
