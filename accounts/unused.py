"""Accounts that nobody uses: where the host says after how long, they go after two mails."""

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta

from allauth.account.adapter import get_adapter
from django.apps import apps
from django.conf import settings
from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.formats import date_format

from accounts import deletion, mails
from accounts.models import BrowserSession, UnusedNotice, User

log = logging.getLogger(__name__)
A_MONTH = timedelta(days=365) / 12
SECOND_AFTER = timedelta(days=23)
GONE_AFTER = timedelta(days=30)
LAST_WEEK = timedelta(days=7)
"""How long the second mail comes before the end, however late it was sent."""
MOST = 500  # of each kind in a run: first mails, second mails, deletions


def unused(now: datetime) -> QuerySet[User]:
    """People who haven't signed in or recorded anything for UNUSED_MONTHS, nor can go on somewhere.

    Whoever runs the site is never among them.
    """
    since = now - settings.UNUSED_MONTHS * A_MONTH
    signed_in = BrowserSession.objects.filter(user=OuterRef("pk"), expire_date__gt=now)
    people = User.objects.filter(
        Q(last_login__lt=since) | Q(last_login=None),
        ~Exists(signed_in),
        date_joined__lt=since,
        is_staff=False,
        is_superuser=False,
    )
    for app in apps.get_app_configs():
        if used_since := getattr(app, "used_since", None):
            for rows in used_since(since):
                people = people.filter(~Exists(rows.filter(user=OuterRef("pk"))))
    return people


def forget(now: datetime) -> None:
    """Write to those whose time it is, and delete those who were written to twice.

    Whoever uses their account again is written to anew, if ever. Nothing goes without mail.
    """
    if not (settings.UNUSED_MONTHS and settings.MAIL):
        UnusedNotice.objects.all().delete()
        return
    people = unused(now)
    is_back = ~Q(user__in=people) | Q(first_at__lt=F("user__last_login"))
    UnusedNotice.objects.filter(is_back).delete()
    first, second = now - SECOND_AFTER, now - LAST_WEEK
    waited = people.filter(notice__first_at__lte=now - GONE_AFTER, notice__second_at__lte=second)
    for user in waited[:MOST]:
        _delete(user, now)
    reminded = people.filter(notice__first_at__lte=first, notice__second_at=None)
    for user in _written(reminded[:MOST], now + LAST_WEEK):
        UnusedNotice.objects.filter(user=user).update(second_at=now)
    for user in _written(people.filter(notice=None)[:MOST], now + GONE_AFTER):
        UnusedNotice.objects.get_or_create(user=user, defaults={"first_at": now})


def _written(people: QuerySet[User], last_day: datetime) -> Iterable[User]:
    """Those to whom the mail went out. The first failure ends it: the next run goes on."""
    home = settings.SITE_URL or f"http://localhost:{settings.PORT}"
    for user in people:
        context = {
            "sign_in_url": home + reverse("account_login"),
            "day": date_format(last_day.astimezone(user.zone), "j F Y"),
        }
        try:
            get_adapter().render_mail("account/email/unused", user.email, context).send()
        except OSError as error:
            mails.log_unsent(error)
            return
        yield user


def _delete(user: User, now: datetime) -> None:
    """Unless they came back just now."""
    with transaction.atomic():
        if still := unused(now).select_for_update(of=("self",)).filter(pk=user.pk).first():
            deletion.delete(still, why="after two mails, since nobody used it")
