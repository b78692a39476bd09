"""Finding the other engines."""

from pathlib import Path

import pytest

from tests.browser.other import engines


def test_what_can_be_neither_found_nor_installed_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(SystemExit, match="Install Debian’s packages firefox-esr, webkit2gtk-d"):
        engines.main()
