"""The kinds of column that the catalogue's table has many of."""

from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from exercises.statements import check_statements


def statements(label: Any) -> "models.JSONField[Any, Any]":
    return models.JSONField(label, default=list, blank=True, validators=[check_statements])


def seconds(label: Any) -> "models.DecimalField[Any, Any]":
    least = MinValueValidator(0, _("No time is shorter than none: write 0 or more seconds."))
    return models.DecimalField(label, max_digits=4, decimal_places=1, default=0, validators=[least])


def count(label: Any, most: int) -> "models.PositiveSmallIntegerField[Any, Any]":
    return models.PositiveSmallIntegerField(
        label,
        default=1,
        validators=[
            MinValueValidator(1, _("There is at least one: write 1 or more.")),
            MaxValueValidator(most, _("That is too many: write %(limit_value)s or fewer.")),
        ],
    )
