"""Two exercises more, as the next ones will come: an entry of a fixture and a drawing each."""

from pathlib import Path

from django.core.management import call_command
from pytest_django import Settings

from exercises.models import Exercise

HERE = Path(__file__).parent
HEELS, CALF = "heel-raises", "calf-stretch"
"""The second is optional."""


def add_to_catalogue(settings: Settings) -> tuple[Exercise, Exercise]:
    engine = settings.TEMPLATES[0]
    settings.TEMPLATES = [{**engine, "DIRS": [*engine["DIRS"], HERE / "templates"]}]
    call_command("loaddata", HERE / "exercises.json", verbosity=0)
    return Exercise.objects.get(slug=HEELS), Exercise.objects.get(slug=CALF)
