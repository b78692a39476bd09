"""An exercise in brief: what rows and tables show of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Brief:
    slug: str
    hue: str
    mark: str
    name: str
    posture: str
    """In words."""
    minutes: int
    """How long one session takes, at the dose that holds for whoever reads it."""
