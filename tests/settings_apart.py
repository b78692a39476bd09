"""Settings for the tests of the site without the apps `exchange` and `hosting`."""

from tests.settings import *  # noqa: F403
from tests.settings import INSTALLED_APPS as ALL_APPS

INSTALLED_APPS = [app for app in ALL_APPS if app not in {"exchange", "hosting"}]
ROOT_URLCONF = "tests.urls_apart"
