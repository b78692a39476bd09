"""`docs/privacy.md` names every table that holds something of a person, with all its fields."""

import re
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db.models import Model

from accounts.models import User

TEXT = (Path(__file__).parent.parent / "docs/privacy.md").read_text()
OF_NO_ONE = {"sessions.Session"}  # Django's own, with copies from the version before at most


def is_of_a_person(model: type[Model], seen: frozenset[type[Model]] = frozenset()) -> bool:
    """Whether its rows belong to one, by however many steps."""
    return model is User or any(
        field.related_model not in seen and is_of_a_person(field.related_model, seen | {model})
        for field in model._meta.concrete_fields
        if field.related_model
    )


def told() -> dict[str, set[str]]:
    rows = re.findall(r"^\| `(\w+\.\w+)` \| (.*?) \|", TEXT, re.MULTILINE)
    return {label: set(re.findall(r"`(\w+)`", what)) for label, what in rows}


def test_every_table_of_a_person_is_there_with_all_its_fields() -> None:
    personal = [
        model
        for model in apps.get_models()
        if is_of_a_person(model) or model._meta.label in OF_NO_ONE
    ]

    assert told() == {
        model._meta.label: {field.name for field in model._meta.concrete_fields}
        for model in personal
    }


def test_every_cookie_is_there() -> None:
    cookies = set(re.findall(r"^\| cookie `(\w+)` \|", TEXT, re.MULTILINE))

    assert cookies == {
        settings.SESSION_COOKIE_NAME,
        settings.CSRF_COOKIE_NAME,
        "messages",
        "mfa_trusted",
    }
