"""JSON lines: a finding a line, or a claim a line."""

from __future__ import annotations

import json

from factcheck.reporters import View
from factcheck.reporters.jsonl import render

from .made import EMPTY, REPORT


def test_check_gives_one_finding_a_line() -> None:
    assert [json.loads(line)["id"] for line in render(REPORT).splitlines()] == ["a91f3e0000", "a91f3c77d0", "7d02be10aa"]


def test_extract_gives_one_claim_a_line() -> None:
    rows = [json.loads(line) for line in render(REPORT, View(shows="claims")).splitlines()]
    assert [(row["id"], row["text"], row["value"]["low"]) for row in rows] == [("c1", "780", "775"), ("c2", "about 900", "850"), ("c3", "780", "775")]


def test_no_claims_give_no_lines() -> None:
    assert render(EMPTY, View(shows="claims")) == ""


def test_a_line_end_in_a_text_does_not_end_the_line() -> None:
    from dataclasses import replace

    broken = replace(REPORT, claims=(replace(REPORT.claims[0], sentence="one\ntwo\u2028three"),))
    assert len(render(broken, View(shows="claims")).split("\n")) == 2
