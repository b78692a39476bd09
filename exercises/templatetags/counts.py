"""Counts of exercises and sessions, for sentences that name them in words."""

from django import template
from django.utils.translation import pgettext_lazy

from exercises.models import Exercise

register = template.Library()

WORDS = (
    pgettext_lazy("how many exercises or sessions", "one"),
    pgettext_lazy("how many exercises or sessions", "two"),
    pgettext_lazy("how many exercises or sessions", "three"),
    pgettext_lazy("how many exercises or sessions", "four"),
    pgettext_lazy("how many exercises or sessions", "five"),
    pgettext_lazy("how many exercises or sessions", "six"),
    pgettext_lazy("how many exercises or sessions", "seven"),
    pgettext_lazy("how many exercises or sessions", "eight"),
    pgettext_lazy("how many exercises or sessions", "nine"),
    pgettext_lazy("how many exercises or sessions", "ten"),
)


@register.filter
def in_words(number: int) -> str:
    """'four'; none, and more than ten, in figures."""
    return str(WORDS[number - 1] if 0 < number <= len(WORDS) else number)


@register.simple_tag
def number_of_exercises() -> int:
    """Of the whole catalogue."""
    return Exercise.objects.count()
