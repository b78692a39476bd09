"""The throw-away Redis: what is said where there is no server, and that none is left."""

from pathlib import Path

import pytest

from tests import redis_server

pytestmark = pytest.mark.slow


def test_without_a_server_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(redis_server.NoRedis, match=r"found or installed. Install the package"):
        redis_server.get()


def test_nothing_is_left_of_it() -> None:
    with redis_server.running() as redis:
        process = redis.process
        assert process
        assert process.poll() is None

    assert process.returncode == 0
    assert not redis.folder.exists()
