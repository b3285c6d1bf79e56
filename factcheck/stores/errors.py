"""What may go wrong with a store: each says where, what was found, and what to do."""

from __future__ import annotations

from factcheck.errors import FactcheckError, UsageError


class StoreError(UsageError):
    """The store cannot be used as it was given: no database, a newer schema, a place that may not be written."""


class StoreFailure(FactcheckError):  # noqa: N818 - not the user's error
    """The store failed at work: a full disk, a lost connection. Nothing of the batch was recorded."""

    exit_code = 3
