"""The person: how they sign in, and how their days and weeks run."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"
