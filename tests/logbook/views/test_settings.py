"""The settings page: what it shows, what it stores, and how a mistake reads."""

import pytest
from django.test import Client

from accounts.models import User
from tests.make import make_user, prefer
from tests.page import Page
from tests.signed_out import SENTENCE, send_signed_out

SENT = {"time_zone": "Asia/Tokyo", "day_ends_at": "5", "week_starts_on": "6", "theme": "dark"}


def test_settings_show_what_is_stored(signed_in: Client, person: User) -> None:
    person.change(day_ends_at=1, week_starts_on=5, theme="light")

    page = Page(signed_in.get("/settings/"))

    chosen = [option["value"] for option in page.find("option", selected="")]
    assert chosen == ["Europe/Berlin", "1"]
    checked = page.find("input", type="radio", checked="")
    assert [(radio["name"], radio["value"]) for radio in checked] == [
        ("week_starts_on", "5"),
        ("theme", "light"),
    ]
    assert page.find("html", data_theme="light")
    assert "You sign in as sam@example.org." in page.words


def test_settings_are_stored_and_said_to_be(signed_in: Client) -> None:
    response = signed_in.post("/settings/", SENT, follow=True)

    assert response.redirect_chain == [("/settings/?saved=1", 302)]
    page = Page(response)
    assert "Your settings are saved." in page.words
    assert page.find("html", data_theme="dark")
    row = User.objects.values("time_zone", "day_ends_at", "week_starts_on", "theme").get()
    assert row == {
        "time_zone": "Asia/Tokyo",
        "day_ends_at": 5,
        "week_starts_on": 6,
        "theme": "dark",
    }


def test_a_mistake_stores_nothing_and_keeps_what_was_chosen(signed_in: Client) -> None:
    response = signed_in.post("/settings/", SENT | {"week_starts_on": "1"})

    page = Page(response)
    assert response.status_code == 400
    assert page.words.startswith("Error: Settings · Footcare")
    assert "One thing to put right Weeks start on: Choose one of the three days." in page.words
    assert page.find("option", value="Asia/Tokyo", selected="")
    assert page.find("html", data_theme="") == []  # what isn't stored isn't shown as if it were
    assert User.objects.get().time_zone == "Europe/Berlin"


def test_settings_sent_empty_are_no_settings(signed_in: Client) -> None:
    response = signed_in.post("/settings/")

    assert response.status_code == 400
    assert "Three things to put right" in Page(response).words


def test_my_settings_are_not_yours(signed_in: Client, person: User) -> None:
    other = make_user(email="alex@example.org", theme="light")

    signed_in.post("/settings/", SENT | {"id": str(other.pk), "email": other.email})

    other.refresh_from_db()
    assert (other.theme, other.time_zone) == ("light", "Europe/Berlin")


def test_settings_lead_on_to_the_account_and_out(signed_in: Client) -> None:
    page = Page(signed_in.get("/settings/"))

    assert page.find("a", href="/settings/account/")
    assert page.find("form", action="/accounts/logout/", method="post")


def test_two_tabs_that_change_different_settings_both_keep_theirs(
    signed_in: Client, person: User
) -> None:
    first = Page(signed_in.get("/settings/")).initials
    unchanged = {
        "time_zone": "Europe/Berlin",
        "day_ends_at": "3",
        "week_starts_on": "0",
        "theme": "",
    }
    signed_in.post("/settings/", first | unchanged | {"theme": "dark"})

    response = signed_in.post("/settings/", first | unchanged | {"day_ends_at": "5"}, follow=True)

    person.refresh_from_db()
    assert (person.theme, person.day_ends_at) == ("dark", 5)
    assert "replaces" not in Page(response).words


def test_the_later_of_two_tabs_says_what_it_replaces(signed_in: Client, person: User) -> None:
    first = Page(signed_in.get("/settings/")).initials
    signed_in.post("/settings/", first | SENT | {"theme": "dark"})

    response = signed_in.post("/settings/", first | SENT | {"theme": "light"}, follow=True)

    person.refresh_from_db()
    assert person.theme == "light"
    assert "Your settings are saved. This replaces a newer change of: Light or dark." in (
        Page(response).words
    )


def test_what_you_see_is_stored(signed_in: Client, person: User) -> None:
    page = Page(signed_in.get("/settings/"))
    assert "hurts" not in page.filled_in

    signed_in.post("/settings/", page.sent({"hurts": ["knee", "foot"], "shows_streak": "on"}))

    person.refresh_from_db()
    assert (
        person.preferences.hurts,
        person.preferences.shows_streak,
        person.preferences.asks_during,
    ) == (
        ["knee", "foot"],
        True,
        False,
    )
    assert Page(signed_in.get("/settings/")).filled_in["hurts"] == ["knee", "foot"]


@pytest.mark.parametrize("hurts", [["knee"], []])
def test_what_hurts_can_be_taken_back(signed_in: Client, person: User, hurts: list[str]) -> None:
    prefer(person, hurts=["back", "knee"])
    page = Page(signed_in.get("/settings/"))

    signed_in.post("/settings/", page.sent({"hurts": hurts}))

    person.refresh_from_db()
    assert person.preferences.hurts == hurts


