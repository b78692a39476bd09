"""All rows of all tables, to see whether something changed."""

from typing import Any

from django.apps import apps

ATTENDANTS = {"accounts.BrowserSession"}  # a visit leaves its own
Rows = dict[str, list[dict[str, Any]]]


def everything() -> Rows:
    return {
        model._meta.label: list(model._base_manager.order_by("pk").values())
        for model in apps.get_models()
        if model._meta.label not in ATTENDANTS
    }
