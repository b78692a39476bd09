"""Whether the machine's clock is right, as far as the database and the system tell."""

from datetime import timedelta
from pathlib import Path

import pytest

from footcare_site.doctor import clock
from tests.make import THURSDAY_MORNING, make_user

SAYS = "it says Thursday 19 November 2026, 08:00 UTC"


@pytest.mark.parametrize("kept", [True, None])
@pytest.mark.parametrize("ahead", [None, timedelta(days=-400), timedelta(seconds=30)])
def test_a_clock_that_nothing_speaks_against_is_well(
    ahead: timedelta | None, kept: bool | None
) -> None:
    last = None if ahead is None else THURSDAY_MORNING + ahead

    assert clock.judge(THURSDAY_MORNING, last, kept=kept) == clock.well(
        "Clock", f"{SAYS}. See that yours says the same."
    )


def test_a_clock_behind_what_was_saved_is_to_be_set() -> None:
    last = THURSDAY_MORNING + timedelta(hours=2)

    finding = clock.judge(THURSDAY_MORNING, last, kept=True)

    assert not finding.is_well
    assert finding.sentence == (
        f"{SAYS}, but the database was written to on 19 November 2026, 10:00. Set the clock, and "
        "let the machine keep it: timedatectl set-ntp true"
    )


def test_a_clock_that_nothing_keeps_right_is_to_be_kept() -> None:
    finding = clock.judge(THURSDAY_MORNING, None, kept=False)

    assert not finding.is_well
    assert finding.sentence.startswith(f"{SAYS}, and nothing keeps it right. Set the clock")


@pytest.mark.django_db
def test_the_last_moment_is_that_of_a_sign_in_or_of_a_change_of_the_database() -> None:
    changed = clock.last_saved()
    assert changed

    later = changed + timedelta(days=1)
    make_user(last_login=later)

    assert clock.last_saved() == later


def test_a_database_that_is_gone_knows_no_last_moment(file: Path) -> None:
    file.unlink()

    assert clock.last_saved() is None


@pytest.mark.parametrize(
    ("answer", "kept"), [("echo yes", True), ("echo no", False), ("exit 1", None)]
)
def test_the_system_says_whether_it_keeps_the_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, kept: bool | None
) -> None:
    program = tmp_path / "timedatectl"
    program.write_text(f"#!/bin/sh\n{answer}\n")
    program.chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path))

    assert clock.is_kept() == kept


def test_a_system_that_cannot_say_is_not_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert clock.is_kept() is None
