"""A file of something else is told as what it looks like; one of ours that broke is told so."""

import gzip
import sqlite3
import tarfile
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange import wording
from exchange.file import LARGEST, InvalidFile, parse
from exchange.foreign import kind_of, kind_of_text
from tests.exchange.records import ORDINARY, TODAY, written

TEXT = written(ORDINARY)
OURS, CHOOSE = "This isn’t a file of Footcare’s.", "Choose the one that you downloaded."
LOOP = "Position,Name,Type,Question\r\n001,Stretch,YES_NO,Did you stretch?\r\n"
BUNDLE = '{"resourceType": "Bundle", "type": "collection", "entry": []}'
HEALTH = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE HealthData [\n]>\n<HealthData/>'
JSON, TABLE = "a file of another program’s (JSON)", "a table (CSV)"


def told(data: bytes) -> str:
    with pytest.raises(InvalidFile) as refusal:
        parse(data, today=TODAY)
    (fault,) = refusal.value.errors
    return wording.error(fault)


def zipped(*names: str) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), "text" * 100)  # the same at any time
    return packed.getvalue()


def open_document(kind: str) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        archive.writestr("content.xml", "<a/>", zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def tarred(text: str) -> bytes:
    packed, data = BytesIO(), text.encode()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        entry = tarfile.TarInfo("footcare.json")
        entry.size = len(data)
        archive.addfile(entry, BytesIO(data))
    return packed.getvalue()


@pytest.mark.parametrize(
    ("data", "looks"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a picture"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "a picture"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "a picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "a picture"),
        (b"\0\0\0\x20ftypisom\0\0\0\0", "a film"),
        (b"RIFF\x10\0\0\0WAVEfmt ", "sound"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "a document of an older Word or Excel"),
        (b"{\\rtf1\\ansi Hello}", "a text document"),
        (b"\x7fELF\x02\x01\x01", "a program"),
        (zipped("[Content_Types].xml", "xl/workbook.xml"), "a spreadsheet"),
        (zipped("[Content_Types].xml", "word/document.xml"), "a text document"),
        (zipped("ppt/presentation.xml"), "slides"),
        (open_document("spreadsheet"), "a spreadsheet"),
        (open_document("text"), "a text document"),
        (zipped("Takeout/Fit/All Data/raw.json"), "a download from Google"),
        (zipped("apple_health_export/export.xml"), "an export of Apple Health"),
        (zipped("Habits.csv", "Checkmarks.csv"), "a file of Loop Habit Tracker’s"),
        (LOOP.encode(), TABLE),
        ("\ufeffDatum;Übung;Menge\nMontag;Dehnen;1,5\n".encode(), TABLE),
        ("Datum;Übung\nMontag;Füße\n".encode("cp1252"), TABLE),
        ("Date\tExercise\r\nMonday\tToes\r\n".encode("utf-16"), TABLE),
        (b'name,words\n"Sam","one, two"\n', TABLE),
        (gzip.compress(LOOP.encode(), mtime=0), TABLE),
        (gzip.compress(b"%PDF-1.7", mtime=0), "a PDF"),
        (BUNDLE.encode(), "a health record (FHIR)"),
        (f"{BUNDLE}\n{BUNDLE}\n".encode(), "a health record (FHIR)"),
        (BUNDLE[:40].encode(), "a health record (FHIR)"),
        (b'{"id": "1", "resourceType": "Patient"}', "a health record (FHIR)"),
        (HEALTH.encode(), "an export of Apple Health"),
        (HEALTH.encode() + b" " * LARGEST, "an export of Apple Health"),
        (b'<?xml version="1.0"?>\n<gpx/>', "a file of another program’s (XML)"),
        (b"<ClinicalDocument xmlns='urn:hl7-org:v3'>", "a file of another program’s (XML)"),
        (b"<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>", "a browser’s bookmarks"),
        (b"\n<!doctype html><title>Sign in</title>", "a web page"),
        (b"<!-- saved --><!-- so --><HTML lang=en>", "a web page"),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "">', "a web page"),
        (b'{"locations": [{"latitudeE7": 1}]}', "a download from Google"),
        (b'{"count": 2, "next": null, "results": [{"id": 1}]}', JSON),
        (b'[{"url": "https://example.org"}]', JSON),
        (b'{"habits": [{"name": "Str', JSON),
        (b'{"a": 1}\n{"a": 2}\n', JSON),
        (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, JSON),
        (b"BEGIN:VCALENDAR\r\nVERSION:2.0", "a calendar"),
        (b"BEGIN:VCARD\r\nVERSION:4.0", "an address book"),
        (b"Monday: toes and ankles,\nand then\na rest.\n", "plain text"),
        ("Füße hoch, und ruhen".encode("cp1252"), "plain text"),
    ],
)
def test_a_file_of_something_else_is_told_as_what_it_looks_like(data: bytes, looks: str) -> None:
    assert told(data) == f"{OURS} It looks like {looks}. {CHOOSE}"


@pytest.mark.parametrize(
    ("table", "looks"),
    [("bookmark", "a database (SQLite)"), ("Repetitions", "a file of Loop Habit Tracker’s")],
)
def test_a_database_is_told_as_one(tmp_path: Path, table: str, looks: str) -> None:
    database = sqlite3.connect(tmp_path / "backup.db")
    database.execute(f"CREATE TABLE {table} (id integer primary key)")
    database.close()

    assert told((tmp_path / "backup.db").read_bytes()) == f"{OURS} It looks like {looks}. {CHOOSE}"


@pytest.mark.parametrize("data", [b"\x80\x03}q\0.", b"wOF2\0\1\0\0", bytes(range(1, 256)), b"x"])
def test_what_nobody_knows_is_told_as_not_ours(data: bytes) -> None:
    assert told(data) == f"{OURS} {CHOOSE}"


@pytest.mark.parametrize(
    "data",
    [
        zipped("footcare.json"),
        gzip.compress(TEXT.encode(), mtime=0),
        tarred(TEXT),
        b"\x1f\x8b\x08..",
    ],
)
def test_what_is_packed_and_may_be_ours_is_to_be_unpacked(data: bytes) -> None:
    assert told(data) == "This file is packed. Unpack it first, and choose what was in it."


@pytest.mark.parametrize("end", [*range(1, 60), len(TEXT) // 2, len(TEXT) - 3])
def test_a_file_of_ours_that_breaks_off_is_told_as_damaged(end: int) -> None:
    text = TEXT[:end]

    line = text.count("\n") + 1
    sentence = f"This file breaks off or is damaged in line {line}. Download it once more."
    assert told(text.encode()) == sentence


def test_a_file_of_ours_that_breaks_off_within_a_letter_is_told_as_damaged() -> None:
    data = TEXT.replace("Warm", "Wärm").encode()

    assert told(data[: data.index(b"W\xc3") + 2]).startswith("This file breaks off or is damaged")


def test_a_file_of_ours_with_a_letter_of_another_encoding_is_told_so() -> None:
    assert told(TEXT.replace("Warm", "Wärm").encode("cp1252")).startswith("This file isn’t text")


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_each_kind_has_its_sentence(data: bytes) -> None:
    kinds = {kind_of(data), kind_of_text(data.decode(errors="replace"))}

    assert kinds <= {"", *wording.KINDS}
