"""Django's server for development, at the address that the settings name."""

from django.conf import settings
from whitenoise.runserver_nostatic.management.commands.runserver import Command as RunServer


class Command(RunServer):  # type: ignore[misc]
    default_addr = settings.BIND_ADDRESS
    default_port = str(settings.PORT)
