"""The thing counted is the whole noun phrase, and ends where the phrase ends."""

from __future__ import annotations

import pytest

from factcheck import find_quantities

NOUNS = (
    ("54,000 US military personnel are there", "US military personnel"),
    ("1,600 houses were built", "houses"),
    ("12 people died", "people"),
    ("four news organisations reported", "news organisations"),
    ("16 armed men entered", "armed men"),
    ("nine sports cars sold", "sports cars"),
    ("three of their former aides left", "former aides"),
    ("another 12 passengers jumped", "passengers"),
    ("one senior official said so", "senior official"),
    ("five of them fled", None),
    ("212 in all", None),
    ("30 were hurt", None),
    ("eight suspected militants, police said", "suspected militants"),
    ("40 girls' schools", "girls' schools"),
    ("two dead and five wounded", "dead"),
    ("7,000 Ukrainian children", "Ukrainian children"),
    ("an 8-year-old Las Palmas boy", "Las Palmas boy"),
    ("six Sudanese, a Somali", "Sudanese"),
    ("six Sudanese soldiers died", "Sudanese soldiers"),
    ("the 10 largest bank holding companies in town", "largest bank holding companies"),
    ("two very different leaders met", "very different leaders"),
    ("31 infected dogs were found", "infected dogs"),
    ("31 infected by Monday", None),
    ("400 PCs were stolen", "PCs"),
    ("15 tonnes of wheat and rice", "wheat"),
)


@pytest.mark.parametrize(("text", "noun"), NOUNS, ids=[case[0] for case in NOUNS])
def test_noun(text: str, noun: str | None) -> None:
    mention = find_quantities(text)[0]
    assert mention.noun == noun
    assert noun is None or text[: mention.noun_end].endswith(noun)
