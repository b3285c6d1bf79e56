"""The public names of the package: what `import factcheck` offers, and what it costs."""

from __future__ import annotations

import subprocess
import sys

import factcheck


def test_the_exported_names_are_sorted_and_each_has_one_home() -> None:
    assert factcheck.__all__ == sorted(factcheck.__all__)
    assert set(factcheck.__all__) == set(factcheck._HOME)


def test_every_exported_name_can_be_had() -> None:
    for name in factcheck.__all__:
        assert getattr(factcheck, name).__name__ == name, name


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    assert not hasattr(factcheck, "chekc")


def test_importing_the_package_imports_none_of_it() -> None:
    code = "import sys, factcheck; print(sorted(m for m in sys.modules if m.startswith('factcheck') or m in ('click', 'pydantic', 're2')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['factcheck']"


def test_the_package_is_typed_for_its_users() -> None:
    from importlib.resources import files

    assert files("factcheck").joinpath("py.typed").is_file()
