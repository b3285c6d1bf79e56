"""Writes factcheck/kinds/tables/zones.csv: how far ahead of Greenwich the clocks of each territory were since 1995.

    python tests/tables/compile_zones.py

The figures are those of the tz database, through pytz, which comes with dateparser; it is needed here only. A cell holds the minutes
of all zones of a territory, in summer and in winter.
"""

from __future__ import annotations

import csv
import io
from datetime import datetime
from pathlib import Path

import pytz

TABLE = Path(__file__).parents[2] / "factcheck" / "kinds" / "tables" / "zones.csv"
YEARS = range(1995, 2026)
MONTHS = (1, 4, 7, 10)


def minutes_of(territory: str) -> list[int]:
    """The minutes ahead of Greenwich of all zones of a territory, at noon in the middle of some months."""
    found = set()
    for name in pytz.country_timezones[territory]:
        zone = pytz.timezone(name)
        for year in YEARS:
            for month in MONTHS:
                ahead = zone.utcoffset(datetime(year, month, 15, 12), is_dst=False)
                found.add(int(ahead.total_seconds()) // 60)
    return sorted(found)


def table() -> str:
    """The whole table as it stands in the package."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("territory", "minutes"))
    writer.writerows((territory, " ".join(map(str, minutes_of(territory)))) for territory in sorted(pytz.country_timezones))
    return out.getvalue()


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8")
