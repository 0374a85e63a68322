# Two commands matter: `make run` (the main job on this repository's own content) and `make test`.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
SERVE  ?= 1
PORT   ?= 8000
# The example brand lives in this week; a pinned clock keeps it there for ever.
SINCE  ?= 2026-11-01
NOW    ?= 2026-11-23T08:00:00+01:00

.DEFAULT_GOAL := help
.PHONY: help run test check fix bench kill-walk clean

help: ## show this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1	/p' $(MAKEFILE_LIST)

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "smmgit needs Python 3.11 or newer: make run PYTHON=python3.12"; exit 2; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.test: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@ $(VENV)/.run

run: $(VENV)/.run ## check, plan, rehearse and show this repository's posts (SERVE=0 stops after building)
	$(BIN)/smmgit lint --now $(NOW)
	$(BIN)/smmgit plan --rehearse --now $(NOW)
	$(BIN)/smmgit publish --rehearse --since $(SINCE) --now $(NOW)
	$(BIN)/smmgit site --now $(NOW) --out site
ifneq ($(SERVE),0)
	@echo "The calendar is at http://127.0.0.1:$(PORT)/ (Ctrl+C stops)"
	@$(BIN)/python -m http.server --bind 127.0.0.1 --directory site $(PORT)
endif

test: $(VENV)/.test ## install what tests need and run all of them
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || $(BIN)/playwright install chromium || echo "No browser: browser tests will say so."
	@$(BIN)/python -m tests.servers.install
	$(BIN)/pytest -n auto -rs

check: $(VENV)/.test ## the quick part: style, types, structure
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

fix: $(VENV)/.test ## let the formatter and the safe fixes work
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

kill-walk: $(VENV)/.test ## kill a publisher at every step it takes, on real servers: no message twice, none lost
	@$(BIN)/python -m tests.servers.install
	$(BIN)/python -m tests.killwalk

bench: $(VENV)/.test ## print the budgets of the design as ratios measured now
	$(BIN)/python -m benchmarks

clean: ## remove what was built (never content)
	rm -rf site build dist .smmgit $(VENV)
