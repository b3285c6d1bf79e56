"""A stretch of days, open on either side where nothing bounds it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Interval:
    """From `first` to `last`, both included; None is unbounded. `Interval()` says nothing."""

    first: date | None = None
    last: date | None = None

    @property
    def is_bounded(self) -> bool:
        """At least one side is known."""
        return self.first is not None or self.last is not None

    def is_within(self, days: int) -> bool:
        """Both sides are known, and no more than so many days apart."""
        return self.first is not None and self.last is not None and (self.last - self.first).days <= days

    def meet(self, other: Interval) -> Interval | None:
        """The days in both, or None where there are none."""
        first = max((d for d in (self.first, other.first) if d is not None), default=None)
        last = min((d for d in (self.last, other.last) if d is not None), default=None)
        return None if first is not None and last is not None and first > last else Interval(first, last)

    def surely_before(self, other: Interval) -> bool:
        """Every day of this one lies before every day of the other."""
        return self.last is not None and other.first is not None and self.last < other.first

    def gap_days(self, other: Interval) -> int:
        """The smallest possible distance in days; 0 where they may touch."""
        if self.last is not None and other.first is not None and self.last < other.first:
            return (other.first - self.last).days
        if other.last is not None and self.first is not None and other.last < self.first:
            return (self.first - other.last).days
        return 0

    def edtf(self) -> str | None:
        """EDTF (ISO 8601-2): a day, a month, a year or an interval of them, as coarse as its ends allow; None where nothing is known.

        >>> Interval(date(2025, 10, 21), None).edtf()
        '2025-10-21/..'
        >>> Interval(date(2025, 2, 1), date(2025, 2, 28)).edtf()
        '2025-02'
        >>> Interval(date(2025, 7, 1), date(2025, 9, 30)).edtf()
        '2025-07/2025-09'
        """
        first, last = self.first, self.last
        if first is None and last is None:
            return None
        if first is None or last is None:
            return f"{first or '..'}/{last or '..'}"
        if first == last:
            return first.isoformat()
        if first.day == 1 and (last.toordinal() + 1 == _next_month(first).toordinal()):
            return f"{first.year:04d}-{first.month:02d}"
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
            return f"{first.year:04d}"
        if first.day == 1 and last.toordinal() + 1 == _next_month(last).toordinal():
            if first.month == 1 and last.month == 12:
                return f"{first.year:04d}/{last.year:04d}"
            return f"{first.isoformat()[:7]}/{last.isoformat()[:7]}"
        return f"{first}/{last}"


def _next_month(day: date) -> date:
    return date(day.year + 1, 1, 1) if day.month == 12 and day.year < 9999 else date(day.year, min(day.month + 1, 12), 1)


ANY_TIME = Interval()
