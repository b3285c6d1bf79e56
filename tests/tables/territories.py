"""The table of territories from CLDR, as Babel carries it: `python tests/tables/territories.py > rules/places/reference/territories.csv`."""

from __future__ import annotations

import csv
import io
import sys

from babel import Locale

# ISO 3166 user-assigned and exceptional codes of CLDR that name no territory of the news.
NO_TERRITORY = frozenset({"EA", "EU", "EZ", "IC", "QO", "UN", "XA", "XB", "ZZ", "AC", "CP", "CQ", "DG", "TA", "BV", "HM", "UM"})


def render() -> str:
    """The whole file."""
    names = Locale("en").territories
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["id", "name"])
    for code in sorted(names):
        if len(code) == 2 and code not in NO_TERRITORY:
            writer.writerow([code, names[code].replace("\u2019", "'")])
    return out.getvalue()


if __name__ == "__main__":
    sys.stdout.write(render())
