"""Settings for the tests: the same site, quick, quiet, and away from a person's `var/`."""

import atexit
import os
import tempfile
from pathlib import Path
from shutil import copytree

# What a developer has set must change no test, nor may `.env`: an empty setting is one that is not
# set. Only DATABASE_URL counts where it is exported, since the tests also run on PostgreSQL.
for name in (
    "ALLOWED_HOSTS",
    "AUTHORITY",
    "BACKUP_DAYS",
    "BACKUP_DIR",
    "BIND_ADDRESS",
    "CACHE_URL",
    "CONTACT",
    "DEBUG",
    "EMAIL_URL",
    "EMERGENCY_NUMBER",
    "MAIL_FROM",
    "OPERATOR",
    "OPERATOR_ADDRESS",
    "PORT",
    "PROXY_ADDRESSES",
    "PROXY_COUNT",
    "SECRET_KEY",
    "SECURITY_CONTACT",
    "SITE_NAME",
    "SITE_URL",
    "UNUSED_MONTHS",
    "WORKERS",
):
    os.environ[name] = ""
os.environ.setdefault("DATABASE_URL", "")
_state = tempfile.TemporaryDirectory(prefix="footcare-test-")
atexit.register(_state.cleanup)
os.environ["STATE_DIR"] = _state.name

from footcare_site.settings import *  # noqa: E402, F403
from footcare_site.settings import BASE_DIR, DATABASES, STATE_DIR, STORAGES  # noqa: E402
from hosting.environment import databases  # noqa: E402
from hosting.shortening import shortened  # noqa: E402

if "sqlite" in str(DATABASES["default"]["ENGINE"]):
    # A file, as in real life: threads then wait for each other, which memory can't show.
    DATABASES["default"]["TEST"] = {"NAME": str(STATE_DIR / "test.sqlite3")}
    databases.file_of(DATABASES["default"]).touch()  # commands may look into it

CATALOGUE_SECONDS = 0  # a test that changes an exercise sees it at once

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def _shorten(source: str, copy: str) -> None:
    Path(copy).write_bytes(shortened(source, Path(source).read_bytes()))


# Static files from a folder, shortened as in real life, so that no test needs collectstatic.
STATICFILES_DIRS = [STATE_DIR / "shortened"]
copytree(BASE_DIR / "static", STATICFILES_DIRS[0], copy_function=_shorten)
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = True
STATIC_ROOT = STATE_DIR / "static"
STATIC_ROOT.mkdir()
