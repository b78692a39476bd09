"""The throw-away PostgreSQL: what is said where there is no server to make one of."""

from pathlib import Path

import pytest

from tests import postgres

pytestmark = pytest.mark.slow


@pytest.fixture
def no_programs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(postgres, "DEBIAN", tmp_path)


@pytest.mark.usefixtures("no_programs")
def test_without_a_server_it_says_what_to_install() -> None:
    with pytest.raises(SystemExit, match=r"none could be found or installed. Install the package"):
        postgres.main(["true"])


@pytest.mark.usefixtures("no_programs")
def test_the_newest_of_debian_s_servers_is_taken(tmp_path: Path) -> None:
    for version in ("9.6", "15", "17"):
        folder = tmp_path / version / "bin"
        folder.mkdir(parents=True)
        (folder / "initdb").touch()

    assert postgres.programs() == tmp_path / "17" / "bin"
