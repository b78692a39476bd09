"""What the logbook lets people choose from, each value with its words."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Part(models.TextChoices):
    """The part of the day in which a round falls, under the round's name."""

    MORNING = "morning", _("Morning round")
    MIDDAY = "midday", _("Midday round")
    EVENING = "evening", _("Evening round")


class SessionSource(models.TextChoices):
    """How a session came into the logbook; shown without judgement."""

    GUIDED = "guided", _("guided")
    TICK = "tick", _("ticked")
    BACKFILL = "backfill", _("filled in")
    OFFLINE = "offline", _("sent later")
    IMPORT = "import", _("imported")


class During(models.TextChoices):
    """How much it hurt during a session, on the scale from 0 to 10."""

    LOW = "low", _("0 to 3")
    MIDDLE = "middle", _("4 or 5")
    HIGH = "high", _("6 to 10")


class Reason(models.TextChoices):
    FLARE = "flare", _("Flare")
    ILL = "ill", _("Ill")
    AWAY = "away", _("Away")
    REST = "rest", _("Rest")


class Site(models.TextChoices):
    """Where it may hurt."""

    BACK = "back", _("Back")
    KNEE = "knee", _("Knee")
    HIP = "hip", _("Hip")
    FOOT = "foot", _("Foot")


class Side(models.TextChoices):
    LEFT = "left", _("Left")
    RIGHT = "right", _("Right")
    BOTH = "both", _("Both")
