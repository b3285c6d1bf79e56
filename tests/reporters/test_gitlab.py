"""GitLab Code Quality: what GitLab documents of the format, and nothing that it would drop."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.model.finding import Waiver
from factcheck.reporters import gitlab

from .ci_formats import read_gitlab
from .made import ARTICLES, CONFLICT, EMPTY, REPORT


def test_a_conflict_is_an_entry_at_its_line() -> None:
    assert read_gitlab(gitlab.render(REPORT)) == [
        {
            "description": "stationed_personnel: soldiers in Ruritania: 780 | about 900 (conflict). The intervals do not meet (65 apart)."
            " 2 origins say 780, 1 origin says about 900. Would agree if: one counts reserves. Reserves included?",
            "check_name": "disjoint_values",
            "fingerprint": "a91f3c77d0",
            "severity": "major",
            "location": {"path": "news/b.txt", "lines": {"begin": 12}},
        }
    ]


def test_nothing_found_is_an_empty_list() -> None:
    assert gitlab.render(EMPTY) == "[]\n"


@pytest.mark.parametrize(("status", "entries"), [(None, 1), ("new", 1), ("baseline", 1), ("waived", 0)])
def test_what_is_waived_is_left_out(status: str | None, entries: int) -> None:
    finding = replace(CONFLICT, status=status, waiver=Waiver("known", "A. Holm", "2031-12-31") if status == "waived" else None)  # type: ignore[arg-type]
    assert len(read_gitlab(gitlab.render(replace(REPORT, findings=(finding,))))) == entries


@pytest.mark.parametrize(("severity", "shown"), [("error", "major"), ("warning", "minor"), ("note", "info")])
def test_the_severity_has_a_name_that_gitlab_knows(severity: str, shown: str) -> None:
    [row] = read_gitlab(gitlab.render(replace(REPORT, findings=(replace(CONFLICT, severity=severity),))))  # type: ignore[arg-type]
    assert row["severity"] == shown


def test_findings_that_share_an_id_keep_fingerprints_of_their_own() -> None:
    rows = read_gitlab(gitlab.render(replace(REPORT, findings=(CONFLICT, replace(CONFLICT, subject="other")))))
    assert [row["fingerprint"] for row in rows] == ["a91f3c77d0", "a91f3c77d0-2"]


def test_a_path_begins_at_the_root_and_a_line_that_is_not_known_is_the_first() -> None:
    report = replace(REPORT, articles=(ARTICLES[0], replace(ARTICLES[1], path="./news/b.html")))
    [row] = read_gitlab(gitlab.render(report))
    assert row["location"] == {"path": "news/b.html", "lines": {"begin": 1}}
