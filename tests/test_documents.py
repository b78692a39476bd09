"""The documents tell all there is: commands, settings, packages; and no migration is missing."""

import ast
import re
import tomllib
from pathlib import Path

import pytest
from django.core.management import call_command

ROOT = Path(__file__).parent.parent
MAKEFILE = (ROOT / "Makefile").read_text()
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]
INSIDE_MAKE = {"dev-packages"}


def page(name: str) -> str:
    return (ROOT / "docs" / name).read_text()


def settings_that_are_read() -> set[str]:
    """The first argument of each reader in `hosting.environment`; the tests read one more."""
    readers = tuple(f"{path.stem}." for path in (ROOT / "hosting" / "environment").glob("*.py"))
    calls = (
        node
        for node in ast.walk(ast.parse((ROOT / "footcare_site" / "settings.py").read_text()))
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith(readers)
    )
    names = {node.args[0].value for node in calls if isinstance(node.args[0], ast.Constant)}
    return names | {"FOOTCARE_CHROMIUM"}


def make_targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE)) - INSIDE_MAKE


def requirements() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    return {re.split(r"[\[<>=~]", line)[0] for line in project["dependencies"]}


def test_every_setting_is_in_the_table_of_settings() -> None:
    rows = set(re.findall(r"^\| `([A-Z_]+)` \|", page("operations.md"), re.MULTILINE))

    assert rows == settings_that_are_read()
    assert "STATE_DIR" in rows


def test_every_setting_is_in_the_example() -> None:
    example = (ROOT / ".env.example").read_text()

    assert set(re.findall(r"^#([A-Z_]+)=", example, re.MULTILINE)) == settings_that_are_read()


def test_every_make_target_is_in_a_document_and_the_other_way_round() -> None:
    told = {
        target
        for path in PAGES
        for target in re.findall(r"(?:`|^    )make ([a-z-]+)", path.read_text(), re.MULTILINE)
    }

    assert told == make_targets() - {"help"}


def test_make_lists_every_target() -> None:
    assert set(re.findall(r"^([a-z-]+):.*## \w", MAKEFILE, re.MULTILINE)) == make_targets()


def test_every_command_is_in_a_document() -> None:
    told = page("operations.md") + page("testing.md")
    commands = {path.stem for path in ROOT.glob("[a-z]*/management/commands/[a-z]*.py")}

    assert {name for name in commands if f"`manage.py {name}`" not in told} == set()
    assert "prepare" in commands


def test_every_runtime_package_has_a_reason() -> None:
    rows = set(re.findall(r"^\| `([a-z-]+)` \|", page("decisions.md"), re.MULTILINE))

    assert rows == requirements()


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_packages_are_pinned_and_name_no_index(name: str) -> None:
    lines = (ROOT / name).read_text().splitlines()
    pinned = {line.split("==")[0].split("[")[0] for line in lines if not line.startswith(" ")}

    assert requirements() <= pinned
    assert [line for line in lines if "http" in line or line.startswith("-")] == []


def test_the_lock_of_the_tests_contains_the_one_of_the_site() -> None:
    """So that `make run` has nothing to install after `make test`."""
    site, tests = (
        set(re.findall(r"^\S.*?[^\\]$", (ROOT / name).read_text(), re.MULTILINE | re.DOTALL))
        for name in ("requirements.txt", "requirements-dev.txt")
    )

    assert len(site) > 10
    assert site <= tests


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_link_to_a_file_leads_there(path: Path) -> None:
    links = re.findall(r"(?:\]\(|src=\")([^)\"#:]+)[)\"#]", path.read_text())

    assert [link for link in links if not (path.parent / link).exists()] == []


def test_the_readme_leads_to_every_other_document() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", (ROOT / "README.md").read_text())

    assert {ROOT / link for link in links} >= set(PAGES) - {ROOT / "README.md"}


def test_no_decision_has_more_than_four_sentences() -> None:
    long = {
        text.splitlines()[0]
        for text in page("decisions.md").split("\n## ")[1:]
        if len(re.findall(r"[.?!](?:\s|$)", re.sub(r"^\|.*", "", text, flags=re.MULTILINE))) > 4
    }

    assert long == set()


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", check=True, dry_run=True)
