"""A programme that can't be: the page comes back as it was filled in, and nothing is stored."""

import pytest
from django.test import Client

from logbook.models import Target
from tests.make import SLUGS
from tests.page import Page

PROGRAMME = "/settings/programme/"
FLEXION, CIRCLES, _PRESSES, WALKING = SLUGS


@pytest.mark.parametrize("absurd", ["11", "-1", "x", "", "1e9", "٣", "2.5", "\x00"])
def test_absurd_figures_are_refused_with_a_sentence_and_nothing_is_stored(
    signed_in: Client, absurd: str
) -> None:
    page = Page(signed_in.get(PROGRAMME))
    sent = page.sent({f"{WALKING}-per_day": absurd, f"{CIRCLES}-per_day": 1})

    response = signed_in.post(PROGRAMME, sent)

    assert response.status_code == 400
    page = Page(response)
    assert page.words.startswith("Error: Your programme")
    assert "One thing to put right" in page.words
    assert "Toe walking, Sessions a day: Choose a figure from the list." in page.words
    assert page.filled_in[f"{CIRCLES}-per_day"] == "1"
    assert Target.objects.count() == 4


@pytest.mark.parametrize("figure", ["repetitions", "hold_seconds", "place"])
def test_absurd_amounts_open_their_fold(signed_in: Client, figure: str) -> None:
    page = Page(signed_in.get(PROGRAMME))

    response = signed_in.post(PROGRAMME, page.sent({f"{FLEXION}-{figure}": "9999"}))

    page = Page(response)
    assert response.status_code == 400
    assert len(page.find("details", open="")) == 1
    assert page.find("a", href=f"#id_{FLEXION}-{figure}")


def test_a_dose_that_nobody_would_get_to_the_end_of_is_refused(signed_in: Client) -> None:
    page = Page(signed_in.get(PROGRAMME))
    own = {f"{FLEXION}-repetitions": 30, f"{FLEXION}-hold_seconds": 60}

    response = signed_in.post(PROGRAMME, page.sent(own))

    assert response.status_code == 400
    words = Page(response).words
    assert "Resisted plantar flexion, Repetitions: A session would take 67 minutes." in words
    assert Target.objects.count() == 4
