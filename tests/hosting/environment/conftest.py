"""What tests of settings can ask for."""

from collections.abc import Callable

import pytest


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], str]:
    """Set the variable SETTING."""

    def set_value(value: str) -> str:
        monkeypatch.setenv("SETTING", value)
        return "SETTING"

    return set_value
