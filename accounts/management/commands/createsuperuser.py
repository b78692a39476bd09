"""`createsuperuser`: Django's, and the address may be typed as at the door."""

from django.contrib.auth.management.commands import createsuperuser
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts import email_addresses


class TypedEmail(models.EmailField):
    def to_python(self, value: str) -> str:
        return email_addresses.canonical(value)


class Command(createsuperuser.Command):
    def handle(self, *args: object, **options: object) -> None:
        self.username_field = TypedEmail(_("e-mail"), unique=True)
        self.username_field.set_attributes_from_name("email")
        super().handle(*args, **options)
