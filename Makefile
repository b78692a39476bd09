# Footcare's commands. `make` alone lists them; docs/operations.md and docs/testing.md say more.

.PHONY: help run dev demo test test-postgres bench check format lock screenshots venv packages \
	dev-packages

python := .venv/bin/python
pip := $(python) -m pip --disable-pip-version-check --quiet
pin := $(python) -m uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-header --no-annotate

help: ## list these commands
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1|\2/p' Makefile | awk -F'|' '{printf "%-20s%s\n", $$1, $$2}'

run: packages ## serve Footcare on http://127.0.0.1:8000
	@$(python) manage.py prepare
	@exec $(python) -m gunicorn -c python:footcare_site.serving

dev: packages ## serve it for development: reloads on each change, shows errors in full
	@DEBUG=1 $(python) manage.py prepare
	@DEBUG=1 exec $(python) manage.py runserver

demo: packages ## add a sample person with a year, and say how to sign in
	@$(python) manage.py prepare
	@$(python) manage.py demo

test: dev-packages ## run all tests; TESTS="tests/logbook -k week" runs some
	@$(python) -m tests.browser.chromium
	@$(python) -m tests.redis_server
	@$(python) -m pytest --numprocesses auto --maxprocesses 4 $(TESTS)

test-postgres: dev-packages ## run all tests on a throw-away PostgreSQL
	@$(python) -m tests.browser.chromium
	@$(python) -m tests.redis_server
	@$(python) -m tests.postgres $(python) -m pytest --numprocesses auto --maxprocesses 4 $(TESTS)

bench: dev-packages ## measure what Footcare costs here; BENCH="--quick" or "--help" for more
	@$(python) -m tests.browser.chromium
	@$(python) -m benchmarks $(BENCH)

check: dev-packages ## check style, types, templates, migrations and settings
	$(python) -m ruff check .
	$(python) -m ruff format --check .
	STATE_DIR=.venv/check $(python) -m mypy
	.venv/bin/djade --check $$(find templates -name '*.html')
	$(python) -m djlint --quiet --lint templates
	DJANGO_SETTINGS_MODULE=footcare_site.settings_test $(python) manage.py check
	DJANGO_SETTINGS_MODULE=footcare_site.settings_test $(python) manage.py makemigrations --check
	DEBUG=0 SITE_URL=https://footcare.example.org STATE_DIR=.venv/check \
		$(python) manage.py check --deploy --fail-level WARNING

format: dev-packages ## put Python and templates into their one form
	$(python) -m ruff check --fix .
	$(python) -m ruff format .
	.venv/bin/djade $$(find templates -name '*.html')

lock: dev-packages ## pin the newest versions that pyproject.toml allows
	$(pin) --upgrade --output-file requirements.txt pyproject.toml
	$(pin) --upgrade --extra dev --constraint requirements.txt \
		--output-file requirements-dev.txt pyproject.toml

screenshots: dev-packages ## make the README's pictures anew
	@$(python) -m tests.browser.chromium
	@$(python) -m pytest --quiet tests/browser/screenshots.py

# A .venv with a Python that is new enough, also after the system's Python was replaced.
venv:
	@$(python) -c 'import pip' 2>/dev/null && exit 0; \
	for candidate in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11; do \
		$$candidate -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
		new=$$candidate; \
		$$candidate -c 'import venv, ensurepip' 2>/dev/null || continue; \
		exec $$candidate -m venv --clear .venv; \
	done; \
	if [ "$$new" ]; then \
		echo "Footcare needs the venv module of $$new: on Debian and Ubuntu, install the package $$new-venv."; \
	else \
		echo "Footcare needs Python 3.11 or newer, and $$(python3 --version 2>/dev/null || echo no Python) is here: install a newer one, or name it with make run PYTHON=/path/to/python3."; \
	fi >&2; exit 1

# $(call install,file): unless just that file is installed already.
install = @cmp -s $(1) .venv/$(1) && $(python) -c 'import django' 2>/dev/null && exit 0; \
	echo "Installing the packages of $(1) into .venv: this takes half a minute, and only now."; \
	$(pip) install --require-hashes -r $(1) && cp $(1) .venv/$(1)

packages: venv ## install what Footcare runs on, into .venv
	$(call install,requirements.txt)

dev-packages: venv
	$(call install,requirements-dev.txt)
