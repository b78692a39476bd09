"""What a page says so that a device may show it later: when the day ends that it is drawn for."""

from datetime import date

from django import template

from accounts.models import User
from offline import ahead

register = template.Library()


@register.simple_tag
def day_ends(day: date, user: User) -> str:
    """The moment, as scripts read it."""
    return ahead.end_of(day, user).isoformat()
