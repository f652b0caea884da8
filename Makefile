PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SAMPLE := examples/engineer-mistakes-en.pdf
LANGUAGETOOL := .languagetool
FUZZ_SECONDS ?= 3600

.DEFAULT_GOAL := help
.PHONY: help demo test lint types format languagetool benchmark benchmark-loaders benchmark-proofing fuzz vocabulary rule-pages docs docs-links picture clean

help: ## say what there is to make
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 20

$(VENV)/.run: pyproject.toml
	@echo "Setting up $(VENV) (a minute, once)"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "profilelint needs Python 3.11 or newer; name it with PYTHON=python3.12"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	@$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/.dev: pyproject.toml | $(VENV)/.run
	@$(BIN)/python -m pip install --quiet --editable . --group dev
	@touch $@

demo: $(VENV)/.run ## set up, and lint a sample profile that has mistakes
	@$(BIN)/profilelint check $(SAMPLE) --fail-on never

test: $(VENV)/.dev ## set up, and run all tests
	@if command -v java >/dev/null && command -v mvn >/dev/null; \
	 then $(MAKE) --no-print-directory languagetool; \
	 else echo "Left out: the tests of LanguageTool, which need Java 17 and Maven"; fi
	$(BIN)/pytest --cov

languagetool: $(VENV)/.run ## fetch LanguageTool 6.8 (about 260 MB) into .languagetool, with Java 17 and Maven
	@$(BIN)/python tools/languagetool/install.py $(LANGUAGETOOL)

lint: $(VENV)/.dev ## check style and the layers of the house
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports

types: $(VENV)/.dev ## check types
	$(BIN)/mypy

format: $(VENV)/.dev ## format the code
	$(BIN)/ruff check --fix-only
	$(BIN)/ruff format

benchmark: $(VENV)/.dev ## measure the start-up beside its peers
	$(BIN)/python benchmarks/startup.py

benchmark-loaders: $(VENV)/.dev ## measure the loaders, the PDF's beside its peers
	$(BIN)/python -m pip install --quiet --group benchmark
	$(BIN)/python benchmarks/loaders.py

benchmark-proofing: $(VENV)/.dev languagetool ## measure the proofreading beside its peers (Java 17, Maven and npm)
	@$(BIN)/python benchmarks/proofing/install_peers.py
	@$(BIN)/python benchmarks/proofing/corpora.py
	$(BIN)/python -m benchmarks.proofing --write

fuzz: $(VENV)/.dev ## fuzz each loader for an hour (FUZZ_SECONDS=60 for less), keeping the corpus in build/
	@for name in $$($(BIN)/python -c "from profilelint.loaders import LOADERS; print(*LOADERS)"); do \
	  echo "$$name"; mkdir -p build/fuzz; (cd build/fuzz && ../../$(BIN)/python ../../tests/fuzz/fuzz_loaders.py \
	    $$name --seconds $(FUZZ_SECONDS) --corpus corpus-$$name) || exit 1; done

vocabulary: $(VENV)/.dev ## build the word lists anew from their sources (npm, cargo, apt)
	$(BIN)/python tools/build_vocabulary.py

rule-pages: $(VENV)/.run ## write the pages on the rules anew from the rule files
	$(BIN)/python tools/build_rule_pages.py

docs: $(VENV)/.dev ## build the documentation as a site into site/; a warning or a broken link is an error
	$(BIN)/sphinx-build -W -n --keep-going -q -d build/doctrees docs site

docs-links: $(VENV)/.dev ## ask every address outside that the documentation names (needs a network)
	$(BIN)/sphinx-build -n --keep-going -b linkcheck -d build/doctrees docs build/linkcheck

picture: $(VENV)/.run ## draw the README's picture anew
	$(BIN)/python tools/picture.py

clean: ## remove what was set up and built
	rm -rf $(VENV) build dist site *.egg-info .coverage .mypy_cache .pytest_cache .ruff_cache
