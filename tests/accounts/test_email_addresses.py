"""One e-mail address, however it is typed: its canonical form, and how people read it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.email_addresses import canonical, readable

UMLAUT = "sam@xn--mller-kva.example"


@pytest.mark.parametrize(
    "typed",
    [
        "sam@müller.example",
        "Sam@MÜLLER.example",
        "sam@mu\u0308ller.example",
        "sam@xn--mller-kva.example",
        "SAM@XN--Mller-KVA.example",
        "sam@ｍüller.example",
        "sam@müller。example",
        "\u00a0sam@müller.example\u3000\n",
        "\ufeffsam@mül\u00adler.example",
        "s\u200bam@müller.exam\u2060ple\ufe0f",
        "\u2066sam@müller.example\u2069\u200e",
        "sam\U000e0101@müller.example",
    ],
)
def test_one_mailbox_has_one_form(typed: str) -> None:
    assert canonical(typed) == UMLAUT


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        ("sam@straße.example", "sam@xn--strae-oqa.example"),  # as browsers, and not strasse
        ("sam@STRAẞE.example", "sam@xn--strae-oqa.example"),
        ("sam@strasse.example", "sam@strasse.example"),
        ("sam@ΟΔΟΣ.example", "sam@xn--pxavbq.example"),
        ("sam@пример.рф", "sam@xn--e1afmkfd.xn--p1ai"),
        ("sam+feet@example.org", "sam+feet@example.org"),
    ],
)
def test_two_domains_stay_two(typed: str, form: str) -> None:
    assert canonical(typed) == form


@pytest.mark.parametrize(
    "typed", ["", "sam", "@", "sam@exa\u2028mple.org", "sam@exa\ud800mple.org"]
)
def test_what_is_no_address_stays_what_it_is(typed: str) -> None:
    assert canonical(typed) == typed


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Sam@Example.org", "Sam@Example.org"),
        ("\u00a0Sam@Müller.example\u200b", "Sam@Müller.example"),
        (UMLAUT, "sam@müller.example"),
        ("Sam@XN--MLLER-KVA.example", "Sam@müller.example"),
        ("sam@xn--zzzzzz99999999.example", "sam@xn--zzzzzz99999999.example"),
        ("sam@xn--example-.org", "sam@xn--example-.org"),
    ],
)
def test_an_address_is_read_as_typed_without_what_nobody_sees(typed: str, shown: str) -> None:
    assert readable(typed) == shown


@given(st.text(max_size=30) | st.emails())
def test_the_form_of_a_form_is_itself_and_so_is_what_is_read(text: str) -> None:
    assert canonical(canonical(text)) == canonical(text)
    assert canonical(readable(text)) == canonical(text)
