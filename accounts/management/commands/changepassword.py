"""`changepassword`: Django's, and the person is told."""

from typing import Any

from django.contrib.auth.management.commands import changepassword
from django.utils import timezone

from accounts.models import User
from accounts.told import tell


class Command(changepassword.Command):
    def handle(self, *args: Any, **options: Any) -> str | None:
        said: str | None = super().handle(*args, **options)
        user = User.objects.get_by_natural_key(options["username"])
        tell(user, "account/email/password_changed", now=timezone.now())
        return said
