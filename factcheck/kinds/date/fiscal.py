"""When a fiscal year begins and which of its two calendar years gives it its name."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model.interval import Interval
from factcheck.text.calendar import month_span


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """`start_month` 1 to 12; `named_by_end`: fiscal 2026 is the one that ends in 2026."""

    start_month: int
    named_by_end: bool = True

    def span(self, year: int) -> Interval | None:
        """The twelve months of the fiscal year with this number."""
        first = year - 1 if self.named_by_end and self.start_month > 1 else year
        return month_span(first, self.start_month, 12)

    def part(self, year: int, first_month: int, months: int) -> Interval | None:
        """`months` months from the first_month-th (0 to 11) of a fiscal year."""
        first = year - 1 if self.named_by_end and self.start_month > 1 else year
        return month_span(first, self.start_month + first_month, months)

    def number(self, year: int, month: int) -> int:
        """The number of the fiscal year that a month lies in."""
        started = year if month >= self.start_month else year - 1
        return started + 1 if self.named_by_end and self.start_month > 1 else started


# Government fiscal years by ISO 3166 code, from the budget offices' own definitions.
FISCAL_YEARS: dict[str, FiscalYear] = {
    "AU": FiscalYear(7),
    "CA": FiscalYear(4),
    "GB": FiscalYear(4),
    "HK": FiscalYear(4),
    "IN": FiscalYear(4),
    "JP": FiscalYear(4, named_by_end=False),
    "NZ": FiscalYear(7),
    "PK": FiscalYear(7),
    "SG": FiscalYear(4, named_by_end=False),
    "US": FiscalYear(10),
    "ZA": FiscalYear(4),
}

FISCAL_UNKNOWN = "a fiscal year, and whose is not told"


def any_fiscal(year: int) -> Interval | None:
    """From the earliest start to the latest end that a fiscal year of this number has anywhere: 21 or 24 months."""
    return month_span(year - 1, 4, 24)
