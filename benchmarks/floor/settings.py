"""Settings of the floor: the site's own, with other addresses and a table to write to."""

from footcare_site.settings import *  # noqa: F403
from footcare_site.settings import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "benchmarks.floor"]
ROOT_URLCONF = "benchmarks.floor.urls"
