# `make` alone lists what can be done.
.DEFAULT_GOAL := help
.PHONY: help run test lint bench audit translate lock
export PYTHON

python := .venv/bin/python

help:
	@echo "What can be done here:"
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{printf "%-18s%s\n", $$1, $$2}'

run: ## set everything up and serve the dashboard on http://127.0.0.1:8050 (Ctrl+C ends it)
	@deploy/set-up.sh requirements.txt
	@exec $(python) -m flask --app app serve

test: lint ## check the code, then run all tests, browser included
	@$(python) -m tests.browser.chromium
	@$(python) -m pytest -m "not browser" -n 2
	@$(python) -m pytest tests/browser -m browser -n 2 --dist loadfile

lint: ## check style and types
	@deploy/set-up.sh requirements.txt requirements-test.txt
	@$(python) -m ruff check --quiet .
	@$(python) -m ruff format --quiet --check .
	@$(python) -m mypy

bench: ## measure each page beside a bare Dash page and print the table
	@deploy/set-up.sh requirements.txt requirements-test.txt
	@$(python) -m tests.browser.chromium
	@$(python) -m tests.bench

audit: ## protect and attack 500 synthetic programmes and print the table (some minutes)
	@deploy/set-up.sh requirements.txt requirements-test.txt
	@$(python) -m tests.attacker

translate: ## collect the texts of the program into the catalogues and compile them
	@deploy/set-up.sh requirements.txt
	@deploy/translate.sh

lock: ## pin all packages again after a change of requirements.in or requirements-test.in
	@deploy/lock.sh
