"""What was done, by whom, on which of their days, and what it adds up to."""

from django.apps import AppConfig


class LogbookConfig(AppConfig):
    name = "logbook"