def test_nothing_hurts_that_is_not_on_the_list(signed_in: Client, person: User) -> None:
    page = Page(signed_in.get("/settings/"))

    response = signed_in.post("/settings/", page.sent({"hurts": ["knee", "pride"]}))

    person.refresh_from_db()
    assert response.status_code == 400
    assert "What hurts: Choose from the four." in Page(response).words
    assert person.preferences.hurts == []


def look(person: User) -> tuple[object, ...]:
    person.refresh_from_db()
    return (
        person.time_zone,
        person.theme,
        person.preferences.hurts,
        person.preferences.shows_streak,
    )


def test_undo_puts_the_settings_back_and_can_itself_be_undone(
    signed_in: Client, person: User
) -> None:
    prefer(person, hurts=["back", "foot"], shows_streak=True)
    changes = {"time_zone": "Asia/Tokyo", "theme": "dark", "hurts": ["knee"], "shows_streak": None}
    page = Page(signed_in.get("/settings/"))
    page = Page(signed_in.post("/settings/", page.sent(changes), follow=True))
    assert "Your settings are saved. Undo" in page.words
    undo = page.flash

    answers = [Page(signed_in.post(*undo, follow=True)) for _ in range(2)]

    assert look(person) == ("Europe/Berlin", "", ["back", "foot"], True)
    for page in answers:
        assert "Your settings are as they were before. Do it again" in page.words
        assert "replaces" not in page.words

    page = Page(signed_in.post(*answers[-1].flash, follow=True))

    assert look(person) == ("Asia/Tokyo", "dark", ["knee"], False)
    assert "Your settings are saved. Undo" in page.words


def test_a_reload_still_offers_to_undo_and_the_page_by_itself_does_not(
    signed_in: Client,
) -> None:
    address = signed_in.post("/settings/", SENT).headers["Location"]

    pages = [Page(signed_in.get(each)) for each in (address, address, "/settings/")]

    assert ["Undo" in page.words for page in pages] == [True, True, False]
    assert address == "/settings/?saved=1"


def test_undo_leaves_alone_what_another_tab_changed_meanwhile(
    signed_in: Client, person: User
) -> None:
    page = Page(signed_in.get("/settings/"))
    address = signed_in.post("/settings/", page.sent({"theme": "dark"})).headers["Location"]
    prefer(person, hurts=["knee"])

    signed_in.post(*Page(signed_in.get(address)).flash)

    assert look(person) == ("Europe/Berlin", "", ["knee"], False)


def test_settings_saved_as_they_are_have_nothing_to_undo(signed_in: Client) -> None:
    page = Page(signed_in.get("/settings/"))

    page = Page(signed_in.post("/settings/", page.sent(), follow=True))

    assert "Your settings are saved. Settings" in page.words


def test_the_undo_of_one_page_is_not_offered_on_another(signed_in: Client) -> None:
    signed_in.post("/settings/", SENT)

    assert "Undo" not in Page(signed_in.get("/settings/rounds/?saved=1")).words


@pytest.mark.parametrize("name", ["programme", "rounds", "pauses", "first-day"])
def test_settings_lead_on_to_the_exercises(signed_in: Client, name: str) -> None:
    assert Page(signed_in.get("/settings/")).find("a", href=f"/settings/{name}/")


def test_settings_sent_signed_out_come_back_as_they_were_filled_in(
    signed_in: Client, person: User
) -> None:
    prefer(person, shows_streak=True)
    tab = Page(signed_in.get("/settings/"))
    changes = {"time_zone": "Asia/Tokyo", "theme": "dark", "asks_during": "on"}
    changes |= {"shows_streak": None, "hurts": ["knee"]}
    person.change(week_starts_on=6, theme="light")

    back = send_signed_out(signed_in, person, "/settings/", tab.sent(changes))
    page = Page(signed_in.get(back))

    assert "knee" not in back
    assert SENTENCE in page.words
    assert "“What hurts” is not kept on the way: choose it once more" in page.words
    person.refresh_from_db()
    assert (person.time_zone, person.theme, person.preferences.shows_streak) == (
        "Europe/Berlin",
        "light",
        True,
    )

    answer = Page(signed_in.post("/settings/", page.sent(), follow=True))

    person.refresh_from_db()
    assert (person.time_zone, person.theme, person.week_starts_on) == ("Asia/Tokyo", "dark", 6)
    assert (
        person.preferences.asks_during,
        person.preferences.shows_streak,
        person.preferences.hurts,
    ) == (True, False, [])
    assert "This replaces a newer change of: Light or dark." in answer.words


def test_a_mistake_in_settings_sent_signed_out_comes_back_with_its_sentence(
    signed_in: Client, person: User
) -> None:
    sent = Page(signed_in.get("/settings/")).sent({"time_zone": "", "theme": "dark"})

    page = Page(signed_in.get(send_signed_out(signed_in, person, "/settings/", sent)))

    assert "Choose your time zone, so that your days end when they should." in page.words
    assert page.filled_in["theme"] == ["dark"]
    person.refresh_from_db()
    assert (person.time_zone, person.theme) == ("Europe/Berlin", "")
