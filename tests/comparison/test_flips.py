"""Each verdict that somebody may have to look at says what smallest change would flip it."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path

import pytest

import factcheck
from factcheck.comparison import verdicts
from factcheck.model.finding import Relation

CALLS = [
    node
    for node in ast.walk(ast.parse(inspect.getsource(verdicts)))
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Judgement"
]


def _verdict(call: ast.Call) -> str:
    return call.args[0].value if isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str) else ""


def test_every_row_that_does_not_agree_says_what_would_flip_it() -> None:
    silent = [call.lineno for call in CALLS if _verdict(call) not in ("agree", "compatible") and len(call.args) < 4]
    assert (silent, len(CALLS) > 20) == ([], True)


def _relation(folder: Path, one: str, two: str, dates: tuple[str, str] = ("2024-02-01", "2024-02-03")) -> Relation:
    for name, text, date in zip("ab", (one, two), dates, strict=True):
        (folder / f"{name}.txt").write_text(f"---\npublished: {date}\n---\n{text}\n", encoding="utf-8")
    [finding] = [f for f in factcheck.check([str(folder)]).findings if f.attribute == "stationed_personnel"]
    return finding.relations[0]


GARRISON = "About 35,000 US troops are stationed in South Korea."


@pytest.mark.parametrize(
    ("one", "dates", "verdict", "flips"),
    [
        (
            "The presence of 28,500 US soldiers in South Korea is a pillar.",
            ("2024-02-01", "2024-02-03"),
            "conflict",
            "Active duty only, or with civilians and ships' crews?",
        ),
        ("The presence of 28,500 US soldiers in South Korea is a pillar.", ("2019-02-01", "2024-02-03"), "time_dependent", "both speak of one time"),
        ("There are 35,000 US troops in South Korea.", ("2024-02-01", "2024-02-03"), "compatible", ""),
    ],
)
def test_what_would_flip_it_fits_the_verdict(tmp_path: Path, one: str, dates: tuple[str, str], verdict: str, flips: str) -> None:
    relation = _relation(tmp_path, one, GARRISON, dates)
    assert (relation.verdict, relation.flips) == (verdict, flips)


def test_the_steps_end_with_the_question_or_the_change(tmp_path: Path) -> None:
    asked = _relation(tmp_path, "The presence of 28,500 US soldiers in South Korea is a pillar.", GARRISON)
    assert asked.steps[-1] == "ask: Active duty only, or with civilians and ships' crews?"
    later = _relation(tmp_path, "The presence of 28,500 US soldiers in South Korea is a pillar.", GARRISON, ("2019-02-01", "2024-02-03"))
    assert later.steps[-1] == "would flip: if both speak of one time"
