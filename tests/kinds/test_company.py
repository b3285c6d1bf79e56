"""Names of companies: what may be left out of them, and what may not."""

from __future__ import annotations

import pytest

from factcheck.kinds.company import is_one_company


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Sandholm", "Sandholm Technologies Inc"),
        ("Sandholm Corp.", "Sandholm Corporation"),
        ("Sandholm Motors", "Sandholm Motor Company"),
        ("NML", "Norrvik Mining and Logistics"),
        ("NML", "Norrvik Mining & Logistics Ltd"),
        ("SandHolm", "Sand Holm Inc"),
        ("SH", "Sand-Holm"),
    ],
)
def test_legal_forms_trades_and_initials_name_one_company(left: str, right: str) -> None:
    assert is_one_company(left, right)
    assert is_one_company(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Sandholm Foods", "Norrvik Foods"),
        ("Sandholm Ferry", "Sandholm Shipyard"),
        ("Nml", "Norrvik Mining and Logistics"),
        ("NM", "Norrvik Mining and Logistics"),
        ("Mara Lindqvist", "Mara Tamm"),
        ("Sand Holm", "Sand Holt"),
        ("SH", "Sandholm"),
    ],
)
def test_other_words_name_another_company(left: str, right: str) -> None:
    assert not is_one_company(left, right)
    assert not is_one_company(right, left)
