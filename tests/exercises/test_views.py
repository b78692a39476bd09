"""What a person reads on the leaflet's pages, signed in or not."""

import re
from html import unescape

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from exercises.models import Exercise, Source
from tests.make import ALL_SLUGS, SLUGS
from tests.page import Page

pytestmark = pytest.mark.django_db

LANDING = reverse("exercises:landing")
CATALOGUE = reverse("exercises:catalogue")
CARE = reverse("exercises:care")
HELP = "/care/help/"


def address(slug):
    return reverse("exercises:exercise", args=[slug])


def words(response):
    """The page's words as one line, without marks."""
    assert response.status_code == 200
    main = re.search(r"<main.*?</main>", response.content.decode(), re.DOTALL)[0]
    return " ".join(unescape(strip_tags(main)).split())


def ids_and_targets(response):
    html = response.content.decode()
    return re.findall(r'\bid="([^"]+)"', html), re.findall(r'href="#([^"]+)"', html)


@pytest.mark.parametrize("path", [LANDING, CATALOGUE, address("toe-presses"), CARE])
def test_a_page_of_the_leaflet_is_only_asked_for(client, path):
    assert client.head(path).status_code == 200
    assert client.post(path).status_code == 405


@pytest.mark.usefixtures("only_four")
def test_the_landing_page_shows_ten_full_toes_and_the_way_in(client):
    response = client.get(LANDING)
    html = response.content.decode()
    assert html.count('data-fill="4"') == 10 + 10  # the feet, and the pips of the four cards
    assert "Two footprints with all ten toes filled in" in html
    assert f'href="{reverse("account_signup")}"' in html
    assert 'href="/care/studies/"' in html
    assert 'href="/care/help/"' in html


@pytest.fixture
def only_four(db):
    Exercise.objects.exclude(slug__in=SLUGS).delete()


@pytest.mark.usefixtures("only_four")
def test_the_landing_page_names_the_four_exercises_and_how_often(client):
    text = words(client.get(LANDING))
    assert "Press your foot away against an elastic band, twice a day" in text
    assert "Draw slow circles in the air with your foot, three times a day" in text
    assert "2 + 3 + 3 + 2 = ten toes" in text
    assert "Each takes 2 to 6 minutes." in text


@pytest.mark.usefixtures("only_four")
def test_the_landing_page_takes_its_numbers_from_the_catalogue(client):
    Exercise.objects.filter(slug="toe-walking").update(per_day=1, bouts=40)
    text = words(client.get(LANDING))
    assert "2 + 3 + 3 + 1" in text
    assert "something to hold on to, once a day" in text
    assert "Each takes 2 to 24 minutes." in text


@pytest.mark.usefixtures("only_four")
def test_the_landing_page_offers_the_shortest_session_for_which_nothing_is_needed(client):
    page = client.get(LANDING)
    assert "Try it now: Toe pressesAbout 2 minutes, without an account" in words(page)
    assert 'href="/exercises/toe-presses/session/"' in page.content.decode()
    Exercise.objects.filter(slug="toe-presses").update(equipment="Towel")
    assert "Try it now: Ankle circles" in words(client.get(LANDING))


def test_the_landing_page_says_what_is_not_known_and_who_should_ask(client):
    text = words(client.get(LANDING))
    assert "We found no trial of these four exercises together" in text
    assert "We can’t promise less pain." in text
    assert "Ask a doctor, physio or pharmacist before you start if:" in text
    assert "you feel unsteady, get dizzy, or fell in the last year" in text


def test_the_landing_page_stands_without_a_catalogue(client):
    Exercise.objects.all().delete()
    assert "Ten toes a day" in words(client.get(LANDING))


def test_somebody_signed_in_is_led_from_the_landing_page_to_today(signed_in):
    assert signed_in.get(LANDING)["Location"] == reverse("logbook:today")


