# Two commands on a fresh machine: `make demo` and `make test`.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
ROOT_DO := $(if $(filter 0,$(shell id -u)),,sudo -n)

.PHONY: demo test check screenshots bench bands links bench-archive bench-library bench-serving bench-encoder wheel tables clean

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV) || python3 -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

# The tests walk the web pages in the system's Chromium; where it cannot be installed they say which package is wanted.
.PHONY: chromium
chromium:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || \
	  { $(ROOT_DO) apt-get update -qq && $(ROOT_DO) apt-get install -y -qq --no-install-recommends chromium >/dev/null; } || \
	  echo "Chromium could not be installed: install the package chromium, or name one with QAWL_CHROMIUM"

DEMO := out/samples.library
# Made anew where the samples, or what a library is made of, are newer than it.
$(DEMO)/library.sqlite: $(wildcard qawl/samples/*.html) qawl/library/schema.py qawl/library/rows.py | $(READY)
	rm -rf $(DEMO)
	$(BIN)/qawl add $$($(BIN)/qawl samples) --library $(DEMO)
	touch $@

demo: $(DEMO)/library.sqlite
	$(BIN)/qawl read $$($(BIN)/qawl samples)
	$(BIN)/qawl search اجتماع --library $(DEMO)
	@echo
	@echo "To see it in the browser:  $(BIN)/qawl serve $(DEMO)"
	@echo "and open http://127.0.0.1:8173/  -  who stays away from which meeting: http://127.0.0.1:8173/agenda?absent=1"

test: $(READY) chromium
	$(BIN)/python -m pytest

check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest tests/test_imports.py tests/test_tables_data.py tests/test_cases.py tests/test_docs.py
	$(BIN)/python -m bench.gate --strict

# Every screen of the web pages in both languages, wide, narrow and dark, into out/screenshots.
screenshots: $(READY) chromium
	$(BIN)/python -m tools.screenshots

bench: $(READY)
	$(BIN)/python -m bench.gate
	$(BIN)/python -m bench.speed

bands: $(READY)
	$(BIN)/python -m bench.bands

links: $(READY)
	$(BIN)/python -m bench.chooser

bench-archive: $(READY)
	$(BIN)/python -m bench.archive

bench-library: $(READY)
	$(BIN)/python -m bench.library

bench-serving: $(READY)
	$(BIN)/python -m bench.serving

bench-encoder: $(READY)
	$(BIN)/python -m bench.encoder

wheel: $(READY)
	rm -rf dist build
	$(BIN)/python -m build --wheel --outdir dist .
	$(BIN)/python tools/try_wheel.py dist/*.whl

tables: $(READY)
	$(PYTHON) -m venv out/tables-venv
	out/tables-venv/bin/python -m pip install --quiet --requirement tools/requirements-tables.txt
	out/tables-venv/bin/python tools/tables.py

clean:
	rm -rf $(VENV) build dist out *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
