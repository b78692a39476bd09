"""The files in `deploy/` fit each other, the program and the guide."""

import re
from configparser import ConfigParser
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import get_commands

DEPLOY = Path(__file__).parent.parent / "deploy"
GUIDE = (DEPLOY.parent / "docs/deployment.md").read_text()
NGINX = (DEPLOY / "nginx.conf").read_text()
UNITS = sorted(path.name for path in DEPLOY.glob("footcare*"))


def unit(name: str) -> ConfigParser:
    found = ConfigParser(interpolation=None, strict=False)
    found.optionxform = str  # type: ignore[assignment, method-assign]
    found.read(DEPLOY / name)
    return found


def test_the_socket_nginx_and_the_program_have_one_address() -> None:
    address = f"{settings.BIND_ADDRESS}:{settings.PORT}"

    assert unit("footcare.socket")["Socket"]["ListenStream"] == address
    assert set(re.findall(r"proxy_pass http://(.*?);", NGINX)) == {address}


@pytest.mark.parametrize("name", [name for name in UNITS if name.endswith(".service")])
def test_each_service_runs_as_footcare_and_keeps_its_things_in_one_place(name: str) -> None:
    service = unit(name)["Service"]

    assert service["User"] == "footcare"
    assert service["Environment"] == "STATE_DIR=/var/lib/footcare"
    assert service["UMask"] == "0077"
    assert service["ExecStart"].startswith(f"{service['WorkingDirectory']}/.venv/bin/python ")


def test_each_timer_runs_a_command_that_there_is() -> None:
    timers = re.findall(r"footcare-daily@(\w+)\.timer", GUIDE)

    assert timers == ["backup", "tidy"]
    assert set(timers) <= get_commands().keys()
    assert unit("footcare-daily@.service")["Service"]["ExecStart"].endswith("manage.py %i")


def test_nginx_passes_on_what_the_program_goes_by() -> None:
    passed = dict(re.findall(r"proxy_set_header (\S+) (.*?);", NGINX))

    assert passed["Host"] == "$host"
    assert passed["X-Forwarded-For"] == "$proxy_add_x_forwarded_for"
    assert passed["X-Forwarded-Proto"] == "$scheme"


def test_nginx_lets_a_whole_file_through() -> None:
    (most,) = re.findall(r"client_max_body_size (\d+)m;", NGINX)

    assert int(most) * 1024 * 1024 > settings.FILE_UPLOAD_MAX_MEMORY_SIZE


def test_the_guide_copies_every_file() -> None:
    copied = re.findall(r"deploy/(\S+?)(?=\s|$)", GUIDE, re.MULTILINE)

    told = {name for name in UNITS for pattern in copied if Path(name).match(pattern)}
    assert told == set(UNITS)
    assert "nginx.conf" in copied