def test_the_catalogue_shows_each_exercise_with_drawing_dose_and_place(client):
    response = client.get(CATALOGUE)
    text = words(response)
    assert "15 presses with each foot against an elastic band, holding each for 5 seconds." in text
    assert "Sitting About 6 minutes Twice a day Elastic band, low stool" in text
    assert "Standing on tiptoe About 3 minutes Twice a day" in text
    html = response.content.decode()
    assert [slug for slug in ALL_SLUGS if f'href="{address(slug)}"' not in html] == []
    assert html.count('<svg class="fg ') == Exercise.objects.count()
    assert "Pause the drawings" in text


@pytest.mark.parametrize("slug", ALL_SLUGS)
def test_an_exercise_s_page_has_every_section(client, slug):
    text = words(client.get(address(slug)))
    for heading in (
        "Where these numbers come from",
        "Before you begin",
        "Position:",
        "What you need:",
        "How to do it",
        "Breathing",
        "Common mistakes",
        "Make it easier",
        "Make it harder",
        "Ask a doctor, physio or pharmacist before you start if:",
        "Stop this exercise if:",
        "Chest pain or tightness? Stop, and call your local emergency number (112, 999, 911).",
        "A rule for pain while you exercise",
        "Sources of “How to do it”",
        "Last checked on 21 Aug 2026.",
        "No clinician has read this yet.",
    ):
        assert heading in text


@pytest.mark.parametrize("slug", ALL_SLUGS)
def test_an_exercise_s_page_leaves_no_placeholder_and_no_dangling_link(client, slug):
    response = client.get(address(slug))
    assert not re.search(r"\{\w+\}", words(response))
    ids, targets = ids_and_targets(response)
    assert len(ids) == len(set(ids))
    assert set(targets) <= set(ids)


@pytest.mark.parametrize("slug", ALL_SLUGS)
def test_the_drawing_says_what_it_shows_and_can_be_paused(client, slug):
    response = client.get(address(slug))
    drawing = re.search(r'<svg class="fg .*?</desc>', response.content.decode(), re.DOTALL)[0]
    assert "Side view. A person " in drawing
    assert "Pause the drawing" in words(response)


def test_the_toe_walking_page_says_that_the_article_gives_no_number_a_day(client):
    text = words(client.get(address("toe-walking")))
    assert "a day 2 ×" in text
    assert "The article does not say how many times a day." in text
    assert "Some other published versions of it say twice" in text


def test_the_flexion_page_says_that_both_feet_are_our_reading(client):
    text = words(client.get(address("resisted-plantar-flexion")))
    assert "The article does not say ‘the other foot’. Doing both feet is our reading." in text


def test_the_circles_page_asks_for_no_leg_at_the_head(client):
    text = words(client.get(address("ankle-circles")))
    assert "Most people can’t reach that far, so raise it only as far as is easy." in text


def test_a_page_says_first_how_then_how_safely_then_where_from(client):
    text = words(client.get(address("toe-presses")))
    parts = ("How to do it", "Stop this exercise if:", "Where these numbers come from")
    assert sorted(parts, key=text.index) == list(parts)


def test_citations_are_read_and_the_sources_fold(client):
    page = Page(client.get(address("toe-presses")))
    assert "[From: 1]" in page.words
    assert "our own judgement" in page.words
    assert "The article (no address given to us)Our own judgement" in page.words
    assert len(page.find("details", **{"class": "sources-fold"})) == 3


def test_an_unknown_exercise_is_not_found(client):
    assert client.get(address("head-stands")).status_code == 404


def test_a_page_stands_when_a_source_was_taken_out(client):
    Source.objects.filter(key="bhf-balance").delete()
    assert "How to do it" in words(client.get(address("toe-presses")))


@pytest.mark.parametrize(
    ("path", "queries"),
    [(LANDING, 1), (CATALOGUE, 1), (address("toe-walking"), 2), (CARE, 1), (HELP, 1)],
)
def test_a_visitor_s_page_asks_the_database_little(
    client, django_assert_num_queries, path, queries
):
    with django_assert_num_queries(queries):
        client.get(path)


@pytest.mark.parametrize(
    ("path", "queries"), [(CATALOGUE, 3), (address("toe-walking"), 4), (CARE, 3), (HELP, 3)]
)
def test_a_person_s_page_adds_session_and_user(signed_in, django_assert_num_queries, path, queries):
    with django_assert_num_queries(queries):
        signed_in.get(path)
