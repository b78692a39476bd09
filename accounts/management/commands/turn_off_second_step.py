"""For somebody who has lost both the app and the recovery codes: sign-in asks for neither again."""

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from accounts.mails import notify
from accounts.models import User
from accounts.second_step import turn_off


class Command(BaseCommand):
    help = "Turns off a person's two-step sign-in, once you are sure that it is they who ask."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email", help="with which they sign in")

    def handle(self, *args: object, email: str, **options: object) -> None:
        try:
            user = User.objects.get_by_natural_key(email)
        except User.DoesNotExist as error:
            raise CommandError(f"Nobody signs in as {email}. Look it up in /admin/.") from error
        if turn_off(user):
            notify(user, "mfa/email/totp_deactivated", now=timezone.now())
            self.stdout.write(f"{user.email} signs in without a second step from now on.")
        else:
            self.stdout.write(f"{user.email} has no second step.")
