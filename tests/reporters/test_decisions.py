"""decisions.json: what a person decided in the page comes back as it was, and a faulty file says what is wrong."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import UsageError
from factcheck.model.decision import CHOICES, Decision
from factcheck.reporters.decisions import read, render

TWO = (Decision("8fedea0c1d2e3f40", "real", "asked both", "A. Holm"), Decision("a4643d0000000000", "waived", "the wire corrected it"))
FILE = (
    '{"schema": "factcheck-decisions/1",\n "decisions": [\n'
    '  {"fingerprint": "8fedea0c1d2e3f40", "decision": "real", "why": "asked both", "who": "A. Holm"},\n'
    '  {"fingerprint": "a4643d0000000000", "decision": "waived", "why": "the wire corrected it", "who": ""}]}\n'
)


def _file(*rows: str) -> str:
    return f'{{"schema": "factcheck-decisions/1", "decisions": [{", ".join(rows)}]}}'


def test_decisions_stand_in_the_file_so() -> None:
    assert render(TWO[::-1]) == FILE


def test_no_decision_is_a_file_too() -> None:
    assert read(render(()), "d.json") == ()


def test_why_and_who_may_be_left_out() -> None:
    assert read(_file('{"fingerprint": "8fedea0c1d2e3f40", "decision": "not"}'), "d.json") == (Decision("8fedea0c1d2e3f40", "not"),)


@settings(max_examples=50, deadline=None)
@given(st.sampled_from(sorted(CHOICES)), st.text(), st.text())
def test_a_decision_comes_back_as_it_was(choice: str, why: str, who: str) -> None:
    one = Decision("8fedea0c1d2e3f40", choice, f"because {why}", who)  # type: ignore[arg-type]
    assert read(render((one,)), "d.json") == (one,)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "d.json: not a factcheck-decisions/1: Invalid JSON: EOF while parsing a value at line 1 column 0"),
        ('{"decisions": []}', "d.json: not a factcheck-decisions/1: schema: Field required"),
        (
            _file('{"fingerprint": "8fedea", "decision": "maybe"}'),
            "d.json: not a factcheck-decisions/1: decisions.0.decision: Input should be 'real', 'not', 'scope', 'waived' or 'deferred'",
        ),
        (
            _file('{"fingerprint": "8fedea", "decision": "real", "mood": "good"}'),
            "d.json: not a factcheck-decisions/1: decisions.0.mood: Extra inputs are not permitted",
        ),
        (
            _file('{"fingerprint": "../etc", "decision": "real"}'),
            "d.json: not a factcheck-decisions/1: decisions.0.fingerprint: String should match pattern '^[0-9a-f]{6,64}$'",
        ),
        (_file('{"fingerprint": "8fedea", "decision": "waived"}'), 'd.json: decisions.0 (8fedea): waived without a reason; say it under "why"'),
        (
            _file('{"fingerprint": "8fedea", "decision": "real"}', '{"fingerprint": "8fedea", "decision": "not"}'),
            "d.json: decisions.1 (8fedea): this finding is decided above already; keep one of the two",
        ),
    ],
)
def test_a_faulty_file_is_refused_with_the_place_and_the_reason(text: str, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        read(text, "d.json")
    assert str(caught.value) == message
