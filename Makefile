# `make check` is what CI runs; the other targets are its single steps, in the active environment.
.PHONY: check test lint format types imports

check:
	.ci/run

test:
	python -m pytest

lint:
	python -m ruff check .
	python -m ruff format --check .

format:
	python -m ruff check --fix .
	python -m ruff format .

types:
	python -m mypy

imports:
	lint-imports
