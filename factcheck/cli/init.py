"""`factcheck init`: settings, a sample rule pack with its cases, and a job for CI. Nothing is ever overwritten."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.cli.options import OneOf
from factcheck.cli.rule_new import OWN_PACK
from factcheck.cli.streams import create_file, say, write_stdout
from factcheck.errors import UsageError
from factcheck.rule_tests.starter import attribute_text, pack_text

SAMPLE = "building_height"
SETTINGS = f"""\
# Settings of factcheck. `factcheck config show` says which are in force and where each comes from.
fail_level = "error"       # findings from this severity on end a run with 1: error, warning, note, never
rules = ["{OWN_PACK}"]      # folders of our own rules, beside those that come along
# strict_inputs = true     # an input that cannot be read ends the run with 4
# [severity]
# disputed = "error"       # another severity for a verdict or a reason
"""
GITHUB = f"""\
name: factcheck
on: [push, pull_request]
permissions:
  contents: read
  security-events: write
jobs:
  factcheck:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with: {{python-version: "3.12"}}
      - run: pip install factcheck
      - run: factcheck rules test --rules {OWN_PACK}
      - run: factcheck ci articles/ --write html=factcheck-reports/report.html
      - uses: github/codeql-action/upload-sarif@v3
        if: always() && hashFiles('factcheck-reports/factcheck.sarif') != ''
        with: {{sarif_file: factcheck-reports/factcheck.sarif}}
      - uses: actions/upload-artifact@v4
        if: always()
        with: {{name: factcheck-reports, path: factcheck-reports/}}
"""
GITLAB = f"""\
factcheck:
  image: python:3.12
  script:
    - pip install factcheck
    - factcheck rules test --rules {OWN_PACK}
    - factcheck ci articles/ --write html=factcheck-reports/report.html
  artifacts:
    when: always
    paths: [factcheck-reports/]
    reports:
      junit: factcheck-reports/junit.xml
      codequality: factcheck-reports/gl-code-quality-report.json
"""
_OTHER_SETTINGS = (".factcheck.toml", "pyproject.toml")


@click.command()
@click.argument("folder", default=".", metavar="[DIR]", type=click.Path())
@click.option("--ci", type=OneOf(["github", "gitlab", "none"]), help="Whose job to write (default: of whom there is a sign in DIR, else github).")
def init(folder: str, ci: str | None) -> None:
    """Write settings, a sample rule pack with its cases, and a CI job into DIR (default: here).

    What is there already stays as it is.
    """
    root = Path(folder)
    if not root.is_dir():
        raise UsageError(f"{folder}: there is no such folder")
    lines, kept = [], 0
    for name, text in files(root, ci):
        if (there := _in_the_way(root, name)) is not None:
            lines.append(f"kept   {there}")
            kept += 1
        else:
            create_file(root / name, text)
            lines.append(f"wrote  {root / name}")
    write_stdout("".join(f"{line}\n" for line in lines))
    say(
        "Next: put articles into articles/, then factcheck check articles/"
        if kept < len(lines)
        else "everything is there already; nothing was written"
    )


def files(root: Path, ci: str | None) -> list[tuple[str, str]]:
    """Name and text of each file, in the order in which they are written."""
    if ci is None:
        ci = "gitlab" if (root / ".gitlab-ci.yml").exists() and not (root / ".github").exists() else "github"
    found = [("factcheck.toml", SETTINGS), (f"{OWN_PACK}/pack.yml", pack_text("own"))]
    if not (root / OWN_PACK / "pack.yml").exists():  # whoever has a pack needs no sample
        found.append((f"{OWN_PACK}/{SAMPLE}.yml", attribute_text(SAMPLE, "distance")))
    jobs = {"github": [(".github/workflows/factcheck.yml", GITHUB)], "gitlab": [(".gitlab-ci.yml", GITLAB)], "none": []}
    return found + jobs[ci]


def _in_the_way(root: Path, name: str) -> Path | None:
    """What is there already in place of a file; other settings stand for `factcheck.toml`."""
    if (root / name).exists() or (root / name).is_symlink():
        return root / name
    if name == "factcheck.toml":
        for other in _OTHER_SETTINGS:
            path = root / other
            if path.is_file() and (other != "pyproject.toml" or b"tool.factcheck" in path.read_bytes()):
                return path
    return None
