"""`changepassword`: Django's, and a mail tells the person."""

from django.contrib.auth.management.commands import changepassword
from django.utils import timezone

from accounts.mails import notify
from accounts.models import User


class Command(changepassword.Command):
    def handle(self, *args: object, **options: object) -> str | None:
        email = User.objects.stored_email(str(options["username"] or ""))
        said: str | None = super().handle(*args, **options | {"username": email})
        user = User.objects.get_by_natural_key(email)
        notify(user, "account/email/password_changed", now=timezone.now())
        return said
