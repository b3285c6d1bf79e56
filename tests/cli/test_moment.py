"""The time of a run is asked once, and can be given."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from factcheck.cli.moment import day_of, now_of
from factcheck.errors import UsageError

NOON = datetime(2031, 6, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "moment"),
    [
        ("2031-06-01", datetime(2031, 6, 1, tzinfo=UTC)),
        ("2031-06-01T12:00:00", NOON),
        ("2031-06-01T12:00:00Z", NOON),
        ("2031-06-01T14:00:00+02:00", datetime(2031, 6, 1, 14, tzinfo=timezone(timedelta(hours=2)))),
    ],
)
def test_a_time_that_is_given_counts_in_utc_where_it_has_no_zone(said: str, moment: datetime) -> None:
    assert now_of(said, {"SOURCE_DATE_EPOCH": "0"}) == moment


def test_the_epoch_of_the_build_stands_for_the_clock() -> None:
    assert now_of(None, {"SOURCE_DATE_EPOCH": "1938081600"}) == NOON


def test_else_the_clock_is_asked() -> None:
    assert abs(now_of(None, {}) - datetime.now(UTC)) < timedelta(minutes=1)


@pytest.mark.parametrize(
    ("said", "epoch", "message"),
    [
        ("soon", "0", '--now: expected an ISO 8601 date or time such as 2026-03-31, found "soon"'),
        (None, "soon", 'SOURCE_DATE_EPOCH: expected seconds since 1970, found "soon"'),
        (None, "9" * 30, f'SOURCE_DATE_EPOCH: expected seconds since 1970, found "{"9" * 30}"'),
    ],
)
def test_what_is_no_time_is_told(said: str | None, epoch: str, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        now_of(said, {"SOURCE_DATE_EPOCH": epoch})
    assert str(caught.value) == message


def test_a_day_is_a_day() -> None:
    assert day_of("2031-06-01", "--until") == date(2031, 6, 1)
    with pytest.raises(UsageError, match=r"^--until: expected a day such as 2026-03-31, found \"June\"$"):
        day_of("June", "--until")
