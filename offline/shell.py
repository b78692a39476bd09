"""What a device keeps of a release for everybody: the leaflet's pages, and files of all pages."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import FileSystemFinder
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language

from exercises.care import NEEDS
from exercises.remembered import exercises

KINDS = {".css", ".js", ".svg", ".wav"}  # pictures are the phone's, which takes them by itself
WORKER = "js/worker/"  # the browser keeps the worker's own modules with it
SERVE = f"{WORKER}serve.js"


def away() -> str:
    """The page that stands for any that the device doesn't have."""
    return reverse("offline:away")


def pages() -> list[str]:
    """Drawn for nobody: fetched without a cookie, they hold no name and no token."""
    slugs = [exercise.slug for exercise in exercises()]
    return [
        away(),
        reverse("offline:install"),
        *map(reverse, ("exercises:landing", "exercises:catalogue", "exercises:care")),
        *(reverse("exercises:exercise", args=[slug]) for slug in slugs),
        *(reverse("exercises:need", args=[need.slug]) for need in NEEDS),
    ]


def files() -> list[str]:
    """Every style sheet, script, drawing and sound, under the name that this release gives it."""
    found = (path for path, _ in FileSystemFinder().list([]))
    return [static(path) for path in sorted(found) if _is_kept(path)]


def _is_kept(path: str) -> bool:
    return Path(path).suffix in KINDS and not path.startswith(WORKER)


def release() -> str:
    """The name of all that: another one as soon as a page or file of it may be another."""
    catalogue = [exercise.__dict__ | {"_state": None} for exercise in exercises()]
    told = (pages(), files(), catalogue, settings.EMERGENCY_NUMBER, get_language(), _sources_once())
    return sha256(repr(told).encode()).hexdigest()[:12]


@cache
def _sources_once() -> str:
    return sources()  # which stay as they are while a process runs


def sources() -> str:
    """A digest of what pages are drawn of and with."""
    digest = sha256()
    for name in ("exercises", "offline", "static", "templates"):
        for path in sorted((settings.BASE_DIR / name).rglob("*.*")):
            if path.is_file() and path.suffix != ".pyc":
                digest.update(path.read_bytes())
    return digest.hexdigest()
