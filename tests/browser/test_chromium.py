"""Finding the Chromium that these tests run in."""

import sys

import pytest

from tests.browser import chromium


def test_the_setting_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(chromium.SETTING, sys.executable)

    assert chromium.find() == sys.executable


def test_a_setting_that_leads_nowhere_is_told_and_nothing_else_tried(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(chromium.SETTING, "/nowhere/chromium")

    with pytest.raises(SystemExit, match="^FOOTCARE_CHROMIUM is “/nowhere/chromium”, and no prog"):
        chromium.main()
