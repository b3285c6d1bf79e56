"""Claims of earlier batches, the history of findings, decisions: in one SQLite file, or in PostgreSQL by URL.

Rows go in and come out as model objects; nothing here extracts, links or compares.
"""

from factcheck.stores.errors import StoreError, StoreFailure
from factcheck.stores.store import Store, open_store

__all__ = ["Store", "StoreError", "StoreFailure", "open_store"]
