"""What the logbook's tests share."""

import pytest

from exercises.models import Exercise


@pytest.fixture
def circles(db: None) -> Exercise:
    return Exercise.objects.get(slug="ankle-circles")
