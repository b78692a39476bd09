"""The rules of the house: imports go downwards only, arithmetic stays pure, files stay small."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
APPS = (
    "footcare_site",
    "exercises",
    "accounts",
    "logbook",
    "exchange",
    "offline",
    "hosting",
    "outbox",
)
SOURCES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for app in APPS
    for path in (ROOT / app).rglob("*.py")
    if "migrations" not in path.parts
}

# What each app may import of the others: whole apps, or single modules.
MAY_IMPORT = {
    "exercises": (),
    "accounts": (),
    "logbook": ("exercises", "accounts", "outbox.once"),
    "exchange": ("exercises", "accounts", "logbook"),
    "offline": ("exercises", "accounts", "logbook"),
    "hosting": ("accounts.models", "exercises.models"),  # `restore` ends sessions, `prepare` counts
    "outbox": ("accounts",),
    "footcare_site": ("hosting",),  # the readers of settings
}
# Inside the logbook, each layer imports only those before it.
LAYERS = (
    {"domain"},
    {"choices", "consent"},
    {"models"},
    {"recording"},
    {"report", "forms"},
    {"views", "joining", "admin", "management", "apps"},
    {"urls"},
)
PURE = {
    "exercises.doses",
    "exercises.timeline",
    "exercises.toe",
    "logbook.domain",
    *(f"exchange.{name}" for name in ("fields", "records", "foreign", "file", "plan")),
}
PURE_MODULES = sorted(
    module for module in SOURCES if any(f"{module}.".startswith(f"{place}.") for place in PURE)
)
CLOCKS = {"now", "today", "utcnow", "localdate", "localtime", "time_ns", "monotonic"}


def imports(path: Path) -> Iterator[str]:
    """Every module that the file names, `from a import b` as a.b."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} has a relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def app_of(module: str) -> str:
    return module.split(".")[0]


def part_of(module: str) -> str:
    return module.split(".")[1]


def layer(module: str) -> int:
    return next(number for number, names in enumerate(LAYERS) if part_of(module) in names)


def is_in(module: str, places: set[str] | tuple[str, ...]) -> bool:
    return any(f"{module}.".startswith(f"{place}.") for place in places)


def test_imports_between_apps_go_downwards_only() -> None:
    upwards = {
        (module, name)
        for module, path in SOURCES.items()
        for name in imports(path)
        if app_of(name) in APPS
        and app_of(name) != app_of(module)
        and not is_in(name, MAY_IMPORT[app_of(module)])
    }

    assert upwards == set()


def test_imports_within_the_logbook_go_downwards_only() -> None:
    upwards = {
        (module, name)
        for module, path in SOURCES.items()
        for name in imports(path)
        if app_of(module) == app_of(name) == "logbook"
        and part_of(module) != part_of(name)
        and layer(name) >= layer(module) > 0
    }

    assert upwards == set()


def test_others_libraries_are_known_by_their_public_names_only() -> None:
    hidden = {
        (module, name)
        for module, path in SOURCES.items()
        for name in imports(path)
        if app_of(name) in ("allauth", "django")
        and any(part == "internal" or part.startswith("_") for part in name.split("."))
    }

    assert hidden == set()


@pytest.mark.parametrize("module", PURE_MODULES)
def test_pure_modules_import_the_standard_library_and_each_other(module: str) -> None:
    foreign = {
        name
        for name in imports(SOURCES[module])
        if app_of(name) not in sys.stdlib_module_names and not is_in(name, PURE)
    }

    assert foreign == set()


@pytest.mark.parametrize("module", PURE_MODULES)
def test_pure_modules_read_no_clock(module: str) -> None:
    called = {
        node.func.attr
        for node in ast.walk(ast.parse(SOURCES[module].read_text()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }

    assert called & CLOCKS == set()


def test_packages_export_nothing_again() -> None:
    packages = {name: path for name, path in SOURCES.items() if path.name == "__init__.py"}
    logbooks = {name: path for name, path in packages.items() if app_of(name) == "logbook"}

    assert {name for name, path in logbooks.items() if [*imports(path)]} == set()


def test_views_have_25_lines_at_most() -> None:
    long = {
        (module, node.name)
        for module, path in SOURCES.items()
        if module.split(".")[1:2] == ["views"]
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= 25
    }

    assert long == set()


def test_files_have_300_lines_at_most() -> None:
    others = [
        *(ROOT / "benchmarks").rglob("*.py"),
        *(ROOT / "tests").rglob("*.py"),
        *(ROOT / "templates").rglob("*.html"),
        *(ROOT / "static").rglob("*.js"),
        *(ROOT / "static").rglob("*.css"),
    ]
    long = {
        str(path.relative_to(ROOT)): lines
        for path in (*SOURCES.values(), *others)
        if (lines := path.read_text().count("\n")) > 300
    }

    assert long == {}


def test_every_file_says_first_what_it_is_about() -> None:
    trees = {module: ast.parse(path.read_text()) for module, path in SOURCES.items()}

    assert [name for name, tree in trees.items() if tree.body and not ast.get_docstring(tree)] == []


def test_only_tests_in_the_browser_name_its_page() -> None:
    """Elsewhere such an argument would order all tests after the browser's, which empty tables."""
    browsers = {"page", "context", "browser", "browser_name", "base_url"}
    named = {
        f"{path.name}: {node.name}"
        for path in (ROOT / "tests").rglob("test_*.py")
        if "browser" not in path.relative_to(ROOT).parts
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
        if browsers & {argument.arg for argument in node.args.args}
    }

    assert named == set()
