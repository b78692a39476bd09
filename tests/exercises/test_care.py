"""The pages of care: an index, and one page for each need, which anybody may read."""

import pytest
from django.test import Client
from pytest_django import Settings

from exercises.care import NEEDS
from tests.page import Page

pytestmark = pytest.mark.django_db
SLUGS = [need.slug for need in NEEDS]


def test_the_old_address_leads_to_every_page(client: Client) -> None:
    page = Page(client.get("/care/"))

    assert [slug for slug in SLUGS if not page.find("a", href=f"/care/{slug}/")] == []
    assert page.find("li", id="safety")  # where older links lead
    assert "No clinician has read this yet." in page.words
    assert "It is due again by 30 Nov 2027." in page.words
    assert "It is no diagnosis and no treatment." in page.words


@pytest.mark.parametrize("slug", SLUGS)
def test_each_page_says_its_sources_and_that_no_clinician_has_read_it(
    client: Client, slug: str
) -> None:
    response = client.get(f"/care/{slug}/")
    page = Page(response)
    ids = [attrs["id"] for _tag, attrs in page.elements if "id" in attrs]

    assert "Sources of “" in page.words
    assert "No clinician has read this yet." in page.words
    assert len(ids) == len(set(ids))
    assert "{" not in page.words
    assert client.post(f"/care/{slug}/").status_code == 405


def test_another_need_is_not_found(client: Client) -> None:
    assert client.get("/care/cures/").status_code == 404


def test_the_cards_say_how_soon_to_act_and_where_to_call(
    client: Client, settings: Settings
) -> None:
    told = Page(client.get("/care/help/")).words
    settings.EMERGENCY_NUMBER = "112"
    there = Page(client.get("/care/help/")).words

    number = "your local emergency number (112, 999, 911)"
    assert f"Emergency: Call {number} if your back hurts and:" in told
    assert f"Emergency: Call {number} if: your chest hurts" in told
    assert "Urgent: Speak to a doctor today if one calf or leg:" in told
    assert f"Short of breath or chest pain as well? Call {number}. Don’t drive." in told
    assert "Urgent: Under 16 A child or teenager who limps" in told
    assert "Not urgent: See a doctor or physio in the next weeks if:" in told
    assert "Emergency: Call 112 if your back hurts and:" in there


def test_the_cards_hold_no_links(client: Client) -> None:
    html = client.get("/care/help/").content.decode()
    cards = html.partition('<div class="alarms">')[2].partition("<details")[0]

    assert "red, or darker on brown and black skin" in cards
    assert "<a " not in cards


def test_the_safety_page_has_the_list_to_stop_and_the_rule_for_pain(client: Client) -> None:
    page = Page(client.get("/care/safety/"))

    assert page.find("h2", id="stop")
    assert page.find("h2", id="pain-rule")
    assert "Chest pain or tightness? Stop, and call your local emergency number" in page.words
    assert "Provide, a physio service in England, uses this rule" in page.words
    after = page.words.index("After a snap, a cold foot, or numbness that stays: When to get help")
    assert page.words.index("Stop this exercise if:") < after
    assert after < page.words.index("A rule for pain while you exercise")


def test_what_is_there_to_feel_pleasant_is_not_called_good_for_the_feet(client: Client) -> None:
    massage = Page(client.get("/care/massage/")).words

    assert "The article advises this too. It is none of its four exercises." in massage
    assert "good for your feet" not in massage.lower()


def test_the_studies_answer_the_article_and_tell_what_speaks_against(client: Client) -> None:
    told = Page(client.get("/care/studies/")).words

    assert "‘4 foot exercises to relieve back, knee and hip pain’. That title is" in told
    assert "Not known: The article says that 80 % of the world has it some day." in told
    assert "In a larger one it didn’t help, and sudden injuries rose." in told
    assert "Spink and others, BMJ: Podiatry to prevent falls" in told
