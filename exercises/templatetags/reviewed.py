"""Template tag that says who has read the health texts, and when they are due again."""

from datetime import date

from django import template

from exercises import review

register = template.Library()


@register.inclusion_tag("exercises/_reviewed.html")
def reviewed() -> dict[str, date | None]:
    return {
        "written": review.WRITTEN,
        "due": review.DUE,
        "read_by_clinician": review.READ_BY_CLINICIAN,
    }
