"""Comparison: claims with the settings of their articles go in, findings come out."""

from __future__ import annotations

from factcheck.comparison.groups import Comparison, compare
from factcheck.comparison.values import Convert

convert: Convert | None = None

__all__ = ["Comparison", "compare", "convert"]
