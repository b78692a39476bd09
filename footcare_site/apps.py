"""The wiring's place among Django's apps: its commands and template tags."""

from django.apps import AppConfig


class FootcareSiteConfig(AppConfig):
    name = "footcare_site"
