# One word a task. `make` alone says which.
PYTHON ?= python3
PORT ?= 8000
ARTICLES ?= 20000
BIN := .venv/bin

help: ## say what there is
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1	/' | expand -t 16

run: .venv/run ## build what is needed, load fixtures/, serve the admin on 127.0.0.1 (PORT=8000)
	@$(BIN)/python manage.py serve --port $(PORT)

test: .venv/test ## everything that must hold: lint, types, migrations, tests on PostgreSQL and in Chromium
	@sh tests/install_chromium.sh
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/python -m pytest -n 2 --dist loadgroup

bench: .venv/test ## measure: figures found beside quantulum3, loading as multiples of raw COPY (ARTICLES=20000)
	@$(BIN)/pip install -qq --disable-pip-version-check quantulum3 || echo "quantulum3 cannot be installed here"
	$(BIN)/python benchmarks/figures.py
	$(BIN)/python benchmarks/loading.py $(ARTICLES)

lint: .venv/test ## mend the layout of the code, and say what else is wrong with it
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/mypy

stop: .venv/run ## stop the embedded PostgreSQL server
	@$(BIN)/python manage.py postgres stop

lock: .venv/test ## write the newest versions that pyproject.toml allows into requirements*.txt
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --upgrade --universal --generate-hashes --no-header --no-annotate pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate -c requirements.txt pyproject.toml --group test -o requirements-test.txt

.venv/run: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "AIP needs Python 3.11 or later, and $(PYTHON) is older. Name another one: make run PYTHON=python3.12"; exit 1; }
	@echo "Building the environment in .venv (once) …"
	@$(PYTHON) -m venv --clear .venv || \
		{ echo "Python cannot make a virtual environment here; on Debian: apt install python3-venv"; exit 1; }
	@$(BIN)/pip install -qq --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/test: requirements-test.txt .venv/run
	@echo "Adding what the tests need to .venv (once) …"
	@$(BIN)/pip install -qq --disable-pip-version-check --require-hashes -r requirements-test.txt
	@touch $@

.PHONY: help run test bench lint stop lock
