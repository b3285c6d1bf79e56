"""A title written short stands for each of its forms, once."""

from __future__ import annotations

import pytest

from factcheck.packs.titles import expand


@pytest.mark.parametrize(
    ("short", "titles"),
    [
        ("king", ("king",)),
        ("(defense|defence) minister", ("defense minister", "defence minister")),
        ("[deputy] mayor", ("deputy mayor", "mayor")),
        ("[main|chief] whip", ("main whip", "chief whip", "whip")),
        ("secretary of [state for] justice", ("secretary of state for justice", "secretary of justice")),
        ("minister (of|for) [the] (army|navy [and coasts])", None),
        ("(a|a) b", ("a b",)),
        ("secretary( |-)general", ("secretary general", "secretary-general")),
    ],
)
def test_a_title_is_written_out(short: str, titles: tuple[str, ...] | None) -> None:
    if titles is None:
        assert len(expand(short)) == 12
        assert "minister for navy and coasts" in expand(short)
    else:
        assert expand(short) == titles


@pytest.mark.parametrize("short", ["(a|b", "a)", "[a", "(a]", "a [b)"])
def test_a_bracket_without_its_other_half_is_refused(short: str) -> None:
    with pytest.raises(ValueError, match="bracket"):
        expand(short)
