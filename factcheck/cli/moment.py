"""The time of the run, asked once: `--now`, else SOURCE_DATE_EPOCH, else the clock. Only the ends of waivers and recorded times know it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, date, datetime

import click

from factcheck.errors import UsageError

now_option = click.option(
    "--now", metavar="TIME", help="Take this ISO 8601 date or time for the time of the run (default: SOURCE_DATE_EPOCH, else the clock)."
)


def now_of(said: str | None, environment: Mapping[str, str] | None = None) -> datetime:
    """The time of the run, with a time zone (a date, or a time without one, is in UTC). UsageError for what is no time."""
    environment = os.environ if environment is None else environment
    if said is not None:
        try:
            moment = datetime.fromisoformat(said)
        except ValueError:
            raise UsageError(f'--now: expected an ISO 8601 date or time such as 2026-03-31, found "{said}"') from None
        return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    if seconds := environment.get("SOURCE_DATE_EPOCH"):
        try:
            return datetime.fromtimestamp(int(seconds), UTC)
        except (ValueError, OverflowError, OSError):
            raise UsageError(f'SOURCE_DATE_EPOCH: expected seconds since 1970, found "{seconds}"') from None
    return datetime.now(UTC)


def day_of(said: str, option: str) -> date:
    """The day that an option names; UsageError for what is none."""
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise UsageError(f'{option}: expected a day such as 2026-03-31, found "{said}"') from None
