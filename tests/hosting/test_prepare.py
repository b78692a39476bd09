"""`prepare` brings everything up to date, says in a line each what it did, and may be repeated."""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest
from allauth.usersessions.models import UserSession
from django.core.management import CommandError, call_command
from pytest_django.fixtures import Settings

from accounts.models import BrowserSession
from exercises.models import Exercise, Source
from tests.make import ALL_SLUGS, make_user

pytestmark = pytest.mark.slow


@pytest.fixture
def static_root(settings: Settings, tmp_path: Path) -> Path:
    settings.STATIC_ROOT = tmp_path / "static"
    return settings.STATIC_ROOT


def prepare() -> list[str]:
    out = StringIO()
    call_command("prepare", stdout=out)
    return out.getvalue().splitlines()


def test_prepare_says_what_it_did(db: None, static_root: Path) -> None:
    first = prepare()

    assert first[:2] == [
        "Database: up to date",
        f"Catalogue: 4 exercises, {Source.objects.count()} sources",
    ]
    assert first[2].endswith("collected")
    assert (static_root / "css" / "tokens.css").exists()


def test_prepare_collects_static_files_again_only_when_one_has_changed(
    db: None, static_root: Path, settings: Settings, tmp_path: Path
) -> None:
    (tmp_path / "mine").mkdir()
    sheet = tmp_path / "mine" / "mine.css"
    sheet.write_text("p { color: red }")
    settings.STATICFILES_DIRS = [tmp_path / "mine"]
    prepare()

    assert prepare()[2] == "Static files: up to date"

    sheet.write_text("p { color: blue }")

    assert prepare()[2].endswith("collected")
    assert (static_root / "mine.css").read_text() == "p { color: blue }"


def test_prepare_keeps_what_the_version_before_serves_until_the_one_after(
    db: None, static_root: Path, settings: Settings, tmp_path: Path
) -> None:
    """It may still serve while the next one is prepared."""
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "hosting.staticfiles.HashedStaticFilesStorage"}
    }
    settings.STATICFILES_DIRS = [tmp_path / "mine"]
    # Alone, since all of them take seconds to pack each time.
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    (tmp_path / "mine").mkdir()
    sheet = tmp_path / "mine" / "mine.css"
    kept = []
    for colour in ("red", "green", "blue"):
        sheet.write_text(f"p {{ color: {colour} }}" + 200 * " ")
        prepare()
        kept.append({path.name for path in static_root.glob("mine.*.css*")})

    (first, second, third) = kept
    assert len(first) == 3  # as it is, and packed in two ways
    assert first < second
    assert len(second) == 6
    assert third == (second - first) | (third - second)
    assert len(third) == 6


def test_prepare_leaves_static_files_to_their_sources_while_debugging(
    db: None, static_root: Path, settings: Settings
) -> None:
    settings.DEBUG = True

    assert len(prepare()) == 2
    assert not static_root.exists()


def test_prepare_mends_a_changed_exercise_and_doubles_none(db: None, static_root: Path) -> None:
    name = Exercise.objects.get(slug="toe-presses").name
    Exercise.objects.filter(slug="toe-presses").update(name="Something else")

    prepare()

    assert Exercise.objects.count() == len(ALL_SLUGS)
    assert Exercise.objects.get(slug="toe-presses").name == name


def test_prepare_leaves_a_dose_that_is_kept_and_renews_its_texts(
    db: None, static_root: Path
) -> None:
    name = Exercise.objects.get(slug="toe-presses").name
    own = {"repetitions": 8, "hold_seconds": Decimal("3.5")}
    Exercise.objects.filter(slug="toe-presses").update(**own, keeps_dose=True, name="Something")

    prepare()
    prepare()

    exercise = Exercise.objects.get(slug="toe-presses")
    assert (exercise.repetitions, exercise.hold_seconds) == (8, Decimal("3.5"))
    assert (exercise.pause_seconds, exercise.keeps_dose, exercise.name) == (2, True, name)


