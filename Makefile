# Everything starts here. `make` alone prints what there is.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready
HOST ?= 127.0.0.1
PORT ?= 8501
export HOST PORT

.DEFAULT_GOAL := help
.PHONY: help setup run demo test fast check fix docs bench lock

help:  ## print this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 20

setup: $(STAMP)  ## the environment only (.venv from the lock)

$(STAMP): requirements.lock pyproject.toml
	@bash scripts/setup.sh "$(PYTHON)" "$(VENV)"
	@touch $(STAMP)

run: setup  ## set up and serve on http://127.0.0.1:8501 (PORT, HOST)
	@$(BIN)/bk serve --host "$(HOST)" --port "$(PORT)"

demo: setup  ## the same with its own database and marked sample data
	@$(BIN)/bk serve --demo --host "$(HOST)" --port "$(PORT)"

test: setup  ## set up and run every test, browser journeys included
	@bash scripts/test.sh

fast: setup  ## the tests without browser and PostgreSQL
	@$(BIN)/python -m pytest -q -n 2 -m "not browser and not postgres and not bench"

check: setup  ## lint, types, import contracts, generated docs; reports all failures
	@bash scripts/check.sh

fix: setup  ## repair what can be repaired
	@$(BIN)/ruff check --fix --quiet . ; $(BIN)/ruff format . ; $(BIN)/python -m scripts.docs

docs: setup  ## write the generated documentation
	@$(BIN)/python -m scripts.docs

bench: setup  ## print the figures, the peer's beside them
	@$(BIN)/python -m pytest -q -p no:randomly -s -m bench tests/bench

lock: setup  ## pin all dependencies again
	@$(BIN)/uv pip compile --universal --generate-hashes --no-header --no-annotate --quiet pyproject.toml \
		--group test --group check --group setup -o requirements.lock
