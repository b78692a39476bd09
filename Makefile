# Footcare's commands. `make` alone lists them; docs/operations.md and docs/testing.md say more.

.PHONY: help run dev demo test test-fast test-browsers test-postgres test-apart bench check format lock screenshots icons \
	packages dev-packages

python := .venv/bin/python

# What Python compiles for the tests stays in .venv, also on a machine that keeps none elsewhere:
# reading all tests takes 6 seconds of processor time then, not 16, and each program of theirs 1.5, not 4.
test test-fast test-browsers test-postgres test-apart bench: export PYTHONDONTWRITEBYTECODE =
test test-fast test-browsers test-postgres test-apart bench: export PYTHONPYCACHEPREFIX = $(CURDIR)/.venv/bytecode

help: ## list these commands
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1|\2/p' Makefile | awk -F'|' '{printf "%-20s%s\n", $$1, $$2}'

run: packages ## serve Footcare on http://127.0.0.1:8000
	@$(python) manage.py prepare
	@exec $(python) -m gunicorn -c python:hosting.serving

dev: packages ## serve it for development: reloads on each change, shows errors in full
	@DEBUG=1 $(python) manage.py prepare
	@DEBUG=1 exec $(python) manage.py runserver

demo: packages ## add a sample person with a year, and say how to sign in
	@$(python) manage.py prepare
	@$(python) manage.py demo

test: dev-packages ## run all tests but for other browsers'; TESTS="tests/logbook -k week" runs some
	@$(python) -m pytest --numprocesses auto --maxprocesses 4 --ignore tests/browser/other $(TESTS)

# In one process: an engine takes seconds to start.
test-browsers: dev-packages ## go the main ways in Firefox and WebKit
	@$(python) -m pytest tests/browser/other

test-fast: dev-packages ## run the quick tests, without a browser and other programs
	@$(python) -m pytest --numprocesses auto --maxprocesses 4 --ignore tests/browser \
		--ignore tests/benchmarks -m "not slow"

# A page is the same on either database.
test-postgres: dev-packages ## run the tests without a browser on a throw-away PostgreSQL
	@$(python) -m tests.postgres $(python) -m pytest --numprocesses auto --maxprocesses 4 \
		--ignore tests/browser $(TESTS)

test-apart: dev-packages ## run the tests of the site without the apps exchange and hosting
	@$(python) -m pytest --numprocesses auto --maxprocesses 4 --ds=tests.settings_apart tests \
		$(addprefix --ignore=tests/,exchange hosting browser benchmarks \
		test_deploy.py test_privacy_document.py test_security_document.py) \
		--deselect tests/test_two_more_exercises.py::test_they_go_out_with_the_file_and_come_in_with_it

bench: dev-packages ## measure what Footcare costs here; BENCH="--quick" or "--help" for more
	@$(python) -m benchmarks $(BENCH)

check: dev-packages ## check style, types, templates, migrations and settings
	$(python) -m ruff check .
	$(python) -m ruff format --check .
	STATE_DIR=.venv/check $(python) -m mypy
	.venv/bin/djade --check $$(find templates -name '*.html')
	$(python) -m djlint --quiet --lint templates
	DJANGO_SETTINGS_MODULE=tests.settings $(python) manage.py check
	DJANGO_SETTINGS_MODULE=tests.settings $(python) manage.py makemigrations --check
	DEBUG=0 SITE_URL=https://footcare.example.org STATE_DIR=.venv/check \
		$(python) manage.py check --deploy --fail-level WARNING

format: dev-packages ## put Python and templates into their one form
	$(python) -m ruff check --fix .
	$(python) -m ruff format .
	.venv/bin/djade $$(find templates -name '*.html')

lock: dev-packages ## pin the newest versions that pyproject.toml allows and Footcare starts with
	@$(python) lock.py

screenshots: dev-packages ## make the README's pictures anew
	@$(python) -m pytest --quiet tests/browser/screenshots.py

icons: dev-packages ## draw the app's icons from static/img/app-icon.svg
	@$(python) -m pytest --quiet tests/browser/icons.py

# The packages of a lock in .venv, by the first Python that is new enough and has venv.
install = @for python in $(PYTHON) $(python) python3 python3.14 python3.13 python3.12 python3.11; do \
		$$python -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
			&& exec $$python install.py $(1); \
	done; \
	echo "Footcare needs Python 3.11 or newer with its venv module; here is $$(python3 --version 2>/dev/null || echo no Python). On Debian and Ubuntu, install the package python3-venv; or name another Python: make run PYTHON=/path/to/python3" >&2; \
	exit 1

packages: ## install what Footcare runs on, into .venv
	$(call install,requirements.txt)

dev-packages:
	$(call install,requirements-dev.txt)