def test_prepare_takes_back_a_dose_that_is_no_longer_kept(db: None, static_root: Path) -> None:
    Exercise.objects.filter(slug="toe-presses").update(repetitions=8, keeps_dose=False)

    prepare()

    assert Exercise.objects.get(slug="toe-presses").repetitions == 10


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            '"repetitions": 15',
            '"repetitions": 0',
            "exercises.json, resisted-plantar-flexion: repetitions: There is at least one: "
            "write 1 or more.",
        ),
        (
            '"repetitions": 15',
            '"repetitions": -1',
            "exercises.json, resisted-plantar-flexion: repetitions: There is at least one: "
            "write 1 or more.",
        ),
        (
            '"hold_seconds": "20.0"',
            '"hold_seconds": "900"',
            "exercises.json, toe-walking: A session would take 77 minutes. Keep it within 60.",
        ),
        (
            '"change_seconds": "20.0"',
            '"change_seconds": "5"',
            "exercises.json, resisted-plantar-flexion: change_seconds: “Other foot”: write 11.6 or "
            "more. To hear or read its words takes that long.",
        ),
        (
            '"repetitions": 15',
            '"repetitions": "many"',
            "exercises.json can't be read: ['“many” value must be an integer.']: "
            "(exercises.exercise:pk=None) field_value was 'many'",
        ),
        (
            '"repetitions": 15',
            '"repetitions" 15',
            "exercises.json can't be read: Expecting ':' delimiter: line ",
        ),
        (
            '"key": "nia-strength",',
            '"key": "nia strength",',
            "exercises.json, nia strength: key: Enter a valid “slug” consisting of letters, "
            "numbers, underscores or hyphens.",
        ),
        (
            '"key": "pilates-circles",',
            '"key": "circles",',
            "exercises.json, ankle-circles: preparation: Statement 1 names the source "
            "“pilates-circles”, which isn’t listed.",
        ),
    ],
)
def test_prepare_names_what_is_wrong_in_the_catalogue_and_loads_none_of_it(
    db: None,
    static_root: Path,
    edited: Callable[[str, str], None],
    before: str,
    after: str,
    told: str,
) -> None:
    Source.objects.all().delete()
    Exercise.objects.update(name="Something else")
    edited(before, after)

    with pytest.raises(CommandError) as stopped:
        prepare()

    assert str(stopped.value).startswith(told)
    assert not Source.objects.exists()
    assert set(Exercise.objects.values_list("name", flat=True)) == {"Something else"}


def test_prepare_goes_back_to_the_catalogue_s_dose_where_the_one_that_is_kept_is_refused(
    db: None, static_root: Path
) -> None:
    Exercise.objects.filter(slug="toe-walking").update(hold_seconds=900, keeps_dose=True)
    Exercise.objects.filter(slug="toe-presses").update(repetitions=8, keeps_dose=True)
    told = StringIO()

    call_command("prepare", stdout=StringIO(), stderr=told)

    assert told.getvalue() == (
        "toe-walking: the figures that were kept no longer make a session, and the catalogue's "
        "are back. A session would take 77 minutes. Keep it within 60.\n"
    )
    walking = Exercise.objects.get(slug="toe-walking")
    assert (walking.hold_seconds, walking.keeps_dose) == (20, False)
    presses = Exercise.objects.get(slug="toe-presses")
    assert (presses.repetitions, presses.keeps_dose) == (8, True)


def test_prepare_names_what_is_wrong_in_the_catalogue_under_a_dose_that_is_kept_too(
    db: None, static_root: Path, edited: Callable[[str, str], None]
) -> None:
    Exercise.objects.filter(slug="toe-walking").update(hold_seconds=10, keeps_dose=True)
    edited('"hold_seconds": "20.0"', '"hold_seconds": "900"')

    with pytest.raises(CommandError, match=r"^exercises\.json, toe-walking: A session would take"):
        prepare()


def test_prepare_deletes_the_sources_that_the_catalogue_no_longer_names(
    db: None, static_root: Path
) -> None:
    before = list(Source.objects.values_list("pk", "key"))
    Source.objects.create(key="old-page", title="An old page", checked=date(2026, 8, 21))

    prepare()

    assert list(Source.objects.values_list("pk", "key")) == before


def test_prepare_deletes_the_sign_ins_that_have_run_out(db: None, static_root: Path) -> None:
    user, now = make_user(), datetime.now(tz=UTC)
    for key, ends in {"old": now - timedelta(minutes=1), "new": now + timedelta(minutes=1)}.items():
        BrowserSession.objects.create(session_key=key, session_data="", expire_date=ends)
        UserSession.objects.create(session_key=key, user=user, ip="::1", user_agent="Firefox/144")

    prepare()

    assert [row.session_key for row in BrowserSession.objects.all()] == ["new"]
    assert [row.session_key for row in UserSession.objects.all()] == ["new"]


def prepare_elsewhere(state: Path, **chosen: str) -> subprocess.CompletedProcess[str]:
    """A start of its own, which keeps all in that folder."""
    chosen |= {"STATE_DIR": str(state), "DJANGO_SETTINGS_MODULE": "footcare_site.settings"}
    return subprocess.run(
        [sys.executable, "manage.py", "prepare"],
        cwd=Path(__file__).parent.parent.parent,
        env=os.environ | chosen,
        capture_output=True,
        text=True,
    )


def test_prepare_makes_a_database_that_only_its_owner_reads(tmp_path: Path) -> None:
    ended = prepare_elsewhere(tmp_path, DATABASE_URL="", DEBUG="1")

    assert ended.returncode == 0
    assert (tmp_path / "footcare.sqlite3").stat().st_mode & 0o777 == 0o600


def test_prepare_that_cannot_keep_static_files_says_what_to_do(db: None, static_root: Path) -> None:
    static_root.touch()

    with pytest.raises(CommandError, match="/static can't be written to .*Delete it"):
        prepare()


def test_prepare_names_a_setting_that_is_misspelt(
    db: None, static_root: Path, settings: Settings
) -> None:
    settings.MISSPELT = ["SITEURL"]
    told = StringIO()

    call_command("prepare", stdout=StringIO(), stderr=told)

    assert told.getvalue().startswith(".env sets SITEURL, which Footcare doesn't know.")
