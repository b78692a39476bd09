"""The kinds of column that the catalogue's table has many of."""

from functools import partial

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from exercises.statements import check_statements

statements = partial(models.JSONField, default=list, blank=True, validators=[check_statements])
seconds = partial(
    models.DecimalField,
    max_digits=4,
    decimal_places=1,
    default=0,
    validators=[MinValueValidator(0, _("No time is shorter than none: write 0 or more seconds."))],
)
publisher = partial(
    models.CharField, max_length=120, error_messages={"blank": _("Say who published it.")}
)
dated = partial(
    models.CharField, max_length=40, error_messages={"blank": _("Write its date, or “no date”.")}
)
count = partial(models.PositiveSmallIntegerField, default=1)


def up_to(most: int) -> list[MinValueValidator | MaxValueValidator]:
    return [
        MinValueValidator(1, _("There is at least one: write 1 or more.")),
        MaxValueValidator(most, _("That is too many: write %(limit_value)s or fewer.")),
    ]
