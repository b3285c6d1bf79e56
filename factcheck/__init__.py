"""Reports where sources conflict and where only time has passed.

    import factcheck
    report = factcheck.check(["articles/"])

The names below are imported when first asked for, so that `import factcheck` costs nothing.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.errors import FactcheckError, NoArticleError, PackError, SettingsError, UnreadableInputError, UsageError
    from factcheck.extraction.quantities import find_quantities
    from factcheck.extraction.times import find_times
    from factcheck.model.article import Diagnostic
    from factcheck.model.finding import DistinctValue, Finding, Relation
    from factcheck.model.interval import Interval
    from factcheck.model.mention import QuantityMention, TimeMention
    from factcheck.model.report import Report, ReportArticle, ReportClaim, ReportValue
    from factcheck.model.value import Value
    from factcheck.pipeline import Options, check, extract

__all__ = [
    "Diagnostic",
    "DistinctValue",
    "FactcheckError",
    "Finding",
    "Interval",
    "NoArticleError",
    "Options",
    "PackError",
    "QuantityMention",
    "Relation",
    "Report",
    "ReportArticle",
    "ReportClaim",
    "ReportValue",
    "SettingsError",
    "TimeMention",
    "UnreadableInputError",
    "UsageError",
    "Value",
    "check",
    "extract",
    "find_quantities",
    "find_times",
]

# The module that each public name comes from.
_HOME = {
    "check": "factcheck.pipeline",
    "extract": "factcheck.pipeline",
    "find_quantities": "factcheck.extraction.quantities",
    "find_times": "factcheck.extraction.times",
    "Options": "factcheck.pipeline",
    "Diagnostic": "factcheck.model.article",
    "DistinctValue": "factcheck.model.finding",
    "Finding": "factcheck.model.finding",
    "Relation": "factcheck.model.finding",
    "Interval": "factcheck.model.interval",
    "QuantityMention": "factcheck.model.mention",
    "TimeMention": "factcheck.model.mention",
    "Report": "factcheck.model.report",
    "ReportArticle": "factcheck.model.report",
    "ReportClaim": "factcheck.model.report",
    "ReportValue": "factcheck.model.report",
    "Value": "factcheck.model.value",
    "FactcheckError": "factcheck.errors",
    "NoArticleError": "factcheck.errors",
    "PackError": "factcheck.errors",
    "SettingsError": "factcheck.errors",
    "UnreadableInputError": "factcheck.errors",
    "UsageError": "factcheck.errors",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
