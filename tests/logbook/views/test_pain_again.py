"""The pain check-in from two tabs, sent twice, and undone."""

from django.test import Client

from accounts.models import User
from logbook.choices import Site
from tests.logbook.views.check_in import ON_TODAY, PAIN, TODAY, note_of, rows_of, save, sent
from tests.make import make_pain
from tests.page import Page


def test_two_tabs_with_different_sites_both_survive(signed_in: Client, person: User) -> None:
    first, second = Page(signed_in.get(PAIN)), Page(signed_in.get(PAIN))

    signed_in.post(ON_TODAY, sent(first, back="5", note="Rain."))
    told = Page(signed_in.post(ON_TODAY, sent(second, knee="3"), follow=True))

    assert rows_of(person) == {"back": (5, ""), "knee": (3, "")}
    assert note_of(person) == "Rain."
    assert "replaces" not in told.words


def test_of_two_tabs_with_the_same_site_the_later_wins_and_says_so(
    signed_in: Client, person: User
) -> None:
    first, second = Page(signed_in.get(PAIN)), Page(signed_in.get(PAIN))

    signed_in.post(ON_TODAY, sent(first, back="5"))
    told = Page(signed_in.post(ON_TODAY, sent(second, back="7"), follow=True))

    assert rows_of(person) == {"back": (7, "")}
    assert "This replaces a newer change of: Back." in told.words


def test_a_number_and_a_side_from_two_tabs_meet(signed_in: Client, person: User) -> None:
    save(signed_in, knee="3")
    first, second = Page(signed_in.get(PAIN)), Page(signed_in.get(PAIN))

    signed_in.post(ON_TODAY, sent(first, knee="4"))
    signed_in.post(ON_TODAY, sent(second, knee_side="both"))

    assert rows_of(person) == {"knee": (4, "both")}


def undo_of(page: Page) -> dict[str, str]:
    """What the first form, the flash's, sends: its hidden fields."""
    fields = page.find("input", type="hidden")
    names = [field["name"] for field in fields]
    end = names.index("csrfmiddlewaretoken", 1)
    return {field["name"]: field["value"] for field in fields[1:end]}


def test_undo_puts_the_values_from_before_back_and_twice_is_once(
    signed_in: Client, person: User
) -> None:
    save(signed_in, back="5", knee="3", knee_side="left", note="Rain.")
    page = save(signed_in, back="7", knee="", note="Sun.\nWarm.")
    undo = undo_of(page)

    answers = [Page(signed_in.post(ON_TODAY, undo, follow=True)) for _ in range(2)]

    assert rows_of(person) == {"back": (5, ""), "knee": (3, "left")}
    assert note_of(person) == "Rain."
    assert "Noted for today: back 5, knee 3 (left)." in answers[-1].words
    assert "replaces" not in answers[-1].words


def test_an_undo_offers_to_do_it_again(signed_in: Client, person: User) -> None:
    page = save(signed_in, back="5", note="Rain.")

    page = Page(signed_in.post(*page.flash, follow=True))
    assert "Do it again" in page.words
    assert (rows_of(person), note_of(person)) == ({"back": (None, "")}, None)

    page = Page(signed_in.post(*page.flash, follow=True))

    assert "Noted for today: back 5. Undo" in page.words
    assert (rows_of(person), note_of(person)) == ({"back": (5, "")}, "Rain.")


def test_a_form_sent_twice_keeps_the_undo_to_what_was_before(
    signed_in: Client, person: User
) -> None:
    save(signed_in, back="5")
    drawn = sent(Page(signed_in.get(PAIN)), back="8")

    answers = [Page(signed_in.post(ON_TODAY, drawn, follow=True)) for _ in range(2)]

    assert rows_of(person) == {"back": (8, "")}
    assert undo_of(answers[-1])["back"] == "5"


def test_without_a_save_before_the_page_offers_no_undo(signed_in: Client, person: User) -> None:
    make_pain(user=person, site=Site.BACK, values={TODAY: 4})

    page = Page(signed_in.get(PAIN + "?noted=1"))

    assert "Noted for today: back 4." in page.words
    assert "Undo" not in page.words
