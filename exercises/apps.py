"""The catalogue: exercises, their doses and where each statement comes from."""

from django.apps import AppConfig


class ExercisesConfig(AppConfig):
    name = "exercises"
