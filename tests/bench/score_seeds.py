"""What the program takes from the article sets in seeds/, against their truth.yml: `python tests/bench/score_seeds.py`.

Findings count where they go beyond the agreement of sources. A finding is false where no list has it.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from test_seeds import GRAVE, SETS, is_claim, is_finding, is_like, report, truth  # noqa: E402


def main() -> int:
    rows = []
    for name in SETS:
        listed, found = truth(name), report(name)
        wanted = [entry for entry in listed["findings"] if entry["verdict"] in GRAVE]
        made = [finding for finding in found.findings if finding.verdict in GRAVE]
        rows.append(
            (
                name,
                sum(any(is_claim(entry, claim) for claim in found.claims) for entry in listed["claims"]),
                len(listed["claims"]),
                sum(any(is_finding(entry, finding) for finding in made) for entry in wanted),
                len(wanted),
                sum(not any(is_like(entry, finding) for entry in wanted) for finding in made),
            )
        )
    total = ("all", *(sum(row[column] for row in rows) for column in range(1, 6)))
    print(f"{'set':<14}{'claims found':>14}{'findings made':>15}{'false findings':>16}")
    for row in (*rows, total):
        print(f"{row[0]:<14}{f'{row[1]} of {row[2]}':>14}{f'{row[3]} of {row[4]}':>15}{row[5]:>16}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
