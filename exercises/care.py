"""The pages of care: one for each need, none longer than five screens of a phone."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from exercises.advice import ADVICE
from exercises.alarms import CARDS
from exercises.evidence import EVIDENCE
from exercises.safety import ASK_FIRST, PAIN_RULE, STOP_IF
from exercises.statements import Section, Words


@dataclass(frozen=True, slots=True)
class Need:
    """What somebody comes for; with one section only, that one has the page's title."""

    slug: str
    title: Words
    lead: Words
    sections: tuple[Section, ...]


NEEDS = (
    Need(
        "help",
        _("When to get help"),
        _("Signs that need a doctor, the most urgent first. They hold for every number of pain."),
        CARDS,
    ),
    Need(
        "safety",
        _("Ask first, and when to stop"),
        _("True of every exercise here."),
        (ASK_FIRST, STOP_IF, PAIN_RULE),
    ),
    *(
        Need(
            section.id,
            section.title,
            _("The article advises this too. It is none of its four exercises.")
            if section.id != "diabetes"
            else _("For people with diabetes, and for feet that feel less than they used to."),
            (section,),
        )
        for section in ADVICE
    ),
    Need(
        "studies",
        _("What studies found"),
        _(
            "In short: foot exercises may steady your balance. Whether they help a sore back, "
            "knee or hip is not settled."
        ),
        EVIDENCE,
    ),
)
BY_SLUG = {need.slug: need for need in NEEDS}
