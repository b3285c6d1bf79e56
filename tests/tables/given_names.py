"""The table of given names from the package nicknames: `python tests/tables/given_names.py > rules/names/reference/given_names.csv`."""

from __future__ import annotations

import csv
import io
import sys
from importlib.resources import files

# Rows of the source that are other names today, or only were in other centuries.
LEFT_OUT = frozenset(
    {("robert", "bill"), ("robert", "billy"), ("robert", "rupert"), ("robert", "hob"), ("robert", "hobkin"), ("robert", "dob"), ("robert", "dobbin")}
)


def render() -> str:
    """The whole file."""
    with (files("nicknames") / "names.csv").open(encoding="utf-8", newline="") as lines:
        rows = {(row["name1"], row["name2"]) for row in csv.DictReader(lines) if row["relationship"] == "has_nickname"}
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["name", "variant", "source"])
    writer.writerows((name, variant, "nicknames") for name, variant in sorted(rows - LEFT_OUT) if name != variant)
    return out.getvalue()


if __name__ == "__main__":
    sys.stdout.write(render())
