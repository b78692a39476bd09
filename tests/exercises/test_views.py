"""What a person reads on the leaflet's pages, signed in or not."""

import re
from html import unescape

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from exercises.models import Exercise, Source
from tests.make import SLUGS

pytestmark = pytest.mark.django_db

LANDING = reverse("exercises:landing")
CATALOGUE = reverse("exercises:catalogue")
CARE = reverse("exercises:care")


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


def test_the_landing_page_shows_ten_full_toes_and_the_way_in(client):
    response = client.get(LANDING)
    html = response.content.decode()
    assert html.count('data-fill="4"') == 10 + 10  # the feet, and the pips of the four cards
    assert "Two footprints with all ten toes filled in" in html
    assert f'href="{reverse("account_signup")}"' in html
    assert f'href="{CARE}#sources"' in html
    assert f'href="{CARE}#safety"' in html


def test_the_landing_page_names_the_four_exercises_and_how_often(client):
    text = words(client.get(LANDING))
    assert "Press your foot away against an elastic band, twice a day" in text
    assert "Draw slow circles in the air with your foot, three times a day" in text
    assert "2 + 3 + 3 + 2 = ten toes" in text
    assert "Each takes 2 to 6 minutes." in text


def test_the_landing_page_takes_its_numbers_from_the_catalogue(client):
    Exercise.objects.filter(slug="toe-walking").update(per_day=1, bouts=40)
    text = words(client.get(LANDING))
    assert "2 + 3 + 3 + 1" in text
    assert "something to hold on to, once a day" in text
    assert "Each takes 2 to 24 minutes." in text


def test_the_landing_page_says_what_is_not_known_and_who_should_ask(client):
    text = words(client.get(LANDING))
    assert "We found no study of these four exercises together" in text
    assert "We can’t promise less pain." in text
    assert "Ask a doctor or physio before you start if:" in text
    assert "you feel unsteady on your feet, or have fallen lately" in text


def test_the_landing_page_stands_without_a_catalogue(client):
    Exercise.objects.all().delete()
    assert "Ten toes a day" in words(client.get(LANDING))


def test_somebody_signed_in_is_led_from_the_landing_page_to_today(signed_in):
    assert signed_in.get(LANDING)["Location"] == reverse("logbook:today")


def test_the_catalogue_shows_each_exercise_with_drawing_dose_and_place(client):
    response = client.get(CATALOGUE)
    text = words(response)
    assert "15 presses with each foot against an elastic band, holding each for 5 seconds." in text
    assert "Sitting About 6 minutes Twice a day Elastic band" in text
    assert "Standing on tiptoe About 3 minutes Twice a day" in text
    html = response.content.decode()
    assert [slug for slug in SLUGS if f'href="{address(slug)}"' not in html] == []
    assert html.count('<svg class="fg ') == 4
    assert "Pause the drawings" in text


@pytest.mark.parametrize("slug", SLUGS)
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
        "Ask a doctor or physio first if:",
        "Stop and rest if:",
        "Sources",
        "Last checked on 21 Aug 2026.",
    ):
        assert heading in text


@pytest.mark.parametrize("slug", SLUGS)
def test_an_exercise_s_page_leaves_no_placeholder_and_no_dangling_link(client, slug):
    response = client.get(address(slug))
    assert not re.search(r"\{\w+\}", words(response))
    ids, targets = ids_and_targets(response)
    assert len(ids) == len(set(ids))
    assert set(targets) <= set(ids)


@pytest.mark.parametrize("slug", SLUGS)
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
    assert "Most people can’t reach that far, so raise it to a height that is comfortable." in text


def test_a_citation_reads_as_a_source_and_a_number(client):
    html = client.get(address("toe-presses")).content.decode()
    assert (
        '<a class="cite" href="#source-1">[<span class="visually-hidden">source </span>1]</a>'
        in html
    )
    assert '<li id="source-1">' in html


def test_an_unknown_exercise_is_not_found(client):
    assert client.get(address("head-stands")).status_code == 404


def test_a_page_stands_when_a_source_was_taken_out(client):
    Source.objects.filter(key="article").delete()
    assert "How to do it" in words(client.get(address("toe-presses")))
    assert "What studies found" in words(client.get(CARE))


def test_the_care_page_says_how_soon_to_act_and_where_to_call(client):
    text = words(client.get(CARE))
    assert "Emergency: Call 112, 999 or 911, or your local emergency number, if:" in text
    assert "Urgent: Speak to a doctor today if:" in text
    assert "Not urgent: See a doctor or physio in the next few weeks if:" in text


def test_the_cards_hold_no_links(client):
    html = client.get(CARE).content.decode()
    cards = re.search(r'<div class="alarms">.*?</div>\s*<p class="small', html, re.DOTALL)[0]
    assert "<a " not in cards


def test_the_care_page_gives_the_article_s_title_as_the_article_s_claim(client):
    text = words(client.get(CARE))
    assert (
        "‘4 foot exercises to relieve back, knee and hip pain’. That title is the article’s" in text
    )


def test_the_care_page_has_advice_evidence_and_dated_sources(client):
    response = client.get(CARE)
    text = words(response)
    for part in ("Shoes that fit", "Stretching", "Massage", "Strength and balance"):
        assert part in text
    assert "about 12 in 100 people have pain low in the back" in text
    assert "Spink and others, BMJ: Podiatry to prevent falls. Trial with 305 people, 2011." in text
    ids, targets = ids_and_targets(response)
    assert {"safety", "advice", "evidence", "sources"} <= set(ids)
    assert len(ids) == len(set(ids))
    assert set(targets) <= set(ids)


@pytest.mark.parametrize(
    ("path", "queries"),
    [(LANDING, 1), (CATALOGUE, 1), (address("toe-walking"), 2), (CARE, 1)],
)
def test_a_visitor_s_page_asks_the_database_little(
    client, django_assert_num_queries, path, queries
):
    with django_assert_num_queries(queries):
        client.get(path)


@pytest.mark.parametrize(
    ("path", "queries"), [(CATALOGUE, 3), (address("toe-walking"), 4), (CARE, 3)]
)
def test_a_person_s_page_adds_session_and_user(signed_in, django_assert_num_queries, path, queries):
    with django_assert_num_queries(queries):
        signed_in.get(path)
