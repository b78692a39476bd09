"""Any damage to a file: refused with a sentence, or shown and taken in; never a 500."""

from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from exchange.models import ImportedFile
from logbook.recording import programme
from tests.exchange.records import ORDINARY, written
from tests.make import THURSDAY_MORNING, make_user
from tests.page import Page

BRING, LOOK, UNDO = "/settings/import/", "/settings/import/preview/", "/settings/import/undo/"
WHOLE = written(ORDINARY).encode()
PIECES = st.sampled_from(
    [b"", b'"', b"{", b"[", b"}", b",", b"0", b"-", b"e9", b"null", b"\0", b"\xff", b"\\ud800"]
)


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """The file with a piece of it gone and another in its place."""
    start = draw(st.integers(0, len(WHOLE)))
    stop = draw(st.integers(start, min(start + 40, len(WHOLE))))
    return WHOLE[:start] + draw(PIECES | st.binary(max_size=8)) + WHOLE[stop:]


@pytest.mark.django_db
@pytest.mark.usefixtures("clock")
@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(WHOLE.replace(b'"email"', b'"\\ud800"'))
@given(damaged() | st.binary(max_size=200))
def test_whatever_is_in_the_file_is_answered(data: bytes) -> None:
    user = make_user(email=f"{uuid4()}@example.org")
    programme.open_logbook(user=user, now=THURSDAY_MORNING)
    client = Client()
    client.force_login(user)

    response = client.post(BRING, {"file": SimpleUploadedFile("a.json", data)})

    if response.status_code == 302:
        assert "What will come in" in Page(client.get(LOOK)).words
        for address in (LOOK, UNDO):
            assert client.post(address).status_code == 302
    else:
        assert response.status_code == 400
        assert "to put right" in Page(response).words
    assert not ImportedFile.objects.filter(user=user).exists()
