"""Numbers and codes by which things are known, as news prints them."""

import pytest

from factcheck.extraction.identifiers import identifiers
from factcheck.text.scan import Scan


def found(text: str) -> list[str]:
    return [str(mention.value.entity).removeprefix("code:") for mention in identifiers(Scan(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Flight 812, a Boeing 737-800, left runway 24", ["812", "737800", "24"]),
        ("on Route 66 and Interstate 5's shoulder", ["66", "5"]),
        ("bulletin KS15-021 and KB914402, known as CVE-2013-0177", ["KS15021", "KB914402", "CVE20130177"]),
        ("In case No. 12-399 the court", ["12399"]),
        ("Flight KA 203. The crew of KA203", ["KA203"]),
    ],
)
def test_codes(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "12 flights on 3 routes",
        "the G20 and an F16, A4 paper and a WD-40 can",
        "US$500 and US 500 million",
        "a demand of N450 million and K320 million",
        "COVID-19 and the flu",
        "a flight 19 hours long was 2,000 km",
    ],
)
def test_no_codes(text: str) -> None:
    assert found(text) == []
