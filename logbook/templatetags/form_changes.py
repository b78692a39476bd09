"""A filter for what a form's field was drawn with, which `logbook.forms.changes` asks for."""

from django import template
from django.forms import BoundField
from django.utils.safestring import SafeString

register = template.Library()


@register.filter
def hidden_initial(field: BoundField) -> SafeString | str:
    """A hidden input with that value, for fields that are drawn choice by choice."""
    return field.as_hidden(only_initial=True) if field.field.show_hidden_initial else ""
