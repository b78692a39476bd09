"""What `collectstatic` writes: our files shortened, under names that change with their content."""

from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command
from pytest_django import Settings

ADD = "// Adds.\nexport function add(a, b) {\n  return a + b;\n}\n"
USE = '// Uses it.\nimport { add } from "./add.js";\nadd(1, 2);\n'


@pytest.fixture
def collected(settings: Settings, tmp_path: Path) -> Path:
    """The folder in which two scripts of ours are as they are served."""
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "add.js").write_text(ADD)
    (tmp_path / "ours" / "use.js").write_text(USE)
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "hosting.staticfiles.HashedStaticFilesStorage"}
    }
    settings.STATIC_ROOT = tmp_path / "root"
    settings.STATICFILES_DIRS = [tmp_path / "ours"]
    settings.STATICFILES_FINDERS = ["hosting.staticfiles.OwnFilesFinder"]
    call_command("collectstatic", interactive=False, verbosity=0)
    return settings.STATIC_ROOT


def test_a_script_of_ours_is_shorter_and_asks_for_the_other_under_its_name(collected: Path) -> None:
    add = staticfiles_storage.stored_name("add.js")
    use = staticfiles_storage.stored_name("use.js")

    assert (collected / add).read_text() == "export function add(a,b){return a+b;}"
    assert (collected / use).read_text() == f'import{{add}} from "./{add}";add(1,2);'


def test_a_script_is_found_as_it_is_written(collected: Path) -> None:
    """As it is served while debugging."""
    assert Path(str(finders.find("use.js"))).read_text() == USE
