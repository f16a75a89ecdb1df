# Everything a contributor runs. A fresh machine needs Python 3.11 or newer, make and git.

PYTHON ?= python3
WORKERS ?= 2
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
REFERENCE := $(BIN)/python -m typer talentdb.cli.app utils docs --name talentdb
DRAW := $(BIN)/talentdb --db .venv/gallery.db --quiet report
PYTEST := $(BIN)/pytest -n $(WORKERS)

.DEFAULT_GOAL := help
.PHONY: help demo test check coverage lint types layers reference wheel tests \
	postgres docs bench migration package soak clean

help: ## List these targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | while IFS="$$(printf '\t')" read -r name text; do \
		printf '  make %-10s %s\n' "$$name" "$$text"; done

demo: .venv/.runtime ## See what talentdb does, on an example ledger in this folder
	@$(BIN)/talentdb demo

test: .venv/.dev ## Run every test, on SQLite and on PostgreSQL
	@$(PYTEST)

check: lint types layers reference wheel tests ## Run all that must hold before a commit

lint: .venv/.dev
	@echo "── ruff: rules and form"
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet

types: .venv/.dev
	@echo "── mypy: types"
	@$(BIN)/mypy

layers: .venv/.dev
	@echo "── import-linter: layers"
	@$(BIN)/lint-imports --no-logo

reference: .venv/.dev
	@echo "── docs/cli.md: is it what the commands say of themselves?"
	@$(REFERENCE) --output .venv/cli.md >/dev/null
	@diff docs/cli.md .venv/cli.md

wheel: .venv/.dev
	@echo "── the wheel, in a clean environment"
	@tests/house/wheel.sh $(BIN)/python

tests: .venv/.dev
	@echo "── pytest, on SQLite and on PostgreSQL"
	@$(PYTEST)

coverage: .venv/.dev ## Run every test, and print which lines and branches none of them reached
	@$(PYTEST) --cov --cov-report=term

postgres: .venv/.dev ## Start a throw-away PostgreSQL server and print its URL, until Ctrl-C
	@$(BIN)/python -m tests.postgres

docs: .venv/.dev ## Write what in docs/ is made by commands
	@$(REFERENCE) --output docs/cli.md
	@$(BIN)/talentdb export --schema > docs/ledger.schema.json
	@rm -f .venv/gallery.db && $(BIN)/talentdb --db .venv/gallery.db demo >/dev/null
	@for name in flows timeline; do $(DRAW) organisation "Meta Superintelligence Labs" --chart $$name \
		-o docs/gallery/$$name.svg; done
	@$(DRAW) flows --chart heat-map -o docs/gallery/heat-map.svg

bench: .venv/.dev ## Measure against the yardsticks; at size: make bench ROWS="1000000 5000000"
	@$(BIN)/python benchmarks/imports.py $(ROWS)
	@$(BIN)/python benchmarks/queries.py
	@$(BIN)/python benchmarks/reports.py

migration: .venv/.dev ## Begin the next migration: make migration message="add offers"
	@test -n "$(message)" || { echo 'say what it does: make migration message="add offers"' >&2; exit 2; }
	@last=$$($(BIN)/alembic heads | cut -c 1-4); \
		$(BIN)/alembic revision --rev-id "$$(printf %04d "$$(expr "$${last:-0}" + 1)")" --message "$(message)"

package: .venv/.dev ## Build the wheel and the source distribution into dist/
	@rm -rf dist
	@said=$$($(BIN)/python -m build --no-isolation 2>&1) || { echo "$$said" >&2; exit 1; }
	@ls dist

soak: .venv/.dev ## Let Hypothesis look for counterexamples, for long
	@$(PYTEST) -m hypothesis --hypothesis-profile=soak

clean: ## Remove what was built and cached, but not .venv
	@rm -rf build dist .coverage .coverage.* .hypothesis .import_linter_cache .mypy_cache \
		.pytest_cache .ruff_cache
	@find src tests migrations benchmarks -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true

.venv/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "talentdb needs Python 3.11 or newer; name one: make PYTHON=python3.12 …" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || { rm -rf .venv; exit 1; }
	@touch $@

.venv/.runtime: pyproject.toml constraints.txt | .venv/.python
	@echo "Installing talentdb into .venv …" >&2
	@$(PIP) install --constraint constraints.txt --editable .
	@touch $@

# The pip that comes with Python 3.11 knows no dependency groups yet.
.venv/.dev: pyproject.toml constraints.txt | .venv/.python
	@echo "Installing talentdb and its development tools into .venv …" >&2
	@$(PIP) install --constraint constraints.txt pip
	@$(PIP) install --constraint constraints.txt --editable . --group dev
	@touch .venv/.runtime $@
