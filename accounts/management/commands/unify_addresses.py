"""Brings stored addresses into their one form, and names those that two people then would share."""

from allauth.account.models import EmailAddress
from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction
from django.db.models import Q

from accounts.models import User


class Command(BaseCommand):
    help = (
        "Writes addresses from before as they are stored today, and tells which two people share."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--count", action="store_true", help="only how many, with no names")

    def handle(self, *args: object, count: bool, **options: object) -> None:
        shared = unify()
        if count and shared:
            self.stdout.write(
                f"Addresses: {len(shared)} shared by two people, who stay as they are. "
                "`manage.py unify_addresses` names them."
            )
        for user, other in () if count else shared:
            self.stdout.write(
                f"{user.email} (joined {user.date_joined:%Y-%m-%d}) and {other.email} (joined "
                f"{other.date_joined:%Y-%m-%d}) are one address. Both sign in as before."
            )


@transaction.atomic
def unify() -> list[tuple[User, User]]:
    """Those who keep their own spelling, each with the person who has the one form of it.

    The form is theirs who have it already, or else who joined first.
    """
    spelled = User.objects.values_list("pk", "email")
    other = [pk for pk, email in spelled if User.objects.normalize_email(email) != email]
    shared = []
    for user in User.objects.filter(pk__in=other).order_by("date_joined"):
        email = User.objects.normalize_email(user.email)
        has_it = Q(email=email) | Q(emailaddress__email=email, emailaddress__verified=True)
        if holder := User.objects.exclude(pk=user.pk).filter(has_it).first():
            shared.append((user, holder))
            continue
        EmailAddress.objects.filter(user=user, email=email).delete()
        EmailAddress.objects.filter(user=user, email=user.email).update(email=email)
        user.change(email=email, email_as_typed=user.shown_email)
    return shared
